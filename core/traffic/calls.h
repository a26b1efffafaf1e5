// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/exchange_table.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace dramatis::traffic {

/// Who asked, where that is a resource itself. A client is one if it has the name of a resource
/// (traces: the service that asked), or if it is the address of exactly one resource (packets and
/// proxies: client 10.0.0.5, resource 10.0.0.5:8080). An address with several resources names none
/// of them, and none calls itself by its address: on a machine that asks itself, who did so cannot
/// be told.
class Callers
{
public:
    explicit Callers(const ExchangeTable &table);

    [[nodiscard]] bool any() const { return m_any; }
    /// The resource that made an exchange of `client` with `resource`; nothing: none in the
    /// capture.
    [[nodiscard]] std::optional<StringId> of(StringId client, StringId resource) const
    {
        const Caller &caller = m_ofClient[number(client)];
        if (caller.resource == table::StringPool::none()
            || (caller.isByAddress && caller.resource == resource))
            return std::nullopt;
        return caller.resource;
    }

private:
    struct Caller
    {
        StringId resource = table::StringPool::none();
        bool isByAddress = false;
    };
    std::vector<Caller> m_ofClient; ///< by client id
    bool m_any = false;
};

/// The address of "10.0.0.5:8080" and "[2001:db8::1]:443"; all of it where no port follows.
[[nodiscard]] std::string_view addressOf(std::string_view server) noexcept;

} // namespace dramatis::traffic
