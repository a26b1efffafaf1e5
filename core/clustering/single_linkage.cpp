// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clustering/single_linkage.h"

#include "core/clustering/disjoint_sets.h"
#include "core/clustering/sort_by_height.h"

#include <limits>

namespace dramatis::clustering {

namespace {

/// Components as linked runs of points, merged in ascending order of height.
class RunMerger
{
public:
    explicit RunMerger(std::span<const std::uint32_t> row)
        : m_sets(row.size())
        , m_runs(row.size())
        , m_next(row.size(), kEnd)
        , m_height(row.size(), std::numeric_limits<double>::infinity())
    {
        for (std::uint32_t point = 0; point < row.size(); ++point)
            m_runs[point] = {row[point], point, point};
    }

    /// @param edge  the only one of its weight
    void merge(const Edge &edge)
    {
        Run front = m_runs[m_sets.find(edge.from)];
        Run back = m_runs[m_sets.find(edge.to)];
        m_sets.unite(edge.from, edge.to);
        if (back.lowestRow < front.lowestRow)
            std::swap(front, back);
        append(back, front, edge.weight);
        m_runs[m_sets.find(edge.from)] = front;
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
            part.lowestRow = m_runs[part.root].lowestRow;
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
        for (std::uint32_t point = m_runs[m_sets.find(0)].first; point != kEnd;
             point = m_next[point]) {
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

    /// The points of a component in order; kept at its root.
    struct Run
    {
        std::uint32_t lowestRow;
        std::uint32_t first;
        std::uint32_t last;
    };

    void chain(std::span<const Part> parts, double height)
    {
        Run run = m_runs[parts.front().root];
        for (const Part &part : parts.subspan(1))
            append(m_runs[part.root], run, height);
        m_runs[parts.front().whole] = run;
    }

    void append(const Run &back, Run &front, double height)
    {
        m_next[front.last] = back.first;
        m_height[back.first] = height;
        front.last = back.last;
    }

    DisjointSets m_sets;
    std::vector<Run> m_runs;
    std::vector<std::uint32_t> m_next;
    std::vector<double> m_height;
    std::vector<Part> m_parts;
};

} // namespace

DendrogramOrder dendrogramOrder(std::vector<Edge> edges, std::span<const std::uint32_t> row)
{
    sortByHeight(edges, [](const Edge &edge) { return edge.weight; });
    RunMerger runs(row);
    for (std::size_t begin = 0, end = 0; begin < edges.size(); begin = end) {
        end = begin + 1;
        while (end < edges.size() && edges[end].weight == edges[begin].weight)
            ++end;
        if (end - begin == 1)
            runs.merge(edges[begin]);
        else
            runs.merge(std::span(edges).subspan(begin, end - begin));
    }
    return runs.order();
}

} // namespace dramatis::clustering
