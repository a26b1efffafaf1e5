// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/bar_plot.h"

#include "core/base/text.h"
#include "ui/plots/plot_theme.h"

#include <QPainter>

#include <cmath>

namespace dramatis::ui {

namespace {

constexpr double kRow = 26;
constexpr double kBar = 12;
constexpr double kWhisker = 4; ///< half the height of the interval's ends
constexpr double kPadding = 12;

QString figureText(const Figure &figure, const QString &title)
{
    return figure.hasInterval() ? text::interval(figure, 1, unitOfTitle(title)).trimmed()
                                : valueText(figure.mean, title);
}

} // namespace

BarPlot::BarPlot(QWidget *parent) : Plot(parent) {}

void BarPlot::setValue(report::BarChart chart)
{
    m_chart = std::move(chart);
    setAccessibleName(m_chart.valueTitle);
    updateGeometry();
    valueChanged();
}

QSize BarPlot::sizeHint() const
{
    return {320, static_cast<int>(kPadding * 2 + kRow * (1 + double(m_chart.bars.size())))};
}

QString BarPlot::sentence() const
{
    QStringList parts;
    for (const report::BarChart::Bar &bar : m_chart.bars)
        parts << tr("%1 %2").arg(bar.name, figureText(bar.value, m_chart.valueTitle));
    return tr("%1: %2.").arg(m_chart.valueTitle, parts.join(QStringLiteral(", ")));
}

PlotTable BarPlot::table() const
{
    PlotTable table{{tr("name"), m_chart.valueTitle, tr("± (95 %)")}, {}};
    const auto cell = [](double value) {
        return std::isfinite(value) ? QString::number(value, 'g', 10) : QString();
    };
    for (const report::BarChart::Bar &bar : m_chart.bars)
        table.rows.push_back({bar.name, cell(bar.value.mean), cell(bar.value.halfWidth)});
    return table;
}

void BarPlot::draw(QPainter &painter, const QSizeF &size, const Tokens &tokens)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont body = plotFont(FontRole::Body);
    const QFont caption = plotFont(FontRole::Caption);
    const QFontMetricsF metrics(body);
    const QFontMetricsF captions(caption);
    painter.setFont(body);
    painter.setPen(tokens.text2);
    painter.drawText(QRectF(kPadding, 4, size.width() - 2 * kPadding, metrics.height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     m_chart.valueTitle);
    if (m_chart.bars.empty())
        return;
    double names = 0;
    double figures = 0;
    double low = 0;
    double high = 0;
    for (const report::BarChart::Bar &bar : m_chart.bars) {
        names = std::max(names, metrics.horizontalAdvance(bar.name));
        figures = std::max(figures,
                           captions.horizontalAdvance(figureText(bar.value, m_chart.valueTitle)));
        if (!bar.value.isKnown())
            continue;
        const double half = bar.value.hasInterval() ? bar.value.halfWidth : 0;
        low = std::min(low, bar.value.mean - half);
        high = std::max(high, bar.value.mean + half);
    }
    names = std::min(names, size.width() * 0.4);
    if (!(high > low))
        high = low + 1;
    const double left = kPadding + names + 10;
    const double right = std::max(left + 20, size.width() - kPadding - figures - 10);
    const auto at = [&](double value) {
        return left + (value - low) / (high - low) * (right - left);
    };
    const double top = metrics.height() + 10;
    const double row = std::min(kRow, (size.height() - top - 4) / double(m_chart.bars.size()));
    double y = top;
    for (const report::BarChart::Bar &bar : m_chart.bars) {
        painter.setFont(body);
        painter.setPen(tokens.text);
        painter.drawText(QRectF(kPadding, y, names, row),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(bar.name, Qt::ElideMiddle, names));
        const double middle = y + row / 2;
        if (bar.value.isKnown()) {
            painter.fillRect(
                QRectF(QPointF(at(0), middle - std::min(kBar, row - 4) / 2),
                       QPointF(at(bar.value.mean), middle + std::min(kBar, row - 4) / 2))
                    .normalized(),
                styleColor(bar.style, tokens));
            if (bar.value.hasInterval()) {
                const double from = at(bar.value.mean - bar.value.halfWidth);
                const double to = at(bar.value.mean + bar.value.halfWidth);
                painter.setPen(QPen(tokens.text, 1));
                painter.drawLine(QPointF(from, middle), QPointF(to, middle));
                painter.drawLine(QPointF(from, middle - kWhisker),
                                 QPointF(from, middle + kWhisker));
                painter.drawLine(QPointF(to, middle - kWhisker), QPointF(to, middle + kWhisker));
            }
        }
        painter.setFont(caption);
        painter.setPen(tokens.text2);
        painter.drawText(QRectF(right + 10, y, figures, row),
                         Qt::AlignRight | Qt::AlignVCenter,
                         figureText(bar.value, m_chart.valueTitle));
        y += row;
    }
    painter.setPen(QPen(tokens.control, 1));
    painter.drawLine(QPointF(at(0), top), QPointF(at(0), y));
}

void BarPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    draw(painter, size(), tokensOf(this));
}

} // namespace dramatis::ui
