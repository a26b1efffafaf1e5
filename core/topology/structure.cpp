// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/structure.h"

#include <QHash>
#include <QSet>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>

#include <algorithm>

namespace dramatis::topology {

namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

QHash<QString, std::size_t> indexById(const Topology &topology)
{
    QHash<QString, std::size_t> index;
    for (std::size_t i = 0; i < topology.nodes.size(); ++i)
        index.insert(topology.nodes[i].id, i);
    return index;
}

/// Nodes by their place, one edge per call that `isWanted`.
template<typename Predicate>
Graph graphOf(const Topology &topology, Predicate isWanted)
{
    const QHash<QString, std::size_t> index = indexById(topology);
    Graph graph(topology.nodes.size());
    for (const Call &call : topology.calls) {
        const auto from = index.constFind(call.from);
        const auto to = index.constFind(call.to);
        if (from != index.constEnd() && to != index.constEnd() && isWanted(call))
            boost::add_edge(*from, *to, graph);
    }
    return graph;
}

/// Places reached over the edges from `starts`; a start only if an edge leads back to it.
std::vector<bool> reached(const Graph &graph, std::vector<std::size_t> todo)
{
    std::vector<bool> seen(boost::num_vertices(graph), false);
    while (!todo.empty()) {
        const std::size_t at = todo.back();
        todo.pop_back();
        for (const auto edge : boost::make_iterator_range(boost::out_edges(at, graph))) {
            const std::size_t next = boost::target(edge, graph);
            if (!seen[next]) {
                seen[next] = true;
                todo.push_back(next);
            }
        }
    }
    return seen;
}

/// Component of every node; components are numbered in reverse topological order (Tarjan).
std::vector<std::size_t> componentsOf(const Graph &graph, std::size_t &count)
{
    std::vector<std::size_t> component(boost::num_vertices(graph));
    count = component.empty() ? 0
                              : boost::strong_components(
                                  graph,
                                  boost::make_iterator_property_map(
                                      component.begin(), boost::get(boost::vertex_index, graph)));
    return component;
}

bool isStation(const Node &node)
{
    return node.kind != NodeKind::Source && node.kind != NodeKind::LoadBalancer;
}

} // namespace

bool isSynchronous(const Topology &topology, const Call &call)
{
    const Node *callee = topology.find(call.to);
    return !call.async && (callee == nullptr || callee->kind != NodeKind::Queue);
}

QStringList callers(const Topology &topology, const QString &id)
{
    QStringList found;
    for (const Call &call : topology.calls) {
        if (call.to == id && !found.contains(call.from))
            found.append(call.from);
    }
    return found;
}

QStringList callees(const Topology &topology, const QString &id)
{
    QStringList found;
    for (const Call &call : topology.calls) {
        if (call.from == id && !found.contains(call.to))
            found.append(call.to);
    }
    return found;
}

QStringList reachableFrom(const Topology &topology, const QString &id)
{
    const QHash<QString, std::size_t> index = indexById(topology);
    if (!index.contains(id))
        return {};
    const Graph graph = graphOf(topology, [](const Call &) { return true; });
    const std::vector<bool> seen = reached(graph, {index.value(id)});
    QStringList found;
    for (std::size_t i = 0; i < seen.size(); ++i) {
        if (seen[i])
            found.append(topology.nodes[i].id);
    }
    return found;
}

std::vector<QStringList> synchronousCycles(const Topology &topology)
{
    const Graph graph =
        graphOf(topology, [&](const Call &call) { return isSynchronous(topology, call); });
    std::size_t count = 0;
    const std::vector<std::size_t> component = componentsOf(graph, count);
    std::vector<QStringList> members(count);
    std::vector<std::size_t> order; // of components by their first node
    for (std::size_t i = 0; i < component.size(); ++i) {
        if (members[component[i]].isEmpty())
            order.push_back(component[i]);
        members[component[i]].append(topology.nodes[i].id);
    }
    std::vector<QStringList> cycles;
    for (const std::size_t number : order) {
        if (members[number].size() > 1)
            cycles.push_back(members[number]);
    }
    return cycles;
}

int synchronousDepth(const Topology &topology, QStringList *path)
{
    const Graph graph =
        graphOf(topology, [&](const Call &call) { return isSynchronous(topology, call); });
    std::size_t count = 0;
    const std::vector<std::size_t> component = componentsOf(graph, count);

    // Components in the order of their numbers have everything they call done before them.
    std::vector<std::vector<std::size_t>> members(count);
    for (std::size_t i = 0; i < component.size(); ++i)
        members[component[i]].push_back(i);
    std::vector<int> depth(count, 0);
    std::vector<std::size_t> next(count, count); // component that the deepest chain goes on with
    for (std::size_t c = 0; c < count; ++c) {
        int own = 0;
        for (const std::size_t node : members[c]) {
            own += isStation(topology.nodes[node]) ? 1 : 0;
            for (const auto edge : boost::make_iterator_range(boost::out_edges(node, graph))) {
                const std::size_t target = component[boost::target(edge, graph)];
                if (target != c && (next[c] == count || depth[target] > depth[next[c]]))
                    next[c] = target;
            }
        }
        depth[c] = own + (next[c] == count ? 0 : depth[next[c]]);
    }

    int deepest = 0;
    std::size_t start = count;
    for (std::size_t i = 0; i < topology.nodes.size(); ++i) {
        const bool isSource = topology.nodes[i].kind == NodeKind::Source;
        if (isSource && (start == count || depth[component[i]] > deepest)) {
            deepest = depth[component[i]];
            start = component[i];
        }
    }
    if (path != nullptr) {
        path->clear();
        for (std::size_t c = start; c < count; c = next[c]) {
            for (const std::size_t node : members[c])
                path->append(topology.nodes[node].id);
        }
    }
    return deepest;
}

bool isRequired(const Call &call)
{
    return !call.optional && !call.async && call.probability > 0;
}

QStringList requiredPathNodes(const Topology &topology)
{
    const Graph graph = graphOf(topology, isRequired);
    std::vector<std::size_t> sources;
    for (std::size_t i = 0; i < topology.nodes.size(); ++i) {
        if (topology.nodes[i].kind == NodeKind::Source)
            sources.push_back(i);
    }
    const std::vector<bool> seen = reached(graph, std::move(sources));
    QStringList found;
    for (std::size_t i = 0; i < seen.size(); ++i) {
        if (seen[i])
            found.append(topology.nodes[i].id);
    }
    return found;
}

} // namespace dramatis::topology
