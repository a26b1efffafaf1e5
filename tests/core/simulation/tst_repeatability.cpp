// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"
#include "tests/core/simulation/scenarios.h"

#include <QElapsedTimer>

#include <atomic>
#include <thread>

using namespace dramatis;
using namespace dramatis::simulation;
using namespace dramatis::tests;
using namespace Qt::StringLiterals;
using topology::BalancingPolicy;

namespace {

/// Cancelled after so many questions, from any thread.
class CancelAfter final : public JobControl
{
public:
    explicit CancelAfter(int questions) : m_left(questions) {}
    bool isCancelled() const noexcept override { return m_left.fetch_sub(1) <= 0; }
    void report(double, const QString &) override {}

private:
    mutable std::atomic<int> m_left;
};

/// Cancelled when told.
class Cancellable final : public JobControl
{
public:
    std::atomic<bool> cancelled = false;
    bool isCancelled() const noexcept override { return cancelled; }
    void report(double, const QString &) override {}
};

} // namespace

/// The same seed gives the same figures, whatever runs beside it.
class TestRepeatability : public QObject
{
    Q_OBJECT

private slots:
    void threadsChangeNothing()
    {
        const Scenario scenario = shop();
        SimulateOptions options;
        options.threads = 1;
        const QJsonObject one = comparable(simulated(scenario, options));
        for (const unsigned threads : {2u, 8u}) {
            options.threads = threads;
            QCOMPARE(comparable(simulated(scenario, options)), one);
        }
    }

    void seedsDiffer()
    {
        Scenario scenario = shop();
        const RunResult first = simulated(scenario);
        scenario.run.seed = 2;
        QVERIFY(simulated(scenario).nodes[u"web"_s].waitingTime
                != first.nodes[u"web"_s].waitingTime);
        QVERIFY(first.nodes[u"web"_s].waitingTime.values[0]
                != first.nodes[u"web"_s].waitingTime.values[1]);
    }

    /// Series are kept or not: the figures are the same.
    void seriesChangeNothing()
    {
        const Scenario scenario = shop();
        SimulateOptions options;
        const RunResult with = simulated(scenario, options);
        options.timeSeries = false;
        const RunResult without = simulated(scenario, options);
        QVERIFY(without.series.series.empty());
        QVERIFY(!with.series.series.empty());
        compareFigures(with, without, with.nodes.keys(), with.sources.keys());
    }

    /// The order nodes are written in means nothing, nor that of calls of different nodes.
    void orderOfWritingChangesNothing()
    {
        const Scenario scenario = shop();
        Scenario reordered = scenario;
        std::reverse(reordered.topology.nodes.begin(), reordered.topology.nodes.end());
        std::rotate(reordered.topology.calls.begin(),
                    reordered.topology.calls.begin() + 2,
                    reordered.topology.calls.end());
        const RunResult a = simulated(scenario);
        compareFigures(a, simulated(reordered), a.nodes.keys(), a.sources.keys());
    }

    /// A part that the others have nothing to do with leaves all their numbers as they are.
    void unrelatedNodesChangeNothing()
    {
        const Scenario scenario = shop();
        Scenario larger = scenario;
        larger.topology.nodes.insert(larger.topology.nodes.begin(),
                                     poissonSource(u"another"_s, 30));
        larger.topology.nodes.insert(larger.topology.nodes.begin() + 2,
                                     station(u"elsewhere"_s, exponential(0.01)));
        larger.topology.calls.insert(larger.topology.calls.begin(),
                                     call(u"another"_s, u"elsewhere"_s));
        const RunResult a = simulated(scenario);
        compareFigures(a, simulated(larger), a.nodes.keys(), a.sources.keys());
    }

    /// The same requests ask for the same service in proportion when a station gets faster.
    void serviceTimesFollowTheirRequest()
    {
        Scenario scenario = oneStation(10, station(u"web"_s, exponential(0.02), 1000));
        scenario.run = run(200, 2, 0);
        const double slow = simulated(scenario).nodes[u"web"_s].residenceTime.values[0];
        scenario.topology.nodes[1].serviceTime = exponential(0.01);
        const double fast = simulated(scenario).nodes[u"web"_s].residenceTime.values[0];
        COMPARE_APPROX(fast, slow / 2, 1e-5, 0);
    }

    void cancelledBeforeAnythingIsDone()
    {
        CancelAfter job(0);
        const auto result = simulate(shop(), {}, job);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
    }

    /// A cancelled run keeps its finished replications, which are those of the whole run.
    void cancelKeepsWhatIsDone()
    {
        Scenario scenario = oneStation(500, station(u"web"_s, exponential(0.001)));
        scenario.run = run(200, 10, 0); // 200,000 events each, looked at every 4,096
        CancelAfter job(200);
        SimulateOptions options;
        options.threads = 1;
        const auto part = simulate(scenario, options, job);
        QVERIFY(part);
        QVERIFY(part->partial);
        QVERIFY(part->replications > 0 && part->replications < 10);
        const RunResult whole = simulated(scenario);
        QVERIFY(!whole.partial);
        const auto &values = part->nodes[u"web"_s].waitingTime.values;
        QVERIFY(std::equal(
            values.begin(), values.end(), whole.nodes[u"web"_s].waitingTime.values.begin()));
    }

    /// It stops within 50 ms of being told, with both threads at work.
    void cancelIsQuick()
    {
        Scenario scenario = oneStation(1e5, station(u"web"_s, exponential(5e-6)));
        scenario.run = run(1e6, 4, 0); // hours
        Cancellable job;
        QElapsedTimer sinceTold;
        std::jthread user([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(150));
            sinceTold.start();
            job.cancelled = true;
        });
        SimulateOptions options;
        options.threads = 2;
        QVERIFY(!simulate(scenario, options, job));
        user.join();
        // The bound is for a machine that does nothing else; one that is busy may stop us in
        // between.
        QVERIFY2(sinceTold.elapsed() < 500, qPrintable(QString::number(sinceTold.elapsed())));
    }

    /// A reader that takes snapshots while it runs sees time go on and whole snapshots only.
    void liveSnapshotsAreWhole()
    {
        Scenario scenario = shop();
        scenario.run = run(900, 3, 0);
        SimulateOptions options;
        options.threads = 2;
        options.live = std::make_shared<LiveView>();
        std::atomic<bool> ended = false;
        int taken = 0;
        bool isWhole = true;
        LiveSnapshot last;
        std::jthread reader([&] {
            for (bool again = true; again;) {
                again = !ended;
                if (const LiveSnapshot *snapshot = options.live->take()) {
                    ++taken;
                    isWhole = isWhole && snapshot->finished >= last.finished
                              && (snapshot->replication > last.replication
                                  || snapshot->time >= last.time);
                    for (const Series &line : snapshot->series.series)
                        isWhole =
                            isWhole && line.values.size() <= 400
                            && line.values.size() == snapshot->series.series.front().values.size();
                    last = *snapshot;
                }
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
        });
        const RunResult result = simulated(scenario, options);
        ended = true;
        reader.join();
        QVERIFY(taken > 0);
        QVERIFY(isWhole);
        QCOMPARE(last.finished, 3);
        QCOMPARE(last.events, result.events);
        QVERIFY(last.series.find(u"shoppers"_s, u"p95"_s));
    }

    void liveViewHandsOverTheNewest()
    {
        LiveView view;
        QVERIFY(view.wanted());
        QVERIFY(!view.take());
        view.back().time = 1;
        view.publish();
        QVERIFY(!view.wanted());
        view.back().time = 2;
        view.publish();
        const LiveSnapshot *newest = view.take();
        QVERIFY(newest);
        QCOMPARE(newest->time, 2.0);
        QVERIFY(view.wanted());
        QVERIFY(!view.take());
    }

private:
    /// A bit of everything.
    static Scenario shop()
    {
        Scenario scenario;
        scenario.topology.nodes = {
            poissonSource(u"shoppers"_s, 60),
            poissonSource(u"crawler"_s, 20),
            balancer(u"edge"_s, BalancingPolicy::PowerOfTwo),
            station(u"web"_s, exponential(0.02), 2, 3),
            station(u"db"_s, timeOf(topology::DistributionKind::Gamma, 0.01, 1.3), 4)};
        scenario.topology.nodes[3].queueLimit = 10;
        scenario.topology.nodes[3].errorRate = 0.01;
        scenario.topology.calls = {call(u"shoppers"_s, u"edge"_s),
                                   call(u"crawler"_s, u"edge"_s),
                                   call(u"edge"_s, u"web"_s),
                                   call(u"web"_s, u"db"_s)};
        scenario.topology.calls[3].probability = 0.7;
        scenario.topology.calls[3].count = 2;
        scenario.topology.calls[3].timeout = 0.08;
        scenario.topology.calls[3].latency = exponential(0.0005);
        scenario.objectives = {{u"shoppers"_s, u"responseTime.p95"_s, 0.1, {}}};
        scenario.run = run(120, 7);
        return scenario;
    }

    /// All of a run but how fast it was.
    static QJsonObject comparable(RunResult result)
    {
        result.eventsPerSecond = 0;
        return runToStored(result);
    }

    static void compareFigures(const RunResult &a,
                               const RunResult &b,
                               const QStringList &nodes,
                               const QStringList &sources)
    {
        const QJsonObject first = runToStored(a);
        const QJsonObject second = runToStored(b);
        for (const QString &node : nodes)
            QCOMPARE(second[u"nodes"_s][node], first[u"nodes"_s][node]);
        for (const QString &source : sources)
            QCOMPARE(second[u"sources"_s][source], first[u"sources"_s][source]);
    }
};

QTEST_GUILESS_MAIN(TestRepeatability)
#include "tst_repeatability.moc"
