// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/model.h"

#include "core/base/statistics.h"
#include "core/base/unknown.h"
#include "core/simulation/tr.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dramatis::simulation {

using topology::ArrivalModel;
using topology::NodeKind;

namespace {

constexpr int kHoursOfWeek = 168;

/// The 168 rates with what was never seen filled: the mean of that hour of the day, else of all.
std::vector<double> filledIntensity(const std::vector<double> &intensity)
{
    std::vector<double> seen;
    std::copy_if(intensity.begin(), intensity.end(), std::back_inserter(seen), [](double rate) {
        return !std::isnan(rate);
    });
    const double all = seen.empty() ? 0 : mean(seen);
    std::vector<double> filled = intensity;
    filled.resize(kHoursOfWeek, std::numeric_limits<double>::quiet_NaN());
    std::vector<double> result = filled;
    for (std::size_t hour = 0; hour < filled.size(); ++hour) {
        if (!std::isnan(filled[hour]))
            continue;
        std::vector<double> sameHour;
        for (std::size_t other = hour % 24; other < filled.size(); other += 24)
            if (!std::isnan(filled[other]))
                sameHour.push_back(filled[other]);
        result[hour] = sameHour.empty() ? all : mean(sameHour);
    }
    return result;
}

/// The hours that were seen at all and lie in the top decile of their rates, in the order of the
/// week.
std::vector<double> peakHours(const std::vector<double> &intensity)
{
    std::vector<double> rates;
    std::copy_if(intensity.begin(), intensity.end(), std::back_inserter(rates), [](double rate) {
        return !std::isnan(rate);
    });
    if (rates.empty())
        return {0};
    std::vector<double> sorted = rates;
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    const double least = sorted[(sorted.size() + 9) / 10 - 1];
    std::erase_if(rates, [&](double rate) { return rate < least; });
    return rates;
}

/// Sets the hours a source plays: from run.start, else from the busiest hour on; only peak hours if
/// asked.
void setHours(SourceModel &source, const topology::Arrivals &arrivals, const RunOptions &run)
{
    source.firstHourLeft = kNanosecondsPerHour;
    if (run.peak) {
        source.hours = peakHours(arrivals.intensity);
        return;
    }
    source.hours = filledIntensity(arrivals.intensity);
    auto first = std::max_element(source.hours.begin(), source.hours.end()) - source.hours.begin();
    if (run.start) {
        const std::int64_t local = *run.start + arrivals.utcOffsetSeconds * kNanosecondsPerSecond;
        const std::int64_t hour =
            local / kNanosecondsPerHour - (local % kNanosecondsPerHour < 0 ? 1 : 0);
        source.firstHourLeft = kNanosecondsPerHour - (local - hour * kNanosecondsPerHour);
        // The epoch was a Thursday: three days after a Monday.
        first = static_cast<std::ptrdiff_t>(((hour + 3 * 24) % kHoursOfWeek + kHoursOfWeek)
                                            % kHoursOfWeek);
    }
    std::rotate(source.hours.begin(), source.hours.begin() + first, source.hours.end());
}

Result<PlayedSample> playedSample(const topology::Node &node, bool peak)
{
    PlayedSample played;
    played.sample = node.arrivals.sample;
    if (!played.sample || played.sample->windows.empty() || played.sample->windowSeconds <= 0)
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("nodes.%1.arrivals.sample: the source has no captured arrivals to "
                                "play; bind it to a persona or give a rate.")
                             .arg(node.id));
    played.sliceWidth = toNanoseconds(played.sample->windowSeconds);
    std::size_t offset = 0;
    const auto &windows = played.sample->windows;
    for (std::uint32_t i = 0; i < windows.size(); ++i) {
        played.firstOffset.push_back(offset);
        offset += windows[i].count;
        if (peak && !windows[i].peak)
            continue;
        played.slices.push_back(i);
        played.arrivals += windows[i].count;
    }
    played.firstOffset.push_back(offset);
    if (offset != played.sample->offsets.size())
        return makeError(
            ErrorKind::InvalidArgument,
            Tr::tr("nodes.%1.arrivals.sample: the windows count %2 arrivals but there are "
                   "%3 offsets.")
                .arg(node.id)
                .arg(offset)
                .arg(played.sample->offsets.size()));
    if (played.slices.empty())
        return makeError(
            ErrorKind::InvalidArgument,
            Tr::tr("run.peak: no window of the source \"%1\" lies in a peak hour; turn "
                   "peak off.")
                .arg(node.id));
    return played;
}

Result<SourceModel>
compiledSource(const topology::Node &node, std::uint32_t index, const RunOptions &run)
{
    SourceModel source;
    source.node = index;
    source.hash = Draws::hashOf(node.id);
    source.arrivals = node.arrivals.model;
    source.rate = node.arrivals.rate.value_or(0);
    source.cv = node.arrivals.cv;
    if (node.deadline)
        source.deadline = toNanoseconds(*node.deadline);
    switch (node.arrivals.model) {
    case ArrivalModel::Poisson:
    case ArrivalModel::Constant:
        source.rate *= run.scale;
        if (!node.arrivals.intensity.empty()) {
            setHours(source, node.arrivals, run);
            for (double &rate : source.hours)
                rate *= run.scale;
        }
        break;
    case ArrivalModel::Renewal:
        source.scale = run.scale;
        break;
    case ArrivalModel::Bootstrap:
    case ArrivalModel::Replay: {
        source.scale = run.scale;
        DRAMATIS_TRY(source.played, playedSample(node, run.peak));
        break;
    }
    case ArrivalModel::Closed:
        return makeError(
            ErrorKind::Unsupported,
            Tr::tr("nodes.%1.arrivals.model: closed sources are not simulated yet; give "
                   "a rate instead.")
                .arg(node.id));
    }
    return source;
}

CallModel compiledCall(const topology::Call &call, std::uint32_t from, std::uint32_t to)
{
    CallModel model;
    model.from = from;
    model.to = to;
    model.hash = Draws::hashOf(call.id());
    model.probability = call.probability;
    model.count = static_cast<std::uint32_t>(std::max(0, call.count));
    if (call.timeout)
        model.timeout = toNanoseconds(*call.timeout);
    if (call.latency) {
        model.latency = Sampler(*call.latency);
        model.hasLatency = !model.latency.isZero();
    }
    model.holdsWorker = call.holdsWorker;
    return model;
}

void compileNodes(Model &model, const topology::Topology &topology)
{
    for (const topology::Node &node : topology.nodes) {
        NodeModel compiledNode;
        compiledNode.kind = node.kind;
        compiledNode.hash = Draws::hashOf(node.id);
        compiledNode.isStation = node.kind != NodeKind::Source
                                 && !(node.kind == NodeKind::LoadBalancer && !node.serviceTime);
        compiledNode.policy = node.policy;
        compiledNode.errorRate = node.errorRate;
        if (node.kind != NodeKind::Source) {
            compiledNode.instances = static_cast<std::uint32_t>(std::max(1, node.instances));
            compiledNode.workers = static_cast<std::uint32_t>(std::max(1, node.workers));
            compiledNode.costPerHour = node.costPerHour;
        }
        if (node.queueLimit)
            compiledNode.queueLimit = static_cast<std::uint32_t>(std::max(0, *node.queueLimit));
        if (node.serviceTime)
            compiledNode.service = Sampler(*node.serviceTime);
        model.ids.push_back(node.id);
        model.nodes.push_back(std::move(compiledNode));
    }
}

/// What of a node depends on its calls: shares by id, own queues behind a balancer.
void linkNodes(Model &model, const topology::Topology &topology)
{
    for (const CallModel &call : model.calls)
        if (model.nodes[call.from].kind == NodeKind::LoadBalancer)
            model.nodes[call.to].ownQueues = true;
    for (NodeModel &node : model.nodes) {
        for (const std::uint32_t call : node.calls)
            if (topology.calls[call].share)
                node.shared.push_back(call);
        node.onlyShares = !node.calls.empty() && node.shared.size() == node.calls.size();
        std::stable_sort(
            node.shared.begin(), node.shared.end(), [&](std::uint32_t a, std::uint32_t b) {
                return topology.calls[a].to < topology.calls[b].to;
            });
        double sum = 0;
        for (const std::uint32_t call : node.shared)
            node.shareUpTo.push_back(sum += std::max(0.0, *topology.calls[call].share));
        node.firstInstance = model.instances;
        node.firstQueue = model.queues;
        model.instances += node.instances;
        model.queues += node.ownQueues ? node.instances : (node.instances > 0 ? 1 : 0);
    }
}

/// Tells the visits that one request makes to a node through different calls apart, whatever the
/// order the calls were written in. A node with one caller draws by its own id alone.
void saltCalls(Model &model, const topology::Topology &topology)
{
    constexpr std::uint32_t kStep = 0x9e3779b9u;
    std::vector<std::vector<std::uint32_t>> inbound(model.nodes.size());
    for (std::uint32_t i = 0; i < model.calls.size(); ++i)
        inbound[model.calls[i].to].push_back(i);
    for (auto &calls : inbound) {
        std::stable_sort(calls.begin(), calls.end(), [&](std::uint32_t a, std::uint32_t b) {
            return topology.calls[a].from < topology.calls[b].from;
        });
        // Sources count for themselves, since their ids are in the key; a source that comes both
        // directly and through others takes the first number from the others.
        std::uint32_t others = 0;
        for (const std::uint32_t call : calls) {
            const std::uint32_t source = model.nodes[model.calls[call].from].source;
            for (const std::uint32_t other : calls)
                if (source != kNone && model.nodes[model.calls[other].from].source == kNone
                    && model.pairOf(source, model.calls[other].from) != kNone)
                    others = 1;
        }
        std::uint32_t repeated = 0;
        for (std::size_t i = 0; i < calls.size(); ++i) {
            CallModel &call = model.calls[calls[i]];
            const bool again =
                i > 0 && topology.calls[calls[i]].from == topology.calls[calls[i - 1]].from;
            repeated = again ? repeated + 1 : 0;
            call.hash += repeated * kStep; // the same call written twice
            call.calleeSalt =
                model.nodes[call.from].source == kNone ? others++ * kStep : repeated * (kStep + 2);
        }
    }
}

/// Share of a node's visits in which a call is chosen among those that have a share.
double chanceOf(const NodeModel &node, std::uint32_t call)
{
    const auto share = std::find(node.shared.begin(), node.shared.end(), call);
    if (share == node.shared.end() || !(node.shareUpTo.back() > 0))
        return 1;
    const auto i = static_cast<std::size_t>(share - node.shared.begin());
    return (node.shareUpTo[i] - (i > 0 ? node.shareUpTo[i - 1] : 0)) / node.shareUpTo.back();
}

/// Whether one request of `source` is expected to visit every node a bounded number of times,
/// followed call by call until nearly nothing of it is left.
bool hasBoundedVisits(const Model &model, std::uint32_t source)
{
    constexpr double kMost = 65535; // visits are counted in 16 bits of a draw's key
    constexpr int kDeepest = 2000;
    std::vector<double> total(model.nodes.size(), 0);
    std::vector<double> wave(model.nodes.size(), 0);
    wave[source] = 1;
    for (int depth = 0; depth < kDeepest; ++depth) {
        std::vector<double> next(model.nodes.size(), 0);
        for (std::uint32_t i = 0; i < model.calls.size(); ++i) {
            const CallModel &call = model.calls[i];
            if (wave[call.from] > 0)
                next[call.to] += wave[call.from] * chanceOf(model.nodes[call.from], i)
                                 * call.probability * call.count;
        }
        double moving = 0;
        for (std::size_t node = 0; node < next.size(); ++node) {
            total[node] += next[node];
            moving += next[node];
            if (total[node] > kMost)
                return false;
        }
        if (moving < 1e-9)
            return true;
        wave = std::move(next);
    }
    return false;
}

/// Finds which nodes a request of each source can visit, refusing those that would visit without
/// end.
Result<> pairUp(Model &model)
{
    model.pair.assign(model.sources.size() * model.nodes.size(), kNone);
    for (std::size_t s = 0; s < model.sources.size(); ++s) {
        if (!hasBoundedVisits(model, model.sources[s].node))
            return makeError(
                ErrorKind::InvalidArgument,
                Tr::tr("calls: a request of \"%1\" would visit a node without end or more "
                       "than 65,535 times; make a call of the circle less likely or lower "
                       "a count.")
                    .arg(model.ids[model.sources[s].node]));
        std::vector<std::uint32_t> reached{model.sources[s].node};
        for (std::size_t i = 0; i < reached.size(); ++i) {
            for (const std::uint32_t call : model.nodes[reached[i]].calls) {
                const std::uint32_t to = model.calls[call].to;
                std::uint32_t &pair = model.pair[s * model.nodes.size() + to];
                if (pair != kNone)
                    continue;
                pair = model.pairs++;
                reached.push_back(to);
            }
        }
    }
    return {};
}

} // namespace

Result<Model> compiled(const Scenario &scenario)
{
    Model model;
    const topology::Topology &topology = scenario.topology;
    model.duration = toNanoseconds(scenario.run.duration);
    compileNodes(model, topology);

    QHash<QString, std::uint32_t> indexOf;
    for (std::uint32_t i = 0; i < model.ids.size(); ++i)
        indexOf.insert(model.ids[i], i);
    for (std::size_t i = 0; i < topology.calls.size(); ++i) {
        const topology::Call &call = topology.calls[i];
        const std::uint32_t from = indexOf.value(call.from, kNone);
        const std::uint32_t to = indexOf.value(call.to, kNone);
        if (from == kNone || to == kNone || model.nodes[to].kind == NodeKind::Source)
            return makeError(
                ErrorKind::InvalidArgument,
                Tr::tr("calls[%1]: \"%2\" does not join two nodes that can call each other.")
                    .arg(i)
                    .arg(call.id()));
        model.nodes[from].calls.push_back(static_cast<std::uint32_t>(model.calls.size()));
        model.calls.push_back(compiledCall(call, from, to));
        model.canAbandon = model.canAbandon || call.timeout.has_value();
    }
    linkNodes(model, topology);

    for (std::uint32_t i = 0; i < topology.nodes.size(); ++i) {
        if (topology.nodes[i].kind != NodeKind::Source)
            continue;
        DRAMATIS_TRY(SourceModel source, compiledSource(topology.nodes[i], i, scenario.run));
        model.sources.push_back(std::move(source));
    }
    std::sort(model.sources.begin(),
              model.sources.end(),
              [&](const SourceModel &a, const SourceModel &b) {
                  return model.ids[a.node] < model.ids[b.node];
              });
    for (std::uint32_t i = 0; i < model.sources.size(); ++i)
        model.nodes[model.sources[i].node].source = i;
    DRAMATIS_CHECK(pairUp(model));
    saltCalls(model, topology);

    DRAMATIS_TRY(model.faults, expandedFaults(scenario.faults, topology));
    model.canAbandon = model.canAbandon || !model.faults.empty();
    model.isStationary =
        model.faults.empty()
        && std::all_of(model.sources.begin(), model.sources.end(), [](const SourceModel &source) {
               return source.hasConstantIntensity();
           });
    return model;
}

} // namespace dramatis::simulation
