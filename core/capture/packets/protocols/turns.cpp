// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any protocol above TCP that is not known: an exchange is a turn.
#include "core/capture/packets/protocols/protocol_files.h"
#include "core/capture/packets/protocols/turn.h"

namespace dramatis::capture::packets {

namespace {

class TurnsConversation final : public Conversation
{
public:
    explicit TurnsConversation(const Talk &talk) : m_talk(talk) {}

    void data(Side side, std::string_view bytes, std::int64_t time) override
    {
        gap(side, bytes.size(), time);
    }

    /// Only sizes are looked at, so that missing bytes are as good as others.
    void gap(Side side, std::uint64_t size, std::int64_t time) override
    {
        if (side == Side::Server) {
            m_turn.answer(size, time);
            return;
        }
        if (m_turn.isAnswered())
            handOn(Ending::Cut);
        m_turn.ask(size, time);
    }

    void closed(Ending ending, std::int64_t) override
    {
        if (m_turn.isOpen())
            handOn(ending);
    }

private:
    void handOn(Ending ending)
    {
        traffic::Exchange exchange = m_turn.exchange(ending);
        exchange.method = "TCP";
        m_talk.add(exchange);
        m_turn.close();
    }

    const Talk &m_talk;
    Turn m_turn;
};

} // namespace

std::unique_ptr<Conversation> openTurns(const Talk &talk)
{
    return std::make_unique<TurnsConversation>(talk);
}

} // namespace dramatis::capture::packets
