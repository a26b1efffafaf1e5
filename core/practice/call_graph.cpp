// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/call_graph.h"

#include "core/topology/structure.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/topological_sort.hpp>

#include <algorithm>
#include <map>

namespace dramatis::practice {

namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

/// Nodes by number, in the topology's order.
std::map<QString, std::size_t> numbers(const topology::Topology &topology)
{
    std::map<QString, std::size_t> result;
    for (std::size_t i = 0; i < topology.nodes.size(); ++i)
        result.emplace(topology.nodes[i].id, i);
    return result;
}

/// Times that a visit of the caller makes a call.
double weight(const topology::Topology &topology, const topology::Call &call)
{
    double times = call.probability * call.count;
    if (call.share) {
        double total = 0;
        for (const topology::Call *other : topology.callsFrom(call.from))
            total += other->share.value_or(0);
        times *= total > 0 ? *call.share / total : 0;
    }
    const topology::Node *from = topology.find(call.from);
    if (call.onMiss && from && from->cache && from->cache->hitRatio)
        times *= 1 - *from->cache->hitRatio;
    return times;
}

} // namespace

QMap<QString, double> visitsPerRequest(const topology::Topology &topology, const QString &source)
{
    std::vector<double> weights;
    weights.reserve(topology.calls.size());
    for (const topology::Call &call : topology.calls)
        weights.push_back(weight(topology, call));

    // Level by level: what arrives at depth d is what was at depth d - 1 times the calls.
    QMap<QString, double> visits;
    QMap<QString, double> level{{source, 1.0}};
    for (std::size_t depth = 0; depth <= topology.nodes.size() && !level.isEmpty(); ++depth) {
        QMap<QString, double> next;
        for (std::size_t i = 0; i < topology.calls.size(); ++i) {
            const topology::Call &call = topology.calls[i];
            if (const auto here = level.constFind(call.from);
                here != level.constEnd() && weights[i] > 0)
                next[call.to] += *here * weights[i];
        }
        for (auto it = next.constBegin(); it != next.constEnd(); ++it)
            visits[it.key()] += it.value();
        level = std::move(next);
    }
    return visits;
}

std::optional<AttemptPath> worstAttemptPath(const topology::Topology &topology)
{
    const auto number = numbers(topology);
    Graph graph(topology.nodes.size());
    for (const topology::Call &call : topology.calls) {
        if (topology::isSynchronous(topology, call))
            boost::add_edge(number.at(call.from), number.at(call.to), graph);
    }
    std::vector<std::size_t> order; // callees before their callers
    try {
        boost::topological_sort(graph, std::back_inserter(order));
    } catch (const boost::not_a_dag &) {
        return std::nullopt;
    }
    std::vector<double> attempts(topology.nodes.size(), 1);           // most from there down
    std::vector<const topology::Call *> along(topology.nodes.size()); // the call that starts it
    for (const std::size_t node : order) {
        for (const topology::Call &call : topology.calls) {
            if (number.at(call.from) != node || !topology::isSynchronous(topology, call))
                continue;
            const double product = call.retries.attempts * attempts[number.at(call.to)];
            if (product > attempts[node]) {
                attempts[node] = product;
                along[node] = &call;
            }
        }
    }
    AttemptPath worst;
    std::size_t start = 0;
    for (std::size_t node = 0; node < attempts.size(); ++node) {
        if (attempts[node] > worst.attempts) {
            worst.attempts = attempts[node];
            start = node;
        }
    }
    if (worst.attempts > 1) {
        // Calls with one attempt at the head multiply nothing; along[] holds none at the tail.
        worst.nodes.append(topology.nodes[start].id);
        for (const topology::Call *call = along[start]; call; call = along[number.at(call->to)])
            worst.nodes.append(call->to);
    }
    return worst;
}

bool isBalanced(const topology::Topology &topology, const QString &node)
{
    const QStringList callers = topology::callers(topology, node);
    return std::any_of(callers.begin(), callers.end(), [&topology](const QString &caller) {
        const topology::Node *from = topology.find(caller);
        return from && from->kind == topology::NodeKind::LoadBalancer;
    });
}

} // namespace dramatis::practice
