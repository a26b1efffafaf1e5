// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/call_graph.h"
#include "core/practice/peak.h"
#include "core/practice/queueing.h"
#include "core/simulation/simulate.h"
#include "tests/support/approx.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::practice;

namespace {

/// A sample of slices of `windowSeconds` with these counts, arrivals evenly spread within each.
std::shared_ptr<const topology::ArrivalSample> sampleOf(double windowSeconds,
                                                        const std::vector<std::uint32_t> &counts)
{
    auto sample = std::make_shared<topology::ArrivalSample>();
    sample->windowSeconds = windowSeconds;
    for (const std::uint32_t count : counts) {
        topology::SampleWindow window;
        window.count = count;
        window.gapCv = 1;
        sample->windows.push_back(window);
        for (std::uint32_t i = 0; i < count; ++i)
            sample->offsets.push_back(static_cast<std::int64_t>(windowSeconds * 1e9 * i / count));
    }
    return sample;
}

simulation::Scenario scenarioOf(const QByteArray &text)
{
    const auto scenario = simulation::scenarioFromText(text);
    if (!scenario)
        qFatal("%s", qPrintable(scenario.error().message));
    return *scenario;
}

const char *const kChain = R"({ "format": "dramatis-scenario", "version": 1,
  "nodes": [ { "id": "a", "kind": "source", "arrivals": { "model": "poisson", "rate": 10 } },
             { "id": "b", "kind": "source", "arrivals": { "model": "poisson", "rate": 30 } },
             { "id": "web", "kind": "service", "serviceTime": { "distribution": "constant", "mean": 0.001 } },
             { "id": "db", "kind": "database", "serviceTime": { "distribution": "constant", "mean": 0.001 } } ],
  "calls": [ { "from": "a", "to": "web" }, { "from": "b", "to": "web", "probability": 0.5 },
             { "from": "web", "to": "db", "probability": 0.5, "count": 3 } ],
  "run": { "duration": 100, "replications": 2, "seed": 3 } })";

} // namespace

class TestPeak : public QObject
{
    Q_OBJECT

private slots:
    void erlangCAgreesWithItsClosedForms()
    {
        // c = 1: C = a. c = 2: C = a² / (2 + a). (From the definition, by hand.)
        COMPARE_APPROX(erlangC(1, 0.7), 0.7, 1e-12, 0);
        COMPARE_APPROX(erlangC(2, 1.4), 1.4 * 1.4 / 3.4, 1e-12, 0);
        COMPARE_APPROX(erlangC(3, 0), 0.0, 0, 1e-12);
        // Tables of Erlang C: 10 servers, 8 erlang of load: 0.4092.
        COMPARE_APPROX(erlangC(10, 8), 0.4092, 0, 5e-5);
    }

    void allenCunneenIsExactForMMcAndForMG1()
    {
        // M/M/1: W = rho S / (1 - rho); the response is 3.3 services at 0.7 and 10 at 0.9.
        COMPARE_APPROX(allenCunneenWait(1, 0.7, 1, 1, 1) + 1, 1 / 0.3, 1e-12, 0);
        COMPARE_APPROX(allenCunneenWait(1, 0.9, 1, 1, 1) + 1, 10, 1e-12, 0);
        // M/D/1 (Pollaczek-Khinchine): half of M/M/1.
        COMPARE_APPROX(allenCunneenWait(1, 0.8, 0.01, 1, 0), 0.5 * 0.8 * 0.01 / 0.2, 1e-12, 0);
    }

    void theHighestUtilisationIsTheInverseOfTheWait()
    {
        // M/M/1, S = 1: rho / (1 - rho) = 4 at 0.8.
        COMPARE_APPROX(highestUtilisation(1, 1, 1, 1, 4), 0.8, 1e-9, 0);
        // More servers may run hotter at the same wait.
        QVERIFY(highestUtilisation(16, 1, 1, 1, 1) > highestUtilisation(2, 1, 1, 1, 1));
        COMPARE_APPROX(highestUtilisation(1, 1, 1, 1, 0), 0, 0, 1e-9);
    }

    void aFullQueueOfTenTimesTheWorkersMakesElevenServices()
    {
        // SRE book, chapter 22: 100 ms a request, queue of 10 times the threads: 1.1 s.
        COMPARE_APPROX(fullQueueResponse(100, 1000, 0.1), 1.1, 1e-12, 0);
    }

    void visitsFollowProbabilityCountAndShare()
    {
        const simulation::Scenario scenario = scenarioOf(kChain);
        const auto visits = visitsPerRequest(scenario.topology, u"a"_s);
        COMPARE_APPROX(visits.value(u"web"_s), 1, 1e-12, 0);
        COMPARE_APPROX(visits.value(u"db"_s), 1.5, 1e-12, 0);
        COMPARE_APPROX(visitsPerRequest(scenario.topology, u"b"_s).value(u"db"_s), 0.75, 1e-12, 0);
    }

    void attemptsMultiplyAlongTheWorstPath()
    {
        // SRE book, chapter 22: three layers of four attempts make 64.
        simulation::Scenario scenario = scenarioOf(kChain);
        for (topology::Call &call : scenario.topology.calls)
            call.retries.attempts = 4;
        const auto two = worstAttemptPath(scenario.topology);
        QVERIFY(two);
        COMPARE_APPROX(two->attempts, 16, 0, 0);
        topology::Node disk;
        disk.id = u"disk"_s;
        scenario.topology.nodes.push_back(disk);
        topology::Call call;
        call.from = u"db"_s;
        call.to = u"disk"_s;
        call.retries.attempts = 4;
        scenario.topology.calls.push_back(call);
        const auto three = worstAttemptPath(scenario.topology);
        QVERIFY(three);
        COMPARE_APPROX(three->attempts, 64, 0, 0);
        QCOMPARE(three->nodes.join(u'>'), u"a>web>db>disk"_s);
        call.from = u"disk"_s;
        call.to = u"web"_s;
        scenario.topology.calls.push_back(call);
        QVERIFY(!worstAttemptPath(scenario.topology)); // a circle
    }

    void aSteadySourceIsAlwaysAtItsPeak()
    {
        const simulation::Scenario scenario = scenarioOf(kChain);
        const PeakLoad peak = peakLoad(scenario, {});
        COMPARE_APPROX(peak.factor(u"web"_s), 1, 1e-12, 0);
        const simulation::Scenario trial = peakScenario(scenario, {}, 4000);
        COMPARE_APPROX(trial.run.duration, 100, 1e-9, 0); // 4000 requests at 40 per second
        QCOMPARE(*trial.topology.find(u"a"_s)->arrivals.rate, 10.0);
    }

    void thePeakIsThe95thPercentileOfOneMinuteRates()
    {
        // 41 minutes in slices of 30 s: minute m has 60 m requests, m = 0..40, so m req/s. The 95th
        // percentile (type 7) of 0..40 is 38, the mean 20.
        std::vector<std::uint32_t> counts;
        for (std::uint32_t minute = 0; minute <= 40; ++minute)
            counts.insert(counts.end(), 2, 30 * minute);
        simulation::Scenario scenario = scenarioOf(kChain);
        topology::Node &a = *scenario.topology.find(u"a"_s);
        a.arrivals.model = topology::ArrivalModel::Bootstrap;
        a.arrivals.rate.reset();
        a.arrivals.sample = sampleOf(30, counts);
        const PeakLoad peak = peakLoad(scenario, {});
        // web: a's m plus half of b's steady 30: (38 + 15) / (20 + 15).
        COMPARE_APPROX(peak.factor(u"web"_s), 53.0 / 35, 1e-9, 0);
        COMPARE_APPROX(peak.factor(u"a"_s), 38.0 / 20, 1e-9, 0);
        COMPARE_APPROX(peak.factor(u"b"_s), 1, 1e-9, 0);

        // A trial plays the busiest tenth, minutes 36 to 40 with mean 38: scale 1, 10 slices.
        const simulation::Scenario trial = peakScenario(scenario, {}, 6800);
        const auto &sample = *trial.topology.find(u"a"_s)->arrivals.sample;
        QCOMPARE(sample.windows.size(), 10U);
        QCOMPARE(sample.offsets.size(), std::size_t{60} * (36 + 37 + 38 + 39 + 40));
        COMPARE_APPROX(trial.run.scale, 1, 1e-9, 0);
        COMPARE_APPROX(trial.run.duration, 100, 1e-9, 0); // 38 + 30 per second
        // As simulated, the source offers its peak rate.
        NullJobControl job;
        const auto run = simulation::simulate(trial, {}, job);
        QVERIFY2(run, qPrintable(run ? QString() : run.error().message));
        COMPARE_APPROX(run->sources[u"a"_s].offered.figure().mean, 38, 0.06, 0);
    }

    void peakHoursOnlyWhereTheScenarioPlaysThem()
    {
        simulation::Scenario scenario = scenarioOf(kChain);
        auto sample = std::make_shared<topology::ArrivalSample>(*sampleOf(60, {60, 120, 180, 240}));
        sample->windows[0].peak = true;
        sample->windows[1].peak = true;
        topology::Node &a = *scenario.topology.find(u"a"_s);
        a.arrivals.model = topology::ArrivalModel::Bootstrap;
        a.arrivals.sample = sample;
        scenario.run.peak = true;
        // Rates 1 and 2: p95 is 1.95, the mean 1.5.
        COMPARE_APPROX(peakLoad(scenario, {}).factor(u"a"_s), 1.95 / 1.5, 1e-9, 0);
    }

    void noTrafficHasNoPeak()
    {
        simulation::Scenario scenario = scenarioOf(kChain);
        topology::Node &a = *scenario.topology.find(u"a"_s);
        a.arrivals.model = topology::ArrivalModel::Bootstrap;
        a.arrivals.sample = sampleOf(1, {0, 0, 0});
        COMPARE_APPROX(peakLoad(scenario, {}).factor(u"a"_s), 1, 0, 0);
        a.arrivals.sample = std::make_shared<const topology::ArrivalSample>();
        COMPARE_APPROX(peakLoad(scenario, {}).factor(u"a"_s), 1, 0, 0);
    }
};

QTEST_GUILESS_MAIN(TestPeak)
#include "tst_peak.moc"
