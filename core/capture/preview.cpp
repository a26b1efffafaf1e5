// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/preview.h"

#include "core/capture/capture_device.h"
#include "core/capture/preview_device.h"
#include "core/capture/tables/mapping_to_show.h"
#include "core/capture/tr.h"

#include <QBuffer>

#include <cmath>
#include <limits>
#include <optional>

namespace dramatis::capture {

namespace {

constexpr qint64 kMostBytes = qint64{1} << 20;
constexpr std::size_t kShownOfLine = 1000;

QString shownText(std::string_view text)
{
    text = text.substr(0, kShownOfLine);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Keeps the first records, with the line that each came of.
class FirstRecords final : public traffic::ExchangeSink
{
public:
    FirstRecords(const PreviewDevice &device, bool areLines, Preview &preview)
        : m_device(device)
        , m_areLines(areLines)
        , m_preview(preview)
    {}

    Result<> add(const traffic::Exchange &exchange) override
    {
        if (isFull())
            return makeError(ErrorKind::Cancelled, {});
        PreviewRow row;
        if (m_areLines) {
            row.place = Tr::tr("line %1").arg(m_device.lineNumber());
            row.text = shownText(m_device.line());
        }
        row.begin = exchange.begin;
        row.latency = exchange.latency;
        row.transfer = exchange.transfer;
        row.requestBytes = exchange.requestBytes;
        row.responseBytes = exchange.responseBytes;
        row.status = exchange.status;
        row.outcome = exchange.outcome;
        row.host = exchange.host;
        row.server = exchange.server;
        row.client = exchange.client;
        row.method = exchange.method;
        row.path = exchange.path.substr(0, exchange.path.find('?'));
        m_preview.rows.push_back(std::move(row));
        ++m_preview.exchanges;
        return {};
    }

    void skippedRecord(const QString &place, const QString &reason, std::string_view text) override
    {
        // What the limit cut off is no fault of the file.
        if (isFull() || m_device.isCut())
            return;
        PreviewRow row;
        row.place = place;
        row.text = shownText(text);
        row.problem = reason;
        m_preview.rows.push_back(std::move(row));
        ++m_preview.skipped;
    }

    [[nodiscard]] bool isFull() const { return m_preview.rows.size() >= kMostPreviewRows; }

private:
    const PreviewDevice &m_device;
    bool m_areLines;
    Preview &m_preview;
};

/// Ends the reading when there are enough records.
class UntilFull final : public JobControl
{
public:
    UntilFull(JobControl &job, const FirstRecords &records) : m_job(job), m_records(records) {}
    bool isCancelled() const noexcept override { return m_job.isCancelled() || m_records.isFull(); }
    void report(double, const QString &) override {}

private:
    JobControl &m_job;
    const FirstRecords &m_records;
};

/// Ends with the first exchange.
class FirstBegin final : public traffic::ExchangeSink
{
public:
    Result<> add(const traffic::Exchange &exchange) override
    {
        begin = exchange.begin;
        return makeError(ErrorKind::Cancelled, {});
    }
    std::optional<std::int64_t> begin;
};

/// Whether the first stamp means another time in another zone.
bool takesZone(const CaptureReader &reader, QByteArray head, ReadOptions options)
{
    std::optional<std::int64_t> begins[2];
    for (int i = 0; i < 2; ++i) {
        QBuffer device(&head);
        device.open(QIODevice::ReadOnly);
        options.zone = StampZone(i * 3600);
        FirstBegin sink;
        NullJobControl job;
        static_cast<void>(reader.read(device, options, sink, job).has_value());
        begins[i] = sink.begin;
    }
    return begins[0] && begins[1] && *begins[0] != *begins[1];
}

/// Bytes that hold the rows of the preview, decompressed. A reader of tables looks at more before
/// its first row, so there it is told by the length of the first lines.
double
decodedBytesOfRows(const Preview &preview, const QByteArray &head, const PreviewDevice &shown)
{
    const auto lines = static_cast<double>(head.count('\n'));
    if (!preview.table || lines == 0)
        return static_cast<double>(shown.delivered());
    return static_cast<double>(head.size()) / lines * static_cast<double>(preview.rows.size());
}

/// Bytes of the file that hold the exchanges of the preview. Of compressed data a block is read
/// before its first byte comes out, so what is told of bzip2, whose blocks are large, would be
/// wrong by far.
std::optional<double> bytesOfRows(CaptureDevice &device, double delivered)
{
    if (device.compression() == Compression::None)
        return delivered;
    if (device.compression() == Compression::Bzip2)
        return std::nullopt;
    while (device.decodedPosition() < kMostBytes && !device.read(64 * 1024).isEmpty()) {
    }
    return delivered * static_cast<double>(device.consumedRaw())
           / static_cast<double>(device.decodedPosition());
}

void estimate(Preview &preview, CaptureDevice &device, const PreviewDevice &shown)
{
    if (preview.isWhole) {
        preview.estimatedExchanges = static_cast<double>(preview.exchanges);
        return;
    }
    preview.estimatedExchanges = std::numeric_limits<double>::quiet_NaN();
    const std::optional<double> bytes =
        bytesOfRows(device, decodedBytesOfRows(preview, device.head(), shown));
    if (bytes && *bytes > 0 && preview.bytes > 0)
        preview.estimatedExchanges = std::round(static_cast<double>(preview.exchanges)
                                                * static_cast<double>(preview.bytes) / *bytes);
}

/// The table that a file begins with, and its columns as they are read.
void sampleColumns(Preview &preview, QByteArrayView head, const ReadOptions &options)
{
    ColumnMapping wanted = options.mapping.value_or(ColumnMapping());
    if (!options.mapping)
        wanted.guessesOthers = true;
    auto sample = sampleTable(head, wanted.layout);
    if (!sample)
        return; // its reader says why
    preview.table = *std::move(sample);
    MappingToShow shown = mappingToShow(wanted, *preview.table);
    preview.mapping = std::move(shown.mapping);
    preview.problem = std::move(shown.problem);
}

} // namespace

Result<Preview> preview(const QString &path, const FileOptions &options, JobControl &job)
{
    DRAMATIS_TRY(const auto device, CaptureDevice::open(path));
    DRAMATIS_CHECK(job.checkpoint(0));
    DRAMATIS_TRY(const Detection detection, detectOn(*device, path, options));
    const ReadOptions read = readOptionsOf(options);
    Preview result;
    result.path = path;
    result.reader = detection.reader;
    result.compression = detection.compression;
    result.bytes = device->rawSize();
    result.formats =
        options.format.isEmpty() ? detection.formats : fittingFormats(device->head(), read);
    for (const FormatChoice &choice : result.formats) {
        if (choice.reader == detection.reader)
            result.confidence = choice.confidence;
    }
    result.takesZone = takesZone(*detection.reader, device->head(), read);
    DRAMATIS_CHECK(job.checkpoint(0.5));
    if (detection.reader->takesMapping()) {
        sampleColumns(result, device->head(), read);
        if (!result.problem.isEmpty())
            return result;
    }

    const bool areLines = detection.reader->readsLines();
    PreviewDevice first(*device, areLines, kMostBytes);
    FirstRecords records(first, areLines, result);
    UntilFull control(job, records);
    const auto summary = detection.reader->read(first, read, records, control);
    if (!summary && (job.isCancelled() || summary.error().kind != ErrorKind::Cancelled))
        return summary.error();
    result.isWhole = summary.has_value() && !first.isCut();
    estimate(result, *device, first);
    return result;
}

Result<std::vector<RulePreview>> previewRules(std::span<const PreviewPtr> previews, JobControl &job)
{
    traffic::ExchangeTableBuilder builder(table::makeSpillingStore());
    for (const PreviewPtr &preview : previews) {
        for (const PreviewRow &row : preview->rows) {
            if (!row.isExchange())
                continue;
            traffic::Exchange exchange;
            exchange.begin = row.begin;
            exchange.host = row.host;
            exchange.server = row.server;
            exchange.method = row.method;
            exchange.path = row.path;
            DRAMATIS_CHECK(builder.add(exchange));
        }
    }
    DRAMATIS_TRY(const traffic::ExchangeTablePtr table,
                 builder.freeze(traffic::ResourceRule::Automatic, job));
    std::vector<RulePreview> rules;
    for (const traffic::ResourceRule rule : traffic::allRules()) {
        const auto named = table->withRule(rule);
        const table::StringPool &names = named->resources();
        RulePreview one;
        one.rule = rule;
        one.resources = names.size() - 1; // the first is of those that have none
        for (std::uint32_t id = 1; id < names.size() && one.names.size() < 3; ++id)
            one.names.append(names.text(StringId{id}));
        rules.push_back(one);
    }
    return rules;
}

} // namespace dramatis::capture
