// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/unknown.h"
#include "core/traffic/exchange.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace dramatis::capture {

class ImportTally;

enum class SpanKind : std::uint8_t { Unspecified, Internal, Server, Client, Producer, Consumer };

/// One span of a trace, in the terms that all tracers share.
struct Span
{
    std::uint64_t id = 0;     ///< hash of trace and span
    std::uint64_t parent = 0; ///< likewise, 0 for none
    SpanKind kind = SpanKind::Unspecified;
    bool isShared = false; ///< Zipkin: a server's span has the id of its client's
    std::int64_t begin = kUnknown;
    std::int64_t latency = kUnknown;
    std::int64_t requestBytes = kUnknown;
    std::int64_t responseBytes = kUnknown;
    std::uint16_t status = 0;
    traffic::Outcome outcome = traffic::Outcome::Unknown;
    std::string service;
    std::string process; ///< Jaeger: key of the service, which is named after the spans
    std::string peer;    ///< of a client: who was asked; of a server: who asked
    std::string method;
    std::string path;
};

/// Makes exchanges of spans. Whether a client's span has its server's, and which exchange another
/// one was part of, needs both spans: up to kMost are held, and when there are as many, the older
/// half is let go. Spans of a trace that lie further apart in the file are not seen together.
class SpanWindow
{
public:
    static constexpr std::size_t kMost = 65'536;

    explicit SpanWindow(ImportTally &tally) : m_tally(tally) {}

    /// @errors what the sink says
    Result<> add(Span span);
    /// Gives the spans since the last call the services that their processes are.
    void nameServices(const std::function<std::string(const std::string &process)> &serviceOf);
    /// Lets go what is left.
    /// @errors what the sink says
    Result<> finish();

private:
    class Relations;
    Result<> release(std::size_t count);
    [[nodiscard]] std::vector<bool> exchangesAmong(const Relations &relations) const;

    ImportTally &m_tally;
    std::vector<Span> m_spans;
    std::size_t m_unnamed = 0; ///< first span whose process may still be named
    std::size_t m_textSize = 0;
    std::vector<std::uint64_t> m_lastServed; ///< clients whose servers were let go last
    bool m_hasKinds = false;
    bool m_takesEntries = false; ///< no span says of itself that it is a request
    bool m_isDecided = false;
};

} // namespace dramatis::capture
