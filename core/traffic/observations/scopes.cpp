// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/observations/scopes.h"

#include <algorithm>

namespace dramatis::traffic {

ObservedIds::ObservedIds(const std::vector<std::uint64_t> &counts,
                         std::uint64_t least,
                         std::size_t most)
    : m_placeOf(counts.size(), kNone)
{
    for (std::uint32_t id = 1; id < counts.size(); ++id) {
        if (counts[id] >= least)
            m_ids.push_back(id);
    }
    std::stable_sort(m_ids.begin(), m_ids.end(), [&counts](std::uint32_t a, std::uint32_t b) {
        return counts[a] > counts[b];
    });
    m_ids.resize(std::min(m_ids.size(), most));
    for (std::uint32_t place = 0; place < m_ids.size(); ++place)
        m_placeOf[m_ids[place]] = place;
}

} // namespace dramatis::traffic
