// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/gather.h"

#include "core/simulation/recovery.h"
#include "core/simulation/run_measures.h"

#include <cmath>

namespace dramatis::simulation {

namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();
constexpr double kSecond = 1e-9; ///< of a nanosecond

double ratio(double a, double b)
{
    return b > 0 ? a / b : kNothing;
}

double share(std::uint64_t part, std::uint64_t all)
{
    return all > 0 ? std::min(1.0, static_cast<double>(part) / static_cast<double>(all)) : kNothing;
}

/// One replication after the warm-up, segments put together.
struct Whole
{
    double span = 0; ///< ns
    std::vector<Counters> points;
    std::vector<PairSums> pairs;
    std::vector<InstanceSums> instances;
};

Whole wholeOf(const Model &model, const Observations &observed, std::int64_t cut)
{
    Whole whole;
    whole.points.resize(model.nodes.size() + model.calls.size());
    whole.pairs.resize(model.pairs);
    whole.instances.resize(model.instances);
    for (const Segment &segment : observed.segments) {
        if (segment.begin < cut)
            continue;
        whole.span += static_cast<double>(segment.end - segment.begin);
        for (std::size_t i = 0; i < whole.points.size(); ++i)
            whole.points[i].add(segment.points[i]);
        for (std::size_t i = 0; i < whole.pairs.size(); ++i) {
            whole.pairs[i].waiting += segment.pairs[i].waiting;
            whole.pairs[i].service += segment.pairs[i].service;
        }
        for (std::size_t i = 0; i < whole.instances.size(); ++i) {
            whole.instances[i].serving += segment.instances[i].serving;
            whole.instances[i].up += segment.instances[i].up;
        }
    }
    return whole;
}

void mergeHistogram(Histogram &into,
                    const Observations &observed,
                    std::int64_t cut,
                    std::size_t point)
{
    into.clear();
    for (const Segment &segment : observed.segments)
        if (segment.begin >= cut)
            into.add(segment.histograms[point]);
}

void add(Measure &measure, double value)
{
    measure.values.push_back(value);
}

void addResponse(ResponseMeasures &to, const Counters &counters, const Histogram &histogram)
{
    const auto quantiles =
        histogram.quantiles<5>({0.5, 0.9, 0.95, 0.99, 0.999}, counters.least, counters.greatest);
    add(to.mean, ratio(counters.response * kSecond, static_cast<double>(counters.responses)));
    add(to.p50, quantiles[0] * kSecond);
    add(to.p90, quantiles[1] * kSecond);
    add(to.p95, quantiles[2] * kSecond);
    add(to.p99, quantiles[3] * kSecond);
    add(to.p999, quantiles[4] * kSecond);
    add(to.max,
        counters.responses > 0 ? static_cast<double>(counters.greatest) * kSecond : kNothing);
}

void addNode(NodeResult &to,
             const NodeModel &node,
             const Counters &counters,
             const Whole &whole,
             const Histogram &histogram)
{
    const double seconds = whole.span * kSecond;
    add(to.utilization, ratio(counters.serving, counters.up * node.workers));
    add(to.occupancy, ratio(counters.occupied, counters.up * node.workers));
    add(to.throughput, ratio(static_cast<double>(counters.completions), seconds));
    add(to.queueLength, ratio(counters.queue, whole.span));
    add(to.waitingTime, ratio(counters.waiting * kSecond, static_cast<double>(counters.waits)));
    add(to.residenceTime,
        ratio(counters.residence * kSecond, static_cast<double>(counters.services)));
    addResponse(to.responseTime, counters, histogram);
    add(to.errorRate, share(counters.errors(), counters.arrivals));
    add(to.errors.rejected, share(counters.rejected, counters.arrivals));
    add(to.errors.timeout, share(counters.timeouts, counters.arrivals));
    add(to.errors.failed, share(counters.failed, counters.arrivals));
    add(to.instances, ratio(counters.up, whole.span));
    add(to.availability, ratio(counters.anyUp, whole.span));
    add(to.cost, node.costPerHour * node.instances); // one that is down is paid for too
    add(to.arrivals, ratio(static_cast<double>(counters.arrivals), seconds));
    to.instanceUtilization.resize(node.instances);
    for (std::size_t i = 0; i < node.instances; ++i) {
        const InstanceSums &sums = whole.instances[node.firstInstance + i];
        add(to.instanceUtilization[i], ratio(sums.serving, sums.up * node.workers));
    }
}

void addSource(SourceResult &to,
               const Model &model,
               std::uint32_t source,
               const Whole &whole,
               const Histogram &histogram)
{
    const Counters &counters = whole.points[model.sources[source].node];
    const double seconds = whole.span * kSecond;
    const auto requests = static_cast<double>(counters.completions);
    add(to.throughput, ratio(requests, seconds));
    add(to.offered, ratio(static_cast<double>(counters.arrivals), seconds));
    add(to.goodput, ratio(static_cast<double>(counters.useful), seconds));
    addResponse(to.responseTime, counters, histogram);
    add(to.errorRate, share(counters.errors(), counters.arrivals));
    add(to.degraded, counters.completions > 0 ? 0 : kNothing); // no call is optional yet
    add(to.waste, ratio(counters.wasted, counters.work));
    add(to.network, ratio(counters.network * kSecond, requests));
    for (std::uint32_t node = 0; node < model.nodes.size(); ++node) {
        const std::uint32_t pair = model.pairOf(source, node);
        if (pair == kNone || !model.nodes[node].isStation)
            continue;
        Breakdown &part = to.breakdown[model.ids[node]];
        add(part.waiting, ratio(whole.pairs[pair].waiting * kSecond, requests));
        add(part.service, ratio(whole.pairs[pair].service * kSecond, requests));
    }
}

void addCall(CallResult &to,
             const Counters &counters,
             const Whole &whole,
             const Histogram &histogram)
{
    add(to.throughput, ratio(static_cast<double>(counters.completions), whole.span * kSecond));
    add(to.bytes, kNothing);
    add(to.retries, 0);
    add(to.poolWait, 0);
    add(to.timeouts, share(counters.timeouts, counters.arrivals));
    add(to.responseP999,
        histogram.quantiles<1>({0.999}, counters.least, counters.greatest)[0] * kSecond);
}

} // namespace

QString seriesMetricId(SeriesMetric metric)
{
    switch (metric) {
    case SeriesMetric::Offered:
        return QStringLiteral("offered");
    case SeriesMetric::Throughput:
        return QStringLiteral("throughput");
    case SeriesMetric::Goodput:
        return QStringLiteral("goodput");
    case SeriesMetric::P50:
        return QStringLiteral("p50");
    case SeriesMetric::P95:
        return QStringLiteral("p95");
    case SeriesMetric::P99:
        return QStringLiteral("p99");
    case SeriesMetric::ErrorRate:
        return QStringLiteral("errorRate");
    case SeriesMetric::Utilization:
        return QStringLiteral("utilization");
    case SeriesMetric::QueueLength:
        return QStringLiteral("queueLength");
    }
    return {};
}

void SeriesMean::add(const std::vector<StepSeries> &series)
{
    if (m_lines.empty())
        for (const StepSeries &line : series)
            m_lines.push_back({line.node,
                               line.metric,
                               std::vector<double>(line.values.size(), 0),
                               std::vector<std::uint32_t>(line.values.size(), 0)});
    for (std::size_t i = 0; i < series.size(); ++i) {
        for (std::size_t step = 0; step < series[i].values.size(); ++step) {
            const float value = series[i].values[step];
            if (std::isnan(value))
                continue;
            m_lines[i].sums[step] += static_cast<double>(value);
            ++m_lines[i].known[step];
        }
    }
}

TimeSeries SeriesMean::result(const Model &model, const Schedule &schedule) const
{
    TimeSeries result;
    result.stepSeconds = static_cast<double>(schedule.step) * kSecond;
    for (const Line &line : m_lines) {
        Series series{model.ids[line.node], seriesMetricId(line.metric), {}};
        series.values.reserve(line.sums.size());
        for (std::size_t step = 0; step < line.sums.size(); ++step)
            series.values.push_back(static_cast<float>(ratio(line.sums[step], line.known[step])));
        result.series.push_back(std::move(series));
    }
    return result;
}

RunResult gathered(const Scenario &scenario,
                   const Model &model,
                   const Schedule &schedule,
                   const std::vector<Observations> &replications,
                   std::int64_t cut)
{
    RunResult run;
    run.replications = static_cast<int>(replications.size());
    run.warmup = static_cast<double>(cut) * kSecond;
    for (const topology::Call &call : scenario.topology.calls)
        run.calls.push_back({call.from, call.to, {}, {}, {}, {}, {}, {}});
    Histogram histogram;
    for (const Observations &observed : replications) {
        run.events += observed.events;
        const Whole whole = wholeOf(model, observed, cut);
        for (std::uint32_t i = 0; i < model.nodes.size(); ++i) {
            const NodeModel &node = model.nodes[i];
            mergeHistogram(histogram, observed, cut, i);
            if (node.source != kNone)
                addSource(run.sources[model.ids[i]], model, node.source, whole, histogram);
            else
                addNode(run.nodes[model.ids[i]], node, whole.points[i], whole, histogram);
        }
        for (std::size_t i = 0; i < model.calls.size(); ++i) {
            const std::size_t point = model.nodes.size() + i;
            mergeHistogram(histogram, observed, cut, point);
            addCall(run.calls[i], whole.points[point], whole, histogram);
        }
    }
    run.recovery = recoveries(scenario.faults, replications, schedule);
    return run;
}

} // namespace dramatis::simulation
