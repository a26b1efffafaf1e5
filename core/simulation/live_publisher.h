// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/collector.h"
#include "core/simulation/simulate.h"

#include <atomic>
#include <chrono>
#include <vector>

namespace dramatis::simulation {

/// Shows one replication of a run at a time: the lowest that is not finished, as it goes. Several
/// workers ask; only the one that runs the shown replication writes, and hands over when it has
/// finished.
class LivePublisher
{
public:
    /// @param live  may be null: then nothing is done
    LivePublisher(const Model &model,
                  const Schedule &schedule,
                  std::shared_ptr<LiveView> live,
                  std::size_t replications);

    /// Publishes, at most ten times a second and only when the last snapshot was taken.
    void show(std::size_t replication, std::int64_t time, const Collector &collector);
    void addEvents(double count) noexcept { m_events.fetch_add(count, std::memory_order_relaxed); }
    /// Call once for each replication, when its worker will show nothing more.
    void finish(std::size_t replication);
    [[nodiscard]] std::size_t finished() const noexcept { return m_finishedCount.load(); }
    /// After all workers have ended: the series of the result.
    void showResult(const TimeSeries &series);

private:
    void fill(std::size_t replication, double seconds, TimeSeries series);

    const Model &m_model;
    const Schedule &m_schedule;
    std::shared_ptr<LiveView> m_live;
    std::vector<std::atomic<bool>> m_done;
    std::atomic<std::size_t> m_shown = 0;
    std::atomic<std::size_t> m_finishedCount = 0;
    std::atomic<double> m_events = 0;
    std::chrono::steady_clock::time_point m_last{}; ///< written by the worker that shows
};

} // namespace dramatis::simulation
