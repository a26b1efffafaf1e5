// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/k_distance_plot.h"

#include "core/base/statistics.h"
#include "core/base/text.h"
#include "ui/plots/plot_theme.h"
#include "ui/plots/qcustomplot_include.h"
#include "ui/plots/tickers.h"

#include <algorithm>
#include <cmath>

namespace dramatis::ui {

namespace {

constexpr std::size_t kMostPoints = 800;
constexpr double kTopQuantile = 0.998;

} // namespace

KDistanceChart kDistanceChart(std::span<const double> sorted, int minPoints)
{
    KDistanceChart chart;
    chart.title = KDistancePlot::tr("Distance to neighbour %1; windows, sorted").arg(minPoints - 1);
    const std::size_t count = std::min(sorted.size(), kMostPoints);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = count == 1 ? 0 : i * (sorted.size() - 1) / (count - 1);
        chart.position.push_back(double(at + 1));
        chart.distance.push_back(sorted[at]);
    }
    return chart;
}

KDistancePlot::KDistancePlot(QWidget *parent) : EpsilonPlot(parent)
{
    custom().addGraph();
    custom().xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new NumberTicker));
    custom().yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new NumberTicker));
}

void KDistancePlot::setValue(KDistanceChart chart)
{
    m_chart = std::move(chart);
    setTitle(m_chart.title);
    custom().graph(0)->setData(QVector<double>(m_chart.position.begin(), m_chart.position.end()),
                               QVector<double>(m_chart.distance.begin(), m_chart.distance.end()),
                               true);
    setTop(m_chart.distance.empty() ? 1 : sortedQuantile(m_chart.distance, kTopQuantile) * 1.1);
    moveEpsilonTo(m_chart.epsilon);
    valueChanged();
}

void KDistancePlot::setEpsilon(double epsilon)
{
    m_chart.epsilon = epsilon;
    moveEpsilonTo(epsilon);
}

QString KDistancePlot::sentence() const
{
    QStringList suggested;
    for (const EpsilonMark &mark : marks())
        suggested << tr("%1 at %2").arg(mark.name, text::number(mark.epsilon));
    return suggested.isEmpty()
               ? tr("%1.").arg(m_chart.title)
               : tr("%1: %2.").arg(m_chart.title, suggested.join(QStringLiteral(", ")));
}

PlotTable KDistancePlot::table() const
{
    PlotTable table{{tr("window"), tr("distance")}, {}};
    for (std::size_t i = 0; i < m_chart.position.size(); ++i)
        table.rows.push_back({QString::number(m_chart.position[i], 'f', 0),
                              QString::number(m_chart.distance[i], 'g', 10)});
    return table;
}

void KDistancePlot::restyle(const Tokens &tokens)
{
    custom().graph(0)->setPen(QPen(tokens.text, 1.5));
}

void KDistancePlot::beforeReplot()
{
    EpsilonPlot::beforeReplot();
    custom().xAxis->setRange(0, m_chart.position.empty() ? 1 : m_chart.position.back());
    custom().xAxis->ticker()->setTickCount(
        std::clamp((custom().viewport().width() - 60) / 80, 2, 6));
}

void KDistancePlot::drawOver(QPainter &painter, const Tokens &tokens, bool interactive)
{
    for (const EpsilonMark &mark : marks()) {
        const auto at =
            std::lower_bound(m_chart.distance.begin(), m_chart.distance.end(), mark.epsilon);
        if (!mark.isPoint || at == m_chart.distance.end())
            continue;
        const auto index = static_cast<std::size_t>(at - m_chart.distance.begin());
        painter.setPen(QPen(tokens.accent, 2));
        painter.setBrush(tokens.surface);
        painter.drawEllipse(QPointF(xPixel(m_chart.position[index]), yPixel(mark.epsilon)), 4, 4);
    }
    EpsilonPlot::drawOver(painter, tokens, interactive);
}

} // namespace dramatis::ui
