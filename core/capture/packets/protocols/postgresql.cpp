// SPDX-License-Identifier: GPL-3.0-or-later
//
// PostgreSQL, protocol 3: an exchange is a query (Query to ReadyForQuery), or the execution of a
// prepared one (its Parse, Bind and Execute to CommandComplete); one that is only prepared goes to
// ReadyForQuery. Log-in is none.
// Source: PostgreSQL 15 documentation, chapter 55.
#include "core/capture/packets/byte_order.h"
#include "core/capture/packets/protocols/postgresql_messages.h"
#include "core/capture/packets/protocols/protocol_files.h"
#include "core/capture/packets/protocols/sql_operation.h"

#include <algorithm>
#include <array>
#include <deque>
#include <unordered_map>
#include <utility>

namespace dramatis::capture::packets {

using namespace postgresql;

namespace {

constexpr std::array<std::uint16_t, 4> kPorts{5432, 5433, 6432, 26257};
constexpr std::uint32_t kVersion3 = 0x00030000;
constexpr std::uint32_t kCancel = 80'877'102;
constexpr std::uint32_t kEncrypt = 80'877'103;
constexpr std::uint32_t kEncryptGss = 80'877'104;
constexpr std::size_t kMostWaiting = 4096;
constexpr std::size_t kMostStatements = 1024;
constexpr std::string_view kClientTypes = "QPBEXCDSFHpdcf";
constexpr std::string_view kServerTypes = "RSKZTDC123nIsEtNAGHWVdcv";
constexpr std::string_view kUnasked = "NSA"; ///< notices, settings, notifications: no answers

/// The string that ends with a zero, taken off the front.
std::string_view takeString(std::string_view &body)
{
    const std::size_t end = std::min(body.find('\0'), body.size());
    const std::string_view text = body.substr(0, end);
    body.remove_prefix(std::min(end + 1, body.size()));
    return text;
}

traffic::Outcome outcomeOfError(std::string_view body)
{
    std::string_view code;
    while (!body.empty() && body.front() != '\0') {
        const char field = body.front();
        body.remove_prefix(1);
        const std::string_view value = takeString(body);
        if (field == 'C')
            code = value;
    }
    if (code == "57014") // cancelled, by statement_timeout or by the user
        return traffic::Outcome::Timeout;
    // PostgreSQL 15, appendix A: connection, resources, intervention, system, internal.
    for (const std::string_view server : {"08", "53", "57", "58", "XX"}) {
        if (code.starts_with(server))
            return traffic::Outcome::ServerError;
    }
    return traffic::Outcome::ClientError;
}

class PostgresqlConversation final : public Conversation
{
public:
    explicit PostgresqlConversation(const Talk &talk) : m_talk(talk) {}

    void data(Side side, std::string_view bytes, std::int64_t time) override
    {
        if (m_tunnel) {
            m_tunnel->data(side, bytes, time);
            return;
        }
        if (side == Side::Client) {
            if (!std::exchange(m_hasBegun, true))
                m_client.setUntyped(bytes.front() == '\0');
            m_client.data(bytes, time, [this, time](const PgMessage &message) {
                clientSaid(message, time);
                return true;
            });
            return;
        }
        m_hasBegun = true;
        if (std::exchange(m_isEncryptionAsked, false)) {
            const bool isGranted = bytes.front() == 'S' || bytes.front() == 'G';
            bytes.remove_prefix(1);
            if (isGranted) {
                m_tunnel = openConversation(m_talk);
                return;
            }
        }
        m_server.data(bytes, time, [this, time](const PgMessage &message) {
            serverSaid(message, time);
            return true;
        });
        if (m_server.isLost())
            giveUpAll(traffic::Outcome::Unknown);
    }

    void gap(Side side, std::uint64_t size, std::int64_t time) override
    {
        if (m_tunnel)
            m_tunnel->gap(side, size, time);
        else if (!(side == Side::Client ? m_client : m_server).skip(size))
            giveUpAll(traffic::Outcome::Unknown);
    }

    void closed(Ending ending, std::int64_t time) override
    {
        if (m_tunnel)
            m_tunnel->closed(ending, time);
        giveUpAll(ending == Ending::Cut ? traffic::Outcome::Unknown : traffic::Outcome::Aborted);
    }

private:
    enum class Kind {
        Query,   ///< to ReadyForQuery
        Execute, ///< to CommandComplete or what stands for it
        Sync,    ///< no exchange; to ReadyForQuery
    };
    struct Query
    {
        Kind kind = Kind::Query;
        SqlOperation operation;
        WireTimes times;
        std::uint64_t bytes = 0;
        std::uint64_t responseBytes = 0;
        traffic::Outcome outcome = traffic::Outcome::Ok;
    };

    void clientSaid(const PgMessage &message, std::int64_t time)
    {
        std::string_view body = message.body;
        const WireTimes times{message.begin, time, kUnknown};
        switch (message.type) {
        case '\0':
            started(body);
            return;
        case 'Q':
            wait({Kind::Query, sqlOperation(takeString(body)), times, message.bytes});
            return;
        case 'F':
            wait({Kind::Query, {"CALL", {}}, times, message.bytes});
            return;
        case 'd': // what is copied belongs to the query that copies
        case 'c':
        case 'f':
            if (!m_waiting.empty())
                m_waiting.front().bytes += message.bytes;
            return;
        case 'S':
            synced(message, times);
            return;
        case 'P':
        case 'B':
        case 'C':
        case 'D':
        case 'E':
        case 'H':
            batched(message, time);
            return;
        default:
            return;
        }
    }

    void started(std::string_view body)
    {
        const std::uint32_t code = body.size() >= 4 ? be32(body, 0) : 0;
        m_isEncryptionAsked = code == kEncrypt || code == kEncryptGss;
        m_client.setUntyped(m_isEncryptionAsked || code == kCancel);
    }

    void batched(const PgMessage &message, std::int64_t time)
    {
        if (m_batch.bytes == 0)
            m_batch.times.begin = message.begin;
        m_batch.times.ask(time);
        m_batch.bytes += message.bytes;
        std::string_view body = message.body;
        if (message.type == 'P') {
            const std::string_view name = takeString(body);
            m_batch.operation = sqlOperation(takeString(body));
            remember(m_statements, name, m_batch.operation);
        } else if (message.type == 'B') {
            const std::string_view portal = takeString(body);
            const auto statement = m_statements.find(std::string(takeString(body)));
            if (statement != m_statements.end())
                remember(m_portals, portal, SqlOperation(statement->second));
        } else if (message.type == 'E') {
            const auto portal = m_portals.find(std::string(takeString(body)));
            m_batch.kind = Kind::Execute;
            m_batch.operation =
                portal == m_portals.end() ? SqlOperation{"EXECUTE", {}} : portal->second;
            wait(std::exchange(m_batch, {}));
            m_hasExecuted = true;
        }
    }

    void synced(const PgMessage &message, const WireTimes &times)
    {
        const bool isPrepared = m_batch.bytes > 0 && !m_hasExecuted;
        if (isPrepared) {
            m_batch.bytes += message.bytes;
            m_batch.times.ask(times.asked);
            m_batch.operation.verb = "PREPARE";
            wait(std::move(m_batch));
        } else {
            wait({Kind::Sync, {}, times, message.bytes});
        }
        m_batch = {};
        m_hasExecuted = false;
    }

    void serverSaid(const PgMessage &message, std::int64_t time)
    {
        if (m_waiting.empty())
            return;
        Query &query = m_waiting.front();
        query.responseBytes += message.bytes;
        if (kUnasked.find(message.type) == std::string_view::npos)
            query.times.answer(message.begin);
        switch (message.type) {
        case 'E':
            query.outcome = outcomeOfError(message.body);
            [[fallthrough]];
        case 'C':
        case 'I':
        case 's':
            if (query.kind == Kind::Execute)
                answerFirst(time);
            break;
        case 'Z':
            // After an error all is passed over up to Sync.
            while (m_waiting.size() > 1 && m_waiting.front().kind == Kind::Execute)
                giveUpFirst(traffic::Outcome::Aborted);
            if (m_waiting.front().kind == Kind::Sync)
                m_waiting.pop_front();
            else
                answerFirst(time);
            break;
        default:
            break;
        }
    }

    void wait(Query query)
    {
        if (m_waiting.size() == kMostWaiting)
            giveUpFirst(traffic::Outcome::Unknown);
        m_waiting.push_back(std::move(query));
    }

    static traffic::Exchange exchangeOf(const Query &query)
    {
        traffic::Exchange exchange;
        exchange.begin = query.times.begin;
        exchange.requestBytes = static_cast<std::int64_t>(query.bytes);
        exchange.method = query.operation.verb;
        exchange.path = query.operation.table;
        return exchange;
    }

    void answerFirst(std::int64_t time)
    {
        const Query &query = m_waiting.front();
        traffic::Exchange exchange = exchangeOf(query);
        query.times.write(exchange, time);
        exchange.responseBytes = static_cast<std::int64_t>(query.responseBytes);
        exchange.outcome = query.outcome;
        m_talk.add(exchange);
        m_waiting.pop_front();
    }

    void giveUpFirst(traffic::Outcome outcome)
    {
        if (m_waiting.front().kind != Kind::Sync) {
            traffic::Exchange exchange = exchangeOf(m_waiting.front());
            exchange.outcome = outcome;
            m_talk.add(exchange);
        }
        m_waiting.pop_front();
    }

    void giveUpAll(traffic::Outcome outcome)
    {
        while (!m_waiting.empty())
            giveUpFirst(outcome);
    }

    using Operations = std::unordered_map<std::string, SqlOperation>;
    static void remember(Operations &operations, std::string_view name, SqlOperation operation)
    {
        if (operations.size() >= kMostStatements)
            operations.clear();
        operations[std::string(name)] = std::move(operation);
    }

    const Talk &m_talk;
    PgReader m_client{kClientTypes, false};
    PgReader m_server{kServerTypes, false};
    std::deque<Query> m_waiting; ///< in order
    Query m_batch;               ///< what is being put together until Execute or Sync
    Operations m_statements;
    Operations m_portals;
    bool m_hasBegun = false;
    bool m_hasExecuted = false; ///< since the last Sync
    bool m_isEncryptionAsked = false;
    std::unique_ptr<Conversation> m_tunnel;
};

Match matchPostgresql(const Opening &opening)
{
    const std::string_view client = opening.client;
    const std::string_view server = opening.server;
    if (client.size() >= 8 && be16(client, 0) == 0) {
        const std::uint32_t code = be32(client, 4);
        // Behind the version stands the name of a parameter; Kafka's requests begin alike
        // otherwise.
        const bool isVersion = code >> 16 == kVersion3 >> 16 && (code & 0xffff) < 16;
        const bool isStart = isVersion && client.size() > 8 && client[8] >= 'a' && client[8] <= 'z';
        if (isStart || code == kEncrypt || code == kEncryptGss || code == kCancel)
            return Match::Yes;
    }
    if (!isPortOf(kPorts, opening.serverPort)) {
        const bool isShort = !client.empty() && client.size() < 8 && server.empty();
        return isShort
                       && client.substr(0, 2)
                              == std::string_view("\0\0", std::min<std::size_t>(client.size(), 2))
                   ? Match::Undecided
                   : Match::No;
    }
    if (isHeader(client, kClientTypes) || (client.empty() && isHeader(server, kServerTypes)))
        return Match::Yes;
    return client.size() < kHeader ? Match::Undecided : Match::No;
}

} // namespace

Protocol postgresqlProtocol()
{
    return {"postgresql",
            kPorts,
            matchPostgresql,
            [](const Talk &talk) -> std::unique_ptr<Conversation> {
                return std::make_unique<PostgresqlConversation>(talk);
            }};
}

} // namespace dramatis::capture::packets
