// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace dramatis::capture {

/// What a field of an access log or a flow log holds. Everything not named here is Skip.
enum class LogField : std::uint8_t {
    Skip,
    Client,
    ClientEndpoint, ///< "1.2.3.4:5678", "[::1]:5678": the port is not part of who asked
    Forwarded,      ///< X-Forwarded-For, "client, proxy": before both where it is there
    Host,           ///< as asked for
    HostHeader,     ///< the Host header, where Host is absent
    ServerName,     ///< the configured name, where both are absent
    Request,        ///< "GET /path HTTP/1.1"
    Method,
    Target, ///< path, maybe with query
    Url,    ///< with scheme and host; of CONNECT host and port
    Status,
    BodyBytes, ///< of the response, without its head
    BytesSent, ///< of the response, with its head, where BodyBytes is absent
    RequestBytes,
    Seconds, ///< latency, with or without a fraction
    Milliseconds,
    Microseconds,
    Nanoseconds,
    ReceivingSeconds, ///< latency in three parts, -1 where one of them did not happen
    ServingSeconds,
    SendingSeconds,
    Upstreams,       ///< instances that were tried: "a, b : c"
    UpstreamSeconds, ///< their times: "0.001, 0.020 : -"
    Server,          ///< the instance that answered; "tcp://" and such before it do not count
    ServerPort,      ///< of Server, where that is an address alone
    Verdict,         ///< how it ended, in words of the format that its own code judges
    Source,          ///< of a flow: address, port, bytes it sent; who of the two is the server
    SourcePort,      ///< is for the format's own code to say
    SourceBytes,
    Destination,
    DestinationPort,
    DestinationBytes,
    TotalBytes, ///< of both
    Protocol,   ///< "tcp", "6"
    TcpFlags,
    Date,        ///< 2015-05-17
    TimeOfDay,   ///< 10:05:03
    CommonStamp, ///< 17/May/2015:10:05:03 +0000; first of the stamps
    IsoStamp,
    EpochSeconds, ///< with or without a fraction
    EpochMilliseconds,
    EpochMicroseconds,
    EpochNanoseconds,
    Count
};

/// One line's fields, as they stand in it. Empty where the format has none.
using LogFields = std::array<std::string_view, static_cast<std::size_t>(LogField::Count)>;

/// The field of `fields` that is `field`.
[[nodiscard]] constexpr std::string_view &at(LogFields &fields, LogField field)
{
    return fields[static_cast<std::size_t>(field)];
}

[[nodiscard]] constexpr std::string_view at(const LogFields &fields, LogField field)
{
    return fields[static_cast<std::size_t>(field)];
}

/// Whether stamps are of the end of an exchange (nginx writes a line when it is over) or of its
/// begin.
enum class StampOf { Begin, End };

/// Why a line gave no exchange.
enum class LineProblem {
    None,
    Form,   ///< not as the format says
    Time,   ///< the stamp cannot be read
    Status, ///< neither a number nor "-"
    Size,   ///< of request or answer, likewise
    Latency,
    NoRequest,  ///< a whole message of another kind: neither read nor skipped, but told
    NoTraffic,  ///< a row that says that there was nothing to say
    NotARecord, ///< a header, a directive: neither read nor skipped
};

} // namespace dramatis::capture
