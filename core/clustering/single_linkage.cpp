// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clustering/single_linkage.h"

#include "core/clustering/disjoint_sets.h"

#include <limits>

namespace dramatis::clustering {

namespace {

/// Components as linked runs of points, kept at their roots; merged in ascending order of height.
class RunMerger
{
public:
    explicit RunMerger(std::span<const std::uint32_t> row)
        : m_sets(row.size())
        , m_lowestRow(row.begin(), row.end())
        , m_first(row.size())
        , m_last(row.size())
        , m_next(row.size(), kEnd)
        , m_height(row.size(), std::numeric_limits<double>::infinity())
    {
        std::iota(m_first.begin(), m_first.end(), 0U);
        std::iota(m_last.begin(), m_last.end(), 0U);
    }

    /// @param edges  all those of one weight
    void merge(std::span<const Edge> edges)
    {
        m_parts.clear();
        for (const Edge &edge : edges) {
            m_parts.push_back({0, 0, m_sets.find(edge.from)});
            m_parts.push_back({0, 0, m_sets.find(edge.to)});
        }
        for (const Edge &edge : edges)
            m_sets.unite(edge.from, edge.to);
        for (Part &part : m_parts) {
            part.whole = m_sets.find(part.root);
            part.lowestRow = m_lowestRow[part.root];
        }
        // Components that are named by several edges appear several times: equal neighbours after
        // sorting.
        std::sort(m_parts.begin(), m_parts.end());
        m_parts.erase(std::unique(m_parts.begin(), m_parts.end()), m_parts.end());
        for (std::size_t begin = 0, end = 0; begin < m_parts.size(); begin = end) {
            end = begin + 1;
            while (end < m_parts.size() && m_parts[end].whole == m_parts[begin].whole)
                ++end;
            chain(std::span(m_parts).subspan(begin, end - begin), edges.front().weight);
        }
    }

    [[nodiscard]] DendrogramOrder order()
    {
        DendrogramOrder result;
        result.point.reserve(m_next.size());
        result.height.reserve(m_next.size());
        for (std::uint32_t point = m_first[m_sets.find(0)]; point != kEnd; point = m_next[point]) {
            result.point.push_back(point);
            result.height.push_back(m_height[point]);
        }
        return result;
    }

private:
    static constexpr std::uint32_t kEnd = std::numeric_limits<std::uint32_t>::max();

    /// A component that becomes part of a larger one.
    struct Part
    {
        std::uint32_t whole; ///< root of the larger one
        std::uint32_t lowestRow;
        std::uint32_t root;
        auto operator<=>(const Part &) const = default;
    };

    void chain(std::span<const Part> parts, double height)
    {
        const std::uint32_t first = m_first[parts.front().root];
        std::uint32_t last = m_last[parts.front().root];
        for (const Part &part : parts.subspan(1)) {
            m_next[last] = m_first[part.root];
            m_height[m_first[part.root]] = height;
            last = m_last[part.root];
        }
        const std::uint32_t whole = parts.front().whole;
        m_first[whole] = first;
        m_last[whole] = last;
        m_lowestRow[whole] = parts.front().lowestRow;
    }

    DisjointSets m_sets;
    std::vector<std::uint32_t> m_lowestRow;
    std::vector<std::uint32_t> m_first;
    std::vector<std::uint32_t> m_last;
    std::vector<std::uint32_t> m_next;
    std::vector<double> m_height;
    std::vector<Part> m_parts;
};

} // namespace

DendrogramOrder dendrogramOrder(std::vector<Edge> edges, std::span<const std::uint32_t> row)
{
    std::sort(edges.begin(), edges.end(), [](const Edge &a, const Edge &b) {
        return a.weight < b.weight;
    });
    RunMerger runs(row);
    for (std::size_t begin = 0, end = 0; begin < edges.size(); begin = end) {
        end = begin + 1;
        while (end < edges.size() && edges[end].weight == edges[begin].weight)
            ++end;
        runs.merge(std::span(edges).subspan(begin, end - begin));
    }
    return runs.order();
}

} // namespace dramatis::clustering
