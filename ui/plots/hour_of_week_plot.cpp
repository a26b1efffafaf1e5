// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/hour_of_week_plot.h"

#include "core/base/text.h"
#include "ui/plots/plot_theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr int kDays = 7;
constexpr int kHours = 24;
constexpr std::size_t kCells = kDays * kHours;
constexpr double kRampWidth = 8 * 10;

QString dayName(int day)
{
    return QLocale().dayName(day + 1, QLocale::ShortFormat);
}

} // namespace

HourOfWeekPlot::HourOfWeekPlot(QWidget *parent) : Plot(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setSizePolicy(policy);
}

void HourOfWeekPlot::setValue(report::HourOfWeekMap map)
{
    m_map = std::move(map);
    m_map.values.resize(kCells, std::nan(""));
    setAccessibleName(m_map.valueTitle);
    valueChanged();
}

QString HourOfWeekPlot::sentence() const
{
    std::size_t busiest = kCells;
    for (std::size_t i = 0; i < m_map.values.size(); ++i)
        if (std::isfinite(m_map.values[i])
            && (busiest == kCells || m_map.values[i] > m_map.values[busiest]))
            busiest = i;
    if (busiest == kCells)
        return tr("%1 by hour of the week: nothing was seen.").arg(m_map.valueTitle);
    return tr("%1 by hour of the week, most on %2 at %3:00 with %4.")
        .arg(m_map.valueTitle, dayName(static_cast<int>(busiest) / kHours))
        .arg(static_cast<int>(busiest) % kHours)
        .arg(valueText(m_map.values[busiest], m_map.valueTitle));
}

PlotTable HourOfWeekPlot::table() const
{
    PlotTable table{{tr("day"), tr("hour"), m_map.valueTitle}, {}};
    for (std::size_t i = 0; i < m_map.values.size(); ++i)
        table.rows.push_back({dayName(static_cast<int>(i) / kHours),
                              QString::number(static_cast<int>(i) % kHours),
                              std::isfinite(m_map.values[i])
                                  ? QString::number(m_map.values[i], 'g', 10)
                                  : QString()});
    return table;
}

QRectF HourOfWeekPlot::cellsRect(const QSizeF &size) const
{
    const QFontMetricsF metrics(plotFont(FontRole::Caption));
    double names = 0;
    for (int day = 0; day < kDays; ++day)
        names = std::max(names, metrics.horizontalAdvance(dayName(day)));
    const double below = 2 * metrics.height() + 10;
    return QRectF(names + 6, 1, size.width() - names - 7, std::max(28.0, size.height() - below));
}

void HourOfWeekPlot::draw(QPainter &painter, const QSizeF &size, const Tokens &tokens)
{
    const QRectF cells = cellsRect(size);
    const double width = cells.width() / kHours;
    const double height = cells.height() / kDays;
    double most = 0;
    for (const double value : m_map.values)
        if (std::isfinite(value))
            most = std::max(most, value);
    const QFont caption = plotFont(FontRole::Caption);
    const QFontMetricsF metrics(caption);
    painter.setFont(caption);
    for (int day = 0; day < kDays; ++day) {
        painter.setPen(tokens.text2);
        painter.drawText(QRectF(0, cells.top() + day * height, cells.left() - 6, height),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         dayName(day));
        for (int hour = 0; hour < kHours; ++hour) {
            const QRectF cell(
                cells.left() + hour * width, cells.top() + day * height, width - 1, height - 1);
            const double value = m_map.values.size() == kCells
                                     ? m_map.values[static_cast<std::size_t>(day * kHours + hour)]
                                     : std::nan("");
            if (std::isfinite(value))
                painter.fillRect(cell, tokens.sequentialAt(most > 0 ? value / most : 0));
            else
                painter.fillRect(cell, QBrush(tokens.line, Qt::BDiagPattern));
        }
    }
    const double line = cells.bottom() + 2;
    painter.setPen(tokens.text3);
    for (int hour = 0; hour <= kHours; hour += 6) {
        const QString name = hour == kHours ? tr("24 h") : QString::number(hour);
        const double x = cells.left() + hour * width;
        const double advance = metrics.horizontalAdvance(name);
        painter.drawText(QPointF(std::min(x, cells.right() - advance), line + metrics.ascent()),
                         name);
    }
    // The ramp with its ends.
    const double top = line + metrics.height() + 4;
    const QString least = QString::number(0);
    painter.drawText(QPointF(cells.left(), top + metrics.ascent()), least);
    double x = cells.left() + metrics.horizontalAdvance(least) + 6;
    const double step = std::min(kRampWidth, cells.width() / 3) / kRampSteps;
    for (std::size_t i = 0; i < kRampSteps; ++i, x += step)
        painter.fillRect(QRectF(x, top + 3, step, metrics.height() - 6), tokens.sequential[i]);
    painter.drawText(QPointF(x + 6, top + metrics.ascent()), valueText(most, m_map.valueTitle));
}

void HourOfWeekPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    draw(painter, size(), tokensOf(this));
    if (hasFocus()) {
        painter.setPen(QPen(tokensOf(this).focus, 2));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

bool HourOfWeekPlot::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return Plot::event(event);
    auto *help = static_cast<QHelpEvent *>(event);
    const QRectF cells = cellsRect(size());
    if (!cells.contains(help->pos()) || m_map.values.size() != kCells) {
        QToolTip::hideText();
        return true;
    }
    const int hour = std::min(
        kHours - 1, static_cast<int>((help->pos().x() - cells.left()) / (cells.width() / kHours)));
    const int day = std::min(
        kDays - 1, static_cast<int>((help->pos().y() - cells.top()) / (cells.height() / kDays)));
    const double value = m_map.values[static_cast<std::size_t>(day * kHours + hour)];
    QToolTip::showText(
        help->globalPos(),
        tr("%1 %2:00–%3:00: %4")
            .arg(dayName(day))
            .arg(hour)
            .arg(hour + 1)
            .arg(std::isfinite(value) ? valueText(value, m_map.valueTitle) : tr("never seen")),
        this);
    return true;
}

} // namespace dramatis::ui
