// SPDX-License-Identifier: GPL-3.0-or-later
//
// TLS: what is said is encrypted, but not that something is said. An exchange is a turn: the whole
// handshake is one, then each request with its response. Records (RFC 8446 section 5) tell the two
// apart; the name that the client asks for (RFC 6066 section 3) is the host.
#include "core/capture/packets/byte_order.h"
#include "core/capture/packets/protocols/host_name.h"
#include "core/capture/packets/protocols/protocol_files.h"
#include "core/capture/packets/protocols/turn.h"

#include <algorithm>
#include <array>

namespace dramatis::capture::packets {

namespace {

constexpr std::array<std::uint16_t, 7> kPorts{443, 853, 993, 995, 6380, 8443, 9443};
constexpr std::uint8_t kChangeCipher = 20;
constexpr std::uint8_t kAlert = 21;
constexpr std::uint8_t kHandshake = 22;
constexpr std::uint8_t kApplicationData = 23;
constexpr std::size_t kRecordHeader = 5;
constexpr std::size_t kLongestRecord = 16'384 + 2'048;
constexpr std::size_t kLongestHello = 32 * 1024;

bool isRecordHeader(std::string_view bytes)
{
    return byteAt(bytes, 0) >= kChangeCipher && byteAt(bytes, 0) <= kApplicationData
           && byteAt(bytes, 1) == 3 && byteAt(bytes, 2) <= 4 && be16(bytes, 3) > 0
           && be16(bytes, 3) <= kLongestRecord;
}

/// The server name in the body of a ClientHello.
std::string_view serverNameIn(std::string_view hello)
{
    const auto pass = [&hello](std::size_t size) {
        if (size > hello.size()) {
            hello = {};
            return false;
        }
        hello.remove_prefix(size);
        return true;
    };
    // Version and random, session id, cipher suites, compression methods, size of the extensions.
    if (!pass(34) || hello.empty() || !pass(1U + byteAt(hello, 0)) || hello.size() < 2
        || !pass(2U + be16(hello, 0)) || hello.empty() || !pass(1U + byteAt(hello, 0)) || !pass(2))
        return {};
    while (hello.size() >= 4) {
        const std::uint16_t type = be16(hello, 0);
        const std::size_t size = be16(hello, 2);
        const std::string_view body = hello.substr(4, size);
        if (type == 0 && body.size() >= 5 && byteAt(body, 2) == 0)
            return body.substr(5, be16(body, 3));
        if (!pass(4 + size))
            break;
    }
    return {};
}

/// A record, or the part of one that came.
struct RecordPart
{
    std::uint8_t type = 0;
    std::size_t recordSize = 0; ///< without header
    bool isBegin = false;
    std::string_view bytes; ///< without header
    std::uint64_t size = 0; ///< with header
};

/// One side, taken apart into records.
class RecordReader
{
public:
    template<typename Take>
    void data(std::string_view bytes, Take take)
    {
        while (!bytes.empty()) {
            if (m_isLost) {
                if (bytes.size() < kRecordHeader || !isRecordHeader(bytes)) {
                    take(RecordPart{kApplicationData, 0, false, {}, bytes.size()});
                    return;
                }
                m_isLost = false;
            }
            RecordPart part;
            if (m_left == 0) {
                const std::size_t taken = std::min(bytes.size(), kRecordHeader - m_header.size());
                m_header += bytes.substr(0, taken);
                bytes.remove_prefix(taken);
                if (m_header.size() < kRecordHeader)
                    return;
                m_isLost = !isRecordHeader(m_header);
                m_type = byteAt(m_header, 0);
                m_size = m_isLost ? 0 : be16(m_header, 3);
                m_left = m_size;
                m_header.clear();
                part.isBegin = !m_isLost;
                part.size = kRecordHeader;
            }
            part.type = m_type;
            part.recordSize = m_size;
            part.bytes = bytes.substr(0, m_left);
            part.size += part.bytes.size();
            m_left -= part.bytes.size();
            bytes.remove_prefix(part.bytes.size());
            take(part);
        }
    }

    void gap(std::uint64_t size)
    {
        m_isLost = size > m_left || !m_header.empty();
        m_left = m_isLost ? 0 : m_left - static_cast<std::size_t>(size);
        m_header.clear();
    }

private:
    std::string m_header;
    std::uint8_t m_type = 0;
    std::size_t m_size = 0;
    std::size_t m_left = 0;
    bool m_isLost = false;
};

class TlsConversation final : public Conversation
{
public:
    explicit TlsConversation(const Talk &talk) : m_talk(talk) {}

    void data(Side side, std::string_view bytes, std::int64_t time) override
    {
        if (side == Side::Client)
            m_client.data(bytes, [this, time](const RecordPart &part) { clientSaid(part, time); });
        else
            m_server.data(bytes, [this, time](const RecordPart &part) { serverSaid(part, time); });
    }

    void gap(Side side, std::uint64_t size, std::int64_t time) override
    {
        if (side == Side::Server) {
            m_server.gap(size);
            m_turn.answer(size, time);
            return;
        }
        m_client.gap(size);
        m_isHelloRead = true;
        if (m_turn.isOpen() && !m_turn.isAnswered())
            m_turn.ask(size, time);
    }

    void closed(Ending ending, std::int64_t) override
    {
        if (m_turn.isOpen())
            handOn(ending);
    }

private:
    void clientSaid(const RecordPart &part, std::int64_t time)
    {
        if (part.isBegin)
            clientBegins(part);
        if (part.type == kHandshake && !m_isHelloRead)
            readHello(part.bytes);
        if (!m_isClosing)
            m_turn.ask(part.size, time);
    }

    /// A record begins: does it go on with the turn, or is it another?
    void clientBegins(const RecordPart &part)
    {
        const bool isFirstData =
            part.type == kApplicationData
            && !std::exchange(m_hasClientData, m_hasClientData || part.type == kApplicationData);
        // In TLS 1.3 the end of the handshake looks like data: it is known by its size.
        const bool isFinish =
            isFirstData && m_isVersion13 && (part.recordSize == 53 || part.recordSize == 69);
        m_isClosing = isClosing(part) && (!m_turn.isOpen() || m_turn.isAnswered());
        if (m_isClosing)
            return;
        const bool isData = part.type == kApplicationData && !isFinish;
        if (m_turn.isAnswered() && (isData || m_isDataTurn))
            handOn(Ending::Cut);
        m_isDataTurn = m_turn.isOpen() ? m_isDataTurn || isData : isData;
    }

    void serverSaid(const RecordPart &part, std::int64_t time)
    {
        if (part.type == kApplicationData && !m_hasClientData)
            m_isVersion13 = true;
        const bool isPlainAlert = part.type == kAlert && part.recordSize == 2;
        if (isPlainAlert && part.bytes.size() == 2 && byteAt(part.bytes, 0) == 2 && !m_isDataTurn)
            m_fatalAlert = byteAt(part.bytes, 1);
        if (!(isClosing(part) && m_turn.isAnswered()))
            m_turn.answer(part.size, time);
    }

    /// That it will say nothing more: no part of any exchange.
    [[nodiscard]] bool isClosing(const RecordPart &part) const
    {
        return part.type == kAlert
               || (m_isVersion13 && part.type == kApplicationData && part.recordSize == 19);
    }

    void readHello(std::string_view bytes)
    {
        m_hello += bytes.substr(0, kLongestHello - m_hello.size());
        if (m_hello.size() < 4)
            return;
        const std::size_t size = 4 + be24(m_hello, 1);
        if (m_hello.size() < std::min(size, kLongestHello))
            return;
        m_isHelloRead = true;
        if (byteAt(m_hello, 0) == 1)
            m_host = hostName(serverNameIn(std::string_view(m_hello).substr(4, size - 4)));
        m_hello = {};
    }

    void handOn(Ending ending)
    {
        traffic::Exchange exchange = m_turn.exchange(ending);
        exchange.method = "TLS";
        exchange.path = m_isDataTurn ? "data" : "handshake";
        exchange.host = m_host;
        if (m_fatalAlert != 0 && !m_isDataTurn) {
            exchange.outcome = traffic::Outcome::ServerError;
            exchange.status = m_fatalAlert;
        }
        m_talk.add(exchange);
        m_turn.close();
        m_isDataTurn = false;
    }

    const Talk &m_talk;
    RecordReader m_client;
    RecordReader m_server;
    Turn m_turn;
    std::string m_hello;
    std::string m_host;
    bool m_isHelloRead = false;
    bool m_isDataTurn = false; ///< and not the handshake
    bool m_hasClientData = false;
    bool m_isVersion13 = false;
    bool m_isClosing = false; ///< the record that the client is sending
    std::uint8_t m_fatalAlert = 0;
};

Match matchTls(const Opening &opening)
{
    const std::string_view client = opening.client;
    const std::string_view server = opening.server;
    const bool isClient = client.size() > kRecordHeader && isRecordHeader(client);
    const bool isServer = server.size() > kRecordHeader && isRecordHeader(server);
    if ((isClient && byteAt(client, 0) == kHandshake && byteAt(client, kRecordHeader) == 1)
        || (isServer && byteAt(server, 0) == kHandshake && byteAt(server, kRecordHeader) == 2))
        return Match::Yes;
    if (opening.serverPort != 0 && (isClient || isServer)) // in the middle of it
        return Match::Yes;
    const auto mayBe = [](std::string_view bytes) {
        return bytes.size() <= kRecordHeader
               && (bytes.empty()
                   || (byteAt(bytes, 0) >= kChangeCipher && byteAt(bytes, 0) <= kApplicationData));
    };
    return mayBe(client) && mayBe(server) ? Match::Undecided : Match::No;
}

} // namespace

Protocol tlsProtocol()
{
    return {"tls", kPorts, matchTls, [](const Talk &talk) -> std::unique_ptr<Conversation> {
                return std::make_unique<TlsConversation>(talk);
            }};
}

} // namespace dramatis::capture::packets
