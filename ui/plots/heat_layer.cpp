// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/heat_layer.h"

#include "core/base/text.h"
#include "ui/plots/plot_theme.h"
#include "ui/plots/qcustomplot_include.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

struct HeatTr
{
    Q_DECLARE_TR_FUNCTIONS(dramatis::ui::HeatLayer)
};

constexpr double kMilliseconds = 1e3;
constexpr double kNanoseconds = 1e9;
constexpr double kLegendStep = 8; ///< px
constexpr double kLegendGap = 6;

} // namespace

HeatLayer::HeatLayer(traffic::LatencyMap map) : m_map(std::move(map))
{
    for (const double count : m_map.counts)
        m_most = std::max(m_most, count);
}

double HeatLayer::beginOf(std::size_t step) const
{
    return double(m_map.begin) / kNanoseconds + double(step) * m_map.stepSeconds;
}

void HeatLayer::attach(QCustomPlot &plot)
{
    m_colors = new QCPColorMap(plot.xAxis, plot.yAxis);
    m_colors->setInterpolate(false);
    m_colors->setTightBoundary(false);
    // A map of one row or column has no extent: an empty one is put beside it.
    const int steps = std::max(2, int(m_map.steps()));
    const int rows = std::max(2, int(m_map.rows));
    m_colors->data()->setSize(steps, rows);
    // Ranges are from the middle of the first cell to the middle of the last. Rows are equally high
    // on a logarithmic axis.
    const double half = m_map.stepSeconds / 2;
    m_colors->data()->setKeyRange(
        QCPRange(beginOf(0) + half, beginOf(std::size_t(steps - 1)) + half));
    const double halfRow = std::exp2(0.5 / double(traffic::kLatencyBucketsPerOctave));
    m_colors->data()->setValueRange(
        QCPRange(m_map.lowest(0) * halfRow * kMilliseconds,
                 m_map.lowest(std::size_t(rows - 1)) * halfRow * kMilliseconds));
    for (int step = 0; step < steps; ++step) {
        for (int row = 0; row < rows; ++row) {
            const bool isThere = std::size_t(step) < m_map.steps() && std::size_t(row) < m_map.rows;
            const double count = isThere ? m_map.count(std::size_t(step), std::size_t(row)) : 0;
            m_colors->data()->setCell(step, row, count > 0 ? std::log(count) : std::nan(""));
        }
    }
    m_colors->setDataRange(QCPRange(0, std::max(1e-9, std::log(std::max(1.0, m_most)))));
}

void HeatLayer::restyle(const Tokens &tokens)
{
    if (!m_colors)
        return;
    QCPColorGradient gradient;
    gradient.clearColorStops();
    for (std::size_t i = 0; i < kRampSteps; ++i)
        gradient.setColorStopAt(double(i) / double(kRampSteps - 1), tokens.sequential[i]);
    gradient.setNanHandling(QCPColorGradient::nhTransparent);
    m_colors->setGradient(gradient);
}

std::pair<double, double> HeatLayer::values() const
{
    return {m_map.lowest(0) * kMilliseconds,
            m_map.lowest(std::max<std::size_t>(2, m_map.rows)) * kMilliseconds};
}

TipCard HeatLayer::cardAt(double seconds, double milliseconds) const
{
    TipCard card;
    const double step = (seconds - beginOf(0)) / m_map.stepSeconds;
    if (!(step >= 0) || step >= double(m_map.steps()) || !(milliseconds > 0))
        return card;
    const auto at = std::size_t(step);
    card.heading = QLocale().toString(
        QDateTime::fromMSecsSinceEpoch(std::llround(beginOf(at) * 1000)), u"ddd d MMM HH:mm:ss"_s);
    double all = 0;
    for (std::size_t row = 0; row < m_map.rows; ++row)
        all += m_map.count(at, row);
    const std::int64_t nanoseconds = std::llround(milliseconds / kMilliseconds * kNanoseconds);
    const std::int64_t bucket = traffic::latencyBucketOf(nanoseconds) - m_map.firstBucket;
    if (bucket >= 0 && bucket < std::int64_t(m_map.rows)) {
        const auto row = std::size_t(bucket);
        card.rows.emplace_back(HeatTr::tr("%1 – %2").arg(text::duration(m_map.lowest(row)),
                                                         text::duration(m_map.lowest(row + 1))),
                               text::count(m_map.count(at, row)));
    }
    card.rows.emplace_back(HeatTr::tr("All, in %1").arg(text::duration(m_map.stepSeconds)),
                           text::count(all));
    return card;
}

void HeatLayer::drawLegend(QPainter &painter, const QPointF &topRight, const Tokens &tokens) const
{
    const QFont caption = plotFont(FontRole::Caption);
    const QFontMetricsF metrics(caption);
    const QString most = HeatTr::tr("%1 requests").arg(text::count(m_most));
    const QString least = QLocale().toString(1);
    painter.setFont(caption);
    painter.setPen(tokens.text2);
    double x = topRight.x() - metrics.horizontalAdvance(most);
    const double base = topRight.y() + metrics.ascent();
    painter.drawText(QPointF(x, base), most);
    x -= kLegendGap + kLegendStep * double(kRampSteps);
    for (std::size_t i = 0; i < kRampSteps; ++i)
        painter.fillRect(
            QRectF(
                x + double(i) * kLegendStep, topRight.y() + 3, kLegendStep, metrics.height() - 6),
            tokens.sequential[i]);
    painter.drawText(QPointF(x - kLegendGap - metrics.horizontalAdvance(least), base), least);
}

PlotTable HeatLayer::table() const
{
    PlotTable table{{HeatTr::tr("time (UTC)"),
                     HeatTr::tr("latency from (ms)"),
                     HeatTr::tr("to (ms)"),
                     HeatTr::tr("requests")},
                    {}};
    for (std::size_t step = 0; step < m_map.steps(); ++step) {
        for (std::size_t row = 0; row < m_map.rows; ++row) {
            if (m_map.count(step, row) > 0)
                table.rows.push_back(
                    {text::isoTime(std::int64_t(std::llround(beginOf(step) * kNanoseconds))),
                     QString::number(m_map.lowest(row) * kMilliseconds, 'g', 6),
                     QString::number(m_map.lowest(row + 1) * kMilliseconds, 'g', 6),
                     QString::number(m_map.count(step, row), 'f', 0)});
        }
    }
    return table;
}

QString HeatLayer::sentence() const
{
    return HeatTr::tr("Requests by time and latency, from %1 to %2; at most %3 in one cell.")
        .arg(text::duration(m_map.lowest(0)),
             text::duration(m_map.lowest(m_map.rows)),
             text::count(m_most));
}

} // namespace dramatis::ui
