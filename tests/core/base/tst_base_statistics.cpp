// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"
#include "tests/support/approx.h"

#include <QTest>

#include <array>

using namespace dramatis;

class TestStatistics : public QObject
{
    Q_OBJECT

private slots:
    void studentQuantilesAreThoseOfTheTables_data()
    {
        QTest::addColumn<double>("degrees");
        QTest::addColumn<double>("t");
        // Student's t at 0.975, as every printed table has it.
        QTest::newRow("1") << 1.0 << 12.706;
        QTest::newRow("4") << 4.0 << 2.776;
        QTest::newRow("9") << 9.0 << 2.262;
        QTest::newRow("30") << 30.0 << 2.042;
    }
    void studentQuantilesAreThoseOfTheTables()
    {
        QFETCH(double, degrees);
        QFETCH(double, t);
        COMPARE_APPROX(studentQuantile(0.975, degrees), t, 0, 5e-4);
    }

    void intervalOfFiveObservationsByHand()
    {
        // 1 2 3 4 5: mean 3, s = sqrt(2.5), half-width = 2.7764 * 1.5811 / sqrt(5) = 1.9632
        const std::array values{1.0, 2.0, 3.0, 4.0, 5.0};
        const Figure figure = figureOf(values);
        COMPARE_APPROX(figure.mean, 3, 1e-12, 0);
        COMPARE_APPROX(figure.halfWidth, 1.9632, 0, 1e-4);
    }

    void oneObservationHasNoInterval()
    {
        const Figure figure = figureOf(std::array{7.0});
        QCOMPARE(figure.mean, 7.0);
        QVERIFY(!figure.hasInterval());
        QVERIFY(!figureOf({}).isKnown());
    }

    void pairedDifferenceUsesThePairs()
    {
        // The pairs differ by exactly 1, so the interval has no width, though both spread widely.
        const std::array before{1.0, 10.0, 100.0};
        const std::array after{2.0, 11.0, 101.0};
        const Figure difference = pairedDifference(before, after);
        COMPARE_APPROX(difference.mean, 1, 1e-12, 0);
        COMPARE_APPROX(difference.halfWidth, 0, 0, 1e-12);
    }

    void neumaierSumKeepsWhatPlainSummingLoses()
    {
        QCOMPARE(accurateSum(std::array{1.0, 1e100, 1.0, -1e100}), 2.0);
    }

    void quantilesAreTypeSeven_data()
    {
        QTest::addColumn<double>("probability");
        QTest::addColumn<double>("expected");
        // R: quantile(c(1, 2, 4, 8), p) (type 7 is R's default)
        QTest::newRow("0") << 0.0 << 1.0;
        QTest::newRow("0.25") << 0.25 << 1.75;
        QTest::newRow("0.5") << 0.5 << 3.0;
        QTest::newRow("0.95") << 0.95 << 7.4;
        QTest::newRow("1") << 1.0 << 8.0;
    }
    void quantilesAreTypeSeven()
    {
        QFETCH(double, probability);
        QFETCH(double, expected);
        COMPARE_APPROX(quantile({8, 1, 4, 2}, probability), expected, 1e-12, 0);
    }

    void adjustedRandIndexByHand_data()
    {
        QTest::addColumn<QList<int>>("a");
        QTest::addColumn<QList<int>>("b");
        QTest::addColumn<double>("expected");
        QTest::newRow("same up to names") << QList{0, 0, 1, 1} << QList{5, 5, 2, 2} << 1.0;
        // scikit-learn's documentation: adjusted_rand_score([0, 0, 1, 2], [0, 0, 1, 1]) =
        // 0.571428...
        QTest::newRow("documented") << QList{0, 0, 1, 2} << QList{0, 0, 1, 1} << 4.0 / 7;
        QTest::newRow("crossed") << QList{0, 0, 1, 1} << QList{0, 1, 0, 1} << -0.5;
    }
    void adjustedRandIndexByHand()
    {
        QFETCH(QList<int>, a);
        QFETCH(QList<int>, b);
        QFETCH(double, expected);
        COMPARE_APPROX(adjustedRandIndex(a, b), expected, 1e-12, 0);
    }
};

QTEST_GUILESS_MAIN(TestStatistics)
#include "tst_base_statistics.moc"
