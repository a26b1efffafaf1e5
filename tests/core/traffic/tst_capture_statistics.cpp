// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"
#include "core/traffic/capture_statistics.h"
#include "core/traffic/log_histogram.h"
#include "tests/support/approx.h"
#include "tests/support/exchanges.h"

#include <QTest>

#include <cmath>
#include <random>
#include <string>

using namespace dramatis;
using namespace dramatis::traffic;
using tests::makeTable;
using tests::ns;

namespace {

CaptureStatistics statisticsOf(const ExchangeTablePtr &table,
                               std::int64_t from = kUnknown,
                               std::int64_t to = kUnknown)
{
    NullJobControl job;
    auto statistics = captureStatistics(*table, job, from, to);
    if (!statistics)
        qFatal("no statistics");
    return *std::move(statistics);
}

/// Two servers over 100 s: s1 at 0, 10, .. 100 s, s2 at 50 s only.
ExchangeTablePtr twoServers()
{
    std::vector<Exchange> exchanges;
    for (int i = 0; i <= 10; ++i)
        exchanges.push_back({.begin = ns(10 * i),
                             .latency = ns(0.1 * (i + 1)),
                             .requestBytes = 100,
                             .responseBytes = i == 0 ? kUnknown : 1000,
                             .status = static_cast<std::uint16_t>(i < 2 ? 503 : 200),
                             .server = "s1",
                             .client = i % 2 == 0 ? "even" : "odd",
                             .method = "GET",
                             .path = "/a"});
    exchanges.push_back({.begin = ns(50), .server = "s2", .method = "PUT", .path = "/b"});
    return makeTable(exchanges);
}

} // namespace

class TestCaptureStatistics : public QObject
{
    Q_OBJECT

private slots:
    void sumsAreOfTheKnown()
    {
        const auto statistics = statisticsOf(twoServers());
        QCOMPARE(statistics.totals.exchanges, std::uint64_t{12});
        QCOMPARE(statistics.totals.knownOutcomes, std::uint64_t{11});
        QCOMPARE(statistics.totals.errors, std::uint64_t{2});
        COMPARE_APPROX(statistics.totals.errorRate(), 2.0 / 11, 1e-12, 0);
        QCOMPARE(statistics.totals.requestBytes, std::int64_t{1100});
        QCOMPARE(statistics.totals.responseBytes, std::int64_t{10'000});
        QCOMPARE(statistics.totals.meanResponseSize(), 1000.0);
        QCOMPARE(statistics.totals.knownLatencies, std::uint64_t{11});
        // Latencies 0.1, 0.2, .. 1.1 s: the median is the sixth, p95 at rank 9.5 between 1.0
        // and 1.1.
        COMPARE_APPROX(statistics.totals.latencyP50, 0.6, 0.004, 0);
        COMPARE_APPROX(statistics.totals.latencyP95, 1.05, 0.004, 0);
        QCOMPARE(statistics.firstTime, ns(0));
        QCOMPARE(statistics.lastTime, ns(100));
        QCOMPARE(statistics.clients, std::uint64_t{2});
        QCOMPARE(statistics.meanRate, 0.12);
        const std::map<int, std::uint64_t> statuses{{200, 9}, {503, 2}};
        QVERIFY(statistics.statuses == statuses);
    }

    void groupsAreListedByExchanges()
    {
        const auto statistics = statisticsOf(twoServers());
        QCOMPARE(statistics.resources.size(), std::size_t{2});
        QCOMPARE(statistics.resources[0].name, QStringLiteral("s1"));
        QCOMPARE(statistics.resources[0].totals.exchanges, std::uint64_t{11});
        QCOMPARE(statistics.resources[0].meanRate, 0.11);
        QCOMPARE(statistics.resources[1].name, QStringLiteral("s2"));
        QVERIFY(std::isnan(statistics.resources[1].totals.latencyP50));
        QVERIFY(std::isnan(statistics.resources[1].totals.errorRate()));
        QCOMPARE(statistics.operations[0].name, QStringLiteral("GET /a"));
        QCOMPARE(statistics.topClients[0].name, QStringLiteral("even"));
        QCOMPARE(statistics.topClients[0].totals.exchanges, std::uint64_t{6});
    }

    /// One whole minute [0, 60): s1 six times, s2 once; the rest of 40 s is left out.
    void peakRateIsOverWholeMinutes()
    {
        const auto statistics = statisticsOf(twoServers());
        COMPARE_APPROX(statistics.peakRate, 7.0 / 60, 1e-12, 0);
        COMPARE_APPROX(statistics.resources[0].peakRate, 6.0 / 60, 1e-12, 0);
        COMPARE_APPROX(statistics.resources[1].peakRate, 1.0 / 60, 1e-12, 0);
    }

    /// 21 minutes with 1, 2, .. 21 exchanges and one to end them: rank 0.95 * 20 = 19, the 20th
    /// value.
    void peakRateIsThe95thPercentileOfMinutes()
    {
        std::vector<Exchange> exchanges;
        for (int minute = 0; minute < 21; ++minute) {
            for (int i = 0; i <= minute; ++i)
                exchanges.push_back({.begin = ns(60 * minute), .path = "/"});
        }
        exchanges.push_back({.begin = ns(60 * 21), .path = "/"});
        COMPARE_APPROX(statisticsOf(makeTable(exchanges)).peakRate, 20.0 / 60, 1e-12, 0);
    }

    /// What the capture does not have is no 0: sizes, and the peak of who came in part of a minute.
    void whatIsNotKnownIsNot0()
    {
        const auto none = statisticsOf(makeTable({{.begin = ns(0)}, {.begin = ns(4)}}));
        for (const double rate : none.timeline.dataRate)
            QVERIFY(std::isnan(rate));
        const auto some = statisticsOf(
            makeTable({{.begin = ns(0), .responseBytes = 0}, {.begin = ns(4)}, {.begin = ns(6)}}));
        QCOMPARE(some.timeline.dataRate.front(), 0.0); // a measured 0
        QCOMPARE(some.timeline.dataRate[2], 0.0);      // nothing came
        QVERIFY(std::isnan(some.timeline.dataRate.back()));
        const auto late = statisticsOf(
            makeTable({{.begin = ns(0), .path = "/early"}, {.begin = ns(61), .path = "/late"}}));
        QCOMPARE(late.resources[0].peakRate, 1.0 / 60);
        QVERIFY(std::isnan(late.resources[1].peakRate));
    }

    void aShortCaptureHasRatesOverItsSpan()
    {
        const auto two = statisticsOf(makeTable({{.begin = ns(0)}, {.begin = ns(4)}}));
        QCOMPARE(two.meanRate, 0.5);
        QCOMPARE(two.peakRate, 0.5);
        QCOMPARE(statisticsOf(makeTable({{.begin = ns(7)}})).meanRate, 1.0);
    }

    void anEmptyTableHasNoTimes()
    {
        const auto statistics = statisticsOf(makeTable({}));
        QCOMPARE(statistics.firstTime, kUnknown);
        QVERIFY(statistics.timeline.rate.empty());
        QVERIFY(std::isnan(statistics.totals.errorRate()));
    }

    void timelineCountsEveryExchange_data()
    {
        QTest::addColumn<double>("span");
        QTest::addColumn<double>("step");
        QTest::newRow("a minute") << 60.0 << 1.0;
        // Three exchanges fill no more than 120 steps.
        QTest::newRow("two hours") << 7200.0 << 120.0;
        QTest::newRow("a week") << 604'800.0 << 7200.0;
        QTest::newRow("46 years") << 1.45e9 << 86'400.0 * 143;
    }

    void timelineCountsEveryExchange()
    {
        QFETCH(const double, span);
        QFETCH(const double, step);
        const auto table = makeTable({{.begin = ns(0.5), .responseBytes = 10, .status = 500},
                                      {.begin = ns(0.6), .requestBytes = 20, .status = 200},
                                      {.begin = ns(span)}});
        const auto timeline = statisticsOf(table).timeline;
        QCOMPARE(timeline.stepSeconds, step);
        QVERIFY(timeline.rate.size() <= 3600);
        QCOMPARE(timeline.begin, ns(0));
        COMPARE_APPROX(timeline.rate.front(), 2 / step, 1e-12, 0);
        COMPARE_APPROX(timeline.dataRate.front(), 30 / step, 1e-12, 0);
        QCOMPARE(timeline.errorRate.front(), 0.5);
        QVERIFY(std::isnan(timeline.latencyP50.front()));
        COMPARE_APPROX(timeline.rate.back(), 1 / step, 1e-12, 0);
        double exchanges = 0;
        for (const double rate : timeline.rate)
            exchanges += rate * step;
        COMPARE_APPROX(exchanges, 3, 1e-9, 0);
    }

    void aRangeIsHalfOpen()
    {
        const auto table = twoServers();
        const auto part = statisticsOf(table, ns(10), ns(50));
        QCOMPARE(part.totals.exchanges, std::uint64_t{4}); // 10, 20, 30, 40
        QCOMPARE(part.firstTime, ns(10));
        QCOMPARE(part.lastTime, ns(40));
        QCOMPARE(part.resources.size(), std::size_t{1});
        QCOMPARE(statisticsOf(table, ns(101)).totals.exchanges, std::uint64_t{0});
        QCOMPARE(statisticsOf(table, kUnknown, ns(50)).totals.exchanges, std::uint64_t{5});
    }

    void aRangeOverManyChunksEqualsAFilteredTable()
    {
        std::vector<Exchange> all;
        std::vector<Exchange> some;
        for (int i = 0; i < 200'000; ++i) {
            const Exchange exchange{.begin = ns(i), .latency = i, .path = i % 3 == 0 ? "/a" : "/b"};
            all.push_back(exchange);
            if (i >= 70'000 && i < 140'001)
                some.push_back(exchange);
        }
        const auto a = statisticsOf(makeTable(all), ns(70'000), ns(140'001));
        const auto b = statisticsOf(makeTable(some));
        QCOMPARE(a.totals.exchanges, b.totals.exchanges);
        QCOMPARE(a.firstTime, b.firstTime);
        QCOMPARE(a.lastTime, b.lastTime);
        QCOMPARE(a.totals.latencyP95, b.totals.latencyP95);
        QCOMPARE(a.peakRate, b.peakRate);
        QCOMPARE(a.timeline.rate, b.timeline.rate);
        QCOMPARE(a.resources[1].totals.exchanges, b.resources[1].totals.exchanges);
    }

    void wholeSecondsAreSeen_data()
    {
        QTest::addColumn<double>("begin");
        QTest::addColumn<double>("latency");
        QTest::addColumn<bool>("whole");
        QTest::newRow("begin stamped") << 5.0 << 0.25 << true;
        QTest::newRow("end stamped") << 4.75 << 0.25 << true;
        QTest::newRow("neither") << 4.5 << 0.25 << false;
        QTest::newRow("before the epoch") << -0.25 << 0.25 << true;
    }

    void wholeSecondsAreSeen()
    {
        QFETCH(const double, begin);
        QFETCH(const double, latency);
        QFETCH(const bool, whole);
        const auto table = makeTable({{.begin = ns(begin), .latency = ns(latency)},
                                      {.begin = ns(begin + 1), .latency = ns(latency)}});
        QCOMPARE(statisticsOf(table).wholeSeconds, whole);
    }

    void histogramQuantilesAreWithinFourPerMille()
    {
        std::mt19937_64 random(3);
        LogHistogram histogram;
        std::vector<double> values;
        for (int i = 0; i < 20'000; ++i) {
            const double value = std::exp(static_cast<double>(random() % 4000) / 100);
            histogram.add(static_cast<std::int64_t>(value));
            values.push_back(std::floor(value));
        }
        for (const double p : {0.0, 0.001, 0.25, 0.5, 0.95, 0.999, 1.0})
            COMPARE_APPROX(histogram.quantile(p), quantile(values, p), 0.004, 0);
        LogHistogram small;
        for (const int value : {0, 1, 7, 127, 200})
            small.add(value);
        QCOMPARE(small.quantile(0.5), 7.0);
        QCOMPARE(small.quantile(1), 200.0);
        small.clear();
        QVERIFY(std::isnan(small.quantile(0.5)));
    }

    void cancelIsHeard()
    {
        struct Cancelled final : JobControl
        {
            bool isCancelled() const noexcept override { return true; }
            void report(double, const QString &) override {}
        } job;
        QCOMPARE(captureStatistics(*twoServers(), job).error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestCaptureStatistics)
#include "tst_capture_statistics.moc"
