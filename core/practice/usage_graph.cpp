// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/usage_graph.h"

#include <algorithm>

namespace dramatis::practice {

const UsageNode *UsageGraph::find(const QString &id) const
{
    const auto found = std::find_if(
        nodes.begin(), nodes.end(), [&id](const UsageNode &node) { return node.id == id; });
    return found == nodes.end() ? nullptr : &*found;
}

const UsageEdge *UsageGraph::findEdge(const QString &from, const QString &to) const
{
    const auto found = std::find_if(edges.begin(), edges.end(), [&](const UsageEdge &edge) {
        return edge.from == from && edge.to == to;
    });
    return found == edges.end() ? nullptr : &*found;
}

UsageGraph usageGraph(const simulation::Scenario &scenario, const simulation::RunResult &run)
{
    UsageGraph graph;
    graph.nodes.reserve(scenario.topology.nodes.size());
    for (const topology::Node &node : scenario.topology.nodes) {
        UsageNode usage;
        usage.id = node.id;
        usage.kind = node.kind;
        if (const auto source = run.sources.find(node.id); source != run.sources.end()) {
            usage.rate = source->offered.figure();
            usage.p95 = source->responseTime.p95.figure();
            usage.errorRate = source->errorRate.figure();
        } else if (const auto station = run.nodes.find(node.id); station != run.nodes.end()) {
            usage.rate = station->arrivals.figure();
            usage.utilization = station->utilization.figure();
            usage.p95 = station->responseTime.p95.figure();
            usage.errorRate = station->errorRate.figure();
        }
        graph.nodes.push_back(std::move(usage));
    }
    for (const topology::Call &call : scenario.topology.calls) {
        UsageEdge edge;
        edge.from = call.from;
        edge.to = call.to;
        const auto found =
            std::find_if(run.calls.begin(), run.calls.end(), [&call](const auto &result) {
                return result.from == call.from && result.to == call.to;
            });
        if (found != run.calls.end()) {
            edge.rate = found->throughput.figure();
            edge.bytes = found->bytes.figure();
            edge.errors = found->timeouts.figure();
        }
        graph.edges.push_back(std::move(edge));
    }
    return graph;
}

} // namespace dramatis::practice
