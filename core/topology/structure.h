// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/topology/topology.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace dramatis::topology {

// What the shape of a topology tells without simulating it. Orders follow Topology::nodes and
// Topology::calls, so answers are deterministic. Calls whose ends do not exist are ignored.

/// A call whose caller waits: neither async nor to a queue.
[[nodiscard]] bool isSynchronous(const Topology &topology, const Call &call);

/// Ids of the nodes that call `id`, each once.
[[nodiscard]] QStringList callers(const Topology &topology, const QString &id);
/// Ids of the nodes that `id` calls, each once.
[[nodiscard]] QStringList callees(const Topology &topology, const QString &id);
/// Ids of the nodes that a request of `id` can reach, itself not among them unless on a cycle.
[[nodiscard]] QStringList reachableFrom(const Topology &topology, const QString &id);

/// Groups of nodes that wait for one another: strong components of the synchronous calls with more
/// than one node. Cost: O(nodes + calls).
[[nodiscard]] std::vector<QStringList> synchronousCycles(const Topology &topology);

/// The most stations that one request is inside of at once: the longest chain of nodes linked by
/// synchronous calls below a source, sources and load balancers not counted (clients > edge > web >
/// db: 2). Each node of a cycle counts once.
/// @param path  if not null: the ids along the chain, from the source to the last
[[nodiscard]] int synchronousDepth(const Topology &topology, QStringList *path = nullptr);

/// Whether a call can fail the request that makes it: not optional, not async, made with
/// probability > 0.
[[nodiscard]] bool isRequired(const Call &call);

/// Nodes that at least one request of a source may need: reached from sources over required calls,
/// sources left out.
[[nodiscard]] QStringList requiredPathNodes(const Topology &topology);

} // namespace dramatis::topology
