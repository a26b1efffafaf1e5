// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"
#include "core/traffic/feature_space.h"
#include "tests/support/approx.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace dramatis;
using namespace dramatis::traffic;

namespace {

const double kNaN = std::nan("");

/// A window of which everything is known: 20 exchanges, 4 of them errors, 5 of them writes.
Window full()
{
    Window window;
    window.resource = StringId{1};
    window.exchanges = 20;
    window.knownOutcomes = 16;
    window.errors = 4;
    window.methods = 20;
    window.writes = 5;
    window.knownRequestBytes = 10;
    window.requestBytes = 3000;
    window.knownResponseBytes = 20;
    window.responseBytes = 40'000;
    window.knownLatencies = 8;
    window.latencySum = 2;
    window.latencyP50 = 0.2;
    window.latencyP95 = 0.7;
    window.gapMean = 0.5;
    window.gapCv = 1.5;
    return window;
}

/// A table of 10 s windows, one slice each.
WindowTable tableOf(std::vector<Window> windows)
{
    WindowTable table;
    table.widthSeconds = 10;
    table.resources = {QString(), QStringLiteral("a"), QStringLiteral("b")};
    std::int64_t slice = 0;
    for (Window &window : windows) {
        window.slice = slice++;
        table.sparse += window.exchanges < kSparseBelow;
    }
    table.windows = std::move(windows);
    return table;
}

/// Windows that differ in `exchanges` only, in which nothing but the rate is known.
WindowTable rates(const std::vector<std::uint32_t> &exchanges)
{
    std::vector<Window> windows;
    for (const std::uint32_t count : exchanges) {
        Window window;
        window.resource = StringId{1};
        window.exchanges = count;
        window.latencyP50 = window.latencyP95 = window.gapMean = window.gapCv = kNaN;
        windows.push_back(window);
    }
    return tableOf(std::move(windows));
}

QString reasonOf(const FeatureMatrix &matrix, const QString &id)
{
    for (const LeftOut &feature : matrix.leftOut) {
        if (feature.id == id)
            return feature.reason;
    }
    return QStringLiteral("used");
}

} // namespace

class TestFeatureSpace : public QObject
{
    Q_OBJECT

private slots:
    void featuresOfAWindow_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<bool>("longTailed");
        QTest::newRow("request_rate") << 2.0 << "1/s" << true;   // 20 / 10 s
        QTest::newRow("request_size") << 300.0 << "B" << true;   // 3000 / 10 known
        QTest::newRow("response_size") << 2000.0 << "B" << true; // 40,000 / 20
        QTest::newRow("data_rate") << 4300.0 << "B/s" << true;   // 43,000 / 10 s
        QTest::newRow("error_rate") << 0.25 << "" << false;      // 4 / 16 known
        QTest::newRow("latency_p50") << 0.2 << "s" << true;
        QTest::newRow("latency_p95") << 0.7 << "s" << true;
        QTest::newRow("burstiness") << 1.5 << "" << true;
        QTest::newRow("write_share") << 0.25 << "" << false; // 5 / 20
        QTest::newRow("concurrency") << 0.5 << "" << true;   // 2 / s * 2 s / 8
    }

    void featuresOfAWindow()
    {
        QFETCH(double, value);
        QFETCH(QString, unit);
        QFETCH(bool, longTailed);
        for (const Feature &feature : allFeatures()) {
            if (feature.id != QLatin1String(QTest::currentDataTag()))
                continue;
            COMPARE_APPROX(feature.compute(full(), 10), value, 1e-12, 0);
            QCOMPARE(feature.unit, unit);
            QCOMPARE(feature.transform == Transform::LogRatio, longTailed);
            QVERIFY(!feature.name.isEmpty());
            return;
        }
        QFAIL("no such feature");
    }

    void featuresAreInTheAgreedOrder()
    {
        QStringList ids;
        for (const Feature &feature : allFeatures())
            ids.append(feature.id);
        QCOMPARE(ids.join(u' '),
                 QStringLiteral("request_rate request_size response_size data_rate error_rate "
                                "latency_p50 latency_p95 burstiness write_share concurrency"));
    }

    void whatAWindowCannotTellIsMissing()
    {
        const WindowTable table = rates({20});
        int known = 0;
        for (const Feature &feature : allFeatures())
            known += std::isfinite(feature.compute(table.windows.front(), 10));
        QCOMPARE(known, 1);
    }

    /// Rates 1, 2, 3, 4, 9 /s: m = 3, transformed log(1 + x/3); quartiles are those of 2 and 4.
    void scalingIsByMedianAndQuartilesOfTheLogRatio()
    {
        const auto matrix = makeFeatures(rates({10, 20, 30, 40, 90}), {});
        QVERIFY(matrix);
        QCOMPARE(matrix->columns.size(), std::size_t{1});
        const FeatureColumn &column = matrix->columns.front();
        QCOMPARE(column.id, QStringLiteral("request_rate"));
        COMPARE_APPROX(column.pivot, 3, 1e-12, 0);
        COMPARE_APPROX(column.center, std::log(2), 1e-12, 0);
        COMPARE_APPROX(column.scale, std::log((1 + 4.0 / 3) / (1 + 2.0 / 3)), 1e-12, 0);
        COMPARE_APPROX(matrix->scaled(2, 0), 0, 0, 1e-12);
        COMPARE_APPROX(matrix->scaled(3, 0) - matrix->scaled(1, 0), 1, 1e-12, 0);
        COMPARE_APPROX(
            matrix->scaled(4, 0), std::log(2.0) / column.scale, 1e-12, 0); // log(4) - log(2)
        QCOMPARE(matrix->raw(4, 0), 9.0);
        QCOMPARE(reasonOf(*matrix, QStringLiteral("latency_p50")),
                 QStringLiteral("not in this capture"));
    }

    /// Error rates 0, 0, 0, 0, 0.5: the IQR is 0; mean 0.1, sample deviation sqrt(0.2 / 4).
    void standardDeviationServesWhereTheQuartilesAgree()
    {
        std::vector<Window> windows(5, full());
        for (int i = 0; i < 5; ++i)
            windows[static_cast<std::size_t>(i)].errors = i == 4 ? 8 : 0;
        const auto matrix = makeFeatures(tableOf(windows), {});
        QVERIFY(matrix);
        QCOMPARE(matrix->columns.size(), std::size_t{1});
        QCOMPARE(matrix->columns.front().id, QStringLiteral("error_rate"));
        COMPARE_APPROX(matrix->columns.front().scale, std::sqrt(0.05), 1e-12, 0);
        COMPARE_APPROX(matrix->scaled(4, 0), 0.5 / std::sqrt(0.05), 1e-12, 0);
        QCOMPARE(reasonOf(*matrix, QStringLiteral("request_rate")), QStringLiteral("constant"));
    }

    void missingValuesAreImputedUpToAFifth()
    {
        // Resource a has bursts of 1, 2, 3 and a gap; b of 8 and 9. Two of ten are missing.
        const auto with = [](std::uint32_t resource, double gapCv) {
            Window window = full();
            window.resource = StringId{resource};
            window.gapCv = gapCv;
            return window;
        };
        std::vector<Window> windows{with(1, 1),
                                    with(1, kNaN),
                                    with(1, 2),
                                    with(1, 3),
                                    with(1, 2),
                                    with(2, 8),
                                    with(2, 9),
                                    with(2, 8),
                                    with(2, kNaN),
                                    with(2, 8)};
        const auto matrix = makeFeatures(tableOf(windows), {});
        QVERIFY(matrix);
        QCOMPARE(matrix->columns.front().id, QStringLiteral("burstiness"));
        QCOMPARE(matrix->columns.front().imputed, 2u);
        QCOMPARE(matrix->raw(1, 0), 2.0); // the median of 1, 2, 3, 2
        QCOMPARE(matrix->raw(8, 0), 8.0);
        QVERIFY(matrix->scaled.allFinite());
        COMPARE_APPROX(matrix->columns.front().pivot, 5.5, 1e-12, 0); // of the eight known ones

        windows[0].gapCv = kNaN; // three of ten
        windows[1].errors = 9;   // so that something is left
        const auto without = makeFeatures(tableOf(windows), {});
        QVERIFY(without);
        QCOMPARE(reasonOf(*without, QStringLiteral("burstiness")),
                 QStringLiteral("missing in 30 % of windows"));
    }

    void aResourceWithoutAnyValueTakesTheMedianOfAll()
    {
        std::vector<Window> windows(6, full());
        for (std::size_t i = 0; i < 5; ++i)
            windows[i].gapCv = static_cast<double>(i);
        windows[5].resource = StringId{2};
        windows[5].gapCv = kNaN;
        const auto matrix = makeFeatures(tableOf(windows), {});
        QVERIFY(matrix);
        QCOMPARE(matrix->raw(5, 0), 2.0);
    }

    void sparseWindowsAreNoPoints()
    {
        const auto matrix = makeFeatures(rates({10, 4, 20, 1, 5}), {});
        QVERIFY(matrix);
        QCOMPARE(matrix->windowOfRow, (std::vector<std::uint32_t>{0, 2, 4}));
        QCOMPARE(matrix->scaled.rows(), Eigen::Index{3});
    }

    void toUnitUndoesToScaled()
    {
        std::mt19937_64 random(1);
        std::uniform_real_distribution<double> exponent(-6, 6);
        for (const Transform transform : {Transform::Linear, Transform::LogRatio}) {
            FeatureColumn column;
            column.transform = transform;
            column.pivot = 0.012;
            column.center = 0.7;
            column.scale = 0.4;
            column.weight = 2.5;
            for (int i = 0; i < 1000; ++i) {
                const double value = std::pow(10, exponent(random));
                COMPARE_APPROX(column.toUnit(column.toScaled(value)), value, 1e-9, 1e-9);
            }
            COMPARE_APPROX(column.toUnit(column.toScaled(0)), 0, 0, 1e-12);
        }
    }

    void weightsStretchAndSwitchOff()
    {
        std::vector<Window> windows(4, full());
        for (std::size_t i = 0; i < 4; ++i) {
            windows[i].errors = static_cast<std::uint32_t>(i);
            windows[i].writes = static_cast<std::uint32_t>(i);
        }
        const auto plain = makeFeatures(tableOf(windows), {});
        FeatureOptions options;
        options.weights = {{QStringLiteral("error_rate"), 3}, {QStringLiteral("write_share"), 0}};
        const auto weighted = makeFeatures(tableOf(windows), options);
        QVERIFY(plain && weighted);
        QCOMPARE(plain->columns.size(), std::size_t{2});
        QCOMPARE(weighted->columns.size(), std::size_t{1});
        COMPARE_APPROX(weighted->scaled(3, 0), 3 * plain->scaled(3, 0), 1e-12, 0);
        QCOMPARE(reasonOf(*weighted, QStringLiteral("write_share")),
                 QStringLiteral("switched off"));
    }

    void anyOrderOfFiguresStaysFinite()
    {
        std::vector<Window> windows;
        for (int i = 0; i < 12; ++i) {
            Window window = full();
            window.responseBytes = std::pow(10.0, i * 25); // up to 1e275
            window.latencyP50 = std::pow(10.0, -i * 25);
            window.gapCv = i == 3 ? std::numeric_limits<double>::infinity() : 1 + 1e-16 * i;
            windows.push_back(window);
        }
        const auto matrix = makeFeatures(tableOf(windows), {});
        QVERIFY(matrix);
        QVERIFY(matrix->scaled.allFinite());
        QVERIFY(matrix->raw.allFinite());
        QCOMPARE(reasonOf(*matrix, QStringLiteral("burstiness")), QStringLiteral("constant"));
    }

    void badOptionsAndTooLittleAreRefused_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<double>("weight");
        QTest::addColumn<int>("windows");
        QTest::newRow("one window") << "request_rate" << 1.0 << 1;
        QTest::newRow("none") << "request_rate" << 1.0 << 0;
        QTest::newRow("negative weight") << "request_rate" << -1.0 << 5;
        QTest::newRow("weight not a number") << "request_rate" << kNaN << 5;
        QTest::newRow("unknown feature") << "colour" << 1.0 << 5;
        QTest::newRow("nothing left") << "request_rate" << 0.0 << 5;
    }

    void badOptionsAndTooLittleAreRefused()
    {
        QFETCH(QString, id);
        QFETCH(double, weight);
        QFETCH(int, windows);
        std::vector<std::uint32_t> counts;
        for (int i = 0; i < windows; ++i)
            counts.push_back(static_cast<std::uint32_t>(10 * (i + 1)));
        FeatureOptions options;
        options.weights[id] = weight;
        const auto matrix = makeFeatures(rates(counts), options);
        QVERIFY(!matrix);
        QCOMPARE(matrix.error().kind, ErrorKind::InvalidArgument);
        QVERIFY(!matrix.error().message.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestFeatureSpace)
#include "tst_feature_space.moc"
