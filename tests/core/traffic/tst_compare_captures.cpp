// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/compare_captures.h"
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

struct Load
{
    double rate = 20;      ///< 1/s
    double errors = 0.05;  ///< share
    double latency = 0.02; ///< s, mean
    double bytes = 1000;   ///< mean
    double modulation = 0; ///< the rate of each 3 s is drawn from 1 +- this
    double seconds = 200;
    const char *server = "s1";
};

ExchangeTablePtr capture(const Load &load, unsigned seed)
{
    std::mt19937_64 random(seed);
    std::exponential_distribution<double> unit(1);
    std::bernoulli_distribution fails(load.errors);
    std::uniform_real_distribution<double> factor(1 - load.modulation, 1 + load.modulation);
    std::vector<Exchange> exchanges;
    double rate = load.rate;
    double changes = 0;
    for (double at = unit(random) / rate; at < load.seconds; at += unit(random) / rate) {
        while (at >= changes) {
            rate = load.rate * factor(random);
            changes += 3;
        }
        exchanges.push_back({.begin = ns(at),
                             .latency = ns(load.latency * unit(random)),
                             .responseBytes = static_cast<std::int64_t>(load.bytes * unit(random)),
                             .status = static_cast<std::uint16_t>(fails(random) ? 500 : 200),
                             .server = load.server,
                             .method = "GET",
                             .path = "/a"});
    }
    return makeTable(exchanges, ResourceRule::Server);
}

CaptureComparison comparison(const ExchangeTablePtr &a, const ExchangeTablePtr &b)
{
    NullJobControl job;
    auto result = compareCaptures(*a, *b, job);
    if (!result)
        qFatal("no comparison");
    return *std::move(result);
}

const ComparedFigure &figureOf(const ComparedGroup &group, ComparedMetric metric)
{
    for (const ComparedFigure &figure : group.figures) {
        if (figure.metric == metric)
            return figure;
    }
    qFatal("no such figure");
}

} // namespace

class TestCompareCaptures : public QObject
{
    Q_OBJECT

private slots:
    void sameLoadsSeldomDiffer_data()
    {
        QTest::addColumn<double>("modulation");
        QTest::newRow("Poisson") << 0.0;
        QTest::newRow("bursty") << 0.9;
    }

    /// 200 pairs of captures of one load: p below 0.05 in about 5 % of them, metric by metric.
    /// Standard deviation of a share of 200: 1.5 points, so 5 % +- 4 are 1 and 9 %; blocks that are
    /// correlated by chance make it smaller. Bursts would make a test request by request say
    /// "differs" far more often.
    void sameLoadsSeldomDiffer()
    {
        QFETCH(double, modulation);
        constexpr int pairs = 200;
        std::array<int, 7> low{};
        for (unsigned pair = 0; pair < pairs; ++pair) {
            Load load;
            load.modulation = modulation;
            const auto result =
                comparison(capture(load, 1000 + 2 * pair), capture(load, 1001 + 2 * pair));
            for (const ComparedFigure &figure : result.groups.front().figures)
                low[static_cast<std::size_t>(figure.metric)] += figure.p < 0.05 ? 1 : 0;
        }
        QString shares;
        for (const int count : low)
            shares += QString::number(100.0 * count / pairs) + u' ';
        qInfo("p < 0.05 in %% of pairs: %s", qPrintable(shares));
        for (const int count : low)
            QVERIFY2(count <= 0.09 * pairs, qPrintable(shares));
        QVERIFY2(low[0] + low[1] + low[3] + low[4] + low[5] >= 0.05 * pairs, qPrintable(shares));
    }

    void differencesAreFound()
    {
        Load before;
        Load after;
        after.rate = 26;
        after.errors = 0.10;
        after.latency = 0.03;
        const auto result = comparison(capture(before, 1), capture(after, 2));
        const ComparedGroup &all = result.groups.front();
        for (const ComparedMetric metric : {ComparedMetric::Rate,
                                            ComparedMetric::ErrorRate,
                                            ComparedMetric::LatencyP50,
                                            ComparedMetric::LatencyP95})
            QVERIFY2(figureOf(all, metric).differs, qPrintable(comparedMetricId(metric)));
        QVERIFY(!figureOf(all, ComparedMetric::ResponseSize).differs);
        const ComparedFigure &rate = figureOf(all, ComparedMetric::Rate);
        QVERIFY(std::abs(rate.difference.mean - 6) < 3 * rate.difference.halfWidth / 2);
        // Poisson: the standard error of a rate over 200 s is sqrt(rate / 200).
        const double expected = 1.96 * std::sqrt(20.0 / 200 + 26.0 / 200);
        QVERIFY2(rate.difference.halfWidth > 0.7 * expected
                     && rate.difference.halfWidth < 2 * expected,
                 qPrintable(QString::number(rate.difference.halfWidth)));
        // Median and p95 of exponential times: mean times ln 2 and ln 20.
        const ComparedFigure &median = figureOf(all, ComparedMetric::LatencyP50);
        QVERIFY(tests::approx(median.a.mean, 0.02 * std::log(2), 0.1));
        QVERIFY(tests::approx(median.b.mean, 0.03 * std::log(2), 0.1));
        // Its standard error is sqrt(0.25 / n) / density, with n = 4,000 and density 0.5 / 0.02.
        const double medianError = std::sqrt(0.25 / 4000) / 25;
        QVERIFY(median.a.halfWidth > 1.2 * medianError && median.a.halfWidth < 4 * medianError);
    }

    void onlyWhatBothHaveIsCompared()
    {
        Load other;
        other.server = "s2";
        const auto result = comparison(capture({}, 1), capture(other, 2));
        QCOMPARE(result.resourcesOnlyInA, QStringList{QStringLiteral("s1")});
        QCOMPARE(result.resourcesOnlyInB, QStringList{QStringLiteral("s2")});
        QCOMPARE(result.groups.size(), std::size_t{2}); // all, and the operation
        QCOMPARE(result.groups[1].name, QStringLiteral("GET /a"));
    }

    void aFewExchangesProveNothing()
    {
        Load few;
        few.seconds = 2; // about 40 exchanges
        few.rate = 15;
        const auto result = comparison(capture(few, 1), capture({}, 2));
        for (const ComparedFigure &figure : result.groups.front().figures) {
            QVERIFY(std::isnan(figure.p));
            QVERIFY(!figure.differs);
        }
    }

    void aCaptureDoesNotDifferFromItself()
    {
        const auto table = capture({}, 3);
        for (const ComparedGroup &group : comparison(table, table).groups) {
            for (const ComparedFigure &figure : group.figures) {
                QCOMPARE(figure.difference.mean, 0.0);
                QVERIFY(figure.p > 0.99);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestCompareCaptures)
#include "tst_compare_captures.moc"
