// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/packets/protocols/turn.h"

namespace dramatis::capture::packets {

namespace {

/// A silence within an answer is shorter than this.
constexpr std::int64_t kLongestSilence = 10 * kNanosecondsPerSecond;

} // namespace

void Turn::ask(std::uint64_t size, std::int64_t time)
{
    m_isOpen = true;
    m_times.ask(time);
    m_asked += size;
}

void Turn::answer(std::uint64_t size, std::int64_t time)
{
    if (!m_isOpen || (m_isAnswered && time - m_lastAnswer > kLongestSilence))
        return;
    m_isAnswered = true;
    m_times.answer(time);
    m_answered += size;
    m_lastAnswer = time;
}

traffic::Exchange Turn::exchange(Ending ending) const
{
    traffic::Exchange exchange;
    m_times.write(exchange, m_isAnswered ? m_lastAnswer : kUnknown);
    exchange.requestBytes = static_cast<std::int64_t>(m_asked);
    if (m_isAnswered) {
        exchange.responseBytes = static_cast<std::int64_t>(m_answered);
        exchange.outcome = traffic::Outcome::Ok;
    } else if (ending == Ending::Reset) {
        exchange.outcome = traffic::Outcome::Aborted;
    }
    return exchange;
}

} // namespace dramatis::capture::packets
