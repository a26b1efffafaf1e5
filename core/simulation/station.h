// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/collector.h"
#include "core/simulation/model.h"

#include <cstdint>
#include <vector>

namespace dramatis::simulation {

/// One instance of a station at work.
struct Instance
{
    bool isUp = true;
    std::uint32_t down = 0;     ///< faults that hold it down
    std::uint32_t serving = 0;  ///< workers that serve
    std::uint32_t occupied = 0; ///< workers that serve or are held for an answer
    std::uint32_t requests = 0; ///< in it: waiting in its own queue, served, calling
    std::int64_t since = 0;     ///< ns, up to when it is counted
    double servingTime = 0;     ///< since the last cut
    double occupiedTime = 0;
    double upTime = 0;

    /// Counts what was until `now`; call before any of the above changes.
    void countUntil(std::int64_t now) noexcept
    {
        const auto span = static_cast<double>(now - since);
        since = now;
        servingTime += serving * span;
        occupiedTime += occupied * span;
        upTime += isUp ? span : 0;
    }
};

/// Requests that wait, first come first served: a list through the requests themselves.
struct WaitingLine
{
    std::uint32_t first = kNone;
    std::uint32_t last = kNone;
    std::uint32_t length = 0;
    std::int64_t since = 0;
    double waitingTime = 0; ///< requests x ns since the last cut

    void countUntil(std::int64_t now) noexcept
    {
        waitingTime += length * static_cast<double>(now - since);
        since = now;
    }
};

/// The workers and queues of all stations.
class Stations
{
public:
    explicit Stations(const Model &model);

    std::vector<Instance> instances;
    std::vector<WaitingLine> lines;

    /// Index of the line that a request for an instance waits in.
    [[nodiscard]] std::uint32_t lineOf(const NodeModel &node, std::uint32_t instance) const noexcept
    {
        return node.firstQueue + (node.ownQueues ? instance - node.firstInstance : 0);
    }
    [[nodiscard]] bool hasFreeWorker(const NodeModel &node, std::uint32_t instance) const noexcept
    {
        return instances[instance].isUp && instances[instance].occupied < node.workers;
    }
    /// Instances of a node that are up.
    [[nodiscard]] std::uint32_t upOf(std::uint32_t node) const noexcept { return m_up[node]; }

    /// The instance that a request goes to: with own queues by `policy`, else one with a free
    /// worker, the least busy one (any, if there is none: the queue is shared); kNone where all are
    /// down. Ties go round.
    /// @param draw  the balancer's random numbers; asked for only by the policies that need them
    [[nodiscard]] std::uint32_t pick(std::uint32_t node,
                                     topology::BalancingPolicy policy,
                                     const Draws &draws,
                                     const DrawKey &draw);

    void takeDown(std::uint32_t node, std::uint32_t instance, std::int64_t now);
    void bringUp(std::uint32_t node, std::uint32_t instance, std::int64_t now);

    /// Moves what was counted since the last cut into the collector.
    void flush(Collector &collector, std::int64_t now);

private:
    /// The n-th instance of a node that is up.
    [[nodiscard]] std::uint32_t upInstance(const NodeModel &node, std::uint32_t n) const noexcept;
    template<typename Load>
    [[nodiscard]] std::uint32_t leastBy(std::uint32_t node, Load load);

    const Model &m_model;
    std::vector<std::uint32_t> m_up;     ///< by node
    std::vector<std::uint32_t> m_cursor; ///< by node: where going round goes on
    std::vector<std::int64_t> m_upSince; ///< by node: up to when it is counted
    std::vector<double> m_anyUp;         ///< by node, ns since the last cut
};

} // namespace dramatis::simulation
