// SPDX-License-Identifier: GPL-3.0-or-later

// Million events (an arrival or a service completion) per cpu second of the simulation, beside the
// goals of the design; how two cores help, what memory long runs take, what a trial and the live
// view cost. One JSON line each. `bench_simulation 0.1` does a tenth of the work.

#include "core/simulation/simulate.h"
#include "tests/bench/process_usage.h"

#include <QString>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>

using namespace dramatis;
using namespace dramatis::simulation;
using namespace Qt::StringLiterals;

namespace {

double wallSeconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

topology::Node source(double rate)
{
    topology::Node node;
    node.id = u"clients"_s;
    node.kind = topology::NodeKind::Source;
    node.arrivals.rate = rate;
    return node;
}

topology::Node station(const QString &id, double mean, int workers = 1)
{
    topology::Node node;
    node.id = id;
    node.workers = workers;
    topology::Distribution service;
    service.kind = topology::DistributionKind::Exponential;
    service.mean = mean;
    node.serviceTime = service;
    return node;
}

topology::Call call(const QString &from, const QString &to)
{
    topology::Call call;
    call.from = from;
    call.to = to;
    return call;
}

/// A Poisson source, a station at load 0.8.
Scenario queue(int workers)
{
    Scenario scenario;
    scenario.topology.nodes = {source(80 * workers), station(u"web"_s, 0.01, workers)};
    scenario.topology.calls = {call(u"clients"_s, u"web"_s)};
    return scenario;
}

Scenario tandem(int length)
{
    Scenario scenario;
    scenario.topology.nodes = {source(80)};
    QString last = u"clients"_s;
    for (int i = 0; i < length; ++i) {
        const QString id = u"stage%1"_s.arg(i);
        scenario.topology.nodes.push_back(station(id, 0.01));
        scenario.topology.calls.push_back(call(last, id));
        scenario.topology.calls.back().holdsWorker = false;
        last = id;
    }
    return scenario;
}

/// A front that calls ten parts one after the other.
Scenario fanOut()
{
    Scenario scenario;
    scenario.topology.nodes = {source(80), station(u"front"_s, 0.005)};
    scenario.topology.calls = {call(u"clients"_s, u"front"_s)};
    for (int i = 0; i < 10; ++i) {
        const QString id = u"part%1"_s.arg(i);
        scenario.topology.nodes.push_back(station(id, 0.01));
        scenario.topology.calls.push_back(call(u"front"_s, id));
        scenario.topology.calls.back().holdsWorker = false;
    }
    return scenario;
}

struct Timing
{
    double cpu = 0;
    double wall = 0;
    double events = 0;
};

Timing timed(Scenario scenario, double seconds, int replications, const SimulateOptions &options)
{
    scenario.run.duration = seconds;
    scenario.run.replications = replications;
    NullJobControl job;
    const double cpu = bench::cpuSeconds();
    const double wall = wallSeconds();
    const auto result = simulate(scenario, options, job);
    if (!result) {
        std::fprintf(stderr, "%s\n", qPrintable(result.error().toString()));
        std::exit(1);
    }
    return {bench::cpuSeconds() - cpu, wallSeconds() - wall, result->events};
}

void rate(const char *name, const Scenario &scenario, double seconds, double goal)
{
    SimulateOptions options;
    options.threads = 1;
    const Timing timing = timed(scenario, seconds, 1, options);
    std::printf("{\"bench\": \"simulation\", \"case\": \"%s\", \"events\": %.0f, \"cpu\": %.3f, "
                "\"millionEventsPerCpuSecond\": %.2f, \"goal\": %g}\n",
                name,
                timing.events,
                timing.cpu,
                timing.events / timing.cpu / 1e6,
                goal);
}

} // namespace

int main(int argc, char **argv)
{
    const double part = argc > 1 ? std::atof(argv[1]) : 1;

    SimulateOptions one;
    one.threads = 1;
    // Peak memory only grows, so the short run comes first.
    timed(queue(1), 1250, 1, one);
    const double small = bench::peakMebibytes();
    timed(queue(1), 125000 * part, 1, one);
    std::printf("{\"bench\": \"simulation\", \"case\": \"memory\", \"mibAt1e5Requests\": %.1f, "
                "\"mibAt%.0eRequests\": %.1f}\n",
                small,
                1e7 * part,
                bench::peakMebibytes());

    rate("M/M/1", queue(1), 125000 * part, 22);
    rate("M/M/8", queue(8), 15000 * part, 18);
    rate("tandem of 5", tandem(5), 40000 * part, 16);
    rate("fan-out of 10", fanOut(), 20000 * part, 12);

    SimulateOptions two;
    two.threads = 2;
    const Timing alone = timed(queue(1), 50000 * part, 2, one);
    const Timing both = timed(queue(1), 50000 * part, 2, two);
    std::printf("{\"bench\": \"simulation\", \"case\": \"two replications on two cores\", "
                "\"speedup\": %.2f, \"goal\": 1.9}\n",
                alone.wall / both.wall);

    SimulateOptions live = one;
    live.live = std::make_shared<LiveView>();
    const Timing quiet = timed(queue(1), 50000 * part, 1, one);
    Timing shown;
    {
        std::jthread reader([&](const std::stop_token &stop) {
            while (!stop.stop_requested()) {
                live.live->take();
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
            }
        });
        shown = timed(queue(1), 50000 * part, 1, live);
    }
    std::printf(
        "{\"bench\": \"simulation\", \"case\": \"live view\", \"cost\": %.4f, \"goal\": 0.03}\n",
        shown.cpu / quiet.cpu - 1);

    SimulateOptions trial = one;
    trial.timeSeries = false;
    const int trials = 100;
    const double begin = bench::cpuSeconds();
    for (int i = 0; i < trials; ++i)
        timed(tandem(30), 0.01, 1, trial);
    const double setUp = (bench::cpuSeconds() - begin) / trials;
    const Timing whole = timed(tandem(30), 375, 1, trial);
    std::printf("{\"bench\": \"simulation\", \"case\": \"trial of 30,000 requests on 30 nodes\", "
                "\"milliseconds\": %.1f, \"setUpMilliseconds\": %.2f}\n",
                whole.cpu * 1e3,
                setUp * 1e3);
    return 0;
}
