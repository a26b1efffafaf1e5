// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/packets/protocols/protocols.h"

#include "core/capture/packets/protocols/protocol_files.h"

#include <algorithm>
#include <array>
#include <vector>

namespace dramatis::capture::packets {

namespace {

/// Beyond this the first bytes tell nothing more.
constexpr std::size_t kMostHeld = 16 * 1024;

/// The part of a conversation before its protocol is known: keeps what was said, and says it again.
class OpeningConversation final : public Conversation
{
public:
    explicit OpeningConversation(const Talk &talk) : m_talk(talk) {}

    void data(Side side, std::string_view bytes, std::int64_t time) override
    {
        if (m_conversation) {
            m_conversation->data(side, bytes, time);
            return;
        }
        // Mostly the first bytes tell, and need not be kept.
        Opening opening{m_client, m_server, m_talk.serverPort};
        std::string &held = side == Side::Client ? m_client : m_server;
        std::string_view &shown = side == Side::Client ? opening.client : opening.server;
        const bool isFirst = held.empty();
        if (isFirst) {
            shown = bytes;
        } else {
            held += bytes;
            shown = held;
        }
        const bool isDecided = decide(opening);
        if (isDecided) {
            sayAgain();
            m_conversation->data(side, bytes, time);
            return;
        }
        if (isFirst)
            held = bytes;
        m_events.push_back({side, false, time, bytes.size()});
    }

    void gap(Side side, std::uint64_t size, std::int64_t time) override
    {
        if (!m_conversation) // what comes behind it cannot be judged with what came before
            settle();
        m_conversation->gap(side, size, time);
    }

    void finished(Side side, std::int64_t time) override
    {
        if (m_conversation)
            m_conversation->finished(side, time);
        else
            m_events.push_back({side, true, time, 0});
    }

    void closed(Ending ending, std::int64_t time) override
    {
        if (!m_conversation)
            settle();
        m_conversation->closed(ending, time);
    }

private:
    struct Event
    {
        Side side;
        bool isFinish;
        std::int64_t time;
        std::size_t size;
    };

    /// Opens the protocol where the bytes tell, turns where they never will.
    bool decide(const Opening &opening)
    {
        bool isUndecided = false;
        for (const Protocol &protocol : allProtocols()) {
            const Match match = protocol.match(opening);
            if (match == Match::Yes) {
                m_conversation = protocol.open(m_talk);
                return true;
            }
            isUndecided = isUndecided || match == Match::Undecided;
        }
        if (isUndecided && opening.client.size() + opening.server.size() < kMostHeld)
            return false;
        m_conversation = openTurns(m_talk);
        return true;
    }

    void settle()
    {
        m_conversation = openTurns(m_talk);
        sayAgain();
    }

    void sayAgain()
    {
        std::size_t at[2] = {};
        for (const Event &event : m_events) {
            if (event.isFinish) {
                m_conversation->finished(event.side, event.time);
                continue;
            }
            const bool isClient = event.side == Side::Client;
            std::size_t &position = at[isClient ? 0 : 1];
            const std::string_view held(isClient ? m_client : m_server);
            m_conversation->data(event.side, held.substr(position, event.size), event.time);
            position += event.size;
        }
        m_events = {};
        m_client = {};
        m_server = {};
    }

    const Talk &m_talk;
    std::unique_ptr<Conversation> m_conversation;
    std::string m_client;
    std::string m_server;
    std::vector<Event> m_events;
};

} // namespace

std::span<const Protocol> allProtocols()
{
    // Those that bytes tell for certain come first, those that a port has to vouch for last.
    static const std::array protocols{
        http1Protocol(),
        http2Protocol(),
        tlsProtocol(),
        postgresqlProtocol(),
        mysqlProtocol(),
        redisProtocol(),
        dnsOverTcpProtocol(),
    };
    return protocols;
}

std::unique_ptr<Conversation> openConversation(const Talk &talk)
{
    return std::make_unique<OpeningConversation>(talk);
}

std::optional<Side> speakerOf(std::string_view bytes)
{
    for (const Protocol &protocol : allProtocols()) {
        if (protocol.match({bytes, {}, 0}) == Match::Yes)
            return Side::Client;
        if (protocol.match({{}, bytes, 0}) == Match::Yes)
            return Side::Server;
    }
    return std::nullopt;
}

bool isPortOf(std::span<const std::uint16_t> ports, std::uint16_t port)
{
    return std::find(ports.begin(), ports.end(), port) != ports.end();
}

bool isPortOfProtocol(std::uint16_t port)
{
    const auto protocols = allProtocols();
    return std::any_of(protocols.begin(), protocols.end(), [port](const Protocol &protocol) {
        return isPortOf(protocol.ports, port);
    });
}

} // namespace dramatis::capture::packets
