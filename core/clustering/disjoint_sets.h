// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace dramatis::clustering {

/// Union-find with path halving and union by size (Tarjan and van Leeuwen, J. ACM 31, 1984).
class DisjointSets
{
public:
    explicit DisjointSets(std::size_t count) : m_parent(count), m_size(count, 1)
    {
        std::iota(m_parent.begin(), m_parent.end(), 0U);
    }

    [[nodiscard]] std::uint32_t find(std::uint32_t item)
    {
        while (m_parent[item] != item) {
            m_parent[item] = m_parent[m_parent[item]];
            item = m_parent[item];
        }
        return item;
    }

    /// Whether they were apart.
    bool unite(std::uint32_t a, std::uint32_t b)
    {
        a = find(a);
        b = find(b);
        if (a == b)
            return false;
        if (m_size[a] < m_size[b])
            std::swap(a, b);
        m_parent[b] = a;
        m_size[a] += m_size[b];
        return true;
    }

    /// Items in the set of which `root` is the root.
    [[nodiscard]] std::uint32_t sizeOf(std::uint32_t root) const { return m_size[root]; }

private:
    std::vector<std::uint32_t> m_parent;
    std::vector<std::uint32_t> m_size;
};

} // namespace dramatis::clustering
