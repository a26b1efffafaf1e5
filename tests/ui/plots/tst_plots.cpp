// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/theme.h"
#include "ui/plots/bar_plot.h"
#include "ui/plots/column_reduction.h"
#include "ui/plots/hour_of_week_plot.h"
#include "ui/plots/k_distance_plot.h"
#include "ui/plots/line_plot.h"
#include "ui/plots/live/live_chart.h"
#include "ui/plots/point_raster.h"
#include "ui/plots/reachability_plot.h"
#include "ui/plots/scatter_plot.h"
#include "ui/plots/timeline_plot.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtMath>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::ui;

namespace {

report::LineChart sineChart()
{
    report::LineChart chart;
    chart.valueTitle = u"p95 latency (ms)"_s;
    report::Line line;
    line.name = u"web"_s;
    for (int i = 0; i <= 100; ++i) {
        line.x.push_back(i);
        line.y.push_back(100 + 50 * std::sin(i / 10.0));
        line.low.push_back(line.y.back() - 5);
        line.high.push_back(line.y.back() + 5);
    }
    report::Line other = line;
    other.name = u"db"_s;
    other.style.index = 1;
    chart.lines = {line, other};
    chart.thresholds = {{120, u"objective 120"_s}};
    chart.spans = {{20, 30, u"crash"_s}};
    return chart;
}

report::ScatterChart twoBlobs(std::size_t points)
{
    report::ScatterChart chart;
    chart.xTitle = u"PCA 1"_s;
    chart.yTitle = u"PCA 2"_s;
    for (std::size_t i = 0; i < points; ++i) {
        const bool first = i % 2 == 0;
        const double angle = double(i) * 2.399963; // golden angle: fills a disc evenly
        const double radius = std::sqrt(double(i) / double(points));
        chart.x.push_back(float((first ? -2 : 2) + radius * std::cos(angle)));
        chart.y.push_back(float(radius * std::sin(angle)));
        chart.cluster.push_back(first ? 0 : 1);
    }
    chart.clusterNames = {u"steady"_s, u"bursty"_s};
    chart.clusterStyle = {0, 3};
    return chart;
}

report::ReachabilityChart twoValleys()
{
    report::ReachabilityChart chart;
    for (int i = 0; i < 100; ++i) {
        chart.heights.push_back(i == 0    ? std::numeric_limits<float>::infinity()
                                : i == 50 ? 0.9F
                                          : 0.2F);
        chart.cluster.push_back(i < 50 ? 0 : 1);
    }
    chart.clusterStyle = {0, 1};
    chart.epsilon = 0.5;
    return chart;
}

QByteArray svgOf(Plot &plot)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"plot.svg"_s);
    plot.resize(400, 240);
    if (!plot.save(path))
        return {};
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void show(QWidget &widget)
{
    widget.resize(600, 320);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
}

QWidget *canvas(QWidget &plot)
{
    const QList<QWidget *> children =
        plot.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    return children.isEmpty() ? nullptr : children.front();
}

void move(QWidget *widget, const QPoint &to, Qt::MouseButtons buttons)
{
    QMouseEvent event(QEvent::MouseMove, to, widget->mapToGlobal(to), Qt::NoButton, buttons, {});
    QCoreApplication::sendEvent(widget, &event);
}

} // namespace

class TestPlots : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

    void columnsKeepEveryExtreme()
    {
        // Five heights in two columns: positions 0-1 and 2-4.
        const std::vector<float> heights{1, 5, 2, std::numeric_limits<float>::infinity(), 0.5F};
        const std::vector<int> clusters{0, -1, 1, 1, 0};
        const auto columns = reduceToColumns(heights, clusters, 2);
        QCOMPARE(columns.size(), std::size_t(2));
        QCOMPARE(columns[0], (Column{1, 5, -1})); // a tie goes to the smaller label
        QVERIFY(std::isinf(columns[1].high));
        QCOMPARE(columns[1].low, 0.5F);
        QCOMPARE(columns[1].cluster, 1);
        QCOMPARE(reduceToColumns(heights, clusters, 100).size(), heights.size());
        QVERIFY(reduceToColumns({}, {}, 10).empty());
    }

    void everyPlotIsDrawnAsVectors_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("line") << u"line"_s << QByteArray("objective 120");
        QTest::newRow("hour of week") << u"week"_s << QByteArray("24 h");
        QTest::newRow("scatter") << u"scatter"_s << QByteArray("bursty");
        QTest::newRow("reachability") << u"reach"_s << QByteArray("eps 0.5");
        QTest::newRow("k distance") << u"k"_s << QByteArray("knee");
        QTest::newRow("bars") << u"bars"_s << QByteArray("web");
    }
    void everyPlotIsDrawnAsVectors()
    {
        QFETCH(const QString, kind);
        QFETCH(const QByteArray, word);
        std::unique_ptr<Plot> plot;
        if (kind == u"line") {
            auto line = std::make_unique<LinePlot>();
            line->setValue(sineChart());
            plot = std::move(line);
        } else if (kind == u"week") {
            auto week = std::make_unique<HourOfWeekPlot>();
            week->setValue({u"requests (req/s)"_s, std::vector<double>(168, 2.0)});
            plot = std::move(week);
        } else if (kind == u"scatter") {
            auto scatter = std::make_unique<ScatterPlot>();
            scatter->setValue(twoBlobs(200));
            plot = std::move(scatter);
        } else if (kind == u"reach") {
            auto reach = std::make_unique<ReachabilityPlot>();
            reach->setValue(twoValleys());
            plot = std::move(reach);
        } else if (kind == u"k") {
            auto k = std::make_unique<KDistancePlot>();
            const std::vector<double> sorted{0.1, 0.2, 0.3, 0.9};
            KDistanceChart chart = kDistanceChart(sorted, 10);
            chart.marks = {{0.3, u"knee"_s, true}};
            k->setValue(chart);
            plot = std::move(k);
        } else {
            auto bars = std::make_unique<BarPlot>();
            bars->setValue({u"effect (ms)"_s, {{u"web"_s, {12, 3}, {}}, {u"db"_s, {-4, 1}, {}}}});
            plot = std::move(bars);
        }
        const QByteArray svg = svgOf(*plot);
        QVERIFY2(svg.contains(word), svg.left(3000).constData());
        QVERIFY(!svg.contains("<image"));
        QVERIFY(!plot->sentence().isEmpty());
        QVERIFY(!plot->table().rows.empty());
        QVERIFY(plot->asCsv().count(u'\n') == qsizetype(plot->table().rows.size()) + 1);
    }

    /// Where a capture is sparse a second with requests has none beside it.
    void aValueAloneIsADot()
    {
        LinePlot plot;
        report::LineChart chart;
        chart.valueTitle = u"latency (ms)"_s;
        const double none = std::nan("");
        chart.lines.resize(1);
        chart.lines[0].x = {0, 1, 2, 3, 4};
        chart.lines[0].y = {none, 1, none, 3, none};
        plot.setValue(chart);
        const auto dots = [&plot] { return svgOf(plot).count("<circle"); };
        QCOMPARE(dots(), qsizetype{2});
        chart.lines[0].y = {none, 1, 2, 3, none};
        plot.setValue(chart);
        QCOMPARE(dots(), qsizetype{0});
    }

    void dragSelectsTheRangeUnderTheMouse()
    {
        LinePlot plot;
        plot.setValue(sineChart());
        show(plot);
        QTRY_VERIFY(plot.axisRect().width() > 300);
        QSignalSpy spy(&plot, &LinePlot::rangeSelected);
        QWidget *area = canvas(plot);
        const int y = int(plot.axisRect().center().y());
        const QPoint from(qRound(plot.xPixel(20)), y);
        const QPoint to(qRound(plot.xPixel(60)), y);
        QTest::mousePress(area, Qt::LeftButton, {}, from);
        move(area, to, Qt::LeftButton);
        QTest::mouseRelease(area, Qt::LeftButton, {}, to);
        QCOMPARE(spy.size(), 1);
        const double pixel = 100 / plot.axisRect().width();
        QVERIFY(std::abs(spy.at(0).at(0).toDouble() - 20) <= pixel);
        QVERIFY(std::abs(spy.at(0).at(1).toDouble() - 60) <= pixel);
        QSignalSpy cleared(&plot, &LinePlot::rangeCleared);
        QTest::mouseDClick(area, Qt::LeftButton, {}, from);
        QCOMPARE(cleared.size(), 1);
        QVERIFY(!plot.selection());
    }

    void oneSelectionForAllTimelines()
    {
        TimelinePlot timeline;
        timeline.setCharts({sineChart(), sineChart()}, {1, 1});
        timeline.setSelection(AxisSpan{10, 20});
        for (const LinePlot *plot : timeline.plots())
            QCOMPARE(plot->selection(), std::optional(AxisSpan(10, 20)));
        emit timeline.plots().front()->rangeSelected(30, 40);
        QCOMPARE(timeline.plots().back()->selection(), std::optional(AxisSpan(30, 40)));
    }

    void keysAndDragAskForAnotherEpsilon()
    {
        ReachabilityPlot plot;
        plot.setValue(twoValleys());
        show(plot);
        QTRY_VERIFY(plot.axisRect().height() > 100);
        QSignalSpy spy(&plot, &ReachabilityPlot::epsilonDragged);
        plot.setFocus();
        QTest::keyClick(&plot, Qt::Key_BracketRight);
        QCOMPARE(spy.size(), 1);
        QVERIFY(std::abs(spy.at(0).at(0).toDouble() - 0.525) < 1e-9); // 0.5 x 1.05
        QWidget *area = canvas(plot);
        const QPoint line(int(plot.axisRect().center().x()), qRound(plot.yPixel(0.5)));
        const QPoint to(line.x(), qRound(plot.yPixel(0.3)));
        QTest::mousePress(area, Qt::LeftButton, {}, line);
        move(area, to, Qt::LeftButton);
        QTest::mouseRelease(area, Qt::LeftButton, {}, to);
        QVERIFY(spy.size() >= 2);
        QVERIFY(std::abs(spy.last().at(0).toDouble() - 0.3) < 0.02);
    }

    void densityDoesNotDependOnTheOrderOfPoints()
    {
        report::ScatterChart chart = twoBlobs(5000);
        const PixelMap map{150, 40, 100, -40};
        const auto picture = [&](const report::ScatterChart &c) {
            QImage image(300, 200, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            drawDensity(image, {c.x, c.y, c.cluster, c.clusterStyle}, map, lightTokens());
            return image;
        };
        const QImage forward = picture(chart);
        std::reverse(chart.x.begin(), chart.x.end());
        std::reverse(chart.y.begin(), chart.y.end());
        std::reverse(chart.cluster.begin(), chart.cluster.end());
        QCOMPARE(picture(chart), forward);
        QCOMPARE(
            pointsInView({chart.x, chart.y, chart.cluster, chart.clusterStyle}, map, {300, 200}),
            std::size_t(5000));
    }

    void aLonePointStaysVisible()
    {
        const std::vector<float> x{0};
        const std::vector<float> y{0};
        const std::vector<int> cluster{-1};
        QImage image(11, 11, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        drawDensity(image, {x, y, cluster, {}}, {5, 1, 5, 1}, lightTokens());
        QVERIFY(qAlpha(image.pixel(5, 5)) >= 60);
        QCOMPARE(qAlpha(image.pixel(4, 5)), 0);
    }

    void liveChartStaysWithinItsBudgetAndKeepsPeaks()
    {
        QList<QPointF> points;
        for (int i = 0; i < 10000; ++i)
            points.append({double(i), i == 7777 ? 1000.0 : 1.0});
        const QList<QPointF> few = thinned(points, LiveChart::kMaxPoints);
        QVERIFY(few.size() <= LiveChart::kMaxPoints);
        QVERIFY(few.contains(QPointF(7777, 1000)));
        QVERIFY(
            std::is_sorted(few.begin(), few.end(), [](auto &a, auto &b) { return a.x() < b.x(); }));
        LiveChart chart(u"p95 (ms)"_s, u"time (s)"_s);
        chart.setSeries(std::vector<LiveChart::Line>(9, {u"web"_s, {}}));
        chart.update(std::vector<QList<QPointF>>(9, points));
        QVERIFY(chart.pointCount(5) > 0);
        QCOMPARE(chart.pointCount(6), 0); // six lines at most
    }

    /// A source that was idle for a while has no latency then: no line leads over it.
    void aLineIsBrokenWhereNothingWasMeasured()
    {
        QList<QPointF> points;
        for (int i = 0; i < 1000; ++i)
            if (i < 300 || (i > 310 && i < 600) || i == 700 || i >= 800)
                points.append({double(i), 1.0});
        const std::vector<QList<QPointF>> stretches = unbroken(points, 1000);
        QCOMPARE(stretches.size(), std::size_t(3)); // ten idle steps of a thousand are no gap
        QCOMPARE(stretches[0].back(), QPointF(599, 1));
        QCOMPARE(stretches[1], (QList<QPointF>{{699.5, 1}, {700.5, 1}}));
        QCOMPARE(stretches[2].front(), QPointF(800, 1));
        QCOMPARE(unbroken({{0, 1}, {100, 1}, {200, 1}}, 200).size(), std::size_t(1)); // wide steps
        QVERIFY(unbroken({}, 1000).empty());
        LiveChart chart(u"p95 (ms)"_s, u"time (s)"_s);
        chart.setSeries({{u"web"_s, {}}});
        chart.setAxisRange(0, 1000);
        chart.update({points});
        QVERIFY(chart.pointCount(0) <= LiveChart::kMaxPoints + 2);
        chart.update({{{0, 1}, {1, 1}}});
        QCOMPARE(chart.pointCount(0), 2);
    }

    void theWeekSaysItsBusiestHour()
    {
        std::vector<double> values(168, std::nan(""));
        values[4 * 24 + 20] = 61; // Friday 20:00
        values[0] = 1;
        HourOfWeekPlot plot;
        plot.setValue({u"requests (req/s)"_s, values});
        QVERIFY2(plot.sentence().contains(QLocale().dayName(5, QLocale::ShortFormat)),
                 qPrintable(plot.sentence()));
        QVERIFY(plot.sentence().contains(u"20:00"));
    }
};

QTEST_MAIN(TestPlots)
#include "tst_plots.moc"
