// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/practice_graph.h"
#include "core/topology/topology.h"

#include <QMap>

namespace dramatis::practice {

/// How a topology fits a practice graph.
struct Match
{
    QString graph;                ///< practice graph's id
    double score = 0;             ///< [0, 1]; 1 is a perfect fit
    QMap<QString, QString> roles; ///< node id -> role id; nodes without a role are absent
    QStringList missingRoles;     ///< required roles that no node plays
    bool operator==(const Match &) const = default;
};

/// Attributed graph matching: an assignment of nodes to roles on node cost (kind) and neighbourhood
/// cost (relations kept), refined until no single change improves it. Several nodes may play one
/// role.
///
/// The score is the share of nodes and calls that fit, times the share of required roles that are
/// played: (nodes with a role + calls along a relation) / (nodes + calls) * (required roles played
/// / required roles). 1 says that every node has a role, every call follows a relation and nothing
/// required is missing; 0 for a topology without nodes. Neither the order of nodes nor that of
/// calls changes the answer. Cost: O(rounds * nodes * roles * (nodes + calls)); a handful of
/// rounds.
[[nodiscard]] Match matchGraph(const topology::Topology &topology, const PracticeGraph &graph);
/// The best of a library (ties: the first).
[[nodiscard]] Match bestMatch(const topology::Topology &topology, const PracticeLibrary &library);
/// The graph of the curated library that fits best.
/// @errors what curatedLibrary() says; InvalidArgument: it holds none
[[nodiscard]] Result<PracticeGraph> bestGraph(const topology::Topology &topology);

} // namespace dramatis::practice
