// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/exchange_sink.h"

#include <cstdint>
#include <string>
#include <vector>

namespace dramatis::tests {

/// Keeps what a reader hands over, line by line as text: "begin/latency/request/response/status
/// host|server|client|method|path", times in ms, "-" for unknown.
class CollectingSink final : public traffic::ExchangeSink
{
public:
    Result<> add(const traffic::Exchange &exchange) override
    {
        const auto time = [](std::int64_t ns) {
            return isKnown(ns) ? std::to_string(ns / 1'000'000) : std::string("-");
        };
        const auto size = [](std::int64_t bytes) {
            return isKnown(bytes) ? std::to_string(bytes) : std::string("-");
        };
        std::string text = time(exchange.begin) + '/' + time(exchange.latency) + '/'
                           + size(exchange.requestBytes) + '/' + size(exchange.responseBytes) + '/'
                           + std::to_string(exchange.status) + ' ';
        for (const std::string_view part :
             {exchange.host, exchange.server, exchange.client, exchange.method, exchange.path}) {
            text += part;
            text += '|';
        }
        text.pop_back();
        rows.push_back(std::move(text));
        return {};
    }

    std::vector<std::string> rows;
};

} // namespace dramatis::tests
