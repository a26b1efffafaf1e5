// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a span's values are called and where they stand differs by tracer: trace_format.h has the
// tables. What becomes of a span is span_window.h's.
#include "core/capture/formats/trace_reader.h"

#include "core/base/ascii.h"
#include "core/capture/formats/import_tally.h"
#include "core/capture/formats/json_records.h"
#include "core/capture/formats/line_reading.h"
#include "core/capture/formats/log_numbers.h"
#include "core/capture/formats/span_window.h"
#include "core/capture/formats/trace_format.h"
#include "core/capture/tr.h"
#include "core/table/hash.h"

#include <algorithm>
#include <deque>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace dramatis::capture {

namespace {

using traffic::Outcome;

constexpr std::int64_t kSpanMicrosecond = 1000;
constexpr std::int64_t kLongestSpan = 1'000'000 * kNanosecondsPerSecond;
constexpr std::size_t kLongestName = 1024;   ///< of a route, a service: the rest is cut off
constexpr std::size_t kMostProcesses = 4096; ///< of one trace

JsonShape traceShape(const TraceFormat &format)
{
    JsonShape shape{format.roots, format.records, {}};
    for (const SpanColumn &column : format.columns)
        shape.fields.push_back(column.path);
    return shape;
}

/// The values of a span by what they say.
using SpanValues = std::array<std::string_view, static_cast<std::size_t>(SpanField::Count)>;

std::string_view &at(SpanValues &values, SpanField field)
{
    return values[static_cast<std::size_t>(field)];
}

/// "SPAN_KIND_SERVER", "SERVER", "server", and OTLP's number.
SpanKind kindOf(std::string_view text)
{
    constexpr std::string_view kNames[] = {
        "unspecified", "internal", "server", "client", "producer", "consumer"};
    constexpr std::string_view kPrefix = "SPAN_KIND_";
    if (text.starts_with(kPrefix))
        text.remove_prefix(kPrefix.size());
    if (text.size() == 1 && text.front() >= '1' && text.front() <= '5')
        return static_cast<SpanKind>(text.front() - '0');
    for (std::size_t i = 0; i < std::size(kNames); ++i) {
        if (ascii::equalIgnoringCase(text, kNames[i]))
            return static_cast<SpanKind>(i);
    }
    return SpanKind::Unspecified;
}

/// "true", "ERROR", "STATUS_CODE_ERROR", OTLP's 2; in Zipkin the message itself.
bool isError(std::string_view text)
{
    return !text.empty() && text != "false" && text != "0" && text != "1" && text != "OK"
           && text != "UNSET" && text != "STATUS_CODE_OK" && text != "STATUS_CODE_UNSET";
}

std::string_view cut(std::string_view text)
{
    return text.substr(0, kLongestName);
}

/// The path of "https://host/path?query" or of "/path?query".
std::string_view pathOf(std::string_view target)
{
    if (const std::size_t scheme = target.substr(0, 12).find("://");
        scheme != std::string_view::npos) {
        const std::size_t slash = target.find('/', scheme + 3);
        target = slash == std::string_view::npos ? std::string_view("/") : target.substr(slash);
    }
    target = target.substr(0, target.find('?'));
    return target.substr(0, target.find('#'));
}

std::string_view hostOf(std::string_view url)
{
    const std::size_t scheme = url.substr(0, 12).find("://");
    return scheme == std::string_view::npos
               ? std::string_view()
               : url.substr(scheme + 3, url.find_first_of("/?#", scheme + 3) - scheme - 3);
}

std::string_view firstOf(std::initializer_list<std::string_view> texts)
{
    for (const std::string_view text : texts) {
        if (!text.empty())
            return text;
    }
    return {};
}

std::uint64_t spanHash(std::string_view trace, std::string_view span)
{
    const std::uint64_t seed = trace.empty() ? 0 : table::hashBytes(trace.data(), trace.size());
    return table::hashBytes(span.data(), span.size(), seed);
}

void readStatus(SpanValues &values, Span &span)
{
    if (const auto status = parseCount(at(values, SpanField::Status)); status && *status < 1000) {
        span.status = static_cast<std::uint16_t>(*status);
        span.outcome = traffic::outcomeOfStatus(span.status);
    } else if (const auto grpc = parseCount(at(values, SpanField::GrpcStatus));
               grpc && *grpc < 100) {
        span.status = static_cast<std::uint16_t>(*grpc);
        span.outcome = traffic::outcomeOfGrpc(span.status);
    } else {
        span.outcome = Outcome::Ok; // a span that ended and says nothing else
    }
    const bool isFine = span.outcome == Outcome::Ok || span.outcome == Outcome::Unknown;
    if (isFine && isError(at(values, SpanField::Error)))
        span.outcome = Outcome::ServerError;
}

/// Begin and latency; false where there is no begin. A span that ends before it begins has had its
/// clock put back: how long it took is unknown.
bool readTimes(SpanValues &values, Span &span, ImportTally &tally)
{
    const std::string_view nanoseconds = at(values, SpanField::BeginNanoseconds);
    const auto begin =
        nanoseconds.empty()
            ? parseNanoseconds(at(values, SpanField::BeginMicroseconds), kSpanMicrosecond)
            : parseNanoseconds(nanoseconds, 1);
    if (!begin || *begin == 0)
        return false;
    span.begin = *begin;
    if (const auto end = parseNanoseconds(at(values, SpanField::EndNanoseconds), 1);
        end && *end > 0)
        span.latency = *end - *begin;
    if (const auto duration =
            parseNanoseconds(at(values, SpanField::DurationMicroseconds), kSpanMicrosecond))
        span.latency = *duration;
    if (isKnown(span.latency) && (span.latency < 0 || span.latency > kLongestSpan)) {
        span.latency = kUnknown;
        tally.repair();
    }
    return true;
}

class TraceSpans final : public JsonRecordTaker
{
public:
    TraceSpans(const TraceFormat &format, ImportTally &tally)
        : m_format(format)
        , m_tally(tally)
        , m_window(tally)
    {}

    Result<> take(int record, const NamedValues &values) override
    {
        setValues(values);
        switch (record) {
        case kSpanRecord:
            return takeSpan();
        case kProcessRecord:
            if (m_services.size() < kMostProcesses)
                m_services[std::string(cut(at(m_values, SpanField::ProcessKey)))] =
                    cut(at(m_values, SpanField::ProcessService));
            return {};
        case kReferenceRecord:
            takeReference();
            return {};
        case kTraceRecord:
            endTrace();
            return {};
        default:
            return {};
        }
    }

    Result<> finish()
    {
        endTrace();
        return m_window.finish();
    }

private:
    void setValues(const NamedValues &values)
    {
        m_values = {};
        for (std::uint64_t left = values.present(); left != 0; left &= left - 1) {
            const auto place = static_cast<std::size_t>(std::countr_zero(left));
            std::string_view &value = at(m_values, m_format.columns[place].field);
            if (value.empty())
                value = values[place];
        }
    }

    /// The first one in the span's own trace is its parent; others are links.
    void takeReference()
    {
        const std::string_view trace = at(m_values, SpanField::Trace);
        const std::string_view referred = at(m_values, SpanField::ReferredTrace);
        if (m_reference.empty() && (trace.empty() || referred == trace))
            m_reference = cut(at(m_values, SpanField::ReferredSpan));
    }

    Result<> takeSpan()
    {
        ++m_count;
        Span span;
        const std::string reference = std::exchange(m_reference, {});
        const std::string_view trace = at(m_values, SpanField::Trace);
        const std::string_view id = at(m_values, SpanField::Id);
        if (id.empty() || !readTimes(m_values, span, m_tally)) {
            m_tally.skip(Tr::tr("span %1").arg(m_count),
                         id.empty() ? Tr::tr("The span has no number.")
                                    : Tr::tr("The time cannot be read."),
                         at(m_values, SpanField::Name));
            return {};
        }
        span.id = spanHash(trace, id);
        if (const std::string_view parent = firstOf({at(m_values, SpanField::Parent), reference});
            parent.find_first_not_of('0') != std::string_view::npos && parent != id)
            span.parent = spanHash(trace, parent);
        span.kind = kindOf(at(m_values, SpanField::Kind));
        span.isShared = at(m_values, SpanField::Shared) == "true";
        span.requestBytes = parseCount(at(m_values, SpanField::RequestBytes)).value_or(kUnknown);
        span.responseBytes = parseCount(at(m_values, SpanField::ResponseBytes)).value_or(kUnknown);
        readStatus(m_values, span);
        readNames(span);
        return m_window.add(std::move(span));
    }

    void readNames(Span &span)
    {
        span.service = cut(at(m_values, SpanField::Service));
        span.process = cut(at(m_values, SpanField::Process));
        span.method = cut(at(m_values, SpanField::Method));
        const std::string_view url = at(m_values, SpanField::Url);
        span.path = cut(firstOf({at(m_values, SpanField::Route),
                                 pathOf(at(m_values, SpanField::Target)),
                                 pathOf(url),
                                 at(m_values, SpanField::Name)}));
        const std::string_view service = at(m_values, SpanField::PeerService);
        const std::string_view address = at(m_values, SpanField::PeerAddress);
        if (span.kind == SpanKind::Client)
            span.peer =
                cut(firstOf({service, at(m_values, SpanField::PeerHost), hostOf(url), address}));
        else if (span.kind == SpanKind::Server || span.kind == SpanKind::Consumer)
            span.peer = cut(firstOf({service, address}));
    }

    void endTrace()
    {
        m_window.nameServices([this](const std::string &process) {
            const auto found = m_services.find(process);
            return found == m_services.end() ? std::string() : found->second;
        });
        m_services.clear();
    }

    const TraceFormat &m_format;
    ImportTally &m_tally;
    SpanWindow m_window;
    SpanValues m_values{};
    std::string m_reference;                       ///< parent of the span that is being read
    std::map<std::string, std::string> m_services; ///< of the trace, by process
    std::uint64_t m_count = 0;
};

class TraceReader final : public CaptureReader
{
public:
    explicit TraceReader(const TraceFormat &format) : m_format(format), m_paths(traceShape(format))
    {}

    QString id() const override { return QString::fromLatin1(m_format.id); }
    QString name() const override { return translated(m_format.name); }
    QStringList extensions() const override { return {u"json"_s}; }

    Confidence sniff(QByteArrayView head, const ReadOptions &) const override
    {
        const std::uint64_t seen = fieldsInHead(head, m_paths);
        const bool isTrace = std::all_of(
            m_format.telling.begin(), m_format.telling.end(), [&](std::string_view path) {
                const auto column =
                    std::find_if(m_format.columns.begin(),
                                 m_format.columns.end(),
                                 [&](const SpanColumn &one) { return one.path == path; });
                return (seen >> (column - m_format.columns.begin()) & 1) != 0;
            });
        return isTrace ? Confidence::Certain : Confidence::No;
    }

    Result<ImportSummary> read(QIODevice &device,
                               const ReadOptions &,
                               traffic::ExchangeSink &sink,
                               JobControl &job) const override
    {
        ImportTally tally(sink);
        TraceSpans spans(m_format, tally);
        DRAMATIS_CHECK(readJsonDocuments(device, m_paths, spans, tally, job));
        DRAMATIS_CHECK(spans.finish());
        return tally.summary(id());
    }

private:
    const TraceFormat &m_format;
    JsonPaths m_paths;
};

} // namespace

const QList<const CaptureReader *> &traceReaders()
{
    static const QList<const CaptureReader *> readers = [] {
        static std::deque<TraceReader> made;
        QList<const CaptureReader *> list;
        for (const TraceFormat &format : traceFormats())
            list.append(&made.emplace_back(format));
        return list;
    }();
    return readers;
}

} // namespace dramatis::capture
