// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/calls.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace dramatis::traffic {

std::string_view addressOf(std::string_view server) noexcept
{
    if (server.starts_with('[')) {
        const std::size_t end = server.find(']');
        return end == std::string_view::npos ? server : server.substr(1, end - 1);
    }
    const std::size_t colon = server.rfind(':');
    if (colon == std::string_view::npos || server.find(':') != colon)
        return server; // no port, or an IPv6 address by itself
    const std::string_view port = server.substr(colon + 1);
    const bool isPort = !port.empty() && std::all_of(port.begin(), port.end(), ascii::isDigit);
    return isPort ? server.substr(0, colon) : server;
}

Callers::Callers(const ExchangeTable &table) : m_ofClient(table.pools().clients->size())
{
    const table::StringPool &resources = table.resources();
    const table::StringPool &clients = *table.pools().clients;
    std::unordered_map<std::string_view, StringId> byAddress; // none(): several
    if (table.rule() == ResourceRule::Server) {
        for (std::uint32_t id = 1; id < resources.size(); ++id) {
            const auto [place, isNew] =
                byAddress.try_emplace(addressOf(resources.at(StringId{id})), StringId{id});
            if (!isNew)
                place->second = table::StringPool::none();
        }
    }
    for (std::uint32_t id = 1; id < clients.size(); ++id) {
        const std::string_view name = clients.at(StringId{id});
        Caller caller{resources.find(name), false};
        const auto address = byAddress.find(name);
        if (address != byAddress.end() && (caller.resource == table::StringPool::none()))
            caller = {address->second, true};
        m_any = m_any || caller.resource != table::StringPool::none();
        m_ofClient[id] = caller;
    }
}

} // namespace dramatis::traffic
