// SPDX-License-Identifier: GPL-3.0-or-later
//
// Borůvka's method: in each round components look for the lightest edge that leaves them, and are
// joined along these edges. A round has two sources of edges.
//
// 1. The neighbour lists. The best edge found there is the component's best of all ("resolved")
//    when it is no heavier than the horizon of every point of the component, because an edge that
//    is in none of its lists weighs at least that. Two or three rounds leave some hundred
//    components.
//    A point searches its list again only when the edge it found has become one within its
//    component, and no more once its list holds nothing else: later rounds look at few points.
// 2. The kd-tree, when most components are unresolved: their points search, leaf by leaf, for
//    lighter edges. Cut off are subtrees whose distance is no better than what the component
//    already has, and those whose least core distance outside the component is no better, which is
//    most of what lies near a large component. The largest component never searches: the others
//    reach it, and every round still halves their number.
//
// Where the spanning tree for the largest minPoints of the lists is known, its edges take the place
// of the kd-tree (the core-set graph of Neto et al.). Let an edge be in no list: it is then at
// least as long as both core distances at the largest minPoints, so its weight is its length at any
// minPoints. If that tree does not have it, a path in the tree whose edges weigh no more leads from
// one end to the other, and with a smaller minPoints they weigh even less.
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
#include <iterator>
#include <limits>
#include <optional>

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
            std::optional<std::span<const Edge>> bridges,
            unsigned threads)
        : m_tree(tree)
        , m_lists(lists)
        , m_core(core)
        , m_threads(threads)
        , m_bridges(bridges)
        , m_sets(tree.size())
        , m_component(tree.size())
        , m_firstForeign(tree.size())
        , m_best(tree.size())
        , m_components(tree.size())
        , m_roots(tree.size())
    {
        for (std::uint32_t point = 0; point < tree.size(); ++point) {
            m_components[point].horizon = edgeHorizon(point);
            m_listsWithinCores = m_listsWithinCores && m_lists.horizon(point) <= m_core[point];
        }
        std::iota(m_component.begin(), m_component.end(), 0U);
        std::iota(m_roots.begin(), m_roots.end(), 0U);
        m_offering = m_roots;
    }

    Result<std::vector<Edge>> run(JobControl &job)
    {
        const std::size_t size = m_tree.size();
        m_edges.reserve(size - 1);
        while (m_edges.size() + 1 < size) {
            DRAMATIS_CHECK(
                job.checkpoint(static_cast<double>(m_edges.size()) / static_cast<double>(size),
                               Tr::tr("Linking neighbours")));
            searchLists();
            collect();
            if (2 * m_resolved < m_roots.size()) {
                if (m_bridges) {
                    offerWhatOthersList();
                    offerBridges();
                } else {
                    searchTree();
                    collect();
                }
                for (const std::uint32_t root : m_roots)
                    m_components[root].resolved =
                        m_bridges || root != m_largest || m_components[root].resolved;
            }
            if (!join())
                joinTheUnreachable();
            labelComponents();
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
        bool resolved = false;
    };

    struct Best
    {
        double weight = kInfinity;
        std::uint32_t to = 0;
    };

    [[nodiscard]] bool leavesComponent(const Best &edge, std::size_t from) const
    {
        return edge.weight < kInfinity && m_component[edge.to] != m_component[from];
    }

    [[nodiscard]] double edgeHorizon(std::size_t point) const
    {
        return std::max(m_core[point], m_lists.horizon(point));
    }

    void labelComponents()
    {
        for (std::uint32_t &component : m_component)
            component = m_sets.find(component);
        std::erase_if(m_roots, [this](std::uint32_t root) { return m_component[root] != root; });
    }

    /// Every point's lightest edge within its list, to another component.
    void searchLists()
    {
        parallelFor(
            m_offering.size(), kPointGrain, m_threads, [this](std::size_t begin, std::size_t end) {
                for (std::size_t i = begin; i < end; ++i)
                    if (!leavesComponent(m_best[m_offering[i]], m_offering[i]))
                        searchList(m_offering[i]);
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
        for (; place < points.size(); ++place) {
            if (m_component[points[place]] == own)
                continue;
            const double distance = m_listsWithinCores ? 0 : distances[place];
            if (distance >= best.weight)
                break;
            const double weight = std::max({distance, m_core[point], m_core[points[place]]});
            if (weight < best.weight)
                best = {weight, points[place]};
            if (best.weight <= m_core[point])
                break; // none is lighter
        }
        m_best[point] = best;
    }

    /// The points' findings, gathered by component in the order of points. Who has none will have
    /// none: components only grow.
    void collect()
    {
        for (const std::uint32_t root : m_roots)
            m_components[root].weight = kInfinity;
        std::erase_if(m_offering,
                      [this](std::uint32_t point) { return m_best[point].weight == kInfinity; });
        for (const std::uint32_t point : m_offering)
            offerTo(m_component[point], {m_best[point].weight, point, m_best[point].to});
        m_resolved = 0;
        m_largest = m_roots.front();
        for (const std::uint32_t root : m_roots) {
            Component &component = m_components[root];
            component.resolved = component.weight <= component.horizon;
            m_resolved += component.resolved;
            if (m_sets.sizeOf(root) > m_sets.sizeOf(m_largest))
                m_largest = root;
        }
    }

    /// Improves the findings by the lists of points of other components.
    void offerWhatOthersList()
    {
        for (const std::uint32_t point : m_offering) {
            const auto points = m_lists.pointsOf(point);
            const auto distances = m_lists.distancesOf(point);
            for (std::size_t place = m_firstForeign[point]; place < points.size(); ++place) {
                const std::uint32_t other = points[place];
                if (m_component[other] != m_component[point])
                    offerTo(
                        m_component[other],
                        {std::max({distances[place], m_core[point], m_core[other]}), point, other});
            }
        }
    }

    /// Improves the findings by the edges that may be needed beside the lists.
    void offerBridges()
    {
        const auto isInside = [this](const Edge &edge) {
            return m_component[edge.from] == m_component[edge.to];
        };
        std::erase_if(m_openBridges, isInside);
        if (m_openBridges.empty()) { // the first time: few are left of as many as there are points
            std::remove_copy_if(
                m_bridges->begin(), m_bridges->end(), std::back_inserter(m_openBridges), isInside);
            for (Edge &edge : m_openBridges)
                edge.weight = std::max(
                    {m_tree.distance(edge.from, edge.to), m_core[edge.from], m_core[edge.to]});
        }
        for (const Edge &edge : m_openBridges) {
            offerTo(m_component[edge.from], edge);
            offerTo(m_component[edge.to], edge);
        }
    }

    void offerTo(std::uint32_t root, const Edge &edge)
    {
        Component &component = m_components[root];
        if (edge.weight < component.weight) {
            component.weight = edge.weight;
            component.from = edge.from;
            component.to = edge.to;
        }
    }

    /// Improves the findings of the unresolved components, but the largest, by what the tree holds.
    void searchTree()
    {
        m_offering.resize(m_tree.size()); // any point may find something
        std::iota(m_offering.begin(), m_offering.end(), 0U);
        for (const std::uint32_t point : m_offering)
            if (!leavesComponent(m_best[point], point))
                m_best[point] = {};
        m_tree.accumulate(
            m_coresOfNode,
            [this](std::size_t leaf) {
                NodeCores cores;
                for (std::size_t point = m_tree.leafBegin(leaf); point < m_tree.leafEnd(leaf);
                     ++point)
                    cores.add({m_core[point], m_component[point]});
                return cores;
            },
            [](NodeCores a, const NodeCores &b) {
                a.add(b);
                return a;
            });
        parallelFor(
            m_tree.leafCount(), kLeafGrain, m_threads, [this](std::size_t begin, std::size_t end) {
                for (std::size_t leaf = begin; leaf < end; ++leaf)
                    searchFromLeaf(leaf);
            });
    }

    void searchFromLeaf(std::size_t leaf)
    {
        if (hasAvx2())
            searchFromLeafWide(leaf);
        else
            searchFromLeaf<2>(leaf);
    }
    DRAMATIS_AVX2 void searchFromLeafWide(std::size_t leaf) { searchFromLeaf<4>(leaf); }

    template<std::size_t Width>
    DRAMATIS_INLINE void searchFromLeaf(std::size_t leaf)
    {
        const std::size_t begin = m_tree.leafBegin(leaf);
        LeafMask searching = 0;
        std::uint32_t common = kMixed;
        double leastCore = kInfinity;
        for (std::size_t point = begin; point < m_tree.leafEnd(leaf); ++point) {
            const std::uint32_t root = m_component[point];
            if (root == m_largest || m_components[root].resolved
                || edgeHorizon(point) >= lightest(root))
                continue;
            common = searching == 0 || common == root ? root : kMixed;
            leastCore = std::min(leastCore, m_core[point]);
            searching |= LeafMask{1} << (point - begin);
        }
        if (searching == 0)
            return;
        LeafValues squaredBounds{};
        double heaviest = 0;
        const auto lowerBounds = [&] {
            heaviest = 0;
            forEachLane(searching, [&](std::size_t lane) {
                const double weight = lightest(m_component[begin + lane]);
                heaviest = std::max(heaviest, weight);
                squaredBounds[lane] =
                    edgeHorizon(begin + lane) < weight ? squareAbove(weight) : 0.0;
            });
        };
        lowerBounds();
        m_tree.walk<Width>(
            leaf,
            searching,
            squaredBounds,
            [&](std::uint32_t node) {
                return std::max(m_coresOfNode[node].leastBeside(common), leastCore) < heaviest;
            },
            [&](std::size_t other, LeafMask reaching) {
                LeafMask worthwhile = 0; // dense enough, and elsewhere
                const std::size_t first = m_tree.leafBegin(other);
                for (std::size_t point = first; point < m_tree.leafEnd(other); ++point) {
                    const bool is = m_core[point] < heaviest && m_component[point] != common;
                    worthwhile |= LeafMask{is} << (point - first);
                }
                if (worthwhile == 0)
                    return;
                forEachLane(reaching, [&](std::size_t lane) {
                    offer<Width>(begin + lane, other, worthwhile);
                });
                lowerBounds();
            });
    }

    template<std::size_t Width>
    DRAMATIS_INLINE void offer(std::size_t point, std::size_t leaf, LeafMask worthwhile)
    {
        const std::uint32_t own = m_component[point];
        double bound = lightest(own);
        LeafValues squared;
        const LeafMask near = m_tree.near<Width>(point, leaf, squareAbove(bound), squared);
        forEachLane(near & worthwhile, [&](std::size_t lane) {
            const std::size_t other = m_tree.leafBegin(leaf) + lane;
            if (m_component[other] == own)
                return;
            const double weight =
                std::max({std::sqrt(squared[lane]), m_core[point], m_core[other]});
            if (weight < bound) {
                m_best[point] = {weight, static_cast<std::uint32_t>(other)};
                bound = weight;
                lower(own, weight);
            }
        });
    }

    /// More than the square of every number whose square root is less than `bound`, whatever
    /// rounding and underflow do.
    static double squareAbove(double bound)
    {
        return bound * bound * (1 + 1e-15) + std::numeric_limits<double>::min();
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
            if (!component.resolved || component.weight == kInfinity)
                continue;
            const double horizon = std::min(m_components[m_sets.find(component.from)].horizon,
                                            m_components[m_sets.find(component.to)].horizon);
            if (m_sets.unite(component.from, component.to)) {
                m_edges.push_back({component.weight, component.from, component.to});
                m_components[m_sets.find(component.from)].horizon = horizon;
            }
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

    /// The least core distance below a node, and the least of all components but that one's.
    struct NodeCores
    {
        double least = kInfinity;
        std::uint32_t component = kMixed;
        double leastOfOthers = kInfinity;

        void add(NodeCores other)
        {
            if (other.least < least)
                std::swap(*this, other);
            leastOfOthers = std::min(
                leastOfOthers, other.component == component ? other.leastOfOthers : other.least);
        }
        /// Of points that are not in `own`.
        [[nodiscard]] double leastBeside(std::uint32_t own) const
        {
            return component == own ? leastOfOthers : least;
        }
    };

    const KdTree &m_tree;
    const NeighbourLists &m_lists;
    const std::span<const double> m_core;
    const unsigned m_threads;
    /// A spanning tree that holds what the lists lack; none: the kd-tree is asked.
    const std::optional<std::span<const Edge>> m_bridges;
    std::vector<Edge> m_openBridges; ///< between components; with weights
    DisjointSets m_sets;
    std::vector<std::uint32_t> m_component; ///< per point: root of its component
    std::vector<std::uint8_t>
        m_firstForeign; ///< per point: list places before it are in its component
    /// Per point: lightest edge known to another component. It stays the lightest as long as it
    /// leads to another component.
    std::vector<Best> m_best;
    std::vector<Component> m_components;   ///< at roots
    std::vector<std::uint32_t> m_roots;    ///< ascending
    std::vector<std::uint32_t> m_offering; ///< points that may have an edge to offer; ascending
    std::vector<NodeCores> m_coresOfNode;
    std::vector<Edge> m_edges;
    std::size_t m_resolved = 0;
    /// No distance in a list exceeds its point's core distance, nor matters then: so it is at the
    /// largest minPoints, and the larger part of the lists need not be read.
    bool m_listsWithinCores = true;
    std::uint32_t m_largest = 0;
};

} // namespace

Result<std::vector<Edge>> spanningTree(const KdTree &tree,
                                       const NeighbourLists &lists,
                                       std::span<const double> core,
                                       unsigned threads,
                                       JobControl &job)
{
    return Boruvka(tree, lists, core, std::nullopt, threads).run(job);
}

Result<std::vector<Edge>> spanningTree(const KdTree &tree,
                                       const NeighbourLists &lists,
                                       std::span<const double> core,
                                       std::span<const Edge> atMostPoints,
                                       unsigned threads,
                                       JobControl &job)
{
    return Boruvka(tree, lists, core, atMostPoints, threads).run(job);
}

} // namespace dramatis::clustering
