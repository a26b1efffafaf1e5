// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/unknown.h"

#include <cstdint>
#include <string_view>

namespace dramatis::traffic {

/// How an exchange ended. Error rate = (ServerError + Timeout + Aborted) / exchanges with known
/// outcome, unless the user counts 4xx or 429 too (ErrorPolicy).
enum class Outcome : std::uint8_t {
    Unknown = 0,
    Ok = 1,
    ClientError = 2,
    ServerError = 3,
    Timeout = 4,
    Aborted = 5
};

/// HTTP status to outcome: 499 is aborted, 504 and 408... see the table in exchange.cpp.
[[nodiscard]] Outcome outcomeOfStatus(int httpStatus) noexcept;
/// Status of gRPC to outcome, as that of the HTTP status that google.rpc.Code names for it.
[[nodiscard]] Outcome outcomeOfGrpc(int grpcStatus) noexcept;

/// One request and its response as a reader hands it to an ExchangeSink. Views need to live only
/// until `add` returns. Empty views and kUnknown mean "not in this record"; 0 is a measured 0.
struct Exchange
{
    std::int64_t begin = kUnknown; ///< ns since the epoch, UTC
    /// ns until the answer: from the last byte of the request to the first byte of the answer where
    /// these are told apart (`transfer` is known), else from begin to the end of the answer.
    std::int64_t latency = kUnknown;
    /// ns that request and answer were on the wire: begin + latency + transfer is the end of the
    /// answer. Packets tell it; most logs do not.
    std::int64_t transfer = kUnknown;
    std::int64_t requestBytes = kUnknown;  ///< B
    std::int64_t responseBytes = kUnknown; ///< B
    std::uint16_t status = 0;              ///< protocol's numeric code, 0 is none
    Outcome outcome = Outcome::Unknown;
    std::string_view host{}; ///< virtual host or service name as asked for
    std::string_view
        server{}; ///< instance that answered: upstream address, server address and port
    std::string_view client{}; ///< who asked
    std::string_view method{}; ///< GET, POST, SELECT ...
    std::string_view path{};   ///< path without query; the route
    /// Row of the exchange this was part of, in reading order. Traces have it; no table keeps it:
    /// calls are told by who is a client and a resource too (calls.h).
    std::int64_t parent = kUnknown;
};

/// The end of an exchange as far as it is known, ns.
[[nodiscard]] inline std::int64_t
endOf(std::int64_t begin, std::int64_t latency, std::int64_t transfer) noexcept
{
    return begin + (isKnown(latency) ? latency : 0) + (isKnown(transfer) ? transfer : 0);
}

} // namespace dramatis::traffic
