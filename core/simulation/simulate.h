// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/simulation/run_result.h"
#include "core/simulation/scenario.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

namespace dramatis::simulation {

/// What a running simulation looks like now: the series of the replication that is shown, thinned
/// to at most 400 points, and how far the whole run is.
struct LiveSnapshot
{
    int replication = 0; ///< shown, from 0
    int finished = 0;    ///< replications done
    double time = 0;     ///< s, of the replication shown
    double events = 0;   ///< so far, all replications
    TimeSeries series;   ///< of the replication shown
};

/// One writer, one reader, no lock: the writer fills the back buffer and swaps, the reader takes
/// the newest.
class LiveView
{
public:
    /// Whether the reader has taken what was published last (the writer may then skip work).
    [[nodiscard]] bool wanted() const noexcept;
    LiveSnapshot &back() noexcept;
    void publish() noexcept;
    /// The newest snapshot, or nullptr if nothing new since the last call. Valid until the next
    /// call.
    const LiveSnapshot *take() noexcept;

private:
    std::array<LiveSnapshot, 3> m_buffers;
    std::atomic<unsigned> m_middle{1}; ///< index, and bit 2: fresh
    unsigned m_back = 0;
    unsigned m_front = 2;
};

struct SimulateOptions
{
    unsigned threads = 0;           ///< 0: as many as the machine has
    std::shared_ptr<LiveView> live; ///< none: nothing is published
    bool timeSeries = true; ///< keep series over time (trials of the advisor do not need them)
};

/// Runs all replications of a scenario. Deterministic from run.seed for any number of threads;
/// draws are keyed by what they are for, so scenarios that share ids share their numbers. A
/// cancelled run gives what it has, marked partial, unless no replication was finished.
/// @errors what checkSimulable says; Cancelled with no replication finished
[[nodiscard]] Result<RunResult>
simulate(const Scenario &scenario, const SimulateOptions &options, JobControl &job);

} // namespace dramatis::simulation
