// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/confidence.h"
#include "tests/support/approx.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace dramatis;
using persona::ConfidenceScore;
using traffic::Window;

namespace {

Window window(std::uint32_t resource, std::int64_t slice, std::uint32_t exchanges)
{
    Window window;
    window.resource = StringId{resource};
    window.slice = slice;
    window.exchanges = exchanges;
    return window;
}

ConfidenceScore confidenceOf(const std::vector<Window> &windows)
{
    std::vector<const Window *> pointers;
    for (const Window &each : windows)
        pointers.push_back(&each);
    return persona::confidenceOf(pointers);
}

} // namespace

class TestConfidence : public QObject
{
    Q_OBJECT

private slots:
    void handDerived_data()
    {
        QTest::addColumn<QList<int>>("counts");
        QTest::addColumn<int>("step"); // between slices
        QTest::addColumn<double>("r1");
        QTest::addColumn<double>("effective");
        QTest::addColumn<double>("halfWidth");
        // Mean 10, deviations -2 2 -2 2: variance 4, products -4 -4 -4, so r1 = -1 and all four
        // windows count. s = sqrt(16 / 3), t(3) = 3.182446: 3.182446 * 2.309401 / (2 * 10).
        QTest::newRow("alternating") << QList<int>{8, 12, 8, 12} << 1 << -1.0 << 4.0 << 0.367477;
        // Deviations -2 -2 2 2: products 4 -4 4, mean 4/3, r1 = 1/3, nEff = 4 * (2/3) / (4/3) = 2;
        // t(1) = 12.706205: 12.706205 * 2.309401 / (sqrt(2) * 10).
        QTest::newRow("persistent") << QList<int>{8, 8, 12, 12} << 1 << 1.0 / 3 << 2.0 << 2.074914;
        QTest::newRow("no adjacent slices")
            << QList<int>{8, 8, 12, 12} << 2 << 0.0 << 4.0 << 0.367477;
        // No spread: what counting 400 exchanges at random leaves, 1.96 / 20.
        QTest::newRow("constant") << QList<int>{100, 100, 100, 100} << 1 << 0.0 << 4.0 << 0.098;
    }

    void handDerived()
    {
        QFETCH(QList<int>, counts);
        QFETCH(int, step);
        QFETCH(double, r1);
        QFETCH(double, effective);
        QFETCH(double, halfWidth);
        std::vector<Window> windows;
        std::int64_t slice = 0;
        for (const int count : counts)
            windows.push_back(window(1, slice += step, static_cast<std::uint32_t>(count)));
        const ConfidenceScore confidence = confidenceOf(windows);
        COMPARE_APPROX(confidence.autocorrelation, r1, 1e-12, 1e-12);
        COMPARE_APPROX(confidence.effectiveWindows, effective, 1e-12, 0);
        COMPARE_APPROX(confidence.relativeHalfWidth, halfWidth, 1e-6, 0);
        COMPARE_APPROX(confidence.score, std::max(0.0, 1 - halfWidth), 1e-6, 1e-12);
    }

    void windowsOfTwoResourcesAreNotAdjacent()
    {
        const auto confidence = confidenceOf({window(1, 7, 8), window(2, 8, 8), window(3, 9, 12)});
        QCOMPARE(confidence.autocorrelation, 0.0);
    }

    void fewerThanTwoWindowsGiveNoConfidence()
    {
        QCOMPARE(confidenceOf({}).score, 0.0);
        QCOMPARE(confidenceOf({window(1, 0, 1'000'000)}).score, 0.0);
        QCOMPARE(confidenceOf({window(1, 0, 1'000'000)}).effectiveWindows, 1.0);
    }

    void moreDataGivesMoreConfidence()
    {
        std::mt19937_64 random(2);
        std::poisson_distribution<std::uint32_t> count(50);
        std::vector<Window> windows;
        double before = -1;
        for (const int size : {5, 50, 500, 5000}) {
            while (static_cast<int>(windows.size()) < size)
                windows.push_back(
                    window(1, static_cast<std::int64_t>(windows.size()), count(random)));
            const double score = confidenceOf(windows).score;
            QVERIFY(score > before);
            before = score;
        }
        QVERIFY(before > 0.98);
    }

    /// The interval is one: independent Poisson windows have their true mean in it 95 times in a
    /// hundred (a little more, since chance autocorrelation only ever widens it). 3,000 rounds: the
    /// standard error of a share of 0.95 is 0.004.
    void intervalCoversTheTrueRate_data()
    {
        QTest::addColumn<int>("windows");
        QTest::addColumn<double>("mean");
        QTest::newRow("5 windows") << 5 << 20.0;
        QTest::newRow("40 windows") << 40 << 20.0;
        QTest::newRow("200 windows") << 200 << 6.0;
    }

    void intervalCoversTheTrueRate()
    {
        QFETCH(int, windows);
        QFETCH(double, mean);
        std::mt19937_64 random(11);
        std::poisson_distribution<std::uint32_t> count(mean);
        int covered = 0;
        constexpr int rounds = 3000;
        for (int round = 0; round < rounds; ++round) {
            std::vector<Window> sample;
            double sum = 0;
            for (int i = 0; i < windows; ++i) {
                sample.push_back(window(1, i, count(random)));
                sum += sample.back().exchanges;
            }
            const double estimate = sum / windows;
            const double halfWidth = confidenceOf(sample).relativeHalfWidth * estimate;
            covered += std::abs(estimate - mean) <= halfWidth;
        }
        const double share = static_cast<double>(covered) / rounds;
        QVERIFY2(share > 0.94 && share < 0.995, qPrintable(QString::number(share)));
    }

    /// An AR(1) rate with coefficient 0.6 has nEff = n / 4: an interval that ignored it would cover
    /// the mean in 67 of a hundred rounds (1.96 / 2 standard deviations).
    void autocorrelationWidensTheInterval()
    {
        std::mt19937_64 random(13);
        std::normal_distribution<double> shock(0, 1);
        int covered = 0;
        constexpr int rounds = 1000;
        for (int round = 0; round < rounds; ++round) {
            std::vector<Window> sample;
            double state = shock(random) / std::sqrt(1 - 0.36);
            double sum = 0;
            for (int i = 0; i < 200; ++i) {
                state = 0.6 * state + shock(random);
                const double rate = 1000 + 100 * state;
                sample.push_back(window(1, i, static_cast<std::uint32_t>(std::max(0.0, rate))));
                sum += sample.back().exchanges;
            }
            const double estimate = sum / 200;
            covered +=
                std::abs(estimate - 1000) <= confidenceOf(sample).relativeHalfWidth * estimate;
        }
        const double share = static_cast<double>(covered) / rounds;
        QVERIFY2(share > 0.9 && share < 0.98, qPrintable(QString::number(share)));
    }
};

QTEST_GUILESS_MAIN(TestConfidence)
#include "tst_confidence.moc"
