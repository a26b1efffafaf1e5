// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/statistics.h"
#include "core/simulation/run_result.h"
#include "core/simulation/scenario.h"

#include <vector>

namespace dramatis::practice {

/// A node of a topology weighted with what a run showed.
struct UsageNode
{
    QString id;
    topology::NodeKind kind = topology::NodeKind::Service;
    Figure rate;        ///< arrivals, 1/s
    Figure utilization; ///< [0, 1]
    Figure p95;         ///< response time, s
    Figure errorRate;
    bool operator==(const UsageNode &) const = default;
};

struct UsageEdge
{
    QString from;
    QString to;
    Figure rate;   ///< calls per second
    Figure bytes;  ///< B/s
    Figure errors; ///< fraction that timed out
    bool operator==(const UsageEdge &) const = default;
};

/// The topology with usage weights. Break costs come with the fault runs of a later issue.
struct UsageGraph
{
    std::vector<UsageNode> nodes; ///< in the topology's order
    std::vector<UsageEdge> edges;

    [[nodiscard]] const UsageNode *find(const QString &id) const;
    [[nodiscard]] const UsageEdge *findEdge(const QString &from, const QString &to) const;
    bool operator==(const UsageGraph &) const = default;
};

[[nodiscard]] UsageGraph usageGraph(const simulation::Scenario &scenario,
                                    const simulation::RunResult &run);

} // namespace dramatis::practice
