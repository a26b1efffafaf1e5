// SPDX-License-Identifier: GPL-3.0-or-later
//
// MySQL and MariaDB: an exchange is a command and all that the server says until the next command,
// for the protocol lets only one side speak at a time. Log-in is none, and neither are commands
// that have no answer.
// Source: MySQL 8.0, "Client/Server Protocol".
#include "core/capture/packets/byte_order.h"
#include "core/capture/packets/protocols/protocol_files.h"
#include "core/capture/packets/protocols/sql_operation.h"
#include "core/capture/packets/protocols/turn.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace dramatis::capture::packets {

namespace {

constexpr std::array<std::uint16_t, 3> kPorts{3306, 3307, 4000};
constexpr std::size_t kHeader = 4;
constexpr std::size_t kKeptOfPacket = 4096;
constexpr std::size_t kMostStatements = 1024;
constexpr std::uint32_t kCompressed = 0x20;
constexpr std::uint32_t kEncrypted = 0x800;
constexpr std::uint32_t kCompressedZstd = 1U << 26;
constexpr std::uint8_t kLastCommand = 0x20;

enum Command : std::uint8_t {
    Quit = 0x01,
    InitDb = 0x02,
    QueryText = 0x03,
    FieldList = 0x04,
    Statistics = 0x09,
    Ping = 0x0e,
    ChangeUser = 0x11,
    BinlogDump = 0x12,
    Prepare = 0x16,
    Execute = 0x17,
    LongData = 0x18,
    CloseStatement = 0x19,
    ResetStatement = 0x1a,
    SetOption = 0x1b,
    Fetch = 0x1c,
    ResetConnection = 0x1f,
};

struct MysqlPacket
{
    std::uint8_t sequence = 0;
    std::string_view body;  ///< its beginning, at most kKeptOfPacket
    std::uint64_t size = 0; ///< with header
    std::int64_t begin = 0;
};

/// One side, taken apart into packets.
class MysqlReader
{
public:
    template<typename Take>
    void data(std::string_view bytes, std::int64_t time, Take take)
    {
        while (!bytes.empty()) {
            if (m_head.empty())
                m_begin = time;
            if (m_head.size() < kHeader) {
                const std::size_t part = std::min(bytes.size(), kHeader - m_head.size());
                m_head += bytes.substr(0, part);
                bytes.remove_prefix(part);
                if (m_head.size() < kHeader)
                    return;
                m_left = le24(m_head, 0);
                m_size = kHeader + m_left;
            }
            const std::size_t part = std::min(bytes.size(), m_left);
            m_body += bytes.substr(0, std::min(part, kKeptOfPacket - m_body.size()));
            m_left -= part;
            bytes.remove_prefix(part);
            if (m_left > 0)
                return;
            const std::string body = std::exchange(m_body, {});
            const std::uint8_t sequence = byteAt(m_head, 3);
            m_head.clear();
            if (!take(MysqlPacket{sequence, body, m_size, m_begin}))
                return;
        }
    }

    /// What is behind a hole is taken for the begin of a packet, as in this protocol it mostly is.
    void skip(std::uint64_t size)
    {
        if (m_left > 0 && size < m_left) {
            m_left -= static_cast<std::size_t>(size);
            return;
        }
        m_head.clear();
        m_body.clear();
        m_left = 0;
    }

private:
    std::string m_head;
    std::string m_body;
    std::size_t m_left = 0;
    std::size_t m_size = 0;
    std::int64_t m_begin = 0;
};

traffic::Outcome outcomeOfCode(std::uint16_t code)
{
    switch (code) {
    case 1205: // lock wait timeout
    case 1317: // query interrupted
    case 1969: // MariaDB: max_statement_time
    case 3024: // max_execution_time
        return traffic::Outcome::Timeout;
    case 1037: // memory, threads, connections, disk, shutdown, deadlock, storage engine
    case 1038:
    case 1040:
    case 1041:
    case 1021:
    case 1030:
    case 1053:
    case 1135:
    case 1203:
    case 1213:
    case 1226:
        return traffic::Outcome::ServerError;
    default:
        return traffic::Outcome::ClientError;
    }
}

SqlOperation operationOf(std::uint8_t command, std::string_view body)
{
    switch (command) {
    case QueryText:
        return sqlOperation(body);
    case InitDb:
        return {"USE", {}};
    case FieldList:
        return {"FIELD_LIST", {}};
    case Statistics:
        return {"STATISTICS", {}};
    case Ping:
        return {"PING", {}};
    case ChangeUser:
        return {"CHANGE_USER", {}};
    case BinlogDump:
        return {"BINLOG_DUMP", {}};
    case Prepare:
        return {"PREPARE", sqlOperation(body).table};
    case ResetStatement:
        return {"RESET", {}};
    case SetOption:
        return {"SET_OPTION", {}};
    case Fetch:
        return {"FETCH", {}};
    case ResetConnection:
        return {"RESET_CONNECTION", {}};
    default:
        return {"COM_" + std::to_string(command), {}};
    }
}

class MysqlConversation final : public Conversation
{
public:
    explicit MysqlConversation(const Talk &talk) : m_talk(talk) {}

    void data(Side side, std::string_view bytes, std::int64_t time) override
    {
        if (m_tunnel) {
            m_tunnel->data(side, bytes, time);
            return;
        }
        const bool isClient = side == Side::Client;
        (isClient ? m_client : m_server)
            .data(bytes, time, [this, isClient, time](const MysqlPacket &packet) {
                if (m_isLoggingIn || (!isClient && !m_hasBegun && packet.sequence == 0))
                    loggingIn(isClient, packet);
                else if (isClient)
                    clientSaid(packet, time);
                else
                    serverSaid(packet, time);
                m_hasBegun = true;
                return !m_tunnel;
            });
    }

    void gap(Side side, std::uint64_t size, std::int64_t time) override
    {
        if (m_tunnel) {
            m_tunnel->gap(side, size, time);
            return;
        }
        (side == Side::Client ? m_client : m_server).skip(size);
        if (side == Side::Server)
            m_turn.answer(size, time);
    }

    void closed(Ending ending, std::int64_t time) override
    {
        if (m_tunnel)
            m_tunnel->closed(ending, time);
        handOn(ending);
    }

private:
    /// Greeting, answer of the client, as much of authentication as it takes, until the server says
    /// that all is well.
    void loggingIn(bool isClient, const MysqlPacket &packet)
    {
        const bool isFirst = !std::exchange(m_isLoggingIn, true);
        if (isClient && packet.sequence == 1 && packet.body.size() >= 4) {
            const std::uint32_t capabilities = le32(packet.body, 0);
            m_isCompressed = (capabilities & (kCompressed | kCompressedZstd)) != 0;
            if ((capabilities & kEncrypted) != 0 && packet.body.size() == 32)
                m_tunnel = openConversation(m_talk);
        } else if (!isClient && !isFirst && !packet.body.empty()) {
            const std::uint8_t answer = byteAt(packet.body, 0);
            const bool isDone = answer == 0x00 || answer == 0xff;
            m_isLoggingIn = !isDone;
            if (isDone && m_isCompressed)
                m_tunnel = openTurns(m_talk);
        }
    }

    void clientSaid(const MysqlPacket &packet, std::int64_t time)
    {
        if (packet.sequence != 0 || packet.body.empty()) { // the rest of a command, or of a file
            if (m_turn.isOpen())
                m_turn.ask(packet.size, time);
            return;
        }
        handOn(Ending::Cut);
        m_command = byteAt(packet.body, 0);
        const std::string_view body = packet.body.substr(1);
        if (m_command == Quit || m_command == LongData || m_command == CloseStatement)
            return;
        if (m_command == Execute && body.size() >= 4) {
            const auto statement = m_statements.find(le32(body, 0));
            m_operation =
                statement == m_statements.end() ? SqlOperation{"EXECUTE", {}} : statement->second;
        } else {
            m_operation = operationOf(m_command, body);
        }
        if (m_command == Prepare)
            m_prepared = sqlOperation(body);
        m_turn.ask(packet.size, packet.begin);
    }

    void serverSaid(const MysqlPacket &packet, std::int64_t time)
    {
        if (!m_turn.isOpen())
            return;
        const bool isFirst = !m_turn.isAnswered();
        m_turn.answer(packet.size, time);
        const std::string_view body = packet.body;
        if (body.size() >= 3 && byteAt(body, 0) == 0xff)
            m_error = le16(body, 1);
        if (isFirst && m_command == Prepare && body.size() >= 5 && byteAt(body, 0) == 0) {
            if (m_statements.size() >= kMostStatements)
                m_statements.clear();
            m_statements[le32(body, 1)] = m_prepared;
        }
    }

    void handOn(Ending ending)
    {
        if (m_turn.isOpen()) {
            traffic::Exchange exchange = m_turn.exchange(ending);
            exchange.method = m_operation.verb;
            exchange.path = m_operation.table;
            if (m_error != 0) {
                exchange.status = m_error;
                exchange.outcome = outcomeOfCode(m_error);
            }
            m_talk.add(exchange);
        }
        m_turn.close();
        m_error = 0;
    }

    const Talk &m_talk;
    MysqlReader m_client;
    MysqlReader m_server;
    Turn m_turn;
    SqlOperation m_operation;
    SqlOperation m_prepared;
    std::unordered_map<std::uint32_t, SqlOperation> m_statements;
    std::uint8_t m_command = 0;
    std::uint16_t m_error = 0;
    bool m_hasBegun = false;
    bool m_isLoggingIn = false;
    bool m_isCompressed = false;
    std::unique_ptr<Conversation> m_tunnel;
};

Match matchMysql(const Opening &opening)
{
    const std::string_view server = opening.server;
    if (opening.client.empty() && !server.empty()) {
        // A greeting: protocol 10, then the version in plain words.
        if (server.size() >= 7 && byteAt(server, 3) == 0 && byteAt(server, 4) == 10
            && byteAt(server, 1) == 0 && byteAt(server, 2) == 0 && server[5] >= '3'
            && server[5] <= '9')
            return Match::Yes;
        if (server.size() < 7 && server.size() != 0 && opening.serverPort != 0
            && isPortOf(kPorts, opening.serverPort))
            return Match::Undecided;
    }
    if (!isPortOf(kPorts, opening.serverPort))
        return Match::No;
    const std::string_view client = opening.client;
    const bool isCommand = client.size() > kHeader && byteAt(client, 3) == 0
                           && byteAt(client, 4) < kLastCommand && le24(client, 0) > 0;
    const bool isAnswer = client.empty() && server.size() > kHeader && byteAt(server, 3) > 0;
    if (isCommand || isAnswer)
        return Match::Yes;
    return client.size() <= kHeader && server.size() <= kHeader ? Match::Undecided : Match::No;
}

} // namespace

Protocol mysqlProtocol()
{
    return {"mysql", kPorts, matchMysql, [](const Talk &talk) -> std::unique_ptr<Conversation> {
                return std::make_unique<MysqlConversation>(talk);
            }};
}

} // namespace dramatis::capture::packets
