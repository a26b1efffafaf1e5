// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/simulation/faults.h"
#include "core/simulation/sampler.h"
#include "core/simulation/scenario.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

namespace dramatis::simulation {

inline constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
inline constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

// A scenario made ready to run: indices instead of names, distributions solved, nothing to look up.

/// The slices of a sample that are played, in order.
struct PlayedSample
{
    std::shared_ptr<const topology::ArrivalSample> sample;
    std::int64_t sliceWidth = 0;          ///< ns
    std::vector<std::uint32_t> slices;    ///< indices of windows
    std::vector<std::size_t> firstOffset; ///< by window, and one past the last
    std::size_t arrivals = 0;             ///< in all played slices
};

struct SourceModel
{
    std::uint32_t node = 0;
    std::uint32_t hash = 0;
    topology::ArrivalModel arrivals = topology::ArrivalModel::Poisson;
    double rate = 0;  ///< 1/s, of one copy
    double scale = 1; ///< copies that are superposed
    double cv = 1;
    std::vector<double> hours; ///< rates of the hours played one after the other; empty: `rate`
    std::int64_t firstHourLeft = 0; ///< ns that the first of `hours` still lasts
    PlayedSample played;
    std::int64_t deadline = kNever; ///< ns

    /// Whether requests come equally often at any time, so that a warm-up can be told from the
    /// series.
    [[nodiscard]] bool hasConstantIntensity() const { return hours.empty(); }
};

struct CallModel
{
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint32_t hash = 0;
    std::uint32_t calleeSalt = 0; ///< tells the visits of a node that has several callers apart
    double probability = 1;
    std::uint32_t count = 1;
    std::int64_t timeout = kNever; ///< ns
    Sampler latency;
    bool hasLatency = false;
    bool holdsWorker = true;
};

struct NodeModel
{
    topology::NodeKind kind = topology::NodeKind::Service;
    std::uint32_t hash = 0;
    bool isStation = false; ///< has workers; a source or a plain balancer has none
    bool ownQueues = false; ///< one per instance instead of one for all
    std::uint32_t instances = 0;
    std::uint32_t workers = 0;
    std::uint32_t firstInstance = 0; ///< in the list of all instances
    std::uint32_t firstQueue = 0;    ///< in the list of all queues
    std::uint32_t queueLimit = kNone;
    topology::BalancingPolicy policy = topology::BalancingPolicy::RoundRobin;
    double errorRate = 0;
    double costPerHour = 0;
    Sampler service;
    std::vector<std::uint32_t> calls;  ///< in the order they are made
    std::vector<std::uint32_t> shared; ///< those of them with a share, by id
    std::vector<double> shareUpTo;     ///< cumulated weights of `shared`
    bool onlyShares = false;           ///< the chosen one is the only call made
    std::uint32_t source = kNone;      ///< index in Model::sources
};

struct Model
{
    std::vector<QString> ids;         ///< by node
    std::vector<NodeModel> nodes;     ///< in the topology's order
    std::vector<CallModel> calls;     ///< in the topology's order
    std::vector<SourceModel> sources; ///< by id, so that ties do not depend on the order of writing
    std::vector<TimedFault> faults;   ///< by time
    std::uint32_t instances = 0;
    std::uint32_t queues = 0;
    std::int64_t duration = 0;       ///< ns
    std::vector<std::uint32_t> pair; ///< source * nodes + node -> index of its breakdown, or kNone
    std::uint32_t pairs = 0;
    bool canAbandon = false;   ///< a caller may give up on work in progress
    bool isStationary = false; ///< no faults, constant intensity: a warm-up can be found

    [[nodiscard]] std::uint32_t pairOf(std::uint32_t source, std::uint32_t node) const
    {
        return pair[source * nodes.size() + node];
    }
};

/// Makes a scenario that checkSimulable() accepts ready to run.
/// @errors InvalidArgument: requests that would visit a node without end, a peak without peak hours
[[nodiscard]] Result<Model> compiled(const Scenario &scenario);

} // namespace dramatis::simulation
