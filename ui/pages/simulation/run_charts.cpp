// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/simulation/run_charts.h"

#include <QGridLayout>
#include <QTimer>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

enum ChartIndex : std::size_t { Throughput, Latency, Utilization, Errors };

constexpr int kFourAbreast = 1100; ///< px, from there on the charts stand side by side

report::SeriesStyle seriesStyle(Series series)
{
    // The order of UI.md section 1: offered 1, p95 2, goodput 3, p99 4, p50 7, counted from 0 here.
    switch (series) {
    case Series::Requests:
    case Series::Offered:
        return {report::SeriesStyle::Kind::Series, 0};
    case Series::Latency95:
        return {report::SeriesStyle::Kind::Series, 1};
    case Series::Goodput:
        return {report::SeriesStyle::Kind::Series, 2};
    case Series::Latency99:
        return {report::SeriesStyle::Kind::Series, 3};
    case Series::Bytes:
        return {report::SeriesStyle::Kind::Series, 4};
    case Series::Latency50:
        return {report::SeriesStyle::Kind::Series, 6};
    case Series::Errors:
        return {report::SeriesStyle::Kind::Error, 0};
    }
    return {};
}

} // namespace

RunCharts::RunCharts(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(8, 4, 8, 4);
    m_grid->setSpacing(4);
    const std::array titles{
        tr("Throughput (req/s)"), tr("Latency (ms)"), tr("Utilisation (%)"), tr("Errors (%)")};
    for (std::size_t i = 0; i < m_charts.size(); ++i)
        m_charts[i].chart = new LiveChart(titles[i], tr("time (min)"), this);
    arrange();
}

void RunCharts::arrange()
{
    const bool wide = width() >= kFourAbreast && height() < 260;
    for (std::size_t i = 0; i < m_charts.size(); ++i) {
        const int position = static_cast<int>(i);
        m_grid->addWidget(
            m_charts[i].chart, wide ? 0 : position / 2, wide ? position : position % 2);
    }
    for (int i = 0; i < 4; ++i) {
        m_grid->setColumnStretch(i, wide || i < 2 ? 1 : 0);
        m_grid->setRowStretch(i, i < (wide ? 1 : 2) ? 1 : 0);
    }
}

void RunCharts::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void RunCharts::setLines(std::size_t index,
                         const std::vector<LiveChart::Line> &lines,
                         std::vector<Source> sources)
{
    Chart &chart = m_charts[index];
    if (chart.sources == sources)
        return;
    chart.sources = std::move(sources);
    chart.points.clear();
    chart.chart->setSeries(lines);
}

void RunCharts::setScenario(const simulation::Scenario &scenario)
{
    std::array<std::vector<LiveChart::Line>, 4> lines;
    std::array<std::vector<Source>, 4> sources;
    const auto add = [&](std::size_t chart,
                         const QString &name,
                         const report::SeriesStyle &style,
                         const Source &source) {
        if (lines[chart].size() == LiveChart::kMaxSeries)
            return;
        lines[chart].push_back({name, style});
        sources[chart].push_back(source);
    };
    std::vector<QString> clients;
    int station = 0;
    for (const topology::Node &node : scenario.topology.nodes) {
        if (node.kind == topology::NodeKind::Source)
            clients.push_back(node.id);
        else if (node.serviceTime)
            add(Utilization,
                node.id,
                {report::SeriesStyle::Kind::Series, station++},
                {node.id, u"utilization"_s, 100});
    }
    if (clients.size() == 1) { // one source: what there is of it
        const QString &id = clients.front();
        add(Throughput, tr("offered"), seriesStyle(Series::Offered), {id, u"offered"_s, 1});
        add(Throughput, tr("goodput"), seriesStyle(Series::Goodput), {id, u"goodput"_s, 1});
        add(Latency, tr("p50"), seriesStyle(Series::Latency50), {id, u"p50"_s, 1e3});
        add(Latency, tr("p95"), seriesStyle(Series::Latency95), {id, u"p95"_s, 1e3});
        add(Errors, tr("errors"), seriesStyle(Series::Errors), {id, u"errorRate"_s, 100});
    } else { // several: compared with each other
        for (std::size_t i = 0; i < clients.size(); ++i) {
            const report::SeriesStyle style{report::SeriesStyle::Kind::Persona,
                                            static_cast<int>(i)};
            add(Throughput, clients[i], style, {clients[i], u"goodput"_s, 1});
            add(Latency, clients[i], style, {clients[i], u"p95"_s, 1e3});
            add(Errors, clients[i], style, {clients[i], u"errorRate"_s, 100});
        }
    }
    m_charts[Latency].chart->setTitle(clients.size() == 1 ? tr("Latency (ms)")
                                                          : tr("p95 latency (ms)"));
    m_timeUnit = 60;
    for (std::size_t i = 0; i < m_charts.size(); ++i) {
        setLines(i, lines[i], std::move(sources[i]));
        m_charts[i].chart->setAxisRange(0, scenario.run.duration / m_timeUnit);
    }
}

void RunCharts::showSeries(const simulation::TimeSeries &series)
{
    for (Chart &chart : m_charts) {
        chart.points.assign(chart.sources.size(), {});
        for (std::size_t i = 0; i < chart.sources.size(); ++i) {
            const Source &source = chart.sources[i];
            const simulation::Series *values = series.find(source.on, source.metric);
            if (!values)
                continue;
            QList<QPointF> &points = chart.points[i];
            points.reserve(static_cast<qsizetype>(values->values.size()));
            for (std::size_t step = 0; step < values->values.size(); ++step)
                if (const auto value = static_cast<double>(values->values[step]);
                    std::isfinite(value))
                    points.append(
                        {(static_cast<double>(step) + 0.5) * series.stepSeconds / m_timeUnit,
                         value * source.factor});
        }
        chart.waits = true;
    }
    if (!std::exchange(m_scheduled, true))
        QTimer::singleShot(0, this, &RunCharts::drawNext);
}

void RunCharts::drawNext()
{
    m_scheduled = false;
    for (std::size_t tried = 0; tried < m_charts.size(); ++tried) {
        Chart &chart = m_charts[m_next];
        m_next = (m_next + 1) % m_charts.size();
        if (!chart.waits)
            continue;
        chart.waits = false;
        chart.chart->update(chart.points);
        break;
    }
    for (const Chart &chart : m_charts)
        if (chart.waits && !std::exchange(m_scheduled, true))
            QTimer::singleShot(0, this, &RunCharts::drawNext);
}

void RunCharts::clear()
{
    for (Chart &chart : m_charts) {
        chart.waits = false;
        chart.points.clear();
        chart.chart->clear();
    }
}

} // namespace dramatis::ui
