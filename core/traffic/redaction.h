// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/table/string_pool.h"
#include "core/traffic/exchange_sink.h"

#include <QByteArray>

#include <cstdint>
#include <string>
#include <vector>

namespace dramatis::traffic {

/// What is hidden of a capture when it is read, so that a project can be shown to others.
struct Redaction
{
    QByteArray key; ///< secret, at least 16 random bytes; the same key hides a name the same way
    /// Hosts and the instances that answered too, not only who asked.
    bool hidesServers = false;

    bool operator==(const Redaction &) const = default;
};

/// Hides names from the sink behind it. Every one is replaced by 64 bits of HMAC-SHA-256 under the
/// key (RFC 2104), so the same name is the same everywhere and different ones stay different
/// (two of a million become one with a probability of 3 in 100 million): counts, resources, routes
/// and everything about times and sizes are as without it.
///
/// - Who asked becomes "h:0123456789abcdef".
/// - In paths, identifiers (see route_names.h) and addresses become as many hexadecimal digits;
/// they
///   are identifiers still, so routes are the same. Query strings are kept by no table, hidden or
///   not.
/// - Hosts and servers stay: an address that asked and also answered is still read where it
/// answered.
///   Where the redaction says so, they are hidden in the same way (ports stay), so that who asked
///   here can be seen to be the one who answers there.
///
/// Without the key nobody can tell a name from its hash. With it, all four billion addresses of
/// IPv4 can be tried within the hour: it must not lie where the capture lies (see
/// project/redaction_key.h).
class RedactingSink final : public ExchangeSink
{
public:
    /// @param sink  outlives this
    RedactingSink(ExchangeSink &sink, Redaction redaction);

    Result<> add(const Exchange &exchange) override;

private:
    [[nodiscard]] std::uint64_t hashOf(std::string_view name);
    void appendDigits(std::string &text, std::string_view name);
    std::string_view hidden(std::string_view name, std::string &text);
    std::string_view hiddenPath(std::string_view path);
    void appendSegments(std::string_view path);
    void appendSegment(std::string_view segment);

    ExchangeSink &m_sink;
    Redaction m_redaction;
    table::StringPool m_known; ///< names that were hashed; emptied when it is full
    std::vector<std::uint64_t> m_hashes;
    std::string m_host;
    std::string m_server;
    std::string m_client;
    std::string m_path;
};

} // namespace dramatis::traffic
