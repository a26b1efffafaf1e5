// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "ui/base/fonts.h"
#include "ui/base/theme.h"
#include "ui/plots/parallel_plot.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>
#include <memory>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::ui;

namespace {

using Axis = ParallelChart::Axis;

const double kUnknown = std::nan("");

Axis axisOf(const QString &name, const QString &unit)
{
    return {name, name + u" is what it says."_s, [unit](const Figure &figure) {
                return text::interval(figure, 1, unit);
            }};
}

/// Rates of 10, 40 and 1000; latencies of 1, 1.5 and none; shares of 0.2, 0.1 and 0.4.
ParallelChart threePersonas()
{
    ParallelChart chart;
    chart.axes = {
        axisOf(u"Rate"_s, u"req/s"_s), axisOf(u"Latency"_s, u"s"_s), axisOf(u"Share"_s, {})};
    chart.axes[2].most = 1;
    chart.series = {{u"steady"_s, 0, {{10, 1}, {1, 0.1}, {0.2}}},
                    {u"bursty"_s, 1, {{40, 2}, {1.5, 0.2}, {0.1}}},
                    {u"crawler"_s, 2, {{1000, 50}, {}, {0.4}}}};
    return chart;
}

/// As the page shows them: many measures with long names.
ParallelChart manyMeasures(int personas)
{
    const QStringList names{u"Anfragerate"_s,
                            u"Größe der Anfragen"_s,
                            u"Größe der Antworten"_s,
                            u"Datenrate"_s,
                            u"Fehleranteil"_s,
                            u"Mittlere Antwortzeit"_s,
                            u"Antwortzeit p50"_s,
                            u"Antwortzeit p95"_s,
                            u"Antwortzeit p99"_s,
                            u"Gleichzeitigkeit"_s,
                            u"Büschelung"_s,
                            u"Mittlerer Abstand"_s,
                            u"Schreibanteil"_s,
                            u"Spitze zu Mittel"_s};
    ParallelChart chart;
    for (const QString &name : names)
        chart.axes.push_back(axisOf(name, u"MiB/s"_s));
    for (int persona = 0; persona < personas; ++persona) {
        ParallelChart::Series series{u"gleichmäßiges Stöbern %1"_s.arg(persona), persona, {}};
        for (int axis = 0; axis < names.size(); ++axis)
            series.values.push_back({1 + (persona * 7 + axis * 3) % 12 * 0.01, 0.005});
        chart.series.push_back(series);
    }
    return chart;
}

bool overlap(const std::vector<QRectF> &rects)
{
    for (std::size_t i = 0; i < rects.size(); ++i)
        for (std::size_t j = i + 1; j < rects.size(); ++j)
            if (rects[i].adjusted(0.1, 0.1, -0.1, -0.1).intersects(rects[j]))
                return true;
    return false;
}

} // namespace

class TestParallelPlot : public QObject
{
    Q_OBJECT

    static void show(QWidget &widget, const QSize &size)
    {
        widget.resize(size);
        widget.show();
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
    }

private slots:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        cleanup();
    }
    void cleanup()
    {
        m_theme->setTextScale(1);
        m_theme->setChoice(ThemeChoice::Light);
    }
    void cleanupTestCase() { m_theme.reset(); }

    void scales_data()
    {
        QTest::addColumn<QList<double>>("values");
        QTest::addColumn<double>("most");
        QTest::addColumn<bool>("binary");
        QTest::addColumn<bool>("logarithmic");
        QTest::addColumn<QList<double>>("ticks");
        const double inf = std::numeric_limits<double>::infinity();
        QTest::newRow("from 0") << QList{3.0, 14.0} << inf << false << false
                                << QList{0.0, 5.0, 10.0, 15.0};
        QTest::newRow("not from 0")
            << QList{8.0, 14.0} << inf << false << false << QList{8.0, 10.0, 12.0, 14.0};
        QTest::newRow("20 times is even")
            << QList{1.0, 20.0} << inf << false << false << QList{0.0, 10.0, 20.0};
        QTest::newRow("more is logarithmic")
            << QList{0.3, 53.8} << inf << false << true << QList{0.2, 1.0, 10.0, 100.0};
        QTest::newRow("with a 0 it is not")
            << QList{0.0, 53.8} << inf << false << false << QList{0.0, 20.0, 40.0, 60.0};
        QTest::newRow("a share ends at 1")
            << QList{0.1, 0.95} << 1.0 << false << false << QList{0.0, 0.5, 1.0};
        QTest::newRow("KiB") << QList{3000.0, 9000.0} << inf << true << false
                             << QList{0.0, 5120.0, 10240.0};
        QTest::newRow("B to MiB") << QList{100.0, 2097152.0} << inf << true << true
                                  << QList{100.0, 1024.0, 102400.0, 2097152.0};
        QTest::newRow("all alike")
            << QList{7.0, 7.0} << inf << false << false << QList{0.0, 5.0, 10.0};
        QTest::newRow("all 0") << QList{0.0} << 1.0 << false << false << QList{0.0, 0.5, 1.0};
        QTest::newRow("nothing known")
            << QList{kUnknown} << inf << false << false << QList{0.0, 0.5, 1.0};
    }
    void scales()
    {
        QFETCH(QList<double>, values);
        QFETCH(double, most);
        QFETCH(bool, binary);
        QFETCH(bool, logarithmic);
        QFETCH(QList<double>, ticks);
        const ParallelScale scale =
            scaleOf({values.constData(), std::size_t(values.size())}, most, binary);
        QCOMPARE(scale.logarithmic, logarithmic);
        QString shown;
        for (const double tick : scale.ticks)
            shown += QString::number(tick) + u' ';
        QVERIFY2(scale.ticks.size() == std::size_t(ticks.size()), qPrintable(shown));
        for (std::size_t i = 0; i < scale.ticks.size(); ++i)
            QVERIFY2(std::abs(scale.ticks[i] - ticks[qsizetype(i)]) < 1e-9 * scale.high,
                     qPrintable(shown));
        for (const double value : values)
            if (!std::isnan(value)) {
                QVERIFY(value >= scale.low);
                QVERIFY(value <= scale.high);
            }
        QCOMPARE(scale.at(scale.low), 0.0);
        QCOMPARE(scale.at(scale.high), 1.0);
        QVERIFY(std::isnan(scale.at(kUnknown)));
    }

    void greaterStandsHigher()
    {
        ParallelPlot plot;
        plot.setValue(threePersonas());
        plot.resize(600, 320);
        QVERIFY(plot.pixelOf({0, 2}).y() < plot.pixelOf({0, 1}).y());
        QVERIFY(plot.pixelOf({0, 1}).y() < plot.pixelOf({0, 0}).y());
        QVERIFY(plot.pixelOf({0, 0}).x() < plot.pixelOf({1, 0}).x());
        // 40 is at log(4) / log(100) of the way from 10 to 1000.
        const double low = plot.pixelOf({0, 0}).y();
        const double high = plot.pixelOf({0, 2}).y();
        const double part = (low - plot.pixelOf({0, 1}).y()) / (low - high);
        QVERIFY(std::abs(part - std::log(4) / std::log(100)) < 1e-6);
        // What is not known lies on the way from the one before to the one after.
        const QPointF between = (plot.pixelOf({0, 2}) + plot.pixelOf({2, 2})) / 2;
        QVERIFY((plot.pixelOf({1, 2}) - between).manhattanLength() < 1e-6);
    }

    void hoveringALineTellsItsValue()
    {
        ParallelPlot plot;
        plot.setValue(threePersonas());
        show(plot, {600, 320});
        QTest::mouseMove(&plot, {2, 2});
        QVERIFY(!plot.current());
        QTest::mouseMove(&plot, plot.pixelOf({1, 1}).toPoint());
        QVERIFY(plot.current());
        QCOMPARE(*plot.current(), (ParallelPlot::Place{1, 1}));
        const TipCard card = plot.tip(*plot.current());
        QCOMPARE(card.heading, u"bursty"_s);
        QCOMPARE(card.rows[0].first, u"Latency"_s);
        QCOMPARE(card.rows[0].second, text::interval({1.5, 0.2}, 1, u"s"_s));
        QCOMPARE(card.remark, u"Latency is what it says."_s);
        // In between, the nearer axis counts.
        const QPointF third = plot.pixelOf({0, 0}) * 0.7 + plot.pixelOf({1, 0}) * 0.3;
        QTest::mouseMove(&plot, third.toPoint());
        QCOMPARE(*plot.current(), (ParallelPlot::Place{0, 0}));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(&plot, &leave);
        QVERIFY(!plot.current());
    }

    void whatIsNotKnownIsSaid()
    {
        ParallelPlot plot;
        ParallelChart chart = threePersonas();
        chart.series[0].notes = {u"set by hand"_s, {}, {}};
        plot.setValue(chart);
        show(plot, {600, 320});
        QTest::mouseMove(&plot, plot.pixelOf({1, 2}).toPoint());
        QVERIFY(plot.current());
        QCOMPARE(*plot.current(), (ParallelPlot::Place{1, 2}));
        QCOMPARE(plot.tip(*plot.current()).rows[0].second, u"not known"_s);
        QCOMPARE(plot.tip({0, 0}).rows[1].first, u"set by hand"_s);
        QCOMPARE(plot.tip({1, 0}).rows.size(), std::size_t(1));
    }

    void aClickChooses()
    {
        ParallelPlot plot;
        plot.setValue(threePersonas());
        show(plot, {600, 320});
        QSignalSpy clicked(&plot, &ParallelPlot::seriesClicked);
        QTest::mouseClick(&plot, Qt::LeftButton, {}, {2, 2});
        QCOMPARE(clicked.count(), 0);
        QTest::mouseClick(&plot, Qt::LeftButton, {}, plot.pixelOf({2, 0}).toPoint());
        QTest::mouseClick(&plot, Qt::LeftButton, {}, plot.labelRects()[2].center().toPoint());
        QCOMPARE(clicked.count(), 2);
        QCOMPARE(clicked[0][0].toInt(), 0);
        QCOMPARE(clicked[1][0].toInt(), 2);
    }

    void theArrowsWalk()
    {
        ParallelPlot plot;
        plot.setValue(threePersonas());
        show(plot, {600, 320});
        QSignalSpy clicked(&plot, &ParallelPlot::seriesClicked);
        const auto press = [&plot](Qt::Key key) {
            QTest::keyClick(&plot, key);
            return plot.current().value_or(ParallelPlot::Place{-1, -1});
        };
        using Place = ParallelPlot::Place;
        QCOMPARE(press(Qt::Key_Right), (Place{0, 2})); // the greatest rate
        QCOMPARE(press(Qt::Key_Up), (Place{0, 2}));
        QCOMPARE(press(Qt::Key_Down), (Place{0, 1}));
        QCOMPARE(press(Qt::Key_Right), (Place{1, 1}));
        QCOMPARE(press(Qt::Key_Down), (Place{1, 0}));
        QCOMPARE(press(Qt::Key_Down), (Place{1, 2})); // not known: after the others
        QCOMPARE(press(Qt::Key_Right), (Place{2, 2}));
        QCOMPARE(press(Qt::Key_Right), (Place{2, 2}));
        QCOMPARE(press(Qt::Key_Left), (Place{1, 2}));
        QCOMPARE(press(Qt::Key_Return), (Place{1, 2}));
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(clicked[0][0].toInt(), 2);
        press(Qt::Key_Escape);
        QVERIFY(!plot.current());
    }

    void namesNeverOverlap_data()
    {
        QTest::addColumn<int>("personas");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        for (const int personas : {1, 2, 5, 12})
            for (const QSize size : {QSize(1000, 600), QSize(700, 450), QSize(360, 240)})
                for (const double scale : {0.8, 1.0, 2.0})
                    QTest::addRow(
                        "%d personas, %d px, %.0f %%", personas, size.width(), scale * 100)
                        << personas << size << scale;
    }
    void namesNeverOverlap()
    {
        QFETCH(int, personas);
        QFETCH(QSize, size);
        QFETCH(double, scale);
        const double before = QFontMetricsF(ui::font(FontRole::Body)).height();
        m_theme->setTextScale(scale);
        const double after = QFontMetricsF(ui::font(FontRole::Body)).height();
        QVERIFY(std::abs(after - scale * before) < 3);
        ParallelPlot plot;
        plot.setValue(manyMeasures(personas));
        plot.resize(size);
        QVERIFY(!overlap(plot.nameRects()));
        QVERIFY(!overlap(plot.labelRects()));
        const QRectF all(plot.rect());
        for (const QRectF &rect : plot.nameRects())
            QVERIFY2(all.contains(rect), qPrintable(QString::number(rect.left())));
        for (const QRectF &rect : plot.labelRects())
            QVERIFY2(all.contains(rect), qPrintable(QString::number(rect.bottom())));
    }

    void textOfThePlot()
    {
        ParallelPlot plot;
        plot.setValue(threePersonas());
        QVERIFY2(plot.sentence().contains(u"Rate"), qPrintable(plot.sentence()));
        QVERIFY(plot.sentence().contains(u"crawler"));
        QVERIFY(plot.sentence().contains(u"steady"));
        const PlotTable table = plot.table();
        QCOMPARE(table.headers.size(), 7);
        QCOMPARE(table.rows.size(), std::size_t(3));
        QCOMPARE(table.rows[1],
                 (QStringList{u"bursty"_s, u"40"_s, u"2"_s, u"1.5"_s, u"0.2"_s, u"0.1"_s, {}}));
        QCOMPARE(table.rows[2][3], QString());
    }

    void onPaperItIsLightAndHasNoTip()
    {
        m_theme->setChoice(ThemeChoice::Dark);
        ParallelPlot plot;
        plot.setValue(threePersonas());
        plot.setCurrent(ParallelPlot::Place{0, 0});
        QImage paper(600, 320, QImage::Format_ARGB32);
        QPainter painter(&paper);
        plot.render(painter, QRectF(0, 0, 600, 320), 1);
        painter.end();
        QCOMPARE(paper.pixelColor(1, 1), lightTokens().surface);
        plot.setCurrent(std::nullopt);
        QImage again(600, 320, QImage::Format_ARGB32);
        QPainter second(&again);
        plot.render(second, QRectF(0, 0, 600, 320), 1);
        second.end();
        QCOMPARE(paper, again);
    }

    void nothingToShowIsNoFault()
    {
        ParallelPlot plot;
        show(plot, {400, 240});
        plot.grab();
        QTest::keyClick(&plot, Qt::Key_Right);
        QVERIFY(!plot.current());
        plot.setValue({{axisOf(u"Rate"_s, {})}, {{u"alone"_s, 0, {{}}}}});
        plot.grab();
        QVERIFY(!plot.sentence().isEmpty());
        QTest::keyClick(&plot, Qt::Key_Right);
        QCOMPARE(plot.tip(*plot.current()).rows[0].second, u"not known"_s);
        plot.grab();
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestParallelPlot)
#include "tst_parallel_plot.moc"
