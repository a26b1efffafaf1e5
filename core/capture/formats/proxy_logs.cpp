// SPDX-License-Identifier: GPL-3.0-or-later
//
// https://docs.haproxy.org/2.8/configuration.html#8.2
// https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage
// https://istio.io/latest/docs/tasks/observability/logs/access-log
// https://doc.traefik.io/traefik/observability/access-logs
// https://wiki.squid-cache.org/Features/LogFormat
#include "core/base/ascii.h"
#include "core/capture/formats/column_log.h"
#include "core/capture/formats/field_converter.h"
#include "core/capture/formats/line_prefix.h"

#include <QtGlobal>

#include <algorithm>

namespace dramatis::capture {

namespace {

using traffic::Outcome;

/// What stands before the first `c`; all of it where there is none.
std::string_view before(std::string_view text, char c)
{
    return text.substr(0, text.find(c));
}

/// What stands behind the last `c`; all of it where there is none.
std::string_view behindLast(std::string_view text, char c)
{
    const std::size_t found = text.rfind(c);
    return found == std::string_view::npos ? text : text.substr(found + 1);
}

// HAProxy -----------------------------------------------------------------------------------------

constexpr NamedColumn kHaproxy[] = {
    {"client:port", LogField::ClientEndpoint},
    {"accept_date", LogField::CommonStamp},
    {"frontend", LogField::Host},
    {"backend/server", LogField::Server},
    {"timers", LogField::Milliseconds},
    {"status", LogField::Status},
    {"bytes_read", LogField::BytesSent},
    {"termination_state", LogField::Verdict},
    {"request", LogField::Request},
};

constexpr std::string_view kHaproxyLayouts[] = {
    // option httplog; option httpslog has more behind it
    "client:port accept_date frontend backend/server timers status bytes_read request_cookie "
    "response_cookie termination_state connections queues request",
    // option tcplog
    "client:port accept_date frontend backend/server timers bytes_read termination_state "
    "connections queues"};

/// What syslog, a container runtime and the process' own name put before it is as it may: the line
/// begins with the word before the first date in brackets.
std::string_view haproxyBody(std::string_view line)
{
    for (std::size_t at = line.find(" ["); at != std::string_view::npos;
         at = line.find(" [", at + 2)) {
        if (at + 4 >= line.size() || !ascii::isDigit(line[at + 2]) || !ascii::isDigit(line[at + 3])
            || line[at + 4] != '/')
            continue;
        const std::size_t space = at == 0 ? std::string_view::npos : line.rfind(' ', at - 1);
        return space == std::string_view::npos ? line : line.substr(space + 1);
    }
    return line;
}

/// Timers are a/b/c/d/total of a request (a/b/total of a connection), "+" before the total where
/// the line was written early, -1 for what did not happen; a front end that speaks TLS has a "~".
LineProblem prepareHaproxy(LogFields &fields)
{
    std::string_view &timers = at(fields, LogField::Milliseconds);
    std::string_view &status = at(fields, LogField::Status);
    const auto slashes = std::count(timers.begin(), timers.end(), '/');
    if (slashes != (status.empty() ? 2 : 4))
        return LineProblem::Form;
    timers = behindLast(timers, '/');
    if (timers.starts_with('+'))
        timers.remove_prefix(1);
    if (timers == "-1")
        timers = "-";
    if (status == "-1")
        status = "-";
    std::string_view &client = at(fields, LogField::ClientEndpoint);
    client = client.substr(0, client.rfind(':')); // IPv6 stands there without brackets
    std::string_view &frontend = at(fields, LogField::Host);
    if (frontend.ends_with('~'))
        frontend.remove_suffix(1);
    std::string_view &server = at(fields, LogField::Server);
    if (server.ends_with("<NOSRV>") || server.ends_with("<STATS>"))
        server = "-";
    return LineProblem::None;
}

/// By the first letter of the termination state: who ended it before its end.
void finishHaproxy(const LogFields &fields, traffic::Exchange &exchange)
{
    const std::string_view state = at(fields, LogField::Verdict);
    const bool isAnError = exchange.status >= 400;
    if (isAnError || state.empty())
        return;
    switch (state.front()) {
    case '-':
    case 'L': // answered by HAProxy itself
        if (exchange.status == 0)
            exchange.outcome = Outcome::Ok; // a connection that had its regular end
        break;
    case 'C':
    case 'c': // the client went away, or was silent for too long
    case 'D':
    case 'K': // killed by an administrator, by a health check
        exchange.outcome = Outcome::Aborted;
        break;
    case 's':
        exchange.outcome = Outcome::Timeout;
        break;
    case 'S':
    case 'P':
    case 'R':
    case 'I':
        exchange.outcome = Outcome::ServerError;
        break;
    default:
        break;
    }
}

// Envoy -------------------------------------------------------------------------------------------

constexpr NamedColumn kEnvoy[] = {
    {"START_TIME", LogField::IsoStamp},
    {"REQUEST", LogField::Request},
    {"RESPONSE_CODE", LogField::Status},
    {"RESPONSE_FLAGS", LogField::Verdict},
    {"BYTES_RECEIVED", LogField::RequestBytes},
    {"BYTES_SENT", LogField::BodyBytes},
    {"DURATION", LogField::Milliseconds},
    {"X-FORWARDED-FOR", LogField::Forwarded},
    {"AUTHORITY", LogField::Host},
    {"UPSTREAM_HOST", LogField::Server},
    {"UPSTREAM_CLUSTER", LogField::ServerName},
    {"DOWNSTREAM_REMOTE_ADDRESS", LogField::ClientEndpoint},
};

#define ENVOY_TAIL                                                                                 \
    "BYTES_RECEIVED BYTES_SENT DURATION X-ENVOY-UPSTREAM-SERVICE-TIME X-FORWARDED-FOR USER-AGENT " \
    "X-REQUEST-ID AUTHORITY UPSTREAM_HOST"
#define ISTIO_TAIL                                                                                 \
    ENVOY_TAIL                                                                                     \
    " UPSTREAM_CLUSTER UPSTREAM_LOCAL_ADDRESS DOWNSTREAM_LOCAL_ADDRESS DOWNSTREAM_REMOTE_ADDRESS"

constexpr std::string_view kEnvoyLayouts[] = {
    "START_TIME REQUEST RESPONSE_CODE RESPONSE_FLAGS RESPONSE_CODE_DETAILS "
    "CONNECTION_TERMINATION_DETAILS UPSTREAM_TRANSPORT_FAILURE_REASON " ISTIO_TAIL,
    // before Istio 1.6
    "START_TIME REQUEST RESPONSE_CODE RESPONSE_FLAGS MIXER_STATUS "
    "UPSTREAM_TRANSPORT_FAILURE_REASON " ISTIO_TAIL,
    "START_TIME REQUEST RESPONSE_CODE RESPONSE_FLAGS " ENVOY_TAIL};

#undef ENVOY_TAIL
#undef ISTIO_TAIL

/// "tcp://10.0.0.1:80", "envoy://connect_originate/10.0.0.1:80" and "outbound|80||shop.default":
/// what is behind is the instance, and the service where nothing was asked for by name. The sizes
/// and the duration always stand there, which tells the layouts apart.
LineProblem prepareEnvoy(LogFields &fields)
{
    for (const LogField number :
         {LogField::RequestBytes, LogField::BodyBytes, LogField::Milliseconds}) {
        const std::string_view text = at(fields, number);
        if (text.empty() || !ascii::isDigit(text.front()))
            return LineProblem::Form;
    }
    std::string_view &server = at(fields, LogField::Server);
    if (server.find("://") != std::string_view::npos)
        server = behindLast(server, '/');
    std::string_view &cluster = at(fields, LogField::ServerName);
    cluster = behindLast(cluster, '|');
    return LineProblem::None;
}

bool hasFlag(std::string_view flags, std::string_view flag)
{
    for (std::string_view rest = flags; !rest.empty();) {
        const std::string_view one = before(rest, ',');
        if (one == flag)
            return true;
        rest.remove_prefix(std::min(one.size() + 1, rest.size()));
    }
    return false;
}

/// https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage#response-flags
void finishEnvoy(const LogFields &fields, traffic::Exchange &exchange)
{
    const std::string_view flags = at(fields, LogField::Verdict);
    for (const std::string_view timeout : {"UT", "SI", "DT", "UMSDR"}) {
        if (hasFlag(flags, timeout))
            exchange.outcome = Outcome::Timeout;
    }
    if (hasFlag(flags, "DC") || hasFlag(flags, "DR"))
        exchange.outcome = Outcome::Aborted;
    if (exchange.outcome == Outcome::Unknown && exchange.status == 0) // a connection
        exchange.outcome = isAbsent(flags)         ? Outcome::Ok
                           : hasFlag(flags, "DPE") ? Outcome::ClientError
                                                   : Outcome::ServerError;
}

// Traefik -----------------------------------------------------------------------------------------

constexpr NamedColumn kTraefik[] = {
    {"client", LogField::Client},
    {"timestamp", LogField::CommonStamp},
    {"request", LogField::Request},
    {"status", LogField::Status},
    {"content-length", LogField::BodyBytes},
    {"router", LogField::ServerName},
    {"server", LogField::Server},
    {"duration", LogField::Milliseconds},
};

constexpr std::string_view kTraefikLayout[] = {
    "client ident user timestamp request status content-length referer user-agent count router "
    "server duration"};

/// "12ms"; "http://10.0.0.1:80/": the instance is the address.
LineProblem prepareTraefik(LogFields &fields)
{
    std::string_view &duration = at(fields, LogField::Milliseconds);
    if (!duration.ends_with("ms"))
        return LineProblem::Latency;
    duration.remove_suffix(2);
    std::string_view &server = at(fields, LogField::Server);
    if (const std::size_t scheme = server.find("://"); scheme != std::string_view::npos)
        server = before(server.substr(scheme + 3), '/');
    return LineProblem::None;
}

// Squid -------------------------------------------------------------------------------------------

constexpr NamedColumn kSquid[] = {
    {"time", LogField::EpochSeconds},
    {"elapsed", LogField::Milliseconds},
    {"client", LogField::Client},
    {"code/status", LogField::Verdict},
    {"bytes", LogField::BytesSent},
    {"method", LogField::Method},
    {"URL", LogField::Url},
    {"hierarchy/peer", LogField::Server},
};

constexpr std::string_view kSquidLayout[] = {
    "time elapsed client code/status bytes method URL user hierarchy/peer"};

/// "TCP_MISS/200", "DIRECT/10.0.0.1"; a clock that was put back gives a time below 0.
LineProblem prepareSquid(LogFields &fields)
{
    const std::string_view verdict = at(fields, LogField::Verdict);
    std::string_view &server = at(fields, LogField::Server);
    const std::size_t slash = verdict.rfind('/');
    const std::size_t peer = server.find('/');
    if (slash == std::string_view::npos || peer == std::string_view::npos)
        return LineProblem::Form;
    at(fields, LogField::Status) = verdict.substr(slash + 1);
    server.remove_prefix(peer + 1);
    std::string_view &elapsed = at(fields, LogField::Milliseconds);
    if (elapsed.starts_with('-'))
        elapsed = "-";
    return LineProblem::None;
}

void finishSquid(const LogFields &fields, traffic::Exchange &exchange)
{
    const std::string_view code = before(at(fields, LogField::Verdict), '/');
    if (code.ends_with("_ABORTED"))
        exchange.outcome = Outcome::Aborted;
    else if (code.ends_with("_TIMEDOUT"))
        exchange.outcome = Outcome::Timeout;
}

// HAProxy, Envoy and Traefik stamp the begin, Squid the end.
constexpr ColumnLog kProxyLogs[] = {
    {.id = "haproxy",
     .name = QT_TRANSLATE_NOOP("dramatis::capture", "HAProxy, HTTP and TCP log"),
     .vocabulary = kHaproxy,
     .layouts = kHaproxyLayouts,
     .shape = {.areWrapped = true, .skipsBraces = true, .mayHaveMore = true},
     .body = haproxyBody,
     .prepare = prepareHaproxy,
     .finish = finishHaproxy},
    {.id = "envoy",
     .name = QT_TRANSLATE_NOOP("dramatis::capture", "Envoy and Istio, default text"),
     .vocabulary = kEnvoy,
     .layouts = kEnvoyLayouts,
     .shape = {.areWrapped = true, .mayHaveMore = true},
     .body = withoutContainerPrefix,
     .prepare = prepareEnvoy,
     .finish = finishEnvoy},
    {.id = "traefik",
     .name = QT_TRANSLATE_NOOP("dramatis::capture", "Traefik, common log format"),
     .vocabulary = kTraefik,
     .layouts = kTraefikLayout,
     .shape = {.areWrapped = true},
     .body = withoutContainerPrefix,
     .prepare = prepareTraefik},
    {.id = "squid",
     .name = QT_TRANSLATE_NOOP("dramatis::capture", "Squid, native log"),
     .vocabulary = kSquid,
     .layouts = kSquidLayout,
     .shape = {.mayHaveMore = true},
     .stampOf = StampOf::End,
     .prepare = prepareSquid,
     .finish = finishSquid},
};

} // namespace

std::span<const ColumnLog> proxyLogs()
{
    return kProxyLogs;
}

const ColumnLog &envoyText()
{
    return kProxyLogs[1];
}

} // namespace dramatis::capture
