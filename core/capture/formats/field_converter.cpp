// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/formats/field_converter.h"

#include "core/base/ascii.h"
#include "core/base/unknown.h"

#include <algorithm>

namespace dramatis::capture {

namespace {

constexpr std::int64_t kMicrosecond = 1000;
constexpr std::int64_t kMillisecond = 1'000'000;
/// Eleven days: what takes longer is no latency, and must not carry begins out of bounds.
constexpr std::int64_t kLongestLatency = 1'000'000 * kNanosecondsPerSecond;

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

/// A method as RFC 9110 allows it, of reasonable length; TLS garbage is none, nor is "-".
bool isMethod(std::string_view text)
{
    return !text.empty() && text.size() <= 32 && ascii::isLetter(text.front())
           && std::all_of(text.begin(), text.end(), [](char c) {
                  return ascii::isLetter(c) || c == '-' || c == '_';
              });
}

/// "shop:443" of https is the same host as "shop".
void dropDefaultPort(std::string_view scheme, std::string_view &host)
{
    const bool isSecure = scheme == "https" || scheme == "wss";
    if (isSecure && host.ends_with(":443"))
        host.remove_suffix(4);
    else if (!isSecure && (scheme == "http" || scheme == "ws") && host.ends_with(":80"))
        host.remove_suffix(3);
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
    dropDefaultPort(target.substr(0, scheme), host);
    target = slash == std::string_view::npos ? std::string_view("/") : target.substr(slash);
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

/// Reads a time in units of `unit` ns; what takes longer than anything does is none.
std::optional<std::int64_t> parseLatency(std::string_view text, std::int64_t unit)
{
    const auto time = parseNanoseconds(text, unit);
    return time && *time <= kLongestLatency ? time : std::nullopt;
}

/// In one field. Absent or not there leaves `latency` unknown.
LineProblem readWholeLatency(const LogFields &fields, std::int64_t &latency)
{
    struct Unit
    {
        LogField field;
        std::int64_t nanoseconds;
    };
    constexpr Unit kUnits[] = {{LogField::Nanoseconds, 1},
                               {LogField::Microseconds, kMicrosecond},
                               {LogField::Milliseconds, kMillisecond},
                               {LogField::Seconds, kNanosecondsPerSecond}};
    for (const Unit &unit : kUnits) {
        const std::string_view text = at(fields, unit.field);
        if (text.empty())
            continue;
        if (isAbsent(text))
            return LineProblem::None;
        const auto time = parseLatency(text, unit.nanoseconds);
        latency = time.value_or(kUnknown);
        return time ? LineProblem::None : LineProblem::Latency;
    }
    return LineProblem::None;
}

/// In parts, which are all there or say nothing.
LineProblem readLatencyInParts(const LogFields &fields, std::int64_t &latency)
{
    std::int64_t sum = 0;
    for (const LogField part :
         {LogField::ReceivingSeconds, LogField::ServingSeconds, LogField::SendingSeconds}) {
        const std::string_view text = at(fields, part);
        if (text.starts_with("-1"))
            return LineProblem::None;
        const auto time = parseLatency(text, kNanosecondsPerSecond);
        if (!time)
            return LineProblem::Latency;
        sum += *time;
    }
    latency = sum;
    return LineProblem::None;
}

/// The tries one after the other are all there is of the time it took.
LineProblem readUpstreamLatency(std::string_view times, std::int64_t &latency)
{
    while (!times.empty()) {
        const std::string_view entry = takeEntry(times);
        if (isAbsent(entry))
            continue;
        const auto time = parseLatency(entry, kNanosecondsPerSecond);
        if (!time)
            return LineProblem::Latency;
        latency = (isKnown(latency) ? latency : 0) + *time;
        if (latency > kLongestLatency)
            return LineProblem::Latency;
    }
    return LineProblem::None;
}

LineProblem readLatency(const LogFields &fields, std::int64_t &latency)
{
    const LineProblem problem = readWholeLatency(fields, latency);
    if (problem != LineProblem::None || isKnown(latency))
        return problem;
    if (!at(fields, LogField::ReceivingSeconds).empty())
        return readLatencyInParts(fields, latency);
    return readUpstreamLatency(at(fields, LogField::UpstreamSeconds), latency);
}

std::string_view clientOf(const LogFields &fields)
{
    std::string_view forwarded = at(fields, LogField::Forwarded);
    forwarded = forwarded.substr(0, forwarded.find(','));
    if (!isAbsent(forwarded))
        return withoutPort(forwarded);
    if (const std::string_view endpoint = at(fields, LogField::ClientEndpoint); !isAbsent(endpoint))
        return withoutPort(endpoint);
    return present(at(fields, LogField::Client));
}

} // namespace

bool isAbsent(std::string_view text)
{
    return text.empty() || text == "-";
}

std::string_view withoutPort(std::string_view endpoint)
{
    if (endpoint.starts_with('[')) {
        const std::size_t end = endpoint.find(']');
        return end == std::string_view::npos ? endpoint : endpoint.substr(1, end - 1);
    }
    const std::size_t colon = endpoint.find(':');
    return colon == endpoint.rfind(':') ? endpoint.substr(0, colon) : endpoint;
}

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

bool areUpstreamTimes(std::string_view times)
{
    while (!times.empty()) {
        const std::string_view entry = takeEntry(times);
        if (!isAbsent(entry) && !parseNanoseconds(entry, kNanosecondsPerSecond))
            return false;
    }
    return true;
}

LineProblem FieldConverter::convert(const LogFields &fields, traffic::Exchange &exchange)
{
    exchange = {};
    const std::optional<std::int64_t> time = stamp(fields);
    if (!time)
        return LineProblem::Time;
    if (const std::string_view status = at(fields, LogField::Status); !isAbsent(status)) {
        const auto number = parseCount(status);
        if (!number || *number > 999)
            return LineProblem::Status;
        exchange.status = static_cast<std::uint16_t>(*number);
        exchange.outcome = traffic::outcomeOfStatus(exchange.status);
    }
    const std::string_view body = at(fields, LogField::BodyBytes);
    if (!readSize(body.empty() ? at(fields, LogField::BytesSent) : body, exchange.responseBytes)
        || !readSize(at(fields, LogField::RequestBytes), exchange.requestBytes))
        return LineProblem::Size;
    if (const LineProblem problem = readLatency(fields, exchange.latency);
        problem != LineProblem::None)
        return problem;
    exchange.begin = *time;
    if (m_stampOf == StampOf::End && isKnown(exchange.latency))
        exchange.begin -= exchange.latency;
    exchange.client = clientOf(fields);
    for (const LogField name : {LogField::Host, LogField::HostHeader, LogField::ServerName}) {
        if (exchange.host.empty())
            exchange.host = present(at(fields, name));
    }
    readServer(fields, exchange);
    readOperation(fields, exchange);
    return LineProblem::None;
}

/// The finest stamp there is.
std::optional<std::int64_t> FieldConverter::stamp(const LogFields &fields)
{
    if (const std::string_view text = at(fields, LogField::EpochNanoseconds); !text.empty())
        return parseNanoseconds(text, 1);
    if (const std::string_view text = at(fields, LogField::EpochMicroseconds); !text.empty())
        return parseNanoseconds(text, kMicrosecond);
    if (const std::string_view text = at(fields, LogField::EpochMilliseconds); !text.empty())
        return parseNanoseconds(text, kMillisecond);
    if (const std::string_view text = at(fields, LogField::EpochSeconds); !text.empty())
        return parseNanoseconds(text, kNanosecondsPerSecond);
    if (const std::string_view text = at(fields, LogField::IsoStamp); !text.empty())
        return m_stamps.iso(text);
    if (const std::string_view time = at(fields, LogField::TimeOfDay); !time.empty()) {
        m_stamp.assign(at(fields, LogField::Date).substr(0, 16)); // a date has ten characters
        m_stamp += ' ';
        m_stamp += time.substr(0, 32);
        return m_stamps.iso(m_stamp);
    }
    return m_stamps.common(at(fields, LogField::CommonStamp));
}

void FieldConverter::readServer(const LogFields &fields, traffic::Exchange &exchange)
{
    if (const std::string_view upstreams = at(fields, LogField::Upstreams); !upstreams.empty()) {
        exchange.server = upstreamThatAnswered(upstreams, at(fields, LogField::UpstreamSeconds));
        return;
    }
    std::string_view server = present(at(fields, LogField::Server));
    if (const std::size_t scheme = server.find("://"); scheme != std::string_view::npos)
        server = server.substr(scheme + 3);
    const std::string_view port = present(at(fields, LogField::ServerPort));
    if (server.empty() || port.empty()) {
        exchange.server = server;
        return;
    }
    const bool isBare6 = server.find(':') != std::string_view::npos && !server.starts_with('[');
    m_server.clear();
    if (isBare6)
        m_server += '[';
    m_server += server;
    if (isBare6)
        m_server += ']';
    m_server += ':';
    m_server += port;
    exchange.server = m_server;
}

void FieldConverter::readOperation(const LogFields &fields, traffic::Exchange &exchange)
{
    std::string_view target = present(at(fields, LogField::Target));
    exchange.method = present(at(fields, LogField::Method));
    if (const std::string_view url = present(at(fields, LogField::Url)); !url.empty()) {
        if (exchange.method == "CONNECT") {
            exchange.host = url;
            dropDefaultPort("https", exchange.host);
            return;
        }
        target = url;
    }
    const std::string_view request = present(at(fields, LogField::Request));
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
std::string_view FieldConverter::unescaped(std::string_view text)
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
        if (next == 'x' && i + 2 < text.size() && ascii::hexValue(text[i + 1]) >= 0
            && ascii::hexValue(text[i + 2]) >= 0) {
            m_unescaped +=
                static_cast<char>(ascii::hexValue(text[i + 1]) * 16 + ascii::hexValue(text[i + 2]));
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
