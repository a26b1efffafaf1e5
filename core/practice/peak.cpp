// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/peak.h"

#include "core/base/statistics.h"
#include "core/practice/call_graph.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace dramatis::practice {

namespace {

using topology::ArrivalModel;
using topology::ArrivalSample;

constexpr double kMinute = 60;         ///< s
constexpr double kPeakQuantile = 0.95; ///< DESIGN.md section 2
constexpr double kBusyQuantile = 0.9;  ///< minutes that a trial plays
constexpr double kShortestTrial = 10;  ///< s

bool playsSample(const topology::Node &source)
{
    return source.arrivals.sample
           && (source.arrivals.model == ArrivalModel::Bootstrap
               || source.arrivals.model == ArrivalModel::Replay);
}

std::vector<const topology::Node *> sourcesOf(const topology::Topology &topology)
{
    std::vector<const topology::Node *> sources;
    for (const topology::Node &node : topology.nodes) {
        if (node.kind == topology::NodeKind::Source)
            sources.push_back(&node);
    }
    return sources;
}

/// A minute of the capture: its slices [begin, end).
struct Minute
{
    std::size_t begin = 0;
    std::size_t end = 0;
    std::vector<double> rates; ///< by source that plays a sample, 1/s
    double total = 0;          ///< their sum
};

/// The minutes that the scenario's samples have in common. With `peak` only those of peak hours.
std::vector<Minute> minutesOf(const simulation::Scenario &scenario,
                              const std::vector<const topology::Node *> &sampled)
{
    if (sampled.empty())
        return {};
    const ArrivalSample &first = *sampled.front()->arrivals.sample;
    std::size_t slices = first.windows.size();
    for (const topology::Node *source : sampled)
        slices = std::min(slices, source->arrivals.sample->windows.size());
    const auto group = static_cast<std::size_t>(
        std::max(1.0, std::round(kMinute / std::max(first.windowSeconds, 1e-9))));
    std::vector<Minute> minutes;
    for (std::size_t begin = 0; begin < slices; begin += group) {
        const std::size_t end = std::min(begin + group, slices);
        if (end - begin < group && !minutes.empty())
            break; // the rest of a minute says nothing about one-minute rates
        Minute minute{begin, end, {}, 0};
        bool isPeak = false;
        for (const topology::Node *source : sampled) {
            double count = 0;
            for (std::size_t slice = begin; slice < end; ++slice) {
                const topology::SampleWindow &window = source->arrivals.sample->windows[slice];
                count += window.count;
                isPeak = isPeak || window.peak;
            }
            const double seconds = first.windowSeconds * static_cast<double>(end - begin);
            minute.rates.push_back(seconds > 0 ? count / seconds : 0);
            minute.total += minute.rates.back();
        }
        if (isPeak || !scenario.run.peak)
            minutes.push_back(std::move(minute));
    }
    return minutes;
}

/// 95th percentile of the one-minute means of a series, NaN without one.
double seriesPeak(const simulation::TimeSeries &series, const QString &on, const QString &metric)
{
    const simulation::Series *line = series.find(on, metric);
    if (!line || line->values.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const auto group = static_cast<std::size_t>(
        std::max(1.0, std::round(kMinute / std::max(series.stepSeconds, 1e-9))));
    std::vector<double> means;
    for (std::size_t begin = 0; begin < line->values.size(); begin += group) {
        const std::size_t end = std::min(begin + group, line->values.size());
        if (end - begin < group && !means.empty())
            break;
        double sum = 0;
        int known = 0;
        for (std::size_t i = begin; i < end; ++i) {
            if (!std::isnan(line->values[i])) {
                sum += static_cast<double>(line->values[i]);
                ++known;
            }
        }
        if (known > 0)
            means.push_back(sum / known);
    }
    return quantile(std::move(means), kPeakQuantile);
}

double offeredMean(const simulation::RunResult &run, const QString &source)
{
    const auto found = run.sources.find(source);
    return found == run.sources.end() ? std::numeric_limits<double>::quiet_NaN()
                                      : found->offered.figure().mean;
}

/// Mean and peak rate (1/s, scale included) of a source that plays no sample.
struct SteadyRate
{
    double mean = 0;
    double peak = 0;
};

SteadyRate steadyRate(const simulation::Scenario &scenario,
                      const simulation::RunResult &run,
                      const topology::Node &source)
{
    const double offered = offeredMean(run, source.id);
    double mean = meanRate(scenario, source);
    if (std::isnan(mean) || !source.arrivals.intensity.empty())
        mean = std::isnan(offered) ? mean : offered;
    if (std::isnan(mean))
        return {};
    double peak = mean;
    if (!source.arrivals.intensity.empty()) {
        const double seen = seriesPeak(run.series, source.id, u"offered"_s);
        peak = std::isnan(seen) ? mean : std::max(mean, seen);
    }
    return {mean, peak};
}

std::vector<double>
column(const std::vector<Minute> &minutes, const std::vector<double> &visits, double steady)
{
    std::vector<double> loads;
    loads.reserve(minutes.size());
    for (const Minute &minute : minutes) {
        double load = steady;
        for (std::size_t i = 0; i < visits.size(); ++i)
            load += visits[i] * minute.rates[i];
        loads.push_back(load);
    }
    return loads;
}

/// The slices of the chosen minutes, one after the other.
std::shared_ptr<const ArrivalSample> partOf(const ArrivalSample &sample,
                                            const std::vector<Minute> &chosen)
{
    std::vector<std::size_t> firstOffset{0};
    for (const topology::SampleWindow &window : sample.windows)
        firstOffset.push_back(firstOffset.back() + window.count);
    auto part = std::make_shared<ArrivalSample>();
    part->windowSeconds = sample.windowSeconds;
    for (const Minute &minute : chosen) {
        for (std::size_t slice = minute.begin; slice < minute.end; ++slice) {
            part->windows.push_back(sample.windows[slice]);
            part->offsets.insert(
                part->offsets.end(),
                sample.offsets.begin() + static_cast<std::ptrdiff_t>(firstOffset[slice]),
                sample.offsets.begin() + static_cast<std::ptrdiff_t>(firstOffset[slice + 1]));
        }
    }
    return part;
}

std::vector<const topology::Node *> sampledOf(const std::vector<const topology::Node *> &sources)
{
    std::vector<const topology::Node *> sampled;
    std::copy_if(sources.begin(),
                 sources.end(),
                 std::back_inserter(sampled),
                 [](const auto *source) { return playsSample(*source); });
    return sampled;
}

} // namespace

double meanRate(const simulation::Scenario &scenario, const topology::Node &source)
{
    const topology::Arrivals &arrivals = source.arrivals;
    double rate = std::numeric_limits<double>::quiet_NaN();
    if (playsSample(source))
        rate = arrivals.sample->meanRate();
    else if (arrivals.rate)
        rate = *arrivals.rate;
    return rate * scenario.run.scale;
}

QString busiestSource(const simulation::Scenario &scenario, const QString &node)
{
    QString busiest;
    double most = 0;
    for (const topology::Node *source : sourcesOf(scenario.topology)) {
        const double rate = meanRate(scenario, *source);
        const double requests = visitsPerRequest(scenario.topology, source->id).value(node, 0)
                                * (std::isnan(rate) ? 1 : rate);
        if (requests > most) {
            most = requests;
            busiest = source->id;
        }
    }
    return busiest;
}

PeakLoad peakLoad(const simulation::Scenario &scenario, const simulation::RunResult &run)
{
    const auto sources = sourcesOf(scenario.topology);
    const auto sampled = sampledOf(sources);
    const std::vector<Minute> minutes = minutesOf(scenario, sampled);

    std::vector<QMap<QString, double>> sampledVisits;
    QMap<QString, double> steadyMean;
    QMap<QString, double> steadyPeak;
    for (const topology::Node *source : sources) {
        QMap<QString, double> visits = visitsPerRequest(scenario.topology, source->id);
        visits.insert(source->id, 1);
        if (playsSample(*source)) {
            sampledVisits.push_back(std::move(visits));
            continue;
        }
        const SteadyRate rate = steadyRate(scenario, run, *source);
        for (auto it = visits.constBegin(); it != visits.constEnd(); ++it) {
            steadyMean[it.key()] += it.value() * rate.mean;
            steadyPeak[it.key()] += it.value() * rate.peak;
        }
    }

    PeakLoad peak;
    for (const topology::Node &node : scenario.topology.nodes) {
        // Rates of samples times the scale, as those of the others have it.
        std::vector<double> visits;
        for (const auto &of : sampledVisits)
            visits.push_back(of.value(node.id, 0) * scenario.run.scale);
        double meanLoad = steadyMean.value(node.id, 0);
        double highLoad = steadyPeak.value(node.id, 0);
        if (!minutes.empty()) {
            meanLoad = mean(column(minutes, visits, meanLoad));
            highLoad = quantile(column(minutes, visits, highLoad), kPeakQuantile);
        }
        if (meanLoad > 0 && highLoad > 0)
            peak.factors.insert(node.id, highLoad / meanLoad);
    }
    return peak;
}

simulation::Scenario peakScenario(const simulation::Scenario &scenario,
                                  const simulation::RunResult &run,
                                  double requests)
{
    simulation::Scenario trial = scenario;
    const auto sources = sourcesOf(scenario.topology);
    const auto sampled = sampledOf(sources);
    const std::vector<Minute> minutes = minutesOf(scenario, sampled);

    // The busiest tenth of the minutes by all sources together, in the order of the capture.
    double peakOfSampled = 0;
    double scale = 1;
    std::vector<Minute> chosen;
    if (!minutes.empty()) {
        std::vector<double> totals = column(minutes, std::vector<double>(sampled.size(), 1), 0);
        std::sort(totals.begin(), totals.end());
        peakOfSampled = sortedQuantile(totals, kPeakQuantile);
        const double busy = sortedQuantile(totals, kBusyQuantile);
        double chosenSum = 0;
        for (const Minute &minute : minutes) {
            if (minute.total >= busy) {
                chosen.push_back(minute);
                chosenSum += minute.total;
            }
        }
        if (chosenSum > 0)
            scale = peakOfSampled * static_cast<double>(chosen.size()) / chosenSum;
    }

    double total = peakOfSampled * scenario.run.scale;
    for (topology::Node &node : trial.topology.nodes) {
        if (node.kind != topology::NodeKind::Source)
            continue;
        if (playsSample(node)) {
            if (!chosen.empty())
                node.arrivals.sample = partOf(*node.arrivals.sample, chosen);
            node.arrivals.model = ArrivalModel::Bootstrap;
            continue;
        }
        const SteadyRate rate = steadyRate(scenario, run, node);
        total += rate.peak;
        if (!node.arrivals.intensity.empty()) {
            node.arrivals.intensity.clear();
            node.arrivals.rate = rate.peak / scenario.run.scale;
        }
        if (node.arrivals.rate)
            node.arrivals.rate = *node.arrivals.rate / scale; // run.scale takes it back
    }
    trial.run.scale = scenario.run.scale * scale;
    trial.run.peak = false;
    trial.run.start.reset();
    trial.run.precision.reset();
    trial.run.duration =
        total > 0 ? std::max(kShortestTrial, requests / total) : scenario.run.duration;
    if (trial.run.warmup)
        trial.run.warmup = std::min(*trial.run.warmup, trial.run.duration / 10);
    trial.faults.clear();
    return trial;
}

} // namespace dramatis::practice
