// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/packets/conversation.h"

#include <algorithm>

namespace dramatis::capture::packets {

void ExchangeOutput::add(traffic::Exchange exchange)
{
    if (!m_state)
        return;
    if (isKnown(exchange.latency) && exchange.latency < 0) {
        exchange.latency = kUnknown;
        exchange.transfer = kUnknown;
        ++m_repaired;
    }
    m_state = m_sink.add(exchange);
    m_exchanges += m_state ? 1U : 0U;
}

void WireTimes::ask(std::int64_t time)
{
    if (!isKnown(begin))
        begin = time;
    if (!isKnown(answered))
        asked = time;
}

void WireTimes::answer(std::int64_t time)
{
    if (!isKnown(answered))
        answered = time;
}

void WireTimes::write(traffic::Exchange &exchange, std::int64_t end) const
{
    exchange.begin = begin;
    if (!isKnown(answered))
        return;
    if (isKnown(end) && end < begin) {
        exchange.latency = end - begin;
        return;
    }
    // An answer may begin before the request is whole; nobody waited for it then.
    exchange.latency = std::max<std::int64_t>(answered - asked, 0);
    if (isKnown(end))
        exchange.transfer = std::max<std::int64_t>(end - begin - exchange.latency, 0);
}

void Talk::add(traffic::Exchange exchange) const
{
    exchange.server = server;
    exchange.client = client;
    if (exchange.host.empty())
        exchange.host = address;
    output->add(exchange);
}

} // namespace dramatis::capture::packets
