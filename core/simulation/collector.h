// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/histogram.h"
#include "core/simulation/model.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

namespace dramatis::simulation {

/// What is counted at one point (a node, a source, a call) during an interval. Times are sums of
/// whole ns in doubles: exact up to 104 days, then rounded in the 16th digit.
struct Counters
{
    std::uint64_t arrivals = 0;    ///< of a call: attempts
    std::uint64_t completions = 0; ///< failed ones included
    std::uint64_t rejected = 0;
    std::uint64_t timeouts = 0;
    std::uint64_t failed = 0;    ///< for other causes
    std::uint64_t useful = 0;    ///< answers before the deadline
    std::uint64_t responses = 0; ///< successful ones
    std::uint64_t waits = 0;
    std::uint64_t services = 0;
    double response = 0;  ///< ns, of successful ones
    double waiting = 0;   ///< ns
    double residence = 0; ///< ns, waiting and own service
    double network = 0;   ///< ns
    double work = 0;      ///< ns of service
    double wasted = 0;    ///< ns of service that nobody waited for any more
    double queue = 0;     ///< waiting requests x ns
    double serving = 0;   ///< workers that serve x ns
    double occupied = 0;  ///< workers that serve or are held x ns
    double up = 0;        ///< instances that are up x ns
    double anyUp = 0;     ///< ns with an instance up
    std::int64_t least = std::numeric_limits<std::int64_t>::max(); ///< response, ns
    std::int64_t greatest = 0;                                     ///< response, ns

    void answered(std::int64_t nanoseconds) noexcept
    {
        ++responses;
        response += static_cast<double>(nanoseconds);
        least = std::min(least, nanoseconds);
        greatest = std::max(greatest, nanoseconds);
    }
    [[nodiscard]] std::uint64_t errors() const noexcept { return rejected + timeouts + failed; }
    void add(const Counters &other) noexcept;
};

/// Where the time of a source's requests went at one node.
struct PairSums
{
    double waiting = 0; ///< ns
    double service = 0; ///< ns
};

struct InstanceSums
{
    double serving = 0; ///< workers that serve x ns
    double up = 0;      ///< ns
};

/// Everything counted during a part of the run. Points: nodes, then calls.
struct Segment
{
    std::int64_t begin = 0; ///< ns
    std::int64_t end = 0;
    std::vector<Counters> points;
    std::vector<SparseHistogram> histograms;
    std::vector<PairSums> pairs;
    std::vector<InstanceSums> instances;
};

enum class SeriesMetric {
    Offered,
    Throughput,
    Goodput,
    P50,
    P95,
    P99,
    ErrorRate,
    Utilization,
    QueueLength
};

/// A line over time of one replication; the last value may stand for a part of a step.
struct StepSeries
{
    std::uint32_t node = 0;
    SeriesMetric metric = SeriesMetric::Throughput;
    std::vector<float> values;
};

/// What one replication hands back.
struct Observations
{
    bool complete = false;
    double events = 0;
    std::vector<Segment> segments;  ///< in order, without gaps
    std::vector<StepSeries> series; ///< empty if not wanted
    /// For the warm-up: response (s) per source and queue per station, one list each, by step; NaN
    /// where nothing happened.
    std::vector<std::vector<float>> warmup;
    std::vector<float> backlog; ///< all waiting requests and errors, by step; only with faults
};

/// The times at which counting is cut, the same in every replication.
struct Schedule
{
    std::int64_t end = 0;              ///< ns
    std::int64_t step = 0;             ///< ns: 1 s, doubled until there are at most 3,600
    std::int64_t segment = 0;          ///< ns, a multiple of step; at most 32
    std::int64_t givenWarmup = kNever; ///< a cut of its own; then there are two segments
    bool seekWarmup = false;
    bool series = false;
    bool backlog = false;

    [[nodiscard]] bool usesSteps() const { return seekWarmup || series || backlog; }
    [[nodiscard]] std::size_t steps() const
    {
        return static_cast<std::size_t>((end + step - 1) / step);
    }
    /// The first cut after `time`, at most `end`.
    [[nodiscard]] std::int64_t cutAfter(std::int64_t time) const;
};

/// Steps and segments of a run. `warmup`: seconds, or none to look for it.
[[nodiscard]] Schedule scheduleOf(const Model &model, const RunOptions &run, bool wantsSeries);

/// Counts what happens in one replication, in memory that depends on the scenario but not on how
/// many requests come: the counters of the interval between two cuts, and closed segments.
class Collector
{
public:
    Collector(const Model &model, const Schedule &schedule);

    // Filled by the event loop between two cuts.
    std::vector<Counters> points;
    std::vector<Histogram> histograms;
    std::vector<PairSums> pairs;
    std::vector<InstanceSums> instances;

    [[nodiscard]] std::uint32_t callPoint(std::uint32_t call) const noexcept
    {
        return m_firstCall + call;
    }
    void recordResponse(std::uint32_t point, std::int64_t nanoseconds) noexcept
    {
        points[point].answered(nanoseconds);
        histograms[point].record(nanoseconds);
    }

    /// Closes the interval that ends at `time`, one of the schedule's cuts.
    void cut(std::int64_t time);
    [[nodiscard]] const std::vector<StepSeries> &series() const noexcept { return m_result.series; }
    [[nodiscard]] Observations take() { return std::move(m_result); }

private:
    void closeStep(std::int64_t time);
    void appendSeries(double seconds);
    void closeSegment(std::int64_t time);

    const Model &m_model;
    const Schedule &m_schedule;
    std::uint32_t m_firstCall;
    std::int64_t m_stepBegin = 0;
    std::vector<Counters> m_step;               ///< of the step so far
    Segment m_segment;                          ///< of the segment so far
    std::vector<Histogram> m_segmentHistograms; ///< nodes only, where steps need their own
    Observations m_result;
};

} // namespace dramatis::simulation
