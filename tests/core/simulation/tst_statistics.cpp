// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/histogram.h"
#include "core/simulation/sampler.h"
#include "core/simulation/verdict.h"
#include "core/simulation/warmup.h"
#include "tests/core/simulation/scenarios.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <random>

using namespace dramatis;
using namespace dramatis::simulation;
using namespace dramatis::tests;
using namespace Qt::StringLiterals;
using topology::DistributionKind;

/// How figures are made: buckets, warm-up, intervals, verdicts, documents.
class TestStatistics : public QObject
{
    Q_OBJECT

private slots:
    /// Every value lies in its bucket, buckets follow one another without gaps, and none is wider
    /// than 1/128 of its least value.
    void bucketsTileTheAxis()
    {
        std::uint64_t next = 0;
        for (std::uint32_t bucket = 0; bucket < Histogram::kPerOctave * Histogram::kOctaves - 1;
             ++bucket) {
            QCOMPARE(Histogram::lowerOf(bucket), next);
            const std::uint64_t width = Histogram::widthOf(bucket);
            QCOMPARE(Histogram::bucketOf(next), bucket);
            QCOMPARE(Histogram::bucketOf(next + width - 1), bucket);
            QVERIFY(width == 1 || width * 128 <= next);
            next += width;
        }
    }

    void quantilesOfAHistogramAreCloseToThoseOfTheValues()
    {
        std::mt19937_64 random(7);
        std::lognormal_distribution<double> times(std::log(2e7), 1.2); // around 20 ms
        Histogram histogram;
        std::vector<double> values;
        for (int i = 0; i < 100000; ++i) {
            values.push_back(std::floor(times(random)));
            histogram.record(std::int64_t(values.back()));
        }
        std::sort(values.begin(), values.end());
        const auto found = histogram.quantiles<4>(
            {0.5, 0.95, 0.99, 0.999}, std::int64_t(values.front()), std::int64_t(values.back()));
        COMPARE_APPROX(found[0], sortedQuantile(values, 0.5), 0.004, 0);
        COMPARE_APPROX(found[1], sortedQuantile(values, 0.95), 0.004, 0);
        COMPARE_APPROX(found[2], sortedQuantile(values, 0.99), 0.004, 0);
        COMPARE_APPROX(found[3], sortedQuantile(values, 0.999), 0.008, 0);

        Histogram again;
        again.add(histogram.sparse());
        QCOMPARE(again.total(), std::uint64_t(100000));
        QCOMPARE((again.quantiles<1>({0.5}, 0, 1'000'000'000'000)[0]), found[0]);
        again.clear();
        QCOMPARE(again.total(), std::uint64_t(0));
        QVERIFY(std::isnan((again.quantiles<1>({0.5}, 0, 1)[0])));
    }

    /// Mean and coefficient of variation of 200,000 draws.
    void samplersHaveTheirMoments_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("cv");
        QTest::addColumn<double>("shape");
        QTest::newRow("constant") << int(DistributionKind::Constant) << 0.0 << 1.0;
        QTest::newRow("exponential") << int(DistributionKind::Exponential) << 1.0 << 1.0;
        QTest::newRow("erlang") << int(DistributionKind::Erlang) << 0.5 << 4.0;
        QTest::newRow("hyperexponential") << int(DistributionKind::Hyperexponential) << 2.5 << 1.0;
        QTest::newRow("lognormal") << int(DistributionKind::Lognormal) << 0.8 << 1.0;
        QTest::newRow("gamma, wide") << int(DistributionKind::Gamma) << 1.6 << 1.0;
        QTest::newRow("gamma, narrow") << int(DistributionKind::Gamma) << 0.2 << 1.0;
        QTest::newRow("weibull, wide") << int(DistributionKind::Weibull) << 1.7 << 1.0;
        QTest::newRow("weibull, narrow") << int(DistributionKind::Weibull) << 0.3 << 1.0;
    }
    void samplersHaveTheirMoments()
    {
        QFETCH(int, kind);
        QFETCH(double, cv);
        QFETCH(double, shape);
        const auto distribution = timeOf(static_cast<DistributionKind>(kind), 0.02, cv, shape);
        const auto values = drawn(Sampler(distribution), 200000);
        COMPARE_APPROX(mean(values), 0.02, 0.02, 0);
        COMPARE_APPROX(standardDeviation(values), 0.02 * cv, 0.03, 1e-9);
        COMPARE_APPROX(distribution.squaredCv(), cv * cv, 1e-9, 1e-9);
    }

    void boundedSamplers()
    {
        topology::Distribution pareto = timeOf(DistributionKind::Pareto, 0.02);
        pareto.shape = 1.5;
        pareto.max = 2;
        auto values = drawn(Sampler(pareto), 400000);
        COMPARE_APPROX(mean(values), 0.02, 0.02, 0);
        QVERIFY(*std::max_element(values.begin(), values.end()) <= 2);

        topology::Distribution uniform;
        uniform.kind = DistributionKind::Uniform;
        uniform.min = 1;
        uniform.max = 3;
        values = drawn(Sampler(uniform), 100000);
        COMPARE_APPROX(mean(values), 2, 0.01, 0);
        COMPARE_APPROX(standardDeviation(values), std::sqrt(1.0 / 3), 0.01, 0);

        topology::Distribution empirical;
        empirical.kind = DistributionKind::Empirical;
        empirical.quantiles = {0, 1, 5}; // half uniform in [0, 1], half in [1, 5]
        values = drawn(Sampler(empirical), 100000);
        COMPARE_APPROX(mean(values), 0.5 * 0.5 + 0.5 * 3, 0.01, 0);
        std::sort(values.begin(), values.end());
        COMPARE_APPROX(sortedQuantile(values, 0.5), 1, 0.02, 0);
        COMPARE_APPROX(sortedQuantile(values, 0.75), 3, 0.02, 0);
    }

    /// Batches of five: 10, 2, 1, 1, 1, 1, 1, 1 leave out the first two (the third on has no
    /// variance).
    void mserLeavesOutTheTransient()
    {
        std::vector<float> series;
        for (const float batch : {10.f, 2.f, 1.f, 1.f, 1.f, 1.f, 1.f, 1.f})
            series.insert(series.end(), 5, batch);
        QCOMPARE(mser5Cut(series), std::size_t(10));
        QCOMPARE(mser5Cut(std::vector<float>(100, 3.f)), std::size_t(0));
        // A series that only rises would be cut further and further: never more than half of it.
        std::vector<float> rising;
        for (int i = 0; i < 200; ++i)
            rising.push_back(float(i));
        QVERIFY(mser5Cut(rising) <= 100);
        series[3] = std::numeric_limits<float>::quiet_NaN(); // takes the value before
        QCOMPARE(mser5Cut(series), std::size_t(10));
    }

    /// A queue that starts empty at load 0.95 has a warm-up; a crash or hours of the week have
    /// none.
    void warmupIsSoughtWhereItCanBe()
    {
        Scenario scenario = oneStation(95, station(u"web"_s, exponential(0.01)));
        scenario.run = run(200, 5);
        const double found = simulated(scenario).warmup;
        QVERIFY(found <= 100);
        scenario.run.warmup = 12.5;
        QCOMPARE(simulated(scenario).warmup, 12.5);
        scenario.run.warmup.reset();
        scenario.faults.push_back({});
        scenario.faults[0].kind = u"crash"_s;
        scenario.faults[0].target = u"web"_s;
        scenario.faults[0].at = 50;
        scenario.faults[0].duration = 5;
        QCOMPARE(simulated(scenario).warmup, 0.0);
    }

    /// Batches of five are added until every source's mean response time is known well enough; how
    /// many that are does not depend on the threads.
    void precisionAddsBatches()
    {
        Scenario scenario = oneStation(50, station(u"web"_s, exponential(0.01)));
        scenario.run = run(200, 3, 10);
        scenario.run.precision = 0.01;
        SimulateOptions options;
        options.threads = 1;
        const RunResult alone = simulated(scenario, options);
        QVERIFY(alone.replications > 3);
        QCOMPARE((alone.replications - 3) % 5, 0);
        const Figure figure = alone.sources[u"clients"_s].responseTime.mean.figure();
        QVERIFY(figure.halfWidth <= 0.01 * figure.mean);
        options.threads = 2;
        QCOMPARE(simulated(scenario, options).replications, alone.replications);
    }

    /// Intervals of short runs of M/M/1 at 0.5 hold the true utilization and waiting time in 93 to
    /// 97 % of 1,000 seeds (the standard error of that share is 0.7 %, so the bound allows 91.5
    /// to 97.5 %).
    void intervalsCoverTheTruth()
    {
        Scenario scenario = oneStation(50, station(u"web"_s, exponential(0.01)));
        scenario.run = run(60, 10, 5);
        SimulateOptions options;
        options.timeSeries = false;
        int utilization = 0;
        int waiting = 0;
        constexpr int kSeeds = 1000;
        for (int seed = 0; seed < kSeeds; ++seed) {
            scenario.run.seed = std::uint64_t(seed);
            const RunResult result = simulated(scenario, options);
            const NodeResult &web = result.nodes[u"web"_s];
            utilization += covers(web.utilization.figure(), 0.5);
            waiting += covers(web.waitingTime.figure(), 0.01);
        }
        qInfo("covered: utilization %.1f %%, waiting time %.1f %%",
              100.0 * utilization / kSeeds,
              100.0 * waiting / kSeeds);
        QVERIFY(utilization >= 0.915 * kSeeds && utilization <= 0.975 * kSeeds);
        QVERIFY(waiting >= 0.915 * kSeeds && waiting <= 0.975 * kSeeds);
    }

    void verdictsNeedTheWholeInterval()
    {
        const Objective atMost{{}, {}, 1.0, {}};
        const Objective atLeast{{}, {}, {}, 1.0};
        QCOMPARE(judged({0.8, 0.1}, atMost), Verdict::Pass);
        QCOMPARE(judged({1.2, 0.1}, atMost), Verdict::Fail);
        QCOMPARE(judged({0.95, 0.1}, atMost), Verdict::Undecided);
        QCOMPARE(judged({1.2, 0.1}, atLeast), Verdict::Pass);
        QCOMPARE(judged({0.8, 0.1}, atLeast), Verdict::Fail);
        QCOMPARE(judged({0.8, std::numeric_limits<double>::quiet_NaN()}, atMost),
                 Verdict::Undecided);
        QCOMPARE(judged({}, atMost), Verdict::Undecided);
        QCOMPARE(judged({0.0, 0.0}, atMost), Verdict::Pass);
    }

    void seriesHaveAPointASecond()
    {
        Scenario scenario = oneStation(50, station(u"web"_s, exponential(0.01)));
        scenario.run = run(100, 4);
        const RunResult result = simulated(scenario);
        QCOMPARE(result.series.stepSeconds, 1.0);
        for (const QString &metric : {u"offered"_s,
                                      u"throughput"_s,
                                      u"goodput"_s,
                                      u"p50"_s,
                                      u"p95"_s,
                                      u"p99"_s,
                                      u"errorRate"_s})
            QVERIFY2(result.series.find(u"clients"_s, metric), qPrintable(metric));
        for (const QString &metric :
             {u"utilization"_s, u"queueLength"_s, u"throughput"_s, u"p95"_s})
            QCOMPARE(result.series.find(u"web"_s, metric)->values.size(), std::size_t(100));
        // The series add up to the figure: the mean over all seconds is the mean of the run.
        const auto &line = result.series.find(u"clients"_s, u"offered"_s)->values;
        scenario.run.warmup = 0;
        const RunResult whole = simulated(scenario);
        COMPARE_APPROX(mean(std::vector<double>(line.begin(), line.end())),
                       whole.sources[u"clients"_s].offered.figure().mean,
                       1e-6,
                       0);
        scenario.run = run(10000, 1);
        const RunResult longer = simulated(scenario);
        QCOMPARE(longer.series.stepSeconds, 4.0);
        QCOMPARE(longer.series.series.front().values.size(), std::size_t(2500));
    }

    /// What is stored is read back to the last bit, and damage is named.
    void storedRunsAreExact()
    {
        Scenario scenario = oneStation(50, station(u"web"_s, exponential(0.01)));
        scenario.name = u"näme"_s;
        scenario.objectives = {{u"web"_s, u"responseTime.p95"_s, 0.1, {}},
                               {u"nowhere"_s, u"cost"_s, {}, 3.0}};
        scenario.run = run(20, 3);
        scenario.run.seed = std::numeric_limits<std::uint64_t>::max();
        const RunResult result = simulated(scenario);
        QCOMPARE(result.overall, Verdict::Undecided); // one objective is on nothing
        const QByteArray text = QJsonDocument(runToStored(result)).toJson();
        const auto read = runFromStored(QJsonDocument::fromJson(text).object());
        QVERIFY2(read, read ? "" : qPrintable(read.error().toString()));
        QCOMPARE(QJsonDocument(runToStored(*read)).toJson(), text);
        QCOMPARE(read->seed, scenario.run.seed);
        QVERIFY(read->nodes[u"web"_s].waitingTime == result.nodes[u"web"_s].waitingTime);
        QVERIFY(read->series.series == result.series.series);
        QVERIFY(read->calls[0].bytes == result.calls[0].bytes); // NaN

        QJsonObject damaged = runToStored(result);
        QJsonObject nodes = damaged[u"nodes"_s].toObject();
        QJsonObject web = nodes[u"web"_s].toObject();
        web.remove(u"utilization"_s);
        nodes[u"web"_s] = web;
        damaged[u"nodes"_s] = nodes;
        const auto refused = runFromStored(damaged);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.startsWith(u"nodes.web.utilization"_s));
        QVERIFY(!runFromStored({}));
    }

    /// The document has the keys of SCENARIO.md, and null where there is no interval.
    void runDocument()
    {
        Scenario scenario = oneStation(50, station(u"web"_s, exponential(0.01)));
        scenario.run = run(20, 1);
        const RunResult result = simulated(scenario);
        const QJsonObject json = runToJson(result);
        const auto keysAre = [](const QJsonObject &object, QStringList keys) {
            keys.sort();
            return object.keys() == keys;
        };
        QVERIFY(keysAre(json,
                        {u"format"_s,
                         u"version"_s,
                         u"scenarioHash"_s,
                         u"engine"_s,
                         u"seed"_s,
                         u"replications"_s,
                         u"duration"_s,
                         u"warmup"_s,
                         u"events"_s,
                         u"eventsPerSecond"_s,
                         u"partial"_s,
                         u"nodes"_s,
                         u"calls"_s,
                         u"sources"_s,
                         u"recovery"_s,
                         u"verdict"_s}));
        const QJsonObject web = json[u"nodes"_s][u"web"_s].toObject();
        QVERIFY(keysAre(web,
                        {u"utilization"_s,
                         u"occupancy"_s,
                         u"throughput"_s,
                         u"queueLength"_s,
                         u"waitingTime"_s,
                         u"residenceTime"_s,
                         u"responseTime"_s,
                         u"errorRate"_s,
                         u"errors"_s,
                         u"instances"_s,
                         u"availability"_s,
                         u"cost"_s}));
        QVERIFY(keysAre(web[u"responseTime"_s].toObject(),
                        {u"mean"_s, u"p50"_s, u"p90"_s, u"p95"_s, u"p99"_s, u"p999"_s, u"max"_s}));
        QVERIFY(keysAre(web[u"errors"_s].toObject(), {u"rejected"_s, u"timeout"_s, u"failed"_s}));
        QVERIFY(keysAre(json[u"sources"_s][u"clients"_s].toObject(),
                        {u"throughput"_s,
                         u"goodput"_s,
                         u"responseTime"_s,
                         u"errorRate"_s,
                         u"degraded"_s,
                         u"waste"_s,
                         u"breakdown"_s}));
        QVERIFY(keysAre(json[u"sources"_s][u"clients"_s][u"breakdown"_s].toObject(),
                        {u"web"_s, u"network"_s}));
        QVERIFY(keysAre(json[u"calls"_s][0].toObject(),
                        {u"from"_s,
                         u"to"_s,
                         u"throughput"_s,
                         u"bytes"_s,
                         u"retries"_s,
                         u"poolWait"_s,
                         u"breakCost"_s}));
        QVERIFY(web[u"utilization"_s][u"mean"_s].isDouble());
        QVERIFY(web[u"utilization"_s][u"halfWidth"_s].isNull());
        QVERIFY(json[u"calls"_s][0][u"bytes"_s][u"mean"_s].isNull());

        const Measure *p95 = result.measure(u"web"_s, u"responseTime.p95"_s);
        QVERIFY(p95 && *p95 == result.nodes[u"web"_s].responseTime.p95);
        const Measure *waiting = result.measure(u"clients"_s, u"breakdown.web.waiting"_s);
        QVERIFY(waiting && *waiting == result.sources[u"clients"_s].breakdown[u"web"_s].waiting);
        QVERIFY(!result.measure(u"web"_s, u"responseTime.p42"_s));
        QVERIFY(!result.measure(u"nowhere"_s, u"cost"_s));
    }

private:
    static bool covers(const Figure &figure, double truth)
    {
        return std::abs(figure.mean - truth) <= figure.halfWidth;
    }
    static std::vector<double> drawn(const Sampler &sampler, std::uint32_t count)
    {
        const Draws draws(3, 0);
        std::vector<double> values;
        for (std::uint32_t i = 0; i < count; ++i)
            values.push_back(double(sampler.draw(draws, {i, 17, 0, Purpose::Service})) * 1e-9);
        return values;
    }
};

QTEST_GUILESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
