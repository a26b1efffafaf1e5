// SPDX-License-Identifier: GPL-3.0-or-later
//
// Borůvka's method: in each round components look for the lightest edge that leaves them, and are
// joined along these edges. A round has two sources of edges.
//
// 1. The neighbour lists. The best edge found there is the component's best of all ("resolved")
// when it is
//    no heavier than the horizon of every point of the component, because an edge that is in none
//    of its lists weighs at least that. Two or three rounds of this leave some hundred components.
// 2. The kd-tree, when most components are unresolved: their points search, leaf by leaf, for
// lighter edges.
//    Subtrees within the component, and those whose distance or least core distance is no better
//    than what the component already has, are cut off. The largest component never searches: the
//    others reach it, and every round still halves their number.
//
// Ties need no rule. Let component C add a lightest edge e of weight w while the joins made earlier
// in the round have grown C to a larger component C'. Walking from C through C' along those joins,
// the first leaves C, so it weighs at least w; it was the choice of the component it leads to,
// whose every edge therefore weighs at least w; and so on. So e is a lightest edge of C' as well,
// and joining is safe.
#include "core/clustering/spanning_tree.h"

#include "core/base/parallel.h"
#include "core/clustering/disjoint_sets.h"
#include "core/clustering/tr.h"

#include <atomic>
#include <limits>

namespace dramatis::clustering {

namespace {

constexpr std::uint32_t kMixed = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t kPointGrain = 8192;
constexpr std::size_t kLeafGrain = 256;

class Boruvka
{
public:
    Boruvka(const KdTree &tree,
            const NeighbourLists &lists,
            std::span<const double> core,
            unsigned threads)
        : m_tree(tree)
        , m_lists(lists)
        , m_core(core)
        , m_threads(threads)
        , m_sets(tree.size())
        , m_component(tree.size())
        , m_firstForeign(tree.size())
        , m_best(tree.size())
        , m_components(tree.size())
    {
        m_tree.accumulate(
            m_leastCore,
            [this](std::size_t leaf) {
                return *std::min_element(
                    m_core.begin() + static_cast<std::ptrdiff_t>(m_tree.leafBegin(leaf)),
                    m_core.begin() + static_cast<std::ptrdiff_t>(m_tree.leafEnd(leaf)));
            },
            [](double a, double b) { return std::min(a, b); });
    }

    Result<std::vector<Edge>> run(JobControl &job)
    {
        const std::size_t size = m_tree.size();
        m_edges.reserve(size - 1);
        while (m_edges.size() + 1 < size) {
            DRAMATIS_CHECK(
                job.checkpoint(static_cast<double>(m_edges.size()) / static_cast<double>(size),
                               Tr::tr("Linking neighbours")));
            labelComponents();
            searchLists();
            collect();
            if (2 * m_resolved < m_roots.size()) {
                searchTree();
                collect();
                for (const std::uint32_t root : m_roots)
                    m_components[root].resolved = root != m_largest || m_components[root].resolved;
            }
            if (!join())
                joinTheUnreachable();
        }
        return std::move(m_edges);
    }

private:
    /// What a round knows of a component; kept at the component's root.
    struct Component
    {
        double weight = kInfinity;  ///< of the lightest edge found
        double horizon = kInfinity; ///< edges that are in no list of its points weigh at least this
        std::uint32_t from = 0;
        std::uint32_t to = 0;
        std::uint32_t size = 0;
        bool resolved = false;
    };

    [[nodiscard]] double edgeHorizon(std::size_t point) const
    {
        return std::max(m_core[point], m_lists.horizon(point));
    }

    void labelComponents()
    {
        m_roots.clear();
        for (std::uint32_t point = 0; point < m_component.size(); ++point) {
            m_component[point] = m_sets.find(point);
            if (m_component[point] == point)
                m_roots.push_back(point);
        }
    }

    /// Every point's lightest edge within its list, to another component.
    void searchLists()
    {
        parallelFor(
            m_tree.size(), kPointGrain, m_threads, [this](std::size_t begin, std::size_t end) {
                for (std::size_t point = begin; point < end; ++point)
                    searchList(point);
            });
    }

    void searchList(std::size_t point)
    {
        const auto points = m_lists.pointsOf(point);
        const auto distances = m_lists.distancesOf(point);
        const std::uint32_t own = m_component[point];
        Best best;
        std::size_t place = m_firstForeign[point];
        while (place < points.size() && m_component[points[place]] == own)
            ++place;
        m_firstForeign[point] = static_cast<std::uint8_t>(place); // components only grow
        for (; place < points.size() && distances[place] < best.weight; ++place) {
            if (m_component[points[place]] == own)
                continue;
            const double weight =
                std::max({distances[place], m_core[point], m_core[points[place]]});
            if (weight < best.weight)
                best = {weight, points[place]};
            if (best.weight <= m_core[point])
                break; // none is lighter
        }
        m_best[point] = best;
    }

    /// The points' findings, gathered by component in the order of points.
    void collect()
    {
        for (const std::uint32_t root : m_roots)
            m_components[root] = {};
        for (std::uint32_t point = 0; point < m_component.size(); ++point) {
            Component &component = m_components[m_component[point]];
            ++component.size;
            component.horizon = std::min(component.horizon, edgeHorizon(point));
            if (m_best[point].weight < component.weight) {
                component.weight = m_best[point].weight;
                component.from = point;
                component.to = m_best[point].to;
            }
        }
        m_resolved = 0;
        m_largest = m_roots.front();
        for (const std::uint32_t root : m_roots) {
            Component &component = m_components[root];
            component.resolved = component.weight <= component.horizon;
            m_resolved += component.resolved;
            if (component.size > m_components[m_largest].size)
                m_largest = root;
        }
    }

    /// Improves the findings of the unresolved components, but the largest, by what the tree holds.
    void searchTree()
    {
        m_tree.accumulate(
            m_componentOfNode,
            [this](std::size_t leaf) {
                const std::uint32_t first = m_component[m_tree.leafBegin(leaf)];
                for (std::size_t point = m_tree.leafBegin(leaf); point < m_tree.leafEnd(leaf);
                     ++point)
                    if (m_component[point] != first)
                        return kMixed;
                return first;
            },
            [](std::uint32_t a, std::uint32_t b) { return a == b ? a : kMixed; });
        parallelFor(
            m_tree.leafCount(), kLeafGrain, m_threads, [this](std::size_t begin, std::size_t end) {
                for (std::size_t leaf = begin; leaf < end; ++leaf)
                    searchFromLeaf(leaf);
            });
    }

    void searchFromLeaf(std::size_t leaf)
    {
        std::array<std::uint32_t, KdTree::kLeaf> searching{};
        std::size_t count = 0;
        std::uint32_t common = kMixed;
        double leastCore = kInfinity;
        for (std::size_t point = m_tree.leafBegin(leaf); point < m_tree.leafEnd(leaf); ++point) {
            const std::uint32_t root = m_component[point];
            if (root == m_largest || m_components[root].resolved
                || edgeHorizon(point) >= lightest(root))
                continue;
            common = count == 0 || common == root ? root : kMixed;
            leastCore = std::min(leastCore, m_core[point]);
            searching[count++] = static_cast<std::uint32_t>(point);
        }
        const std::span active = std::span(searching).first(count);
        if (active.empty())
            return;
        const auto bound = [&] {
            if (common != kMixed)
                return lightest(common);
            double heaviest = 0;
            for (const std::uint32_t point : active)
                heaviest = std::max(heaviest, lightest(m_component[point]));
            return heaviest;
        };
        m_tree.walk(
            leaf,
            [&](std::uint32_t node, double squaredGap) {
                if (common != kMixed && m_componentOfNode[node] == common)
                    return false;
                return std::max({std::sqrt(squaredGap), m_leastCore[node], leastCore}) < bound();
            },
            [&](std::size_t other) {
                const KdTree::LeafArray gaps = m_tree.squaredGaps(leaf, other).sqrt();
                for (const std::uint32_t point : active)
                    if (gaps[static_cast<Eigen::Index>(point % KdTree::kLeaf)]
                        < lightest(m_component[point]))
                        offer(point, other);
            });
    }

    void offer(std::uint32_t point, std::size_t leaf)
    {
        const std::uint32_t own = m_component[point];
        const KdTree::LeafArray distances = m_tree.squaredDistances(point, leaf).sqrt();
        double bound = lightest(own);
        for (std::size_t other = m_tree.leafBegin(leaf); other < m_tree.leafEnd(leaf); ++other) {
            const double distance =
                distances[static_cast<Eigen::Index>(other - m_tree.leafBegin(leaf))];
            const double weight = std::max({distance, m_core[point], m_core[other]});
            if (weight < bound && m_component[other] != own) {
                m_best[point] = {weight, static_cast<std::uint32_t>(other)};
                bound = weight;
                lower(own, weight);
            }
        }
    }

    /// The lightest weight known to a component: shared by all threads, and only ever lowered, so
    /// that a stale one costs time and not the answer.
    [[nodiscard]] double lightest(std::uint32_t root)
    {
        return std::atomic_ref(m_components[root].weight).load(std::memory_order_relaxed);
    }
    void lower(std::uint32_t root, double weight)
    {
        std::atomic_ref shared(m_components[root].weight);
        double known = shared.load(std::memory_order_relaxed);
        while (weight < known
               && !shared.compare_exchange_weak(known, weight, std::memory_order_relaxed)) {
        }
    }

    /// Joins the resolved components along their edges. False if there were none.
    bool join()
    {
        const std::size_t before = m_edges.size();
        for (const std::uint32_t root : m_roots) {
            const Component &component = m_components[root];
            if (component.resolved && component.weight < kInfinity
                && m_sets.unite(component.from, component.to))
                m_edges.push_back({component.weight, component.from, component.to});
        }
        return m_edges.size() > before;
    }

    /// Components whose distance overflows a double hang together at infinity.
    void joinTheUnreachable()
    {
        for (const std::uint32_t root : m_roots)
            if (m_sets.unite(m_roots.front(), root))
                m_edges.push_back({kInfinity, m_roots.front(), root});
    }

    struct Best
    {
        double weight = kInfinity;
        std::uint32_t to = 0;
    };

    const KdTree &m_tree;
    const NeighbourLists &m_lists;
    const std::span<const double> m_core;
    const unsigned m_threads;
    DisjointSets m_sets;
    std::vector<std::uint32_t> m_component; ///< per point: root of its component
    std::vector<std::uint8_t>
        m_firstForeign;                  ///< per point: list places before it are in its component
    std::vector<Best> m_best;            ///< per point: lightest edge to another component
    std::vector<Component> m_components; ///< at roots
    std::vector<std::uint32_t> m_roots;  ///< ascending
    std::vector<double> m_leastCore;     ///< per node
    std::vector<std::uint32_t> m_componentOfNode; ///< kMixed where there are several
    std::vector<Edge> m_edges;
    std::size_t m_resolved = 0;
    std::uint32_t m_largest = 0;
};

} // namespace

Result<std::vector<Edge>> spanningTree(const KdTree &tree,
                                       const NeighbourLists &lists,
                                       std::span<const double> core,
                                       unsigned threads,
                                       JobControl &job)
{
    return Boruvka(tree, lists, core, threads).run(job);
}

} // namespace dramatis::clustering
