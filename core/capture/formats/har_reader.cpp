// SPDX-License-Identifier: GPL-3.0-or-later
//
// http://www.softwareishard.com/blog/har-12-spec: -1 is "does not apply", and many writers use it
// for what they do not know. Bodies in it can be large; they are passed over as they come.
#include "core/capture/formats/har_reader.h"

#include "core/capture/formats/field_converter.h"
#include "core/capture/formats/import_tally.h"
#include "core/capture/formats/json_records.h"
#include "core/capture/formats/line_reading.h"
#include "core/capture/formats/named_fields.h"
#include "core/capture/tr.h"

using namespace Qt::StringLiterals;

namespace dramatis::capture {

namespace {

constexpr std::int64_t kHarMillisecond = 1'000'000;

constexpr NamedColumn kHar[] = {
    {"startedDateTime", LogField::IsoStamp},
    {"time", LogField::Milliseconds},
    {"request>method", LogField::Method},
    {"request>url", LogField::Url},
    {"request>bodySize", LogField::RequestBytes},
    {"response>status", LogField::Status},
    {"response>bodySize", LogField::BodyBytes},
    {"response>_transferSize", LogField::BodyBytes},
    {"response>content>size", LogField::BodyBytes},
    {"serverIPAddress", LogField::Server},
    {"timings>blocked", LogField::Skip},
    {"timings>dns", LogField::Skip},
    {"timings>connect", LogField::Skip}, // "ssl" is a part of it
    {"timings>send", LogField::Skip},
    {"timings>wait", LogField::Skip},
    {"timings>receive", LogField::Skip},
    {"^creator>name", LogField::Skip},
};

JsonShape harShape()
{
    JsonShape shape = shapeOf(kHar);
    shape.roots = {"log"};
    shape.records = {"entries>[]"};
    return shape;
}

/// What the parts of an entry took that are known, for one whose whole time is not.
std::int64_t sumOfTimings(const NamedValues &values)
{
    constexpr std::int64_t kLongest = 1'000'000 * kNanosecondsPerSecond;
    std::int64_t sum = kUnknown;
    for (std::size_t i = 0; i < std::size(kHar); ++i) {
        if (!kHar[i].name.starts_with("timings>"))
            continue;
        const auto part = parseNanoseconds(values[i], kHarMillisecond);
        if (part && *part <= kLongest)
            sum = (isKnown(sum) ? sum : 0) + *part;
    }
    return sum;
}

class HarEntries final : public JsonRecordTaker
{
public:
    HarEntries(ImportTally &tally, const StampZone &zone)
        : m_tally(tally)
        , m_converter(StampOf::Begin, zone)
    {}

    Result<> take(int, const NamedValues &values) override
    {
        ++m_entries;
        setFields(values, kHar, m_fields);
        const LineProblem problem = m_converter.convert(m_fields, m_exchange);
        if (problem != LineProblem::None) {
            m_tally.skip(
                Tr::tr("entry %1").arg(m_entries), reasonFor(problem), at(m_fields, LogField::Url));
            return {};
        }
        if (!isKnown(m_exchange.latency))
            m_exchange.latency = sumOfTimings(values);
        if (m_exchange.status == 0) // cancelled, blocked, or the connection failed
            m_exchange.outcome = traffic::Outcome::Aborted;
        return m_tally.add(m_exchange);
    }

private:
    ImportTally &m_tally;
    FieldConverter m_converter;
    LogFields m_fields{};
    traffic::Exchange m_exchange;
    std::uint64_t m_entries = 0;
};

class HarReader final : public CaptureReader
{
public:
    QString id() const override { return u"har"_s; }
    QString name() const override { return Tr::tr("HTTP Archive (HAR)"); }
    QStringList extensions() const override { return {u"har"_s}; }

    Confidence sniff(QByteArrayView head, const ReadOptions &) const override
    {
        constexpr std::string_view kOfAnEntry[] = {"startedDateTime", "request>url"};
        constexpr std::string_view kOfAnArchive[] = {"^creator>name"};
        const std::uint64_t seen = fieldsInHead(head, JsonPaths(harShape()));
        if ((seen & placesOf(kOfAnEntry, kHar)) != 0)
            return Confidence::Certain;
        return (seen & placesOf(kOfAnArchive, kHar)) != 0 ? Confidence::Likely : Confidence::No;
    }

    Result<ImportSummary> read(QIODevice &device,
                               const ReadOptions &options,
                               traffic::ExchangeSink &sink,
                               JobControl &job) const override
    {
        ImportTally tally(sink);
        HarEntries entries(tally, options.zone);
        DRAMATIS_CHECK(readJsonDocuments(device, JsonPaths(harShape()), entries, tally, job));
        return tally.summary(id());
    }
};

} // namespace

const CaptureReader *harReader()
{
    static const HarReader reader;
    return &reader;
}

} // namespace dramatis::capture
