// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/capture_reader.h"
#include "core/capture/detection.h"
#include "core/traffic/capture_statistics.h"
#include "core/traffic/exchange_table.h"
#include "core/traffic/redaction.h"

#include <QByteArray>
#include <QStringList>

#include <map>
#include <optional>

namespace dramatis::capture {

/// One file of a capture, for provenance.
struct SourceFile
{
    QString path;
    std::int64_t bytes = 0; ///< as it lies on disk, compressed or not
    QByteArray sha256;      ///< of the bytes on disk, hex
    QString compression;    ///< "", "gzip", "zstd", "bzip2", "xz"
    QString format;         ///< reader's id
    bool operator==(const SourceFile &) const = default;
};

/// How one file is read.
struct FileOptions
{
    QString format; ///< reader's id or a format string; empty detects from the content
    ReadOptions read;
};

/// How files are read as a capture.
struct ImportOptions : FileOptions
{
    /// Files that are read differently from the others, by the path they are named by.
    std::map<QString, FileOptions> perFile{};
    traffic::ResourceRule rule = traffic::ResourceRule::Automatic;
    traffic::RouteTemplates routes{}; ///< how routes are named before the learned rules do
    /// What is hidden (traffic/redaction.h). Then no sample of what was skipped has a text, and of
    /// the files only their names are kept, not the folders that they lay in.
    std::optional<traffic::Redaction> redaction{};
};

/// What a person should know of a capture: that its times are in whole seconds, what not one of its
/// exchanges has, and what the readers said.
[[nodiscard]] QStringList captureNotes(const ImportSummary &summary,
                                       const traffic::CaptureStatistics &statistics);

/// A capture as it came in.
struct Imported
{
    traffic::ExchangeTablePtr table;
    ImportSummary summary; ///< of all files together
    QList<SourceFile> files;
};

/// Of a source that is redacted: what was skipped stands in its place with its reason, but what it
/// said is not kept, nor is the folder that the file lay in.
void hideTexts(ImportSummary &summary, SourceFile &file);

/// Adds what one source gave to the summary of all.
/// @param placePrefix  stands before the places of skipped records: "access.log.2 "
void addPart(ImportSummary &all, ImportSummary part, const QString &placePrefix);

/// How much of the progress of `importCapture` is reading, by bytes as they lie on disk; the rest
/// is for putting rows in order.
inline constexpr double kReadingShare = 0.95;

/// Reads files as one capture ("-" is standard input; of a folder all files below it), streaming,
/// in bounded memory. gzip (several members), zstd, bzip2 and xz are read transparently. A
/// truncated file gives all that came before the cut, with a note; so does a file of a folder that
/// is no capture and is passed over.
/// @param store  where the chunks go
/// @errors as `detect`; Cancelled; Format where no file gave any exchange
[[nodiscard]] Result<Imported> importCapture(const QStringList &paths,
                                             const ImportOptions &options,
                                             std::shared_ptr<table::ChunkStore> store,
                                             JobControl &job);

} // namespace dramatis::capture
