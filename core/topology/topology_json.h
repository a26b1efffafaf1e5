// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/topology/topology.h"

#include <QJsonArray>
#include <QJsonObject>

namespace dramatis::topology {

// `nodes`, `calls` and `domains` of a scenario file (SCENARIO.md). Keys that have their default are
// left out when writing; whatever was read is written again.

/// Reads the three keys from a scenario's object.
/// @errors Format: the first thing wrong with its path ("calls[3].timeout: must be > 0"): unknown
/// keys,
///         wrong types, values out of range, ids that do not exist, doubled ids
[[nodiscard]] Result<Topology> topologyFromJson(const QJsonObject &scenario);
void topologyToJson(const Topology &topology, QJsonObject &scenario);

/// The words of SCENARIO.md for a kind ("loadBalancer").
[[nodiscard]] QString kindId(NodeKind kind);

} // namespace dramatis::topology
