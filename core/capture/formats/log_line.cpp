// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/formats/log_line.h"

#include "core/base/unknown.h"

#include <algorithm>

namespace dramatis::capture {

namespace {

constexpr std::int64_t kMicrosecond = 1000;
constexpr std::int64_t kMillisecond = 1'000'000;
/// Eleven days: what takes longer is no latency, and must not carry begins out of bounds.
constexpr std::int64_t kLongestLatency = 1'000'000 * kNanosecondsPerSecond;

bool isAbsent(std::string_view text)
{
    return text.empty() || text == "-";
}

std::string_view present(std::string_view text)
{
    return isAbsent(text) ? std::string_view() : text;
}

/// Takes the first entry off a list of nginx, whose separators are ", " and " : ".
std::string_view takeEntry(std::string_view &list)
{
    const std::size_t end = std::min(list.find(", "), list.find(" : "));
    const std::string_view entry = list.substr(0, end);
    const std::size_t width = end == std::string_view::npos ? 0 : list[end] == ',' ? 2 : 3;
    list = end == std::string_view::npos ? std::string_view() : list.substr(end + width);
    return entry;
}

/// A method as RFC 9110 allows it, of reasonable length; TLS garbage is none.
bool isMethod(std::string_view text)
{
    return !text.empty() && text.size() <= 32 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
    });
}

/// "http://shop/cart" -> host "shop", path "/cart"; other targets stay as they are.
void splitAbsolute(std::string_view &target, std::string_view &host)
{
    if (target.starts_with('/'))
        return;
    const std::size_t scheme = target.find("://");
    if (scheme == std::string_view::npos || scheme > 8)
        return;
    const std::size_t slash = target.find('/', scheme + 3);
    host = target.substr(scheme + 3, slash - scheme - 3);
    target = slash == std::string_view::npos ? std::string_view("/") : target.substr(slash);
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// Reads a size into `bytes`; absent leaves it unknown. False for what is neither.
bool readSize(std::string_view text, std::int64_t &bytes)
{
    if (isAbsent(text))
        return true;
    const auto count = parseCount(text);
    bytes = count.value_or(kUnknown);
    return count.has_value();
}

} // namespace

std::string_view upstreamThatAnswered(std::string_view addresses, std::string_view times)
{
    std::string_view last;
    std::string_view answered;
    while (!addresses.empty()) {
        const std::string_view address = takeEntry(addresses);
        const std::string_view time = takeEntry(times);
        if (address.find(':') == std::string_view::npos) // "-" or a group's name, no address
            continue;
        last = address;
        if (!isAbsent(time))
            answered = address;
    }
    return answered.empty() ? last : answered;
}

LineProblem LogLine::read(std::string_view line, traffic::Exchange &exchange)
{
    return m_format.match(line, m_fields) ? convert(exchange) : LineProblem::Form;
}

LineProblem LogLine::readExactly(std::string_view line, traffic::Exchange &exchange)
{
    if (!m_format.matchExactly(line, m_fields))
        return LineProblem::Form;
    // A whole number where nginx writes "0.012" is another format's field.
    if (m_format.stampOf() == StampOf::End && m_format.has(LogField::Seconds)
        && field(LogField::Seconds).find('.') == std::string_view::npos)
        return LineProblem::Latency;
    const std::string_view upstreams = field(LogField::Upstreams);
    if (m_format.has(LogField::Upstreams) && upstreams != "-" && !upstreams.empty()
        && upstreams.find_first_of(" \"") != std::string_view::npos
        && upstreams.find(", ") == std::string_view::npos
        && upstreams.find(" : ") == std::string_view::npos)
        return LineProblem::Form;
    std::string_view times = field(LogField::UpstreamSeconds);
    while (!times.empty()) {
        const std::string_view entry = takeEntry(times);
        if (!isAbsent(entry) && !parseNanoseconds(entry, kNanosecondsPerSecond))
            return LineProblem::Latency;
    }
    return convert(exchange);
}

LineProblem LogLine::convert(traffic::Exchange &exchange)
{
    exchange = {};
    const std::optional<std::int64_t> time = stamp();
    if (!time)
        return LineProblem::Time;
    if (const std::string_view status = field(LogField::Status); !isAbsent(status)) {
        const auto number = parseCount(status);
        if (!number || *number > 999)
            return LineProblem::Status;
        exchange.status = static_cast<std::uint16_t>(*number);
        exchange.outcome = traffic::outcomeOfStatus(exchange.status);
    }
    const LogField sent =
        m_format.has(LogField::BodyBytes) ? LogField::BodyBytes : LogField::BytesSent;
    if (!readSize(field(sent), exchange.responseBytes)
        || !readSize(field(LogField::RequestBytes), exchange.requestBytes))
        return LineProblem::Size;
    if (const LineProblem problem = readLatency(exchange.latency); problem != LineProblem::None)
        return problem;
    exchange.begin = *time;
    if (m_format.stampOf() == StampOf::End && isKnown(exchange.latency))
        exchange.begin -= exchange.latency;
    exchange.client = present(field(LogField::Client));
    for (const LogField name : {LogField::Host, LogField::HostHeader, LogField::ServerName}) {
        if (exchange.host.empty())
            exchange.host = present(field(name));
    }
    if (m_format.has(LogField::Upstreams))
        exchange.server =
            upstreamThatAnswered(field(LogField::Upstreams), field(LogField::UpstreamSeconds));
    readOperation(exchange);
    return LineProblem::None;
}

/// The finest stamp there is.
std::optional<std::int64_t> LogLine::stamp()
{
    if (m_format.has(LogField::EpochMicroseconds))
        return parseNanoseconds(field(LogField::EpochMicroseconds), kMicrosecond);
    if (m_format.has(LogField::EpochMilliseconds))
        return parseNanoseconds(field(LogField::EpochMilliseconds), kMillisecond);
    if (m_format.has(LogField::EpochSeconds))
        return parseNanoseconds(field(LogField::EpochSeconds), kNanosecondsPerSecond);
    return m_format.has(LogField::IsoStamp) ? m_stamps.iso(field(LogField::IsoStamp))
                                            : m_stamps.common(field(LogField::CommonStamp));
}

LineProblem LogLine::readLatency(std::int64_t &latency)
{
    struct Unit
    {
        LogField field;
        std::int64_t nanoseconds;
    };
    constexpr Unit kUnits[] = {{LogField::Microseconds, kMicrosecond},
                               {LogField::Milliseconds, kMillisecond},
                               {LogField::Seconds, kNanosecondsPerSecond}};
    for (const Unit &unit : kUnits) {
        if (!m_format.has(unit.field))
            continue;
        if (isAbsent(field(unit.field)))
            return LineProblem::None;
        const auto time = parseNanoseconds(field(unit.field), unit.nanoseconds);
        if (!time || *time > kLongestLatency)
            return LineProblem::Latency;
        latency = *time;
        return LineProblem::None;
    }
    // The tries one after the other are all there is of the time it took.
    std::string_view times = field(LogField::UpstreamSeconds);
    while (!times.empty()) {
        const std::string_view entry = takeEntry(times);
        if (isAbsent(entry))
            continue;
        const auto time = parseNanoseconds(entry, kNanosecondsPerSecond);
        if (!time || *time > kLongestLatency)
            return LineProblem::Latency;
        latency = (isKnown(latency) ? latency : 0) + *time;
        if (latency > kLongestLatency)
            return LineProblem::Latency;
    }
    return LineProblem::None;
}

void LogLine::readOperation(traffic::Exchange &exchange)
{
    std::string_view target = present(field(LogField::Target));
    exchange.method = present(field(LogField::Method));
    const std::string_view request = present(field(LogField::Request));
    if (!request.empty()) {
        const std::size_t space = request.find(' ');
        if (space == std::string_view::npos || !isMethod(request.substr(0, space)))
            return; // not HTTP: an exchange of unknown operation
        exchange.method = request.substr(0, space);
        target = request.substr(space + 1);
        if (const std::size_t protocol = target.rfind(" HTTP/"); protocol != std::string_view::npos)
            target = target.substr(0, protocol);
    }
    target = target.substr(0, target.find('?')); // two quick searches: find_first_of is a slow one
    target = target.substr(0, target.find('#'));
    std::string_view host;
    splitAbsolute(target, host);
    if (exchange.host.empty())
        exchange.host = host;
    exchange.path = unescaped(target);
}

/// Undoes what nginx and Apache write for characters that would break a line: \x22, \", \\, \n.
std::string_view LogLine::unescaped(std::string_view text)
{
    if (text.find('\\') == std::string_view::npos)
        return text;
    m_unescaped.clear();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            m_unescaped += text[i];
            continue;
        }
        const char next = text[++i];
        if (next == 'x' && i + 2 < text.size() && hexValue(text[i + 1]) >= 0
            && hexValue(text[i + 2]) >= 0) {
            m_unescaped += static_cast<char>(hexValue(text[i + 1]) * 16 + hexValue(text[i + 2]));
            i += 2;
        } else if (next == 'n' || next == 't' || next == 'r') {
            m_unescaped += next == 'n' ? '\n' : next == 't' ? '\t' : '\r';
        } else {
            m_unescaped += next;
        }
    }
    return m_unescaped;
}

} // namespace dramatis::capture
