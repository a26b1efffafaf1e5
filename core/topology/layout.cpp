// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/layout.h"

#include <QHash>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

// Layers from left to right, in the steps of Sugiyama, Tagawa and Toda:
//
// 1. Cycles. Edges inside a strong component that lead to a node that a depth-first walk has open
// are reversed;
//    edges between components never need it.
// 2. Layers. Longest path from the left; sources and other nodes without callers are then pulled
// right to just
//    before the first they call.
// 3. Dummies. An edge over several layers becomes a chain with one dummy in every layer between.
// 4. Order. Nodes of a layer are sorted by the barycentre of their neighbours in the layer before
// (forward)
//    or after (backward), then neighbours are exchanged while that lessens crossings; the best
//    order seen is kept. Crossings are counted with a Fenwick tree.
// 5. Places. In every layer each node wants the mean of its neighbours; the wishes nearest to them
// that keep
//    the order and the distances are found by pooling adjacent violators. Dummies weigh more, so
//    that long edges run straight.

namespace dramatis::topology {

namespace {

using Index = std::size_t;
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

constexpr int kMostSweeps = 24;
constexpr int kPatience = 6;
constexpr int kPlacementSweeps = 12;
constexpr double kDummyHeight = 8;
constexpr double kDummyWeight = 8;

/// A node of the drawing: one of the topology or a dummy of a long edge.
struct Place
{
    int layer = 0;
    bool isDummy = false;
    double height = 0;
    double y = 0;
    std::vector<Index> left;  ///< neighbours in the layer before
    std::vector<Index> right; ///< neighbours in the layer after
};

/// An edge between places of ascending layers, with its dummies between.
struct Route
{
    bool isReversed = false;
    std::vector<Index> places; ///< from left to right; empty: ends that do not exist, or a loop
};

/// Marks the edges of a cycle that lead back, by a depth-first walk inside each strong component.
std::vector<bool> edgesToReverse(const std::vector<std::pair<Index, Index>> &edges, Index nodes)
{
    Graph graph(nodes);
    std::vector<std::vector<Index>> outgoing(nodes);
    for (Index e = 0; e < edges.size(); ++e) {
        boost::add_edge(edges[e].first, edges[e].second, graph);
        outgoing[edges[e].first].push_back(e);
    }
    std::vector<Index> component(nodes);
    if (nodes > 0)
        boost::strong_components(graph,
                                 boost::make_iterator_property_map(
                                     component.begin(), boost::get(boost::vertex_index, graph)));
    enum class Mark { New, Open, Done };
    std::vector<Mark> marks(nodes, Mark::New);
    std::vector<bool> reversed(edges.size(), false);
    std::vector<std::pair<Index, Index>> path; // node, next of its edges
    for (Index start = 0; start < nodes; ++start) {
        if (marks[start] != Mark::New)
            continue;
        marks[start] = Mark::Open;
        path.emplace_back(start, 0);
        while (!path.empty()) {
            auto &[node, next] = path.back();
            if (next == outgoing[node].size()) {
                marks[node] = Mark::Done;
                path.pop_back();
                continue;
            }
            const Index edge = outgoing[node][next++];
            const Index target = edges[edge].second;
            if (component[target] != component[edges[edge].first])
                continue; // walked from a start of its own
            if (marks[target] == Mark::Open)
                reversed[edge] = true;
            if (marks[target] == Mark::New) {
                marks[target] = Mark::Open;
                path.emplace_back(target, 0);
            }
        }
    }
    return reversed;
}

/// Layer of every node: longest path from the left, nodes without callers pulled right.
std::vector<int> layersOf(const std::vector<std::pair<Index, Index>> &forward, Index nodes)
{
    Graph graph(nodes);
    std::vector<std::vector<Index>> after(nodes);
    std::vector<int> callers(nodes, 0);
    for (const auto &[from, to] : forward) {
        boost::add_edge(from, to, graph);
        after[from].push_back(to);
        ++callers[to];
    }
    std::vector<Index> order;
    boost::topological_sort(graph, std::back_inserter(order)); // last ones first
    std::vector<int> layer(nodes, 0);
    for (auto node = order.rbegin(); node != order.rend(); ++node) {
        for (const Index to : after[*node])
            layer[to] = std::max(layer[to], layer[*node] + 1);
    }
    for (Index node = 0; node < nodes; ++node) {
        if (callers[node] > 0 || after[node].empty())
            continue;
        int nearest = layer[after[node].front()];
        for (const Index to : after[node])
            nearest = std::min(nearest, layer[to]);
        layer[node] = nearest - 1;
    }
    return layer;
}

/// Sums of ranges of counters, O(log n) each (Fenwick, 1994).
class PrefixCounter
{
public:
    explicit PrefixCounter(Index size) : m_sums(size + 1, 0) {}
    void add(Index at)
    {
        for (Index i = at + 1; i < m_sums.size(); i += i & (~i + 1))
            ++m_sums[i];
    }
    /// How many were added at places up to `at`.
    [[nodiscard]] std::size_t upTo(Index at) const
    {
        std::size_t sum = 0;
        for (Index i = at + 1; i > 0; i -= i & (~i + 1))
            sum += m_sums[i];
        return sum;
    }

private:
    std::vector<std::size_t> m_sums;
};

/// The drawing while it is made.
class Drawing
{
public:
    Drawing(const std::vector<int> &layer,
            const std::vector<double> &heights,
            const std::vector<std::pair<Index, Index>> &edges,
            const std::vector<bool> &reversed)
    {
        for (Index i = 0; i < layer.size(); ++i)
            m_places.push_back({layer[i], false, heights[i], 0, {}, {}});
        for (Index e = 0; e < edges.size(); ++e)
            m_routes.push_back(routed(edges[e], reversed[e]));
        int layers = 0;
        for (const Place &place : m_places)
            layers = std::max(layers, place.layer + 1);
        m_order.resize(static_cast<Index>(layers));
        for (Index i = 0; i < m_places.size(); ++i)
            m_order[static_cast<Index>(m_places[i].layer)].push_back(i);
        m_position.resize(m_places.size());
        renumber();
    }

    /// Step 4: sweeps to and fro, the best order kept.
    void order()
    {
        auto best = m_order;
        std::size_t least = crossings();
        int stalls = 0;
        for (int sweep = 0; sweep < kMostSweeps && stalls < kPatience && least > 0; ++sweep) {
            sortByNeighbours(sweep % 2 == 0);
            exchangeNeighbours();
            const std::size_t now = crossings();
            ++stalls;
            if (now < least) {
                least = now;
                best = m_order;
                stalls = 0;
            }
        }
        m_order = std::move(best);
        renumber();
    }

    /// Step 5: y of every place.
    void place(const LayoutOptions &options)
    {
        for (const auto &layer : m_order) {
            double y = 0;
            for (const Index i : layer) {
                m_places[i].y = y + m_places[i].height / 2;
                y += m_places[i].height + options.nodeGap;
            }
        }
        for (int sweep = 0; sweep < kPlacementSweeps; ++sweep) {
            const bool forward = sweep % 2 == 0;
            for (Index l = 0; l < m_order.size(); ++l)
                placeLayer(m_order[forward ? l : m_order.size() - 1 - l], options, sweep);
        }
    }

    [[nodiscard]] const Place &at(Index i) const { return m_places[i]; }
    [[nodiscard]] const std::vector<Route> &routes() const { return m_routes; }

private:
    Route routed(std::pair<Index, Index> edge, bool reversed)
    {
        Route route;
        route.isReversed = reversed;
        if (edge.first == edge.second)
            return route;
        if (reversed)
            std::swap(edge.first, edge.second);
        Index last = edge.first;
        route.places.push_back(last);
        for (int layer = m_places[edge.first].layer + 1; layer < m_places[edge.second].layer;
             ++layer) {
            m_places.push_back({layer, true, kDummyHeight, 0, {}, {}});
            link(last, m_places.size() - 1);
            last = m_places.size() - 1;
            route.places.push_back(last);
        }
        link(last, edge.second);
        route.places.push_back(edge.second);
        return route;
    }

    void link(Index from, Index to)
    {
        m_places[from].right.push_back(to);
        m_places[to].left.push_back(from);
    }

    void renumber()
    {
        for (const auto &layer : m_order) {
            for (Index i = 0; i < layer.size(); ++i)
                m_position[layer[i]] = i;
        }
    }

    [[nodiscard]] std::vector<Index> positionsOf(const std::vector<Index> &places) const
    {
        std::vector<Index> positions;
        positions.reserve(places.size());
        for (const Index i : places)
            positions.push_back(m_position[i]);
        std::sort(positions.begin(), positions.end());
        return positions;
    }

    [[nodiscard]] std::size_t crossings() const
    {
        std::size_t sum = 0;
        for (Index l = 0; l + 1 < m_order.size(); ++l) {
            PrefixCounter counter(m_order[l + 1].size());
            std::size_t seen = 0;
            for (const Index i : m_order[l]) {
                const std::vector<Index> ends = positionsOf(m_places[i].right);
                for (const Index end : ends)
                    sum += seen - counter.upTo(end);
                for (const Index end : ends)
                    counter.add(end);
                seen += ends.size();
            }
        }
        return sum;
    }

    void sortByNeighbours(bool forward)
    {
        for (Index step = 0; step < m_order.size(); ++step) {
            auto &layer = m_order[forward ? step : m_order.size() - 1 - step];
            std::vector<std::pair<double, Index>> keyed;
            keyed.reserve(layer.size());
            for (const Index i : layer) {
                const auto &neighbours = forward ? m_places[i].left : m_places[i].right;
                double sum = 0;
                for (const Index n : neighbours)
                    sum += static_cast<double>(m_position[n]);
                keyed.emplace_back(neighbours.empty()
                                       ? static_cast<double>(m_position[i])
                                       : sum / static_cast<double>(neighbours.size()),
                                   i);
            }
            std::stable_sort(keyed.begin(), keyed.end(), [](const auto &a, const auto &b) {
                return a.first < b.first;
            });
            for (Index i = 0; i < layer.size(); ++i) {
                layer[i] = keyed[i].second;
                m_position[layer[i]] = i;
            }
        }
    }

    /// Crossings between the edges of two neighbours on one side, `a` standing before `b`.
    static std::size_t crossingsOf(const std::vector<Index> &a, const std::vector<Index> &b)
    {
        std::size_t sum = 0;
        Index below = 0;
        for (const Index end : a) {
            while (below < b.size() && b[below] < end)
                ++below;
            sum += below;
        }
        return sum;
    }

    void exchangeNeighbours()
    {
        for (auto &layer : m_order) {
            for (Index i = 0; i + 1 < layer.size(); ++i) {
                const Place &a = m_places[layer[i]];
                const Place &b = m_places[layer[i + 1]];
                const auto leftA = positionsOf(a.left);
                const auto leftB = positionsOf(b.left);
                const auto rightA = positionsOf(a.right);
                const auto rightB = positionsOf(b.right);
                if (crossingsOf(leftA, leftB) + crossingsOf(rightA, rightB)
                    <= crossingsOf(leftB, leftA) + crossingsOf(rightB, rightA))
                    continue;
                std::swap(layer[i], layer[i + 1]);
                std::swap(m_position[layer[i]], m_position[layer[i + 1]]);
            }
        }
    }

    /// Where a place wants to be: the mean of its neighbours, dummies counting more.
    [[nodiscard]] double wishOf(Index i, int sweep) const
    {
        double sum = 0;
        double weight = 0;
        const auto pull = [&](const std::vector<Index> &neighbours) {
            for (const Index n : neighbours) {
                const double w = m_places[i].isDummy && m_places[n].isDummy ? kDummyWeight : 1;
                sum += w * m_places[n].y;
                weight += w;
            }
        };
        const bool both = sweep >= 2; // the first two sweeps only follow what stands already
        if (both || sweep % 2 == 0)
            pull(m_places[i].left);
        if (both || sweep % 2 != 0)
            pull(m_places[i].right);
        return weight > 0 ? sum / weight : m_places[i].y;
    }

    /// The places nearest to the wishes that keep order and distance: pool adjacent violators.
    void placeLayer(const std::vector<Index> &layer, const LayoutOptions &options, int sweep)
    {
        struct Block
        {
            double sum;
            double weight;
            Index first;
            [[nodiscard]] double mean() const { return sum / weight; }
        };
        std::vector<double> shift(layer.size(), 0); // of a place within an unbroken column
        for (Index i = 1; i < layer.size(); ++i)
            shift[i] = shift[i - 1] + options.nodeGap
                       + (m_places[layer[i - 1]].height + m_places[layer[i]].height) / 2;
        std::vector<Block> blocks;
        for (Index i = 0; i < layer.size(); ++i) {
            const double weight = m_places[layer[i]].isDummy ? kDummyWeight : 1;
            blocks.push_back({weight * (wishOf(layer[i], sweep) - shift[i]), weight, i});
            while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() >= blocks.back().mean()) {
                Block &before = blocks[blocks.size() - 2];
                before.sum += blocks.back().sum;
                before.weight += blocks.back().weight;
                blocks.pop_back();
            }
        }
        for (Index b = 0; b < blocks.size(); ++b) {
            const Index end = b + 1 < blocks.size() ? blocks[b + 1].first : layer.size();
            for (Index i = blocks[b].first; i < end; ++i)
                m_places[layer[i]].y = blocks[b].mean() + shift[i];
        }
    }

    std::vector<Place> m_places;
    std::vector<Route> m_routes;
    std::vector<std::vector<Index>> m_order; ///< by layer, from top to bottom
    std::vector<Index> m_position;           ///< of every place in its layer
};

/// The calls whose ends exist as pairs of node places; the others stay (0, 0), which is drawn as
/// nothing.
std::vector<std::pair<Index, Index>> edgesOf(const Topology &topology)
{
    QHash<QString, Index> index;
    for (Index i = 0; i < topology.nodes.size(); ++i)
        index.insert(topology.nodes[i].id, i);
    std::vector<std::pair<Index, Index>> edges;
    for (const Call &call : topology.calls) {
        const auto from = index.constFind(call.from);
        const auto to = index.constFind(call.to);
        const bool known = from != index.constEnd() && to != index.constEnd();
        edges.emplace_back(known ? *from : 0, known ? *to : 0);
    }
    return edges;
}

std::vector<QPointF>
pointsOf(const Route &route, const Drawing &drawing, const LayoutOptions &options)
{
    std::vector<QPointF> points;
    const double step = options.nodeWidth + options.layerGap;
    const double half = options.nodeWidth / 2;
    for (Index i = 0; i < route.places.size(); ++i) {
        const Place &place = drawing.at(route.places[i]);
        const double x = place.layer * step;
        if (i == 0)
            points.emplace_back(x + half, place.y);
        else if (i + 1 == route.places.size())
            points.emplace_back(x - half, place.y);
        else
            points.emplace_back(x, place.y);
    }
    if (route.isReversed)
        std::reverse(points.begin(), points.end());
    return points;
}

} // namespace

double LayoutOptions::heightOf(const Node &node) const
{
    if (node.kind == NodeKind::Source)
        return sourceHeight;
    return node.serviceTime ? nodeHeight : passingHeight;
}

Layout layeredLayout(const Topology &topology, const LayoutOptions &options)
{
    Layout layout;
    const Index nodes = topology.nodes.size();
    const std::vector<std::pair<Index, Index>> edges = edgesOf(topology);
    const std::vector<bool> reversed = edgesToReverse(edges, nodes);
    std::vector<std::pair<Index, Index>> forward;
    for (Index e = 0; e < edges.size(); ++e) {
        if (edges[e].first != edges[e].second)
            forward.push_back(reversed[e] ? std::pair(edges[e].second, edges[e].first) : edges[e]);
    }
    std::vector<double> heights;
    for (const Node &node : topology.nodes)
        heights.push_back(options.heightOf(node));
    Drawing drawing(layersOf(forward, nodes), heights, edges, reversed);
    drawing.order();
    drawing.place(options);
    for (Index i = 0; i < nodes; ++i) {
        const Place &place = drawing.at(i);
        layout.nodes.insert(topology.nodes[i].id,
                            {place.layer * (options.nodeWidth + options.layerGap), place.y});
    }
    for (const Route &route : drawing.routes())
        layout.routes.push_back(pointsOf(route, drawing, options));
    return layout;
}

} // namespace dramatis::topology
