// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"
#include "core/persona/metrics.h"
#include "core/persona/persona_json.h"
#include "core/persona/profile.h"
#include "tests/support/approx.h"
#include "tests/support/exchanges.h"

#include <QSet>
#include <QTest>

#include <cmath>
#include <map>
#include <random>

using namespace dramatis;
using namespace dramatis::persona;
using tests::makeTable;
using tests::ns;
using traffic::Exchange;

namespace {

constexpr std::int64_t kNow = 5'000'000'000'000;

/// A table, its windows, and a clustering of them that is written down.
struct Stage
{
    traffic::ExchangeTablePtr table;
    traffic::WindowTable windows;
    traffic::FeatureMatrix matrix;
    clustering::Clustering clustering;

    Stage(const std::vector<Exchange> &exchanges, double width, std::vector<int> labels)
        : table(makeTable(exchanges))
    {
        NullJobControl job;
        windows = *traffic::makeWindows(*table, width, job);
        matrix = *traffic::makeFeatures(windows, {});
        if (labels.size() != matrix.windowOfRow.size())
            qFatal("%zu labels for %zu windows", labels.size(), matrix.windowOfRow.size());
        for (const int label : labels) {
            clustering.clusters = std::max(clustering.clusters, label + 1);
            clustering.noise += label < 0;
        }
        clustering.labels = std::move(labels);
    }

    [[nodiscard]] PersonaSet profiled() const
    {
        NullJobControl job;
        auto set = profile(*table, windows, matrix, clustering, {}, FixedClock(kNow), job);
        if (!set)
            qFatal("%s", qPrintable(set.error().toString()));
        return *std::move(set);
    }
};

/// `count` exchanges of `server` that begin `gap` s apart from `from` s on, like `like`.
void add(std::vector<Exchange> &to,
         const char *server,
         double from,
         int count,
         double gap,
         Exchange like)
{
    like.server = server;
    for (int i = 0; i < count; ++i) {
        like.begin = ns(from + i * gap);
        to.push_back(like);
    }
}

/// Windows of 10 s. Resource a: reads in slices 0 and 1, nothing in 2 and 3, writes in 4. Resource
/// b: reads in slice 0, a noise window in 1, a sparse one in 3.
Stage twoResources()
{
    const Exchange read{.begin = 0,
                        .latency = ns(0.1),
                        .requestBytes = 200,
                        .responseBytes = 1000,
                        .status = 200,
                        .method = "GET",
                        .path = "/list"};
    const Exchange write{.begin = 0,
                         .latency = ns(0.5),
                         .requestBytes = 3000,
                         .status = 503,
                         .method = "POST",
                         .path = "/order"};
    std::vector<Exchange> exchanges;
    add(exchanges, "a", 0.25, 10, 1, read);
    add(exchanges, "a", 10.25, 20, 0.5, read);
    add(exchanges, "a", 40.125, 40, 0.25, write);
    add(exchanges, "b", 0.125, 5, 2, read);
    add(exchanges, "b", 10.125, 8, 1, write);
    add(exchanges, "b", 30.125, 3, 1, read);
    exchanges[3].status = 404;
    exchanges[4].status = 504;
    exchanges[5].latency = kUnknown;
    exchanges[6].path = "/item";
    return {exchanges, 10, {0, 0, 1, 0, clustering::kNoise}};
}

} // namespace

class TestProfile : public QObject
{
    Q_OBJECT

private slots:
    void setTellsWhereItsExchangesAre()
    {
        const PersonaSet set = twoResources().profiled();
        QCOMPARE(set.points, std::uint64_t{5});
        QCOMPARE(set.noise, std::uint64_t{1});
        QCOMPARE(set.noiseExchanges, std::uint64_t{8});
        QCOMPARE(set.sparseExchanges, std::uint64_t{3});
        QCOMPARE(set.createdAt, kNow);
        QCOMPARE(set.personas.size(), std::size_t{2});
        QCOMPARE(set.personas[0].windows, std::uint64_t{3});
        QCOMPARE(set.personas[0].exchanges, std::uint64_t{35});
        QCOMPARE(set.personas[1].exchanges, std::uint64_t{40});
        QCOMPARE(set.personas[0].id, PersonaId{1});
        QCOMPARE(set.personas[1].cluster, 1);
        COMPARE_APPROX(set.personas[0].windowShare, 0.6, 1e-12, 0);
        QCOMPARE(set.ofCluster(1)->id, PersonaId{2});
        QCOMPARE(set.find(set.personas[1].name), &set.personas[1]);
        QVERIFY(!set.find(QStringLiteral("nobody")));
    }

    /// Persona 1 (cluster 0): 10 and 20 exchanges on a, 5 on b, in windows of 10 s.
    void readsAreProfiled()
    {
        const Persona reads = twoResources().profiled().personas[0];
        COMPARE_APPROX(reads.requestRate.mean, 35 / 30.0, 1e-12, 0);
        COMPARE_APPROX(reads.requestRate.p50, 1, 1e-12, 0);
        COMPARE_APPROX(reads.requestRate.p95, 1.9, 1e-12, 0); // 0.5 1 2: place 1.9
        COMPARE_APPROX(reads.requestRate.max, 2, 1e-12, 0);
        COMPARE_APPROX(reads.dataRate.mean, 35 * 1200 / 30.0, 1e-12, 0);
        COMPARE_APPROX(reads.dataRate.max, 20 * 1200 / 10.0, 1e-12, 0);
        COMPARE_APPROX(reads.requestSize.mean, 200, 1e-12, 0);
        COMPARE_APPROX(reads.responseSize.mean, 1000, 1e-12, 0);
        COMPARE_APPROX(reads.responseSize.max, 1000, 1e-12, 0);
        COMPARE_APPROX(reads.errors.total, 1 / 35.0, 1e-12, 0);
        COMPARE_APPROX(reads.errors.timeout, 1 / 35.0, 1e-12, 0);
        COMPARE_APPROX(reads.errors.clientError, 1 / 35.0, 1e-12, 0);
        QCOMPARE(reads.errors.serverError, 0.0);
        COMPARE_APPROX(reads.latencyMean, 0.1, 1e-12, 0);
        COMPARE_APPROX(reads.latencyP99, 0.1, 1e-12, 0);
        COMPARE_APPROX(reads.concurrency, 35 / 30.0 * 0.1, 1e-12, 0);
        QCOMPARE(reads.writeShare, 0.0);
        COMPARE_APPROX(reads.burstiness, 0, 0, 1e-9); // evenly paced within every window
        // Gaps: 9 of 1 s, 19 of 0.5 s, 4 of 2 s; not those from one window to the next.
        COMPARE_APPROX(reads.gapMean, (9 + 9.5 + 8) / 32, 1e-12, 0);
        QCOMPARE(reads.gaps.size(), kQuantilePoints);
        COMPARE_APPROX(reads.gaps[0], 0.5, 1e-12, 0);
        COMPARE_APPROX(reads.gaps[50], 0.5, 1e-12, 0);
        COMPARE_APPROX(reads.gaps[75], 1, 1e-12, 0); // place 23.25 of 19 + 9 + 4
        COMPARE_APPROX(reads.gaps[100], 2, 1e-12, 0);
    }

    void whereAndWhenItWasIsTold()
    {
        const Persona reads = twoResources().profiled().personas[0];
        QCOMPARE(reads.resources.size(), std::size_t{2});
        QCOMPARE(reads.resources[0].resource, QStringLiteral("a"));
        QCOMPARE(reads.resources[0].windows, std::uint64_t{2});
        QCOMPARE(reads.resources[0].exchanges, std::uint64_t{30});
        COMPARE_APPROX(
            reads.resources[0].meanRate, 30 / 50.0, 1e-12, 0); // a was seen in slices 0 to 4
        COMPARE_APPROX(reads.resources[1].meanRate, 5 / 40.0, 1e-12, 0); // b in 0 to 3
        QCOMPARE(reads.observedFrom, ns(0));
        QCOMPARE(reads.observedTo, ns(20));
        QCOMPARE(reads.createdAt, kNow);
        COMPARE_APPROX(reads.dataAge(kNow), 5000 - 20, 1e-12, 0);
        QCOMPARE(reads.dataAge(ns(3)), 0.0);
        QCOMPARE(reads.confidence.hoursSeen, 1);
        // All in the hour from 0:00 on a Thursday, over the exposure of both resources, 90 s.
        COMPARE_APPROX(reads.peak.hourOfWeek[72], 35 / 90.0, 1e-12, 0);
        COMPARE_APPROX(reads.peak.peakToMean, 1, 1e-12, 0);
    }

    void operationsAreCountedMostUsedFirst()
    {
        const Persona reads = twoResources().profiled().personas[0];
        QCOMPARE(reads.operations.size(), std::size_t{2});
        QCOMPARE(reads.operations[0].operation, QStringLiteral("GET /list"));
        QCOMPARE(reads.operations[0].exchanges, std::uint64_t{34});
        COMPARE_APPROX(reads.operations[1].share, 1 / 35.0, 1e-12, 0);
    }

    void whatIsNotKnownStaysUnknown()
    {
        const Persona writes = twoResources().profiled().personas[1];
        QVERIFY(std::isnan(writes.responseSize.mean));
        QVERIFY(writes.responseSizes.empty());
        COMPARE_APPROX(writes.dataRate.mean, 40 * 3000 / 10.0, 1e-12, 0);
        QCOMPARE(writes.errors.total, 1.0);
        QCOMPARE(writes.errors.serverError, 1.0);
        QCOMPARE(writes.writeShare, 1.0);
        QCOMPARE(writes.confidence.score, 0.0); // one window
    }

    /// The capture begins at 0.125 s and ends at 49.875 s: steps of 0.415 s. Reads are on in slices
    /// 0 and 1, so in the steps up to 20 s, and in step 12 (5.0 to 5.4 s) at the mean of 1/s on a
    /// and 0.5/s on b.
    void rateOverTimeIsUnknownWhereThePersonaIsAbsent()
    {
        const Persona reads = twoResources().profiled().personas[0];
        QCOMPARE(reads.rateOverTime.size(), std::size_t{120});
        COMPARE_APPROX(reads.rateOverTime[12],
                       0.75,
                       0.03,
                       0); // the first window is cut at the capture's begin
        COMPARE_APPROX(reads.rateOverTime[36], 2, 1e-9, 0);
        QVERIFY(std::isnan(reads.rateOverTime[60]));
        QVERIFY(std::isnan(reads.rateOverTime[119]));
    }

    void everyMetricReadsItsFigure_data()
    {
        QTest::addColumn<double>("value");
        QTest::newRow("request_rate") << 35 / 30.0;
        QTest::newRow("request_size") << 200.0;
        QTest::newRow("response_size") << 1000.0;
        QTest::newRow("data_rate") << 1400.0;
        QTest::newRow("error_rate") << 1 / 35.0;
        QTest::newRow("latency_mean") << 0.1;
        QTest::newRow("latency_p50") << 0.1;
        QTest::newRow("latency_p95") << 0.1;
        QTest::newRow("latency_p99") << 0.1;
        QTest::newRow("concurrency") << 35 / 300.0;
        QTest::newRow("burstiness") << 0.0;
        QTest::newRow("gap_mean") << 26.5 / 32;
        QTest::newRow("write_share") << 0.0;
        QTest::newRow("peak_to_mean") << 1.0;
    }

    void everyMetricReadsItsFigure()
    {
        QFETCH(double, value);
        const Persona reads = twoResources().profiled().personas[0];
        const Metric *metric = findMetric(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(metric);
        COMPARE_APPROX(metric->value(reads), value, 1e-12, 1e-9);
        QVERIFY(!metric->text(value, QLocale::c()).isEmpty());
        QVERIFY(!metric->name.isEmpty() && !metric->description.isEmpty());
        QVERIFY(std::isnan(metric->value(Persona())));
    }

    void metricIdsAreDistinct()
    {
        QSet<QString> ids;
        for (const Metric &metric : allMetrics())
            ids.insert(metric.id);
        QCOMPARE(ids.size(), 14);
        QVERIFY(!findMetric(QStringLiteral("colour")));
    }

    /// Cards that are told from windows alone agree with the whole profile in all that they tell.
    void windowsAloneGiveTheSameFigures()
    {
        const Stage stage = twoResources();
        const PersonaSet whole = stage.profiled();
        const PersonaSet quick =
            profileWindows(stage.windows, stage.matrix, stage.clustering, {}, FixedClock(kNow));
        QCOMPARE(quick.personas.size(), whole.personas.size());
        for (std::size_t i = 0; i < quick.personas.size(); ++i) {
            QCOMPARE(quick.personas[i].name, whole.personas[i].name);
            for (const Metric &metric : allMetrics()) {
                const double value = metric.value(quick.personas[i]);
                if (!std::isnan(value))
                    QCOMPARE(value, metric.value(whole.personas[i]));
            }
            QVERIFY(quick.personas[i].operations.empty());
        }
    }

    /// Random traffic against grouping outright: every exchange is a persona's, noise or sparse,
    /// and the quantiles of latency are those of the persona's exchanges.
    void exchangesAreSharedOutCompletely()
    {
        std::mt19937_64 random(17);
        std::exponential_distribution<double> gap(40);
        std::lognormal_distribution<double> latency(-4, 1);
        std::vector<Exchange> exchanges;
        double time = 1'000'000;
        for (int i = 0; i < 20'000; ++i) {
            time += gap(random);
            exchanges.push_back({.begin = ns(time),
                                 .latency = ns(latency(random)),
                                 .status = 200,
                                 .server = i % 3 == 0   ? "a"
                                           : i % 5 == 0 ? "b"
                                                        : "c"});
        }
        const auto table = makeTable(exchanges);
        NullJobControl job;
        const auto windows = *traffic::makeWindows(*table, 1, job);
        const auto matrix = *traffic::makeFeatures(windows, {});
        std::vector<int> labels;
        for (std::size_t i = 0; i < matrix.windowOfRow.size(); ++i)
            labels.push_back(static_cast<int>(i % 4) - 1);
        const Stage stage(exchanges, 1, labels);
        const PersonaSet set = stage.profiled();

        std::map<std::pair<QString, std::int64_t>, int> labelOf;
        for (std::size_t row = 0; row < labels.size(); ++row) {
            const traffic::Window &window = windows.windows[matrix.windowOfRow[row]];
            labelOf[{windows.resources[number(window.resource)], window.slice}] = labels[row];
        }
        std::map<int, std::vector<double>> latencies;
        for (const Exchange &exchange : exchanges) {
            const auto found = labelOf.find({QString::fromLatin1(exchange.server.data()),
                                             exchange.begin / kNanosecondsPerSecond});
            latencies[found == labelOf.end() ? -2 : found->second].push_back(
                static_cast<double>(exchange.latency) * 1e-9);
        }
        QCOMPARE(set.noiseExchanges, latencies[-1].size());
        QCOMPARE(set.sparseExchanges, latencies[-2].size());
        QCOMPARE(set.personas.size(), std::size_t{3});
        for (const Persona &persona : set.personas) {
            QCOMPARE(persona.exchanges, latencies[persona.cluster].size());
            for (std::size_t i = 0; i < kQuantilePoints; ++i)
                COMPARE_APPROX(persona.latencies[i],
                               quantile(latencies[persona.cluster], static_cast<double>(i) / 100),
                               1e-9,
                               0);
        }
    }

    void nothingButNoiseIsNoPersona()
    {
        const Stage stage = twoResources();
        Stage noise = stage;
        noise.clustering.labels.assign(5, clustering::kNoise);
        noise.clustering.clusters = 0;
        const PersonaSet set = noise.profiled();
        QVERIFY(set.personas.empty());
        QCOMPARE(set.noiseExchanges, std::uint64_t{83});
    }

    void profilingTwiceGivesTheSameBytes()
    {
        const Stage stage = twoResources();
        QCOMPARE(personasToStored(stage.profiled()), personasToStored(stage.profiled()));
    }

    void aCancelledJobStops()
    {
        class Cancelled final : public JobControl
        {
        public:
            bool isCancelled() const noexcept override { return true; }
            void report(double, const QString &) override {}
        } job;
        const Stage stage = twoResources();
        const auto set = profile(
            *stage.table, stage.windows, stage.matrix, stage.clustering, {}, FixedClock(kNow), job);
        QVERIFY(!set);
        QCOMPARE(set.error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
