// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/topology/topology.h"

#include <QMap>
#include <QStringList>

#include <optional>

namespace dramatis::practice {

/// How often each node is called per request of a source, by probability, count, share and hit
/// ratio; retries and failures left out. Nodes that are not reached are absent. On a cycle, calls
/// deeper than the number of nodes are left out.
[[nodiscard]] QMap<QString, double> visitsPerRequest(const topology::Topology &topology,
                                                     const QString &source);

/// The path along which attempts multiply most.
struct AttemptPath
{
    double attempts = 1; ///< product of the attempts of its calls
    QStringList nodes;   ///< from its first call with more than one attempt to its last
};

/// Over synchronous calls; attempts 1 and no nodes where nothing is tried twice. None where calls
/// go in a circle: there is no longest path then. Cost: O(nodes + calls), one walk in topological
/// order.
[[nodiscard]] std::optional<AttemptPath> worstAttemptPath(const topology::Topology &topology);

/// Whether a load balancer calls the node: then each of its instances has a queue of its own.
[[nodiscard]] bool isBalanced(const topology::Topology &topology, const QString &node);

} // namespace dramatis::practice
