// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/persona/persona.h"
#include "core/topology/topology.h"
#include "core/traffic/exchange_table.h"
#include "core/traffic/windows.h"

#include <memory>
#include <optional>
#include <vector>

namespace dramatis::topology {

/// Service time and workers of a resource, estimated from what its exchanges found in flight
/// (DESIGN.md section 7, Calibration).
struct StationEstimate
{
    QString resource;
    Distribution serviceTime; ///< of one exchange, s
    int workers = 1;
    double errorRate = 0;          ///< server errors among exchanges that found a free worker
    std::optional<int> queueLimit; ///< where fast 503s happen at one crowded level only
    bool latencyKnown = false;     ///< else service time 50 ms and workers are assumed
    bool workersKnown =
        false;    ///< latency rose with the number in flight, so the knee could be told
    QString note; ///< translated: why something could not be told; empty if all could
};

/// Estimates every resource of the table from its exchanges.
/// @errors Cancelled, what walking the table says
[[nodiscard]] Result<std::vector<StationEstimate>>
estimateStations(const traffic::ExchangeTable &table, JobControl &job);

/// The arrivals of one persona at scale 1: its windows' exchanges over all its resources, merged
/// slice by slice over every slice of the capture.
/// @errors Cancelled, what walking the table says
[[nodiscard]] Result<std::vector<std::shared_ptr<const ArrivalSample>>>
arrivalSamples(const traffic::ExchangeTable &table,
               const traffic::WindowTable &windows,
               const persona::PersonaSet &personas,
               JobControl &job);

/// The default topology of a capture: one source per persona with its bootstrap sample, calling
/// each resource (or the load balancer before upstream instances of one host) with the observed
/// share.
struct Discovered
{
    Topology topology;
    std::vector<StationEstimate> stations;
    QStringList notes; ///< translated
};

/// @errors InvalidArgument: no personas; Cancelled
[[nodiscard]] Result<Discovered> discoverTopology(const traffic::ExchangeTable &table,
                                                  const traffic::WindowTable &windows,
                                                  const persona::PersonaSet &personas,
                                                  JobControl &job);

} // namespace dramatis::topology
