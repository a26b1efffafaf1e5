// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"
#include "tests/support/approx.h"

#include <QTest>

#include <array>
#include <random>

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

    /// y = 2 4 6 8 over x = 1 1 1 1: R = 5, residuals -3 -1 1 3, sum of squares 20, neighbours'
    /// products 3 - 1 + 3 = 5, so r = 5 / 20 and n counts as 4 * 0.75 / 1.25 = 2.4. The variance
    /// is 20 / 3 / 2.4.
    void ratioOfPiecesThatAreAlike()
    {
        const std::vector<double> y{2, 4, 6, 8};
        const std::vector<double> x{1, 1, 1, 1};
        const Estimate estimate = ratioEstimate(y, x);
        COMPARE_APPROX(estimate.value, 5, 1e-12, 0);
        COMPARE_APPROX(estimate.error, std::sqrt(20.0 / 3 / 2.4), 1e-12, 0);
        COMPARE_APPROX(estimate.freedom, 1.4, 1e-12, 0);
        // None next to one another: the common standard error of a mean.
        const Estimate apart = ratioEstimate(y, x, {false, false, false, false});
        COMPARE_APPROX(apart.error, standardDeviation(y) / 2, 1e-12, 0);
        COMPARE_APPROX(apart.freedom, 3, 1e-12, 0);
        COMPARE_APPROX(apart.figure().halfWidth, figureOf(y).halfWidth, 1e-12, 0);
        QVERIFY(std::isnan(ratioEstimate({}, {}).value));
        QVERIFY(std::isnan(ratioEstimate(std::vector<double>{3}, std::vector<double>{2}).error));
    }

    void welchByHand()
    {
        // t = 3 / sqrt(2) at 18 degrees of freedom; the density beyond it, integrated by Simpson's
        // rule with 200,000 steps, is 0.0480375.
        const Difference difference = welchDifference({10, 1, 9}, {13, 1, 9});
        COMPARE_APPROX(difference.difference.mean, 3, 1e-12, 0);
        COMPARE_APPROX(difference.p, 0.0480375277, 1e-6, 0);
        COMPARE_APPROX(
            difference.difference.halfWidth, studentQuantile(0.975, 18) * std::sqrt(2), 1e-12, 0);
        QCOMPARE(welchDifference({1, 0, 5}, {1, 0, 5}).p, 1.0);
        QCOMPARE(welchDifference({1, 0, 5}, {2, 0, 5}).p, 0.0);
        const Difference untested = welchDifference({1, 0.1, 5}, {2});
        QCOMPARE(untested.difference.mean, 1.0);
        QVERIFY(std::isnan(untested.p));
    }

    /// Of three tests: 0.01 * 3 / 1, 0.03 * 3 / 2 = 0.045 but no more than 0.04 * 3 / 3.
    void manyTestsByHand()
    {
        const double none = std::nan("");
        const std::vector<double> p{0.04, none, 0.01, 0.03};
        const std::vector<double> adjusted = adjustedForMany(p);
        COMPARE_APPROX(adjusted[0], 0.04, 1e-12, 0);
        QVERIFY(std::isnan(adjusted[1]));
        COMPARE_APPROX(adjusted[2], 0.03, 1e-12, 0);
        COMPARE_APPROX(adjusted[3], 0.04, 1e-12, 0);
    }

    void kolmogorovSmirnovByHand_data()
    {
        QTest::addColumn<QList<double>>("a");
        QTest::addColumn<QList<double>>("b");
        QTest::addColumn<double>("expected");
        using List = QList<double>;
        QTest::newRow("same") << List{1, 2, 3} << List{1, 2, 3} << 0.0;
        QTest::newRow("apart") << List{1, 2} << List{3} << 1.0;
        QTest::newRow("half") << List{1, 2, 3, 4} << List{3, 4, 5, 6} << 0.5; // below 3
        QTest::newRow("ties are one step") << List{1, 1, 1, 2} << List{1, 2, 2, 2} << 0.5;
        QTest::newRow("other sizes") << List{1, 2, 3} << List{2} << 1.0 / 3;
        QTest::newRow("same up to copies") << List{1, 2} << List{1, 1, 2, 2} << 0.0;
    }
    void kolmogorovSmirnovByHand()
    {
        QFETCH(QList<double>, a);
        QFETCH(QList<double>, b);
        QFETCH(double, expected);
        COMPARE_APPROX(kolmogorovSmirnov(a, b), expected, 1e-12, 1e-12);
        COMPARE_APPROX(kolmogorovSmirnov(b, a), expected, 1e-12, 1e-12);
        QVERIFY(std::isnan(kolmogorovSmirnov(a, {})));
    }

    /// Under the null, D sqrt(n m / (n + m)) follows Kolmogorov's distribution, whose 95 % point is
    /// 1.358 (Smirnov, Ann. Math. Stat. 19, 1948): about 5 % of pairs lie above it.
    void kolmogorovSmirnovFollowsItsTheory()
    {
        std::mt19937 random(11);
        constexpr int kPairs = 2000;
        constexpr int kSize = 500;
        int above = 0;
        std::vector<double> a(kSize);
        std::vector<double> b(kSize);
        for (int pair = 0; pair < kPairs; ++pair) {
            for (auto *sample : {&a, &b}) {
                for (double &value : *sample)
                    value = static_cast<double>(random());
                std::sort(sample->begin(), sample->end());
            }
            above += kolmogorovSmirnov(a, b) > 1.358 * std::sqrt(2.0 / kSize) ? 1 : 0;
        }
        // Three standard errors of a share of 2,000 are 1.5 points; of finite samples it is
        // slightly below 5 %.
        COMPARE_APPROX(static_cast<double>(above) / kPairs, 0.047, 0, 0.015);
    }
};

QTEST_GUILESS_MAIN(TestStatistics)
#include "tst_base_statistics.moc"
