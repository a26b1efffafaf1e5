// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/capture_reader.h"
#include "core/traffic/capture_statistics.h"
#include "core/traffic/exchange_table.h"

#include <QByteArray>
#include <QStringList>

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

struct ImportOptions
{
    QString format; ///< reader's id or a format string; empty detects from the content
    ReadOptions read;
    traffic::ResourceRule rule = traffic::ResourceRule::Automatic;
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

/// What a file seems to be, from its first 64 KiB.
struct Detection
{
    const CaptureReader *reader = nullptr;
    Confidence confidence = Confidence::No;
    QString compression;
};

/// @errors Io (absent, a directory, no permission), Format ("This file is no capture: tried N
/// formats;
///         it begins like a PNG picture."; an empty file says that it is empty)
[[nodiscard]] Result<Detection> detect(const QString &path, const ImportOptions &options);

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
