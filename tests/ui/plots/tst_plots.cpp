// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/newest_job.h"
#include "ui/base/theme.h"
#include "ui/plots/bar_plot.h"
#include "ui/plots/column_reduction.h"
#include "ui/plots/hour_of_week_plot.h"
#include "ui/plots/k_distance_plot.h"
#include "ui/plots/line_plot.h"
#include "ui/plots/live/live_chart.h"
#include "ui/plots/point_grid.h"
#include "ui/plots/point_raster.h"
#include "ui/plots/reachability_plot.h"
#include "ui/plots/scatter_picture.h"
#include "ui/plots/scatter_plot.h"
#include "ui/plots/timeline_plot.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
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

report::ReachabilityChart longValleys(std::size_t heights)
{
    report::ReachabilityChart chart = twoValleys();
    chart.heights.assign(heights, 0.2F);
    chart.heights[0] = std::numeric_limits<float>::infinity();
    chart.heights[heights / 2] = 0.9F;
    chart.cluster.assign(heights, 0);
    std::fill(chart.cluster.begin() + std::ptrdiff_t(heights / 2), chart.cluster.end(), 1);
    return chart;
}

template<typename Predicate>
std::vector<std::uint32_t> rowsIf(const report::ScatterChart &chart, Predicate predicate)
{
    std::vector<std::uint32_t> rows;
    for (std::size_t i = 0; i < chart.x.size(); ++i)
        if (predicate(i))
            rows.push_back(std::uint32_t(i));
    return rows;
}

const DataRect kView{-2.5, 3, -1.1, 0.9};
constexpr QSize kImage(300, 200);

QImage densityOf(const report::ScatterChart &chart, const std::vector<std::uint32_t> &selected)
{
    ScatterQuestion question;
    question.points = std::make_shared<const ScatterPoints>(ScatterPoints{chart.x, chart.y});
    question.clusters = std::make_shared<const ScatterClusters>(
        ScatterClusters{std::make_shared<const std::vector<int>>(chart.cluster),
                        chart.clusterNames,
                        chart.clusterStyle});
    question.selection = std::make_shared<const std::vector<std::uint32_t>>(selected);
    const ScatterPicture picture = dressScatter(question, nullptr);
    return densityImage({*picture.grid, picture.dressed->looks, kView}, kImage, lightTokens());
}

/// The points of a pixel, or those of them that are faded.
struct PlainPixel
{
    int count = 0;
    int red = 0;
    int green = 0;
    int blue = 0;
};

QImage plainDensity(const report::ScatterChart &chart, const std::vector<std::uint32_t> &selected)
{
    QImage image(kImage, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    const auto perX = float(kImage.width() / (kView.right - kView.left));
    const auto perY = float(kImage.height() / (kView.bottom - kView.top));
    for (const bool faded : {true, false}) {
        std::vector<PlainPixel> pixels(std::size_t(kImage.width() * kImage.height()));
        int most = 1;
        for (std::size_t i = 0; i < chart.x.size(); ++i) {
            const bool isFaded =
                !selected.empty() && !std::binary_search(selected.begin(), selected.end(), i);
            const float x = (chart.x[i] - float(kView.left)) * perX;
            const float y = (chart.y[i] - float(kView.top)) * perY;
            if (faded != isFaded || x < 0 || y < 0 || x >= 300 || y >= 200)
                continue;
            const int style = chart.clusterStyle[std::size_t(chart.cluster[i])];
            const QColor color = lightTokens().personas[std::size_t(style)];
            PlainPixel &pixel = pixels[std::size_t(int(y) * kImage.width() + int(x))];
            most = std::max(most, ++pixel.count);
            pixel.red += color.red();
            pixel.green += color.green();
            pixel.blue += color.blue();
        }
        for (std::size_t i = 0; i < pixels.size(); ++i) {
            const auto &[count, red, green, blue] = pixels[i];
            if (count == 0)
                continue;
            const int alpha = 60 + int(195.0 / std::log1p(most) * std::log1p(count));
            image.setPixel(int(i) % kImage.width(),
                           int(i) / kImage.width(),
                           qPremultiply(qRgba(red / count,
                                              green / count,
                                              blue / count,
                                              faded ? alpha / 4 : std::min(255, alpha))));
        }
    }
    return image;
}

/// The most colourful of the pixels around a place of a plot.
QColor colorAround(QWidget &plot, const QPointF &at)
{
    const QImage image = plot.grab().toImage();
    QColor most = Qt::white;
    for (int dx = -4; dx <= 4; ++dx)
        for (int dy = -4; dy <= 4; ++dy)
            if (const QColor color = image.pixelColor(at.toPoint() + QPoint(dx, dy));
                color.hsvSaturation() > most.hsvSaturation())
                most = color;
    return most;
}

/// The same colour, however opaque it is.
bool hasHueOf(const QColor &a, const QColor &b)
{
    return a.hsvSaturation() > 40 && std::abs(a.hue() - b.hue()) < 8;
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

/// Drags the left button over these places.
void drag(QWidget &plot, const QList<QPoint> &places, Qt::KeyboardModifiers modifiers = {})
{
    QTest::mousePress(canvas(plot), Qt::LeftButton, modifiers, places.front());
    for (const QPoint &place : places.sliced(1))
        move(canvas(plot), place, Qt::LeftButton);
    QTest::mouseRelease(canvas(plot), Qt::LeftButton, modifiers, places.back());
}

QList<QPoint> pixels(const AxisPlot &plot, const QList<QPointF> &coordinates)
{
    QList<QPoint> places;
    for (const QPointF &at : coordinates)
        places << QPointF(plot.xPixel(at.x()), plot.yPixel(at.y())).toPoint();
    return places;
}

/// Either of the plots that eps is chosen in, at eps 0.5, with a top of 1; what it asks for goes
/// to `asked`.
std::unique_ptr<EpsilonPlot> epsilonPlot(bool reachability, std::vector<double> &asked)
{
    const auto take = [&asked](double epsilon) { asked.push_back(epsilon); };
    if (reachability) {
        auto plot = std::make_unique<ReachabilityPlot>();
        report::ReachabilityChart chart = twoValleys();
        for (std::size_t i = 1; i < 100; i += 3)
            chart.heights[i] = 0.9F;
        plot->setValue(chart);
        QObject::connect(plot.get(), &ReachabilityPlot::epsilonDragged, plot.get(), take);
        return plot;
    }
    auto plot = std::make_unique<KDistancePlot>();
    const std::vector<double> sorted{0.1, 0.2, 0.3, 0.9, 0.9, 0.9};
    KDistanceChart chart = kDistanceChart(sorted, 10);
    chart.epsilon = 0.5;
    plot->setValue(chart);
    QObject::connect(plot.get(), &KDistancePlot::epsilonChosen, plot.get(), take);
    return plot;
}

std::vector<Column> reduceToColumns(const std::vector<float> &heights,
                                    const std::vector<int> &clusters,
                                    std::size_t count)
{
    std::vector<Column> columns = heightColumns(heights, count);
    labelColumns(columns, clusters);
    return columns;
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

    void whatIsSelectedWhileHiddenIsThereWhenShown()
    {
        report::LineChart chart;
        report::Line &line = chart.lines.emplace_back();
        line.x = {0, 1, 2, 3};
        line.y = {1, 2, 1, 2};
        QStackedWidget pages;
        auto *plot = new LinePlot;
        plot->setValue(chart);
        pages.addWidget(plot);
        pages.addWidget(new QWidget);
        pages.resize(400, 200);
        pages.show();
        QTest::qWait(50);
        const QImage without = plot->grab().toImage();
        pages.setCurrentIndex(1);
        plot->setSelection(AxisSpan{1, 2});
        QTest::qWait(50);
        pages.setCurrentIndex(0);
        QTest::qWait(50);
        QVERIFY(plot->grab().toImage() != without);
    }

    void theBulkIsWhatIsNotFarOut()
    {
        std::vector<float> x;
        std::vector<float> y;
        for (int i = 0; i < 1000; ++i) {
            x.push_back(float(i) / 1000);
            y.push_back(float(i % 37));
        }
        const DataRect all = *boundsOf(x, y);
        QCOMPARE(bulkOf(x, y, all), all); // nothing is far out
        x[3] = 100;
        x[4] = std::numeric_limits<float>::quiet_NaN();
        const DataRect bulk = bulkOf(x, y, *boundsOf(x, y));
        QVERIFY(bulk.left >= 0 && bulk.right > 0.9 && bulk.right <= 1);
        QCOMPARE(bulk.bottom, all.bottom);
        QCOMPARE(bulk.top, all.top);
    }

    void aScatterShowsTheBulkFirst()
    {
        report::ScatterChart chart;
        for (int i = 0; i < 1000; ++i) {
            chart.x.push_back(float(i % 100));
            chart.y.push_back(float(i));
        }
        chart.x[500] = 1e6F;
        chart.cluster.assign(1000, 0);
        chart.clusterNames = {u"web"_s};
        chart.clusterStyle = {0};
        ScatterPlot plot;
        plot.resize(600, 400);
        plot.show();
        plot.setValue(chart);
        QVERIFY(plot.xAt(plot.axisRect().right()) < 200);
        QTest::mouseDClick(plot.findChild<QWidget *>(), Qt::LeftButton, {}, QPoint(300, 200));
        QVERIFY(plot.xAt(plot.axisRect().right()) > 1e6);
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
            k->setValue(kDistanceChart(sorted, 10));
            k->setMarks({{0.3, u"knee"_s, {}, true}});
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
        const QImage forward = densityOf(chart, {});
        std::reverse(chart.x.begin(), chart.x.end());
        std::reverse(chart.y.begin(), chart.y.end());
        std::reverse(chart.cluster.begin(), chart.cluster.end());
        QCOMPARE(densityOf(chart, {}), forward);
    }

    /// Against a picture made point by point: the mean colour of a pixel's points, alpha by the
    /// logarithm of their number; the faded ones at a quarter, where no other is.
    void densityIsThatOfAPlainCount()
    {
        const report::ScatterChart chart = twoBlobs(20000);
        const std::vector<std::uint32_t> odd = rowsIf(chart, [](std::size_t i) { return i % 3; });
        QCOMPARE(densityOf(chart, {}), plainDensity(chart, {}));
        QCOMPARE(densityOf(chart, odd), plainDensity(chart, odd));
    }

    void aLonePointStaysVisible()
    {
        report::ScatterChart chart;
        chart.x = chart.y = {0};
        chart.cluster = {-1};
        const PointGrid grid(chart.x, chart.y);
        const std::vector<PointLook> looks{kNoiseLook};
        const QImage image =
            densityImage({grid, looks, {-5.5, 5.5, -5.5, 5.5}}, {11, 11}, lightTokens());
        QVERIFY(qAlpha(image.pixel(5, 5)) >= 60);
        QCOMPARE(qAlpha(image.pixel(4, 5)), 0);
    }

    void theGridFindsWhatAScanOfAllPointsFinds_data()
    {
        QTest::addColumn<int>("points");
        for (const int points : {1, 7, 500, 30000})
            QTest::addRow("%d", points) << points;
    }
    void theGridFindsWhatAScanOfAllPointsFinds()
    {
        QFETCH(const int, points);
        report::ScatterChart chart = twoBlobs(std::size_t(points));
        chart.x.push_back(std::nanf("")); // has no place, so is never found
        chart.y.push_back(0);
        const PointGrid grid(chart.x, chart.y);
        QCOMPARE(grid.size(), std::size_t(points));
        // A star whose middle is outside by the even-odd rule.
        QPolygonF star;
        for (int i = 0; i < 5; ++i)
            star << QPointF(-2 + 1.2 * std::sin(i * 4 * M_PI / 5),
                            1.2 * std::cos(i * 4 * M_PI / 5));
        QCOMPARE(grid.inside(star), rowsIf(chart, [&](std::size_t i) {
                     return std::isfinite(chart.x[i])
                            && star.containsPoint({double(chart.x[i]), double(chart.y[i])},
                                                  Qt::OddEvenFill);
                 }));
        for (const QPointF at : {QPointF(-2, 0.3), QPointF(0, 0), QPointF(2.5, -0.5)}) {
            std::optional<std::uint32_t> nearest;
            double least = 1;
            for (std::uint32_t i = 0; i < std::uint32_t(points); ++i) {
                const QPointF away = QPointF(double(chart.x[i]), double(chart.y[i])) - at;
                const double distance = QPointF::dotProduct(away, away);
                if (distance < least) {
                    least = distance;
                    nearest = i;
                }
            }
            QCOMPARE(grid.nearest(at, {1, 1}, 1), nearest);
        }
        QVERIFY(!grid.nearest({50, 50}, {1, 1}, 1));
    }

    void longestRunsSkipNoiseAndShortOnes()
    {
        const std::vector<int> labels{2, 2, -1, -1, -1, 2, 2, 2, 0, 1, 1};
        QCOMPARE(longestRuns(labels, 2), (std::vector<ClusterRun>{{2, 5, 3}, {1, 9, 2}}));
    }

    void aPictureIsDrawnForTheFirstAndTheNewestQuestion()
    {
        QObject owner;
        QSemaphore begin;
        std::vector<int> shown;
        int wanted = 0;
        NewestJob<int> picture(
            &owner,
            [&] {
                return [&begin, now = wanted] {
                    begin.acquire();
                    return now;
                };
            },
            [&](int drawn) { shown.push_back(drawn); });
        for (wanted = 1; wanted < 5; ++wanted)
            picture.ask(); // the second to fourth while the first is drawn
        wanted = 9;
        begin.release(10);
        QTRY_VERIFY(!picture.isRunning());
        QCOMPARE(shown, (std::vector<int>{1, 9}));
    }

    void aPictureWhoseOwnerIsGoneIsNotShown()
    {
        QSemaphore begun;
        QSemaphore mayEnd;
        bool shown = false;
        {
            auto owner = std::make_unique<QObject>();
            NewestJob<int> picture(
                owner.get(),
                [&] {
                    return [&] {
                        begun.release();
                        mayEnd.acquire();
                        return 1;
                    };
                },
                [&](int) { shown = true; });
            picture.ask();
            QVERIFY(begun.tryAcquire(1, 10000));
        }
        mayEnd.release();
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(!shown);
    }

    void aPlotMayGoWhileItsPictureIsDrawn()
    {
        for (int i = 0; i < 5; ++i) {
            auto scatter = std::make_unique<ScatterPlot>();
            scatter->setValue(twoBlobs(200000));
            auto reach = std::make_unique<ReachabilityPlot>();
            reach->setValue(longValleys(200000));
            show(*scatter);
            show(*reach);
            QCoreApplication::processEvents();
            scatter.reset();
            reach.reset();
            QCoreApplication::processEvents();
        }
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
    }

    void noPictureOfOtherDataIsShown()
    {
        const report::ScatterChart old = twoBlobs(100000);
        ScatterPlot plot;
        plot.setValue(old);
        show(plot);
        QTRY_VERIFY(plot.isCurrent());
        // The same axes, but only the outermost points are where they were.
        report::ScatterChart other = old;
        for (std::size_t i = 0; i < 90000; ++i) {
            other.x[i] = old.cluster[i] == 0 ? -2 : 2;
            other.y[i] = 0;
        }
        plot.setClusters(std::make_shared<const std::vector<int>>(old.cluster),
                         old.clusterNames,
                         old.clusterStyle); // one of the old data begins
        plot.setValue(other);
        QVERIFY(!plot.isCurrent());
        bool isGone = false;
        while (!plot.isCurrent() || !isGone) {
            const QPointF emptied(plot.xPixel(-1.7), plot.yPixel(0.3));
            const bool empty = !hasHueOf(colorAround(plot, emptied), lightTokens().personas[0]);
            QVERIFY2(empty || !isGone, "the old points came back");
            isGone = empty;
            QCoreApplication::processEvents();
        }
    }

    void manyPointsMoveWithTheAxesUntilTheyAreDrawnAnew()
    {
        ScatterPlot plot;
        plot.setValue(twoBlobs(100000));
        show(plot);
        QTRY_VERIFY(plot.isCurrent());
        const QPoint from = plot.axisRect().center().toPoint();
        QWidget *area = canvas(plot);
        QTest::mousePress(area, Qt::LeftButton, {}, from);
        move(area, from + QPoint(60, 0), Qt::LeftButton);
        QVERIFY(!plot.isCurrent());
        const QPoint blob = QPointF(plot.xPixel(2), plot.yPixel(0)).toPoint();
        QVERIFY(plot.grab().toImage().pixelColor(blob) != lightTokens().surface);
        QTest::mouseRelease(area, Qt::LeftButton, {}, from + QPoint(60, 0));
        QTRY_VERIFY(plot.isCurrent());
    }

    void anotherThemeIsAnotherPicture()
    {
        ScatterPlot plot;
        plot.setValue(twoBlobs(100000));
        show(plot);
        QTRY_VERIFY(plot.isCurrent());
        const QPointF blob(plot.xPixel(-2), plot.yPixel(0));
        QVERIFY(hasHueOf(colorAround(plot, blob), lightTokens().personas[0]));
        applyTheme(*qApp, ThemeChoice::Dark);
        QTRY_VERIFY(plot.isCurrent()
                    && hasHueOf(colorAround(plot, blob), darkTokens().personas[0]));
        applyTheme(*qApp, ThemeChoice::Light);
        QTRY_VERIFY(plot.isCurrent());
    }

    void otherClustersAreAnotherPicture_data()
    {
        QTest::addColumn<int>("points");
        QTest::newRow("at once") << 1000;
        QTest::newRow("by a worker") << 100000;
    }
    void otherClustersAreAnotherPicture()
    {
        QFETCH(const int, points);
        ScatterPlot plot;
        plot.setValue(twoBlobs(std::size_t(points)));
        show(plot);
        QTRY_VERIFY(plot.isCurrent());
        const auto labels = std::make_shared<const std::vector<int>>(std::size_t(points), 0);
        plot.setClusters(labels, {u"all"_s}, {5});
        QCOMPARE(plot.labels(), labels); // the same, not a copy
        QTRY_VERIFY(plot.isCurrent());
        QCoreApplication::processEvents();
        const QPointF blob(plot.xPixel(-2), plot.yPixel(0));
        QVERIFY(hasHueOf(colorAround(plot, blob), lightTokens().personas[5]));
        QVERIFY(plot.accessibleDescription().contains(u"1 clusters, 0 points"));
    }

    void columnsOfManyHeightsComeFromAWorkerAndTheLineDoesNotWait()
    {
        ReachabilityPlot plot;
        plot.setValue(longValleys(200000));
        show(plot);
        const auto colorAt = [&plot](double x) {
            return colorAround(plot, {plot.xPixel(x), plot.axisRect().bottom() - 10});
        };
        QTRY_VERIFY(hasHueOf(colorAt(50000), lightTokens().personas[0]));
        plot.setCut(0.3, std::make_shared<const std::vector<int>>(200000, 0), {4});
        QCOMPARE(plot.epsilon(), 0.3);
        const QPoint line = QPointF(plot.axisRect().left() + 20, plot.yPixel(0.3)).toPoint();
        QVERIFY(hasHueOf(colorAround(plot, line), lightTokens().accent));
        QTRY_VERIFY(hasHueOf(colorAt(50000), lightTokens().personas[4]));
    }

    void aLassoSelectsThePointsInside_data()
    {
        QTest::addColumn<int>("points");
        QTest::newRow("at once") << 2000;
        QTest::newRow("by a worker") << 100000;
    }
    void aLassoSelectsThePointsInside()
    {
        QFETCH(const int, points);
        const report::ScatterChart chart = twoBlobs(std::size_t(points));
        ScatterPlot plot;
        plot.setValue(chart);
        show(plot);
        QTRY_VERIFY(plot.isCurrent());
        QVERIFY(plot.tool() == ScatterTool::Move);
        plot.setTool(ScatterTool::Lasso);
        std::vector<std::vector<std::uint32_t>> selected;
        connect(&plot, &ScatterPlot::pointsSelected, &plot, [&](const auto &rows) {
            selected.push_back(rows);
        });
        const QList<QPoint> corners = pixels(plot, {{-2.8, -0.3}, {-2, 0.8}, {-1.3, 0}, {-2, 0.2}});
        drag(plot, corners);
        QPolygonF outline;
        for (const QPoint &corner : corners)
            outline << QPointF(plot.xAt(corner.x()), plot.yAt(corner.y()));
        const std::vector<std::uint32_t> inside = rowsIf(chart, [&](std::size_t i) {
            return outline.containsPoint({double(chart.x[i]), double(chart.y[i])}, Qt::OddEvenFill);
        });
        QVERIFY(inside.size() > 20);
        QCOMPARE(selected.size(), std::size_t(1));
        QCOMPARE(selected[0], inside);
        QCOMPARE(plot.selectedPoints(), inside);
    }

    void shiftAddsToTheSelectionAltRemovesAndEscapeClears()
    {
        const report::ScatterChart chart = twoBlobs(2000);
        ScatterPlot plot;
        plot.setValue(chart);
        show(plot);
        QTRY_VERIFY(plot.isCurrent());
        plot.setTool(ScatterTool::Rectangle);
        const auto dragBox = [&](double left, double right, Qt::KeyboardModifiers modifiers) {
            drag(plot, pixels(plot, {{left, -1.2}, {right, 1.2}}), modifiers);
        };
        dragBox(-3.2, -1, {});
        QCOMPARE(plot.selectedPoints().size(), std::size_t(1000)); // the left blob
        dragBox(1, 3.2, Qt::ShiftModifier);
        QCOMPARE(plot.selectedPoints().size(), std::size_t(2000));
        dragBox(-3.2, -1, Qt::AltModifier);
        QCOMPARE(plot.selectedPoints(), rowsIf(chart, [](std::size_t i) { return i % 2; }));
        dragBox(-3.2, -1, {});
        QCOMPARE(plot.selectedPoints(), rowsIf(chart, [](std::size_t i) { return i % 2 == 0; }));
        QSignalSpy changed(&plot, &ScatterPlot::pointsSelected);
        QTest::keyClick(&plot, Qt::Key_Escape);
        QCOMPARE(changed.size(), 1);
        QVERIFY(plot.selectedPoints().empty());
        QTest::keyClick(&plot, Qt::Key_Escape); // nothing to clear
        QCOMPARE(changed.size(), 1);
        dragBox(-3.2, -1, {});
        QTest::mouseClick(canvas(plot), Qt::LeftButton, {}, pixels(plot, {{0, 0}})[0]);
        QVERIFY(plot.selectedPoints().empty()); // a click where no point is
    }

    void aSelectionFromElsewhereFadesTheOtherPoints_data()
    {
        otherClustersAreAnotherPicture_data();
    }
    void aSelectionFromElsewhereFadesTheOtherPoints()
    {
        QFETCH(const int, points);
        const report::ScatterChart chart = twoBlobs(std::size_t(points));
        ScatterPlot plot;
        plot.setValue(chart);
        show(plot);
        QTRY_VERIFY(plot.isCurrent());
        QSignalSpy changed(&plot, &ScatterPlot::pointsSelected);
        const auto strength = [&](double x) { // how far from the ground
            const QPoint at = QPointF(plot.xPixel(x), plot.yPixel(0)).toPoint();
            const QImage image = plot.grab(QRect(at - QPoint(15, 15), QSize(31, 31))).toImage();
            double sum = 0;
            for (int i = 0; i < 31 * 31; ++i)
                sum += 255 - qGray(image.pixel(i % 31, i / 31));
            return sum;
        };
        const double left = strength(-2.1);
        const double right = strength(1.9);
        plot.setSelectedPoints(rowsIf(chart, [](std::size_t i) { return i % 2 == 0; }));
        QTRY_VERIFY(plot.isCurrent());
        QTRY_VERIFY(strength(1.9) < 0.4 * right);
        QVERIFY(strength(-2.1) > 0.8 * left);
        plot.setSelectedPoints({});
        QTRY_VERIFY(plot.isCurrent());
        QTRY_VERIFY(std::abs(strength(1.9) - right) < 0.1 * right);
        QCOMPARE(changed.size(), 0);
    }

    void aSelectionIsMadeByKeys()
    {
        const report::ScatterChart chart = twoBlobs(2000);
        ScatterPlot plot;
        plot.setValue(chart);
        show(plot);
        plot.setFocus();
        QTRY_VERIFY(plot.isCurrent());
        QTest::keyClick(&plot, Qt::Key_Right); // from the middle of the axes
        QTest::keyClick(&plot, Qt::Key_Left);
        QTest::keyClick(&plot, Qt::Key_Return);
        QCOMPARE(plot.selectedPoints().size(), std::size_t(1)); // the nearest
        QTest::keyClick(&plot, Qt::Key_Right, Qt::ControlModifier);
        const QPointF middle = plot.axisRect().center() + QPointF(1, 0);
        for (int i = 0; i < 12; ++i)
            QTest::keyClick(&plot, Qt::Key_Right, Qt::ShiftModifier);
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(&plot, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&plot, Qt::Key_Return);
        const QRectF box(QPointF(plot.xAt(middle.x()), plot.yAt(middle.y() + 40)),
                         QPointF(plot.xAt(middle.x() + 120), plot.yAt(middle.y())));
        const auto inside = rowsIf(chart, [&](std::size_t i) {
            return box.contains(double(chart.x[i]), double(chart.y[i]));
        });
        QVERIFY(!inside.empty());
        QCOMPARE(plot.selectedPoints(), inside);
        QTest::keyClick(&plot, Qt::Key_Escape);
        QVERIFY(plot.selectedPoints().empty());
    }

    void aMarkIsAskedForByAClick_data()
    {
        QTest::addColumn<bool>("reachability");
        QTest::newRow("reachability") << true;
        QTest::newRow("k distance") << false;
    }
    void aMarkIsAskedForByAClick()
    {
        QFETCH(const bool, reachability);
        std::vector<double> asked;
        const std::unique_ptr<EpsilonPlot> plot = epsilonPlot(reachability, asked);
        plot->setMarks({{0.7, u"knee"_s, u"Where the curve bends."_s, true},
                        {0.69, u"most persistent"_s, {}, false},
                        {std::nan(""), u"none"_s, {}, false}});
        QCOMPARE(plot->marks().size(), std::size_t(2)); // one that was not found is none
        show(*plot);
        QTRY_VERIFY(plot->axisRect().height() > 100);
        const QRectF knee = plot->markName(0);
        const QRectF persistent = plot->markName(1);
        QVERIFY(!knee.isEmpty() && !persistent.isEmpty());
        QVERIFY(!knee.intersects(persistent));
        QVERIFY(plot->axisRect().contains(knee) && plot->axisRect().contains(persistent));
        QTest::mouseClick(canvas(*plot), Qt::LeftButton, {}, persistent.center().toPoint());
        QCOMPARE(asked, (std::vector<double>{0.69}));
        const QPoint line(int(plot->axisRect().center().x()), qRound(plot->yPixel(0.7)));
        QTest::mouseClick(canvas(*plot), Qt::LeftButton, {}, line);
        QCOMPARE(asked, (std::vector<double>{0.69, 0.7}));
        const QImage before = plot->grab().toImage();
        move(canvas(*plot), line, {});
        QVERIFY(plot->grab().toImage() != before); // its reason
        plot->setCuttable(false);
        QTest::mouseClick(canvas(*plot), Qt::LeftButton, {}, line);
        QCOMPARE(asked.size(), std::size_t(2));
    }

    void epsilonIsDraggedInBothPlots_data() { aMarkIsAskedForByAClick_data(); }
    void epsilonIsDraggedInBothPlots()
    {
        QFETCH(const bool, reachability);
        std::vector<double> asked;
        const std::unique_ptr<EpsilonPlot> plot = epsilonPlot(reachability, asked);
        show(*plot);
        QTRY_VERIFY(plot->axisRect().height() > 100);
        const int x = int(plot->axisRect().center().x());
        const QPoint to(x, qRound(plot->yPixel(0.3)));
        drag(*plot, {QPoint(x, qRound(plot->yPixel(0.5))), to});
        QVERIFY(!asked.empty());
        QVERIFY(std::abs(asked.back() - 0.3) < 0.02);
        QTest::keyClick(plot.get(), Qt::Key_BracketLeft);
        QVERIFY(std::abs(asked.back() - 0.5 / 1.05) < 1e-9);
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
