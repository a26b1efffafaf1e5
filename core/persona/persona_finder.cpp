// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/persona_finder.h"

#include <algorithm>
#include <unordered_map>

namespace dramatis::persona {

PersonaFinder::PersonaFinder(const traffic::WindowTable &windows, const PersonaSet &set)
    : m_windows(windows.windows)
    , m_personaOf(windows.windows.size(), -1)
    , m_cursors(windows.resources.size())
{
    std::unordered_map<int, int> byCluster;
    for (std::size_t i = 0; i < set.personas.size(); ++i)
        byCluster.emplace(set.personas[i].cluster, static_cast<int>(i));
    for (std::size_t row = 0; row < std::min(set.labels.size(), set.windowOfRow.size()); ++row) {
        const auto persona = byCluster.find(set.labels[row]);
        if (persona != byCluster.end() && set.windowOfRow[row] < m_personaOf.size())
            m_personaOf[set.windowOfRow[row]] = persona->second;
    }
    for (std::size_t i = 0; i < m_windows.size(); ++i) {
        Cursor &cursor = m_cursors[number(m_windows[i].resource)];
        if (cursor.end == 0)
            cursor.next = i;
        cursor.end = i + 1;
    }
}

int PersonaFinder::find(StringId resource, std::int64_t slice)
{
    Cursor &cursor = m_cursors[number(resource)];
    while (cursor.next < cursor.end && m_windows[cursor.next].slice < slice)
        ++cursor.next;
    const bool isThere = cursor.next < cursor.end && m_windows[cursor.next].slice == slice;
    return isThere ? m_personaOf[cursor.next] : -1;
}

} // namespace dramatis::persona
