// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/exchange_sink.h"

namespace dramatis::fuzz {

/// Counts exchanges and insists on what holds of every one.
class CountingSink final : public traffic::ExchangeSink
{
public:
    Result<> add(const traffic::Exchange &exchange) override
    {
        ++exchanges;
        if (isKnown(exchange.latency) && exchange.latency < 0)
            qFatal("a latency below 0");
        if (isKnown(exchange.requestBytes) && exchange.requestBytes < 0)
            qFatal("a request of less than 0 bytes");
        if (isKnown(exchange.responseBytes) && exchange.responseBytes < 0)
            qFatal("a response of less than 0 bytes");
        return {};
    }

    std::uint64_t exchanges = 0;
};

} // namespace dramatis::fuzz
