// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/packets/conversation.h"

namespace dramatis::capture::packets {

void ExchangeOutput::add(traffic::Exchange exchange)
{
    if (!m_state)
        return;
    if (isKnown(exchange.latency) && exchange.latency < 0) {
        exchange.latency = kUnknown;
        ++m_repaired;
    }
    m_state = m_sink.add(exchange);
    m_exchanges += m_state ? 1U : 0U;
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
