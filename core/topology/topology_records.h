// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/topology/json_record.h"
#include "core/topology/topology.h"

namespace dramatis::topology {

// The fields of a scenario's structs (SCENARIO.md), one list each. Whoever adds a key adds it here.

[[nodiscard]] const JsonRecord<Distribution> &distributionRecord();
[[nodiscard]] const JsonRecord<ArrivalSample> &arrivalSampleRecord();
[[nodiscard]] const JsonRecord<Arrivals> &arrivalsRecord();
[[nodiscard]] const JsonRecord<Node> &nodeRecord();
[[nodiscard]] const JsonRecord<Call> &callRecord();
/// `domains`, `nodes`, `calls`, and what holds between them.
[[nodiscard]] const JsonRecord<Topology> &topologyRecord();
/// What holds between nodes, calls and domains: ids exist, are there once, domains are a tree.
[[nodiscard]] Result<> checkTopology(const Topology &topology);

} // namespace dramatis::topology
