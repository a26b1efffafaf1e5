// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/collector.h"

#include "core/base/unknown.h"

namespace dramatis::simulation {

using topology::NodeKind;

namespace {

constexpr std::int64_t kMostSteps = 3600;
constexpr std::int64_t kMostSegments = 32;
constexpr float kNoValue = std::numeric_limits<float>::quiet_NaN();

/// a / b, NaN where there is nothing to divide by.
float lineRatio(double a, double b)
{
    return b > 0 ? static_cast<float>(a / b) : kNoValue;
}

} // namespace

void Counters::add(const Counters &other) noexcept
{
    arrivals += other.arrivals;
    completions += other.completions;
    rejected += other.rejected;
    timeouts += other.timeouts;
    failed += other.failed;
    useful += other.useful;
    responses += other.responses;
    waits += other.waits;
    services += other.services;
    response += other.response;
    waiting += other.waiting;
    residence += other.residence;
    network += other.network;
    work += other.work;
    wasted += other.wasted;
    queue += other.queue;
    serving += other.serving;
    occupied += other.occupied;
    up += other.up;
    anyUp += other.anyUp;
    least = std::min(least, other.least);
    greatest = std::max(greatest, other.greatest);
}

std::int64_t Schedule::cutAfter(std::int64_t time) const
{
    std::int64_t next = end;
    if (usesSteps())
        next = std::min(next, (time / step + 1) * step);
    if (givenWarmup > time)
        next = std::min(next, givenWarmup);
    return next;
}

Schedule scheduleOf(const Model &model, const RunOptions &run, bool wantsSeries)
{
    Schedule schedule;
    schedule.end = model.duration;
    schedule.step = kNanosecondsPerSecond;
    while ((schedule.end + schedule.step - 1) / schedule.step > kMostSteps)
        schedule.step *= 2;
    const auto steps = static_cast<std::int64_t>(schedule.steps());
    schedule.segment = (steps + kMostSegments - 1) / kMostSegments * schedule.step;
    schedule.series = wantsSeries;
    schedule.backlog = !model.faults.empty();
    if (run.warmup)
        schedule.givenWarmup = std::min(toNanoseconds(*run.warmup), schedule.end);
    else
        schedule.seekWarmup = model.isStationary;
    return schedule;
}

Collector::Collector(const Model &model, const Schedule &schedule)
    : points(model.nodes.size() + model.calls.size())
    , histograms(points.size())
    , pairs(model.pairs)
    , instances(model.instances)
    , m_model(model)
    , m_schedule(schedule)
    , m_firstCall(static_cast<std::uint32_t>(model.nodes.size()))
{
    if (schedule.usesSteps())
        m_step.resize(model.nodes.size());
    if (schedule.series)
        m_segmentHistograms.resize(model.nodes.size());
    m_segment.points.resize(points.size());
    m_segment.pairs.resize(pairs.size());
    m_segment.instances.resize(instances.size());
    const std::size_t steps = schedule.steps();
    if (schedule.seekWarmup) {
        for (const NodeModel &node : model.nodes)
            if (node.isStation || node.source != kNone)
                m_result.warmup.emplace_back().reserve(steps);
    }
    if (schedule.backlog)
        m_result.backlog.reserve(steps);
    if (!schedule.series)
        return;
    const auto begin = [&](std::uint32_t node, std::initializer_list<SeriesMetric> metrics) {
        for (const SeriesMetric metric : metrics) {
            m_result.series.push_back({node, metric, {}});
            m_result.series.back().values.reserve(steps);
        }
    };
    for (std::uint32_t node = 0; node < model.nodes.size(); ++node) {
        using enum SeriesMetric;
        if (model.nodes[node].source != kNone)
            begin(node, {Offered, Throughput, Goodput, P50, P95, P99, ErrorRate});
        else
            begin(node, {Utilization, QueueLength, Throughput, P95, ErrorRate});
    }
}

void Collector::cut(std::int64_t time)
{
    const bool endsRun = time == m_schedule.end;
    for (std::size_t i = 0; i < points.size(); ++i)
        m_segment.points[i].add(points[i]);
    for (std::size_t i = 0; i < m_step.size(); ++i)
        m_step[i].add(points[i]);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        m_segment.pairs[i].waiting += pairs[i].waiting;
        m_segment.pairs[i].service += pairs[i].service;
    }
    for (std::size_t i = 0; i < instances.size(); ++i) {
        m_segment.instances[i].serving += instances[i].serving;
        m_segment.instances[i].up += instances[i].up;
    }
    std::fill(points.begin(), points.end(), Counters{});
    std::fill(pairs.begin(), pairs.end(), PairSums{});
    std::fill(instances.begin(), instances.end(), InstanceSums{});

    if (m_schedule.usesSteps() && (time % m_schedule.step == 0 || endsRun))
        closeStep(time);
    const bool endsSegment = m_schedule.givenWarmup != kNever
                                 ? time == m_schedule.givenWarmup
                                 : m_schedule.seekWarmup && time % m_schedule.segment == 0;
    if (endsSegment || endsRun)
        closeSegment(time);
}

void Collector::closeStep(std::int64_t time)
{
    const double seconds = static_cast<double>(time - m_stepBegin) * 1e-9;
    if (m_schedule.series)
        appendSeries(seconds);
    if (m_schedule.seekWarmup) {
        auto line = m_result.warmup.begin();
        for (std::size_t i = 0; i < m_model.nodes.size(); ++i) {
            const Counters &node = m_step[i];
            if (m_model.nodes[i].source != kNone)
                (line++)->push_back(
                    lineRatio(node.response * 1e-9, static_cast<double>(node.responses)));
            else if (m_model.nodes[i].isStation)
                (line++)->push_back(lineRatio(node.queue * 1e-9, seconds));
        }
    }
    if (m_schedule.backlog) {
        double sum = 0;
        for (const Counters &node : m_step)
            sum += node.queue * 1e-9 / seconds + static_cast<double>(node.errors());
        m_result.backlog.push_back(static_cast<float>(sum));
    }
    std::fill(m_step.begin(), m_step.end(), Counters{});
    m_stepBegin = time;
}

void Collector::appendSeries(double seconds)
{
    std::uint32_t node = kNone;
    std::array<double, 3> quantiles{};
    for (StepSeries &line : m_result.series) {
        const Counters &counted = m_step[line.node];
        if (line.node != node) { // the first line of a node
            node = line.node;
            quantiles =
                histograms[node].quantiles<3>({0.5, 0.95, 0.99}, counted.least, counted.greatest);
            // A cut within the step (a given warm-up) leaves only the later part of it here.
            m_segmentHistograms[node].add(histograms[node]);
            histograms[node].clear();
        }
        float value = kNoValue;
        switch (line.metric) {
        case SeriesMetric::Offered:
            value = lineRatio(static_cast<double>(counted.arrivals), seconds);
            break;
        case SeriesMetric::Throughput:
            value = lineRatio(static_cast<double>(counted.completions), seconds);
            break;
        case SeriesMetric::Goodput:
            value = lineRatio(static_cast<double>(counted.useful), seconds);
            break;
        case SeriesMetric::P50:
            value = static_cast<float>(quantiles[0] * 1e-9);
            break;
        case SeriesMetric::P95:
            value = static_cast<float>(quantiles[1] * 1e-9);
            break;
        case SeriesMetric::P99:
            value = static_cast<float>(quantiles[2] * 1e-9);
            break;
        case SeriesMetric::ErrorRate:
            value = std::min(lineRatio(static_cast<double>(counted.errors()),
                                       static_cast<double>(counted.arrivals)),
                             1.0f); // NaN stays NaN
            break;
        case SeriesMetric::Utilization:
            value = lineRatio(counted.serving, counted.up * m_model.nodes[node].workers);
            break;
        case SeriesMetric::QueueLength:
            value = lineRatio(counted.queue * 1e-9, seconds);
            break;
        }
        line.values.push_back(value);
    }
}

void Collector::closeSegment(std::int64_t time)
{
    Segment closed = m_segment;
    closed.end = time;
    closed.histograms.reserve(histograms.size());
    for (std::size_t i = 0; i < histograms.size(); ++i) {
        const bool hasSteps = i < m_segmentHistograms.size();
        if (hasSteps) {
            m_segmentHistograms[i].add(histograms[i]); // what came after the last whole step
            histograms[i].clear();
        }
        Histogram &whole = hasSteps ? m_segmentHistograms[i] : histograms[i];
        closed.histograms.push_back(whole.sparse());
        whole.clear();
    }
    m_result.segments.push_back(std::move(closed));
    std::fill(m_segment.points.begin(), m_segment.points.end(), Counters{});
    std::fill(m_segment.pairs.begin(), m_segment.pairs.end(), PairSums{});
    std::fill(m_segment.instances.begin(), m_segment.instances.end(), InstanceSums{});
    m_segment.begin = time;
}

} // namespace dramatis::simulation
