// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dramatis::capture {

/// What a value says of a span. Several names may say the same: the first in the table that a span
/// has counts.
enum class SpanField : std::uint8_t {
    Trace,
    Id,
    Parent,
    ReferredTrace, ///< Jaeger: of a reference, of which there may be several
    ReferredSpan,
    Kind,
    Shared,
    BeginNanoseconds,
    EndNanoseconds,
    BeginMicroseconds,
    DurationMicroseconds,
    Service,
    Process,
    ProcessKey,
    ProcessService,
    Name,
    Method,
    Route,
    Target,
    Url,
    Status,
    GrpcStatus,
    Error,
    PeerService, ///< the other side by name
    PeerHost,    ///< the other side by host
    PeerAddress, ///< the other side by address
    RequestBytes,
    ResponseBytes,
    Count
};

struct SpanColumn
{
    std::string_view path;
    SpanField field;
};

/// The parts of a trace that are told of as records.
inline constexpr int kSpanRecord = 0;
inline constexpr int kProcessRecord = 1;
inline constexpr int kTraceRecord = 2;
inline constexpr int kReferenceRecord = 3;

struct TraceFormat
{
    const char *id;
    const char *name; ///< translated when shown
    std::vector<std::string_view> roots;
    std::vector<std::string_view> records;
    std::vector<SpanColumn> columns;
    std::vector<std::string_view> telling; ///< a document with all of these is such a trace
};

/// The ways to write traces, most telling first.
[[nodiscard]] const std::vector<TraceFormat> &traceFormats();

} // namespace dramatis::capture
