// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/base/result.h"
#include "core/capture/stamp_zone.h"
#include "core/capture/tables/column_mapping.h"
#include "core/traffic/exchange_sink.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <cstdint>
#include <map>
#include <optional>

class QIODevice;

namespace dramatis::capture {

/// A record that gave no exchange: where it stood and why. At most kMaxSamples are kept.
struct SkippedSample
{
    QString place;  ///< "line 1204", "access.log.2 line 17"
    QString reason; ///< translated
    QString text;   ///< its beginning, at most 200 characters
    bool operator==(const SkippedSample &) const = default;
};

inline constexpr int kMaxSkippedSamples = 100;

/// What reading a source gave. Oddities are here, not errors.
struct ImportSummary
{
    QString format;              ///< reader's id
    std::uint64_t records = 0;   ///< lines, packets, spans, entries, rows that were read
    std::uint64_t exchanges = 0; ///< what came of them
    std::uint64_t skipped = 0;
    QList<SkippedSample> samples;
    std::uint64_t repaired = 0; ///< clock faults put right
    QStringList notes;          ///< translated: what the reader thinks a person should know
    bool truncated = false;     ///< the source ended in the middle
    bool redacted = false;      ///< see traffic::RedactingSink; no sample has a text then
    /// Of a table: how its columns were read, complete. Of several files that of the first table.
    std::optional<ColumnMapping> mapping;
    bool operator==(const ImportSummary &) const = default;
};

/// How sure a reader is that bytes are of its format.
enum class Confidence { No, Possible, Likely, Certain };

struct ReadOptions
{
    /// A log_format string (nginx with `$`, Apache with `%`) for the readers that take one.
    QString formatString;
    /// What stamps without a zone are in.
    StampZone zone;
    /// For the readers of tables; what it leaves open is guessed. None: all is guessed.
    std::optional<ColumnMapping> mapping;
};

/// One capture format. Stateless: `read` may run in several threads on several devices.
class CaptureReader
{
public:
    virtual ~CaptureReader() = default;
    /// "nginx-combined": stable, for --format and files.
    [[nodiscard]] virtual QString id() const = 0;
    /// Translated.
    [[nodiscard]] virtual QString name() const = 0;
    /// Usual endings of file names, for the file dialog only.
    [[nodiscard]] virtual QStringList extensions() const = 0;
    /// Whether each exchange is a line of text, so that the line can be shown beside it.
    [[nodiscard]] virtual bool readsLines() const { return false; }
    /// Whether it reads tables by ReadOptions::mapping.
    [[nodiscard]] virtual bool takesMapping() const { return false; }
    /// Judges from the first bytes (decompressed, up to 64 KiB). Never from the name.
    [[nodiscard]] virtual Confidence sniff(QByteArrayView head,
                                           const ReadOptions &options) const = 0;
    /// Reads `device` (open, sequential, decompressed) to its end into `sink`, in bounded memory.
    /// @param totalBytes  size of the device for progress, -1 unknown
    /// @errors Io, Cancelled, and what `sink` says. A record that cannot be read is no error.
    virtual Result<ImportSummary> read(QIODevice &device,
                                       const ReadOptions &options,
                                       traffic::ExchangeSink &sink,
                                       JobControl &job) const = 0;
};

/// Every format there is, in the order they are tried. One line each in formats.cpp.
[[nodiscard]] const QList<const CaptureReader *> &allFormats();
/// @errors InvalidArgument naming the formats there are. A format string (with `$` or `%`) gives
/// the
///         reader that takes it.
[[nodiscard]] Result<const CaptureReader *> formatFromId(const QString &idOrFormatString);

} // namespace dramatis::capture
