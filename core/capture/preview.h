// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/base/result.h"
#include "core/capture/detection.h"
#include "core/capture/import.h"
#include "core/traffic/exchange.h"
#include "core/traffic/resource_rule.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dramatis::capture {

/// One of the first records: an exchange, or why it is none.
struct PreviewRow
{
    QString place;   ///< "line 12", "packet 3"; empty where a record has no place of its own
    QString text;    ///< the line, at most 1,000 characters; empty where a record is no line
    QString problem; ///< translated: why the record was skipped; empty for an exchange
    // As traffic::Exchange has them.
    std::int64_t begin = kUnknown;
    std::int64_t latency = kUnknown;
    std::int64_t transfer = kUnknown;
    std::int64_t requestBytes = kUnknown;
    std::int64_t responseBytes = kUnknown;
    std::uint16_t status = 0;
    traffic::Outcome outcome = traffic::Outcome::Unknown;
    std::string host;
    std::string server;
    std::string client;
    std::string method;
    std::string path;

    [[nodiscard]] bool isExchange() const { return problem.isEmpty(); }
    bool operator==(const PreviewRow &) const = default;
};

/// Most records that a preview has.
inline constexpr std::size_t kMostPreviewRows = 200;

/// What a file is and begins with.
struct Preview
{
    QString path;
    const CaptureReader *reader = nullptr;  ///< the format it is read as
    Confidence confidence = Confidence::No; ///< of that format, judged from the content
    std::vector<FormatChoice> formats;      ///< all that it may be of, the surest first
    QString compression;                    ///< "", "gzip", "zstd", "bzip2", "xz"
    std::int64_t bytes = 0;                 ///< as it lies on disk
    std::vector<PreviewRow> rows;           ///< in the order of the file
    std::uint64_t exchanges = 0;            ///< among the rows
    std::uint64_t skipped = 0;              ///< likewise
    bool isWhole = false;                   ///< the rows are all that there is
    /// Exchanges in the whole file, as its beginning has them; NaN where that cannot be told.
    double estimatedExchanges = 0;
    /// Of a table: its first rows as they stand in it, and what each column is read as.
    std::optional<TableSample> table;
    GuessedMapping mapping;
    QString problem; ///< of a table: why no row can be read by this mapping; else empty
    /// Whether its stamps name no zone, so that ReadOptions::zone decides.
    bool takesZone = false;
};

using PreviewPtr = std::shared_ptr<const Preview>;

/// Reads the first records of a file as `importCapture` would read them.
/// @param options  format, zone, mapping
/// @errors as `detect`; Cancelled. A file none of whose first records can be read is no error.
/// Cost: 64 KiB of it to recognise, 1 MiB (decompressed) at most to show, whatever its size.
[[nodiscard]] Result<Preview>
preview(const QString &path, const FileOptions &options, JobControl &job);

/// What a rule makes of the first records.
struct RulePreview
{
    traffic::ResourceRule rule = traffic::ResourceRule::Automatic;
    std::size_t resources = 0; ///< that have a name
    QStringList names;         ///< of the first of them, at most three
};

/// What each rule makes of the first records of files that become one capture.
/// @errors Io
[[nodiscard]] Result<std::vector<RulePreview>> previewRules(std::span<const PreviewPtr> previews,
                                                            JobControl &job);

} // namespace dramatis::capture
