// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/live_publisher.h"

#include "core/simulation/gather.h"

#include <algorithm>
#include <cmath>

namespace dramatis::simulation {

namespace {

constexpr std::size_t kMostPoints = 400;
constexpr auto kBetween = std::chrono::milliseconds(100);

/// Means of `width` values each, NaN left out.
std::vector<float> thinned(const std::vector<float> &values, std::size_t width)
{
    std::vector<float> result;
    result.reserve(values.size() / width + 1);
    for (std::size_t begin = 0; begin < values.size(); begin += width) {
        float sum = 0;
        float known = 0;
        for (std::size_t i = begin; i < std::min(begin + width, values.size()); ++i) {
            if (!std::isnan(values[i])) {
                sum += values[i];
                known += 1;
            }
        }
        result.push_back(sum / known); // 0 / 0 where none is known
    }
    return result;
}

/// The width that leaves at most kMostPoints of a whole run, so that points stay where they are as
/// it grows.
std::size_t widthFor(std::size_t steps)
{
    return (steps + kMostPoints - 1) / kMostPoints;
}

} // namespace

LivePublisher::LivePublisher(const Model &model,
                             const Schedule &schedule,
                             std::shared_ptr<LiveView> live,
                             std::size_t replications)
    : m_model(model)
    , m_schedule(schedule)
    , m_live(std::move(live))
    , m_done(replications)
{}

void LivePublisher::show(std::size_t replication, std::int64_t time, const Collector &collector)
{
    if (!m_live || m_shown.load() != replication || !m_live->wanted())
        return;
    const auto now = std::chrono::steady_clock::now();
    if (now - m_last < kBetween)
        return;
    m_last = now;
    const std::size_t width = widthFor(m_schedule.steps());
    TimeSeries series;
    series.stepSeconds = static_cast<double>(m_schedule.step) * 1e-9 * static_cast<double>(width);
    for (const StepSeries &line : collector.series())
        series.series.push_back(
            {m_model.ids[line.node], seriesMetricId(line.metric), thinned(line.values, width)});
    fill(replication, static_cast<double>(time) * 1e-9, std::move(series));
}

void LivePublisher::fill(std::size_t replication, double seconds, TimeSeries series)
{
    LiveSnapshot &snapshot = m_live->back();
    snapshot.replication = static_cast<int>(replication);
    snapshot.finished = static_cast<int>(finished());
    snapshot.time = seconds;
    snapshot.events = m_events.load(std::memory_order_relaxed);
    snapshot.series = std::move(series);
    m_live->publish();
}

void LivePublisher::finish(std::size_t replication)
{
    m_finishedCount.fetch_add(1);
    m_done[replication].store(true);
    // Whoever finishes the shown one, or finds that it is finished, moves on: nobody is left out,
    // since both the flag and the index are sequentially consistent.
    std::size_t shown = m_shown.load();
    while (shown < m_done.size() && m_done[shown].load()) {
        if (m_shown.compare_exchange_strong(shown, shown + 1))
            ++shown;
    }
}

void LivePublisher::showResult(const TimeSeries &series)
{
    if (!m_live)
        return;
    TimeSeries shown;
    std::size_t steps = 0;
    for (const Series &line : series.series)
        steps = std::max(steps, line.values.size());
    const std::size_t width = std::max<std::size_t>(1, widthFor(steps));
    shown.stepSeconds = series.stepSeconds * static_cast<double>(width);
    for (const Series &line : series.series)
        shown.series.push_back({line.on, line.metric, thinned(line.values, width)});
    fill(std::max<std::size_t>(finished(), 1) - 1,
         static_cast<double>(m_schedule.end) * 1e-9,
         std::move(shown));
}

} // namespace dramatis::simulation
