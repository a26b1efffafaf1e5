// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/capture_reader.h"
#include "core/capture/formats/line_parser.h"

#include <vector>

/// What all formats whose records are lines of text share: the loop over the lines, what is said of
/// those that cannot be read, and how a format is told by the first ones.
namespace dramatis::capture {

/// Translated; empty for what is no problem.
[[nodiscard]] QString reasonFor(LineProblem problem);

/// Reads every line of `device` by `parser`.
/// @param format  the reader's id, for the summary
/// @errors Io, Cancelled, and what `sink` says
[[nodiscard]] Result<ImportSummary> readLines(QIODevice &device,
                                              LineParser &parser,
                                              const QString &format,
                                              traffic::ExchangeSink &sink,
                                              JobControl &job);

/// The first lines of a device, at most 200, none empty.
struct FirstLines
{
    std::vector<std::string_view> lines;
    bool lastIsCut = false; ///< it has no line end: maybe it goes on
};

[[nodiscard]] FirstLines firstLines(QByteArrayView head);

/// By how many of the lines that are records are of a format.
[[nodiscard]] Confidence confidenceOf(std::size_t fitting, std::size_t records);

/// How sure `parser`, which has read nothing yet, is of `first`: how many of those that are records
/// it reads to their very end.
[[nodiscard]] Confidence confidenceIn(const FirstLines &first, LineParser &parser);

/// A name that stands in a table, marked there with QT_TRANSLATE_NOOP("dramatis::capture", ...).
[[nodiscard]] QString translated(const char *text);

} // namespace dramatis::capture
