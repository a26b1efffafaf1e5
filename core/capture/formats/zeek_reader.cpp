// SPDX-License-Identifier: GPL-3.0-or-later
//
// https://docs.zeek.org/en/master/log-formats.html, .../logs/conn.html, http.html, dns.html. The
// same names in both ways to write them: the header's in a table, the members' in JSON.
#include "core/capture/formats/zeek_reader.h"

#include "core/capture/formats/field_converter.h"
#include "core/capture/formats/json_records.h"
#include "core/capture/formats/line_parser.h"
#include "core/capture/formats/line_reading.h"
#include "core/capture/formats/named_fields.h"

#include <QtGlobal>

#include <algorithm>
#include <charconv>
#include <deque>

using namespace Qt::StringLiterals;

namespace dramatis::capture {

namespace {

using traffic::Outcome;

struct ZeekLog
{
    const char *id;
    const char *name; ///< translated when shown
    std::span<const NamedColumn> vocabulary;
    std::span<const std::string_view> telling; ///< every such log has these
    void (*prepare)(LogFields &fields);
    void (*finish)(const LogFields &fields, traffic::Exchange &exchange);
};

constexpr NamedColumn kConn[] = {
    {"ts", LogField::IsoStamp},
    {"id.orig_h", LogField::Client},
    {"id.resp_h", LogField::Server},
    {"id.resp_p", LogField::ServerPort},
    {"proto", LogField::Method},
    {"service", LogField::Target},
    {"duration", LogField::Seconds},
    {"orig_bytes", LogField::RequestBytes},
    {"resp_bytes", LogField::BodyBytes},
    {"conn_state", LogField::Verdict},
};

constexpr std::string_view kConnTelling[] = {"ts", "id.orig_h", "id.resp_h", "proto", "conn_state"};

constexpr NamedColumn kHttp[] = {
    {"ts", LogField::IsoStamp},
    {"id.orig_h", LogField::Client},
    {"id.resp_h", LogField::Server},
    {"id.resp_p", LogField::ServerPort},
    {"trans_depth", LogField::Skip},
    {"method", LogField::Method},
    {"host", LogField::Host},
    {"uri", LogField::Target},
    {"request_body_len", LogField::RequestBytes},
    {"response_body_len", LogField::BodyBytes},
    {"status_code", LogField::Status},
};

constexpr std::string_view kHttpTelling[] = {"ts", "id.orig_h", "id.resp_h", "trans_depth"};

constexpr NamedColumn kDns[] = {
    {"ts", LogField::IsoStamp},
    {"id.orig_h", LogField::Client},
    {"id.resp_h", LogField::Server},
    {"id.resp_p", LogField::ServerPort},
    {"rtt", LogField::Seconds},
    {"query", LogField::Target},
    {"qtype_name", LogField::Method},
    {"rcode", LogField::Status},
    {"rejected", LogField::Skip},
};

constexpr std::string_view kDnsTelling[] = {"ts", "id.orig_h", "id.resp_h", "rejected"};

/// Protocols as other flow logs call them; what stands for the port in ICMP is a code.
void prepareConn(LogFields &fields)
{
    std::string_view &protocol = at(fields, LogField::Method);
    if (protocol == "tcp")
        protocol = "TCP";
    else if (protocol == "udp")
        protocol = "UDP";
    else if (protocol == "icmp") {
        protocol = "ICMP";
        at(fields, LogField::ServerPort) = {};
    }
}

/// By how the connection ended. S0 is an attempt that nobody answered, in UDP as good as any other
/// datagram; of those that were seen in part (OTH, SH, SHR, RSTRH) nothing is known.
void finishConn(const LogFields &fields, traffic::Exchange &exchange)
{
    const std::string_view state = at(fields, LogField::Verdict);
    if (state == "SF" || state == "S1" || state == "S2" || state == "S3")
        exchange.outcome = Outcome::Ok;
    else if (state == "REJ")
        exchange.outcome = Outcome::ServerError;
    else if (state == "RSTO" || state == "RSTR" || state == "RSTOS0")
        exchange.outcome = Outcome::Aborted;
    else if (state == "S0" && exchange.method == "TCP")
        exchange.outcome = Outcome::Timeout;
}

/// By the code of the answer: a name that does not exist is the fault of who asked.
void finishDns(const LogFields &fields, traffic::Exchange &exchange)
{
    if (at(fields, LogField::Status).empty())
        return; // no answer was seen
    switch (exchange.status) {
    case 0: // NOERROR
        exchange.outcome = Outcome::Ok;
        break;
    case 2: // SERVFAIL
    case 4: // NOTIMP
        exchange.outcome = Outcome::ServerError;
        break;
    default:
        exchange.outcome = Outcome::ClientError;
        break;
    }
}

constexpr ZeekLog kZeekLogs[] = {
    {.id = "zeek-conn",
     .name = QT_TRANSLATE_NOOP("dramatis::capture", "Zeek conn.log"),
     .vocabulary = kConn,
     .telling = kConnTelling,
     .prepare = prepareConn,
     .finish = finishConn},
    {.id = "zeek-http",
     .name = QT_TRANSLATE_NOOP("dramatis::capture", "Zeek http.log"),
     .vocabulary = kHttp,
     .telling = kHttpTelling,
     .prepare = nullptr,
     .finish = nullptr},
    {.id = "zeek-dns",
     .name = QT_TRANSLATE_NOOP("dramatis::capture", "Zeek dns.log"),
     .vocabulary = kDns,
     .telling = kDnsTelling,
     .prepare = nullptr,
     .finish = finishDns},
};

/// Takes what is before the first `separator` off `text`.
std::string_view takeColumn(std::string_view &text, char separator)
{
    const std::size_t end = text.find(separator);
    const std::string_view part = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    return part;
}

class ZeekParser final : public LineParser
{
public:
    ZeekParser(const ZeekLog &log, const StampZone &zone)
        : m_log(log)
        , m_telling(placesOf(log.telling, log.vocabulary))
        , m_paths(shapeOf(log.vocabulary))
        , m_json(m_paths)
        , m_converter(StampOf::Begin, zone)
    {}

    LineProblem read(std::string_view line, traffic::Exchange &exchange) override
    {
        if (line.front() == '#' && takeDirective(line))
            return LineProblem::NotARecord;
        const NamedValues *values = line.front() == '{' ? m_json.read(line) : readRow(line);
        if (!values || (values->present() & m_telling) != m_telling)
            return LineProblem::Form;
        setFields(*values, m_log.vocabulary, m_fields);
        if (m_log.prepare)
            m_log.prepare(m_fields);
        const LineProblem problem = m_converter.convert(m_fields, exchange);
        if (problem == LineProblem::None && m_log.finish)
            m_log.finish(m_fields, exchange);
        return problem;
    }

    LineProblem readExactly(std::string_view line, traffic::Exchange &exchange) override
    {
        return read(line, exchange);
    }

    /// Whether the last header that was seen is of this log.
    [[nodiscard]] bool hasHeader() const { return m_hasHeader; }

private:
    /// False for what only looks like a line of the header.
    bool takeDirective(std::string_view line)
    {
        std::string_view rest = line.substr(1);
        const std::size_t end = rest.find_first_of(std::string_view(" \t", 2));
        const bool isSeparator = rest.starts_with("separator ");
        const std::string_view name =
            isSeparator
                ? "separator"
                : takeColumn(rest, end < rest.size() && rest[end] == '\t' ? '\t' : m_separator);
        if (isSeparator) {
            setSeparator(rest.substr(name.size() + 1));
        } else if (name == "fields") {
            setColumns(rest);
        } else if (name == "unset_field") {
            m_unset = rest;
        } else if (name == "empty_field") {
            m_empty = rest;
        } else {
            return name == "path" || name == "open" || name == "close" || name == "types"
                   || name == "set_separator";
        }
        return true;
    }

    /// "\x09", or the character itself.
    void setSeparator(std::string_view text)
    {
        if (text.size() == 4 && text.starts_with("\\x")) {
            int code = 0;
            std::from_chars(text.data() + 2, text.data() + 4, code, 16);
            m_separator = static_cast<char>(code);
        } else if (text.size() == 1) {
            m_separator = text.front();
        }
    }

    void setColumns(std::string_view names)
    {
        m_columns.clear();
        std::uint64_t has = 0;
        while (!names.empty()) {
            const std::string_view name = takeColumn(names, m_separator);
            const auto found =
                std::find_if(m_log.vocabulary.begin(),
                             m_log.vocabulary.end(),
                             [&](const NamedColumn &column) { return column.name == name; });
            const int place = found == m_log.vocabulary.end()
                                  ? kUnused
                                  : static_cast<int>(found - m_log.vocabulary.begin());
            m_columns.push_back(place);
            has |= place == kUnused ? 0 : std::uint64_t{1} << place;
        }
        while (!m_columns.empty() && m_columns.back() == kUnused)
            m_columns.pop_back();
        m_hasHeader = (has & m_telling) == m_telling;
    }

    const NamedValues *readRow(std::string_view line)
    {
        if (!m_hasHeader)
            return nullptr;
        m_row.clear();
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (line.empty())
                return nullptr; // cut
            const std::string_view value = takeColumn(line, m_separator);
            if (m_columns[i] != kUnused)
                m_row.set(static_cast<std::size_t>(m_columns[i]),
                          value == m_unset || value == m_empty ? std::string_view() : value);
        }
        return &m_row;
    }

    static constexpr int kUnused = -1;

    const ZeekLog &m_log;
    std::uint64_t m_telling;
    JsonPaths m_paths;
    JsonLine m_json;
    LogFields m_fields{};
    FieldConverter m_converter;
    char m_separator = '\t';
    std::string m_unset = "-";
    std::string m_empty = "(empty)";
    std::vector<int> m_columns; ///< their places in the vocabulary, up to the last that has one
    bool m_hasHeader = false;
    NamedValues m_row;
};

class ZeekReader final : public CaptureReader
{
public:
    explicit ZeekReader(const ZeekLog &log) : m_log(log) {}

    QString id() const override { return QString::fromLatin1(m_log.id); }
    QString name() const override { return translated(m_log.name); }
    QStringList extensions() const override { return {u"log"_s}; }

    bool readsLines() const override { return true; }

    Confidence sniff(QByteArrayView head, const ReadOptions &options) const override
    {
        ZeekParser parser(m_log, options.zone);
        const FirstLines first = firstLines(head);
        const Confidence confidence = confidenceIn(first, parser);
        const bool isHeaderAlone =
            std::all_of(first.lines.begin(), first.lines.end(), [](std::string_view line) {
                return line.front() == '#';
            });
        return isHeaderAlone && parser.hasHeader() ? Confidence::Certain
                                                   : confidence; // a quiet hour
    }

    Result<ImportSummary> read(QIODevice &device,
                               const ReadOptions &options,
                               traffic::ExchangeSink &sink,
                               JobControl &job) const override
    {
        ZeekParser parser(m_log, options.zone);
        return readLines(device, parser, id(), sink, job);
    }

private:
    const ZeekLog &m_log;
};

} // namespace

const QList<const CaptureReader *> &zeekReaders()
{
    static const QList<const CaptureReader *> readers = [] {
        static std::deque<ZeekReader> made;
        QList<const CaptureReader *> list;
        for (const ZeekLog &log : kZeekLogs)
            list.append(&made.emplace_back(log));
        return list;
    }();
    return readers;
}

} // namespace dramatis::capture
