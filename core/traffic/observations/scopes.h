// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/traffic/exchange_table.h"

#include <cstdint>
#include <vector>

namespace dramatis::traffic {

/// What observers know of a capture before they walk it.
struct ObservedCapture
{
    const ExchangeTable &table;
    std::int64_t firstTime;                      ///< begin of the first exchange in the range, ns
    std::int64_t lastTime;                       ///< of the last one
    std::uint64_t exchanges;                     ///< in the range
    std::uint64_t knownLatencies;                ///< of these
    const std::vector<std::uint64_t> &resources; ///< exchanges in the range by resource id
    const std::vector<std::uint64_t> &clients;   ///< by client id
    bool wholeSeconds;                           ///< times have no fraction
};

/// Ids of at least `least` exchanges, at most `most` of them, with a place each: what is observed
/// one by one, in bounded memory.
class ObservedIds
{
public:
    static constexpr std::uint32_t kNone = 0xFFFF'FFFF;

    ObservedIds(const std::vector<std::uint64_t> &counts, std::uint64_t least, std::size_t most);

    /// kNone where the id is not observed.
    [[nodiscard]] std::uint32_t placeOf(std::uint32_t id) const { return m_placeOf[id]; }
    [[nodiscard]] std::size_t size() const { return m_ids.size(); }
    [[nodiscard]] std::uint32_t id(std::size_t place) const { return m_ids[place]; }

private:
    std::vector<std::uint32_t> m_placeOf;
    std::vector<std::uint32_t> m_ids;
};

/// Most resources and clients that are observed one by one.
inline constexpr std::size_t kMostObservedResources = 256;
inline constexpr std::size_t kMostObservedClients = 1000;

} // namespace dramatis::traffic
