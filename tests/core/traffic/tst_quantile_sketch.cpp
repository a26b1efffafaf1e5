// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"
#include "core/traffic/quantile_sketch.h"
#include "tests/support/approx.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace dramatis;
using traffic::QuantileSketch;

class TestQuantileSketch : public QObject
{
    Q_OBJECT

private slots:
    void nothingHasNoQuantile()
    {
        QuantileSketch sketch;
        QVERIFY(std::isnan(sketch.quantile(0.5)));
        QVERIFY(sketch.quantileFunction(101).empty());
    }

    /// Type 7 of 1..4: place 0.5 * 3 = 1.5, between 2 and 3; 0.95 * 3 = 2.85, so 3.85.
    void fewValuesAreExact()
    {
        QuantileSketch sketch;
        for (const int value : {4, 1, 3, 2})
            sketch.add(value);
        COMPARE_APPROX(sketch.quantile(0.5), 2.5, 1e-15, 0);
        COMPARE_APPROX(sketch.quantile(0.95), 3.85, 1e-15, 0);
        COMPARE_APPROX(sketch.quantile(0, 1e-3), 0.001, 1e-15, 0);
        COMPARE_APPROX(sketch.quantile(1), 4, 0, 0);
        QCOMPARE(sketch.quantileFunction(4), (std::vector<double>{1, 2, 3, 4}));
    }

    void manyValuesStayWithinTheStatedError_data()
    {
        QTest::addColumn<double>("sigma");
        QTest::addColumn<double>("median");
        QTest::newRow("latencies, ns") << 1.0 << 12e6;
        QTest::newRow("sizes, B") << 2.0 << 900.0;
        QTest::newRow("small counts, a bucket each") << 0.5 << 40.0;
    }

    void manyValuesStayWithinTheStatedError()
    {
        QFETCH(double, sigma);
        QFETCH(double, median);
        std::mt19937_64 random(7);
        std::lognormal_distribution<double> law(std::log(median), sigma);
        QuantileSketch sketch(1000);
        std::vector<double> values;
        for (int i = 0; i < 50'000; ++i) {
            const auto value = static_cast<std::int64_t>(law(random));
            sketch.add(value);
            values.push_back(static_cast<double>(value));
        }
        QVERIFY(!sketch.isExact());
        std::sort(values.begin(), values.end());
        for (const double p : {0.0, 0.01, 0.25, 0.5, 0.9, 0.99, 0.999, 1.0})
            COMPARE_APPROX(sketch.quantile(p), sortedQuantile(values, p), 1.0 / 256, 1e-9);
        const std::vector<double> function = sketch.quantileFunction(101);
        QCOMPARE(function.size(), std::size_t{101});
        QVERIFY(std::is_sorted(function.begin(), function.end()));
        QCOMPARE(function.front(), values.front());
        QCOMPARE(function.back(), values.back());
    }

    void orderOfAddingChangesNothing()
    {
        QuantileSketch ascending(100);
        QuantileSketch descending(100);
        for (int i = 0; i < 10'000; ++i) {
            ascending.add(i * 977);
            descending.add((9999 - i) * 977);
        }
        QCOMPARE(ascending.quantileFunction(101), descending.quantileFunction(101));
    }

    void extremesAreTaken()
    {
        QuantileSketch sketch(2);
        sketch.add(std::numeric_limits<std::int64_t>::max());
        sketch.add(std::numeric_limits<std::int64_t>::min());
        sketch.add(5);
        QCOMPARE(sketch.quantile(0), 0.0); // negative counts as 0
        COMPARE_APPROX(sketch.quantile(0.5), 5, 0, 0);
        COMPARE_APPROX(sketch.quantile(1), 9.223372036854775807e18, 1e-12, 0);
    }
};

QTEST_GUILESS_MAIN(TestQuantileSketch)
#include "tst_quantile_sketch.moc"
