// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/tip_card.h"

#include "ui/plots/plot_theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dramatis::ui {

namespace {

constexpr double kTipPadding = 10;
constexpr double kTipOffset = 14;
constexpr double kRadius = 6;
constexpr double kBetween = 18;    ///< a name and its value
constexpr double kLeastLine = 220; ///< px that a remark may take, even where the rows are shorter

/// A remark broken into lines of `width`.
QRectF remarkRect(const QString &remark, const QFontMetricsF &metrics, double width)
{
    return remark.isEmpty() ? QRectF()
                            : metrics.boundingRect(
                                QRectF(0, 0, width, 1e6), Qt::AlignLeft | Qt::TextWordWrap, remark);
}

QRectF placed(QRectF plate, const QRectF &within, const QPointF &at)
{
    plate.moveTopLeft(at + QPointF(kTipOffset, kTipOffset));
    if (plate.right() > within.right())
        plate.moveRight(at.x() - kTipOffset);
    if (plate.bottom() > within.bottom())
        plate.moveBottom(std::max(within.top() + plate.height(), at.y() - kTipOffset));
    plate.moveLeft(std::max(plate.left(), within.left()));
    return plate;
}

} // namespace

void drawTip(QPainter &painter,
             const QRectF &within,
             const QPointF &at,
             const TipCard &card,
             const Tokens &tokens)
{
    const QFont strong = plotFont(FontRole::Strong);
    const QFont caption = plotFont(FontRole::Caption);
    const QFontMetricsF strongMetrics(strong);
    const QFontMetricsF metrics(caption);
    double names = 0;
    double values = 0;
    for (const auto &[name, value] : card.rows) {
        names = std::max(names, metrics.horizontalAdvance(name));
        values = std::max(values, metrics.horizontalAdvance(value));
    }
    const double rowHeight = metrics.height() + 3;
    double inner =
        std::max(strongMetrics.horizontalAdvance(card.heading), names + kBetween + values);
    const QRectF remark = remarkRect(card.remark, metrics, std::max(inner, kLeastLine));
    inner = std::max(inner, std::ceil(remark.width()));
    const double height =
        strongMetrics.height() + 4 + double(card.rows.size()) * rowHeight + remark.height();
    const QRectF plate =
        placed(QRectF(0, 0, inner + 2 * kTipPadding, height + 2 * kTipPadding - 4), within, at);
    painter.setPen(QPen(tokens.control, 1));
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(plate.adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    QRectF row(
        plate.left() + kTipPadding, plate.top() + kTipPadding - 2, inner, strongMetrics.height());
    painter.setPen(tokens.text);
    painter.setFont(strong);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, card.heading);
    row.translate(0, row.height() + 4);
    row.setHeight(rowHeight);
    painter.setFont(caption);
    for (const auto &[name, value] : card.rows) {
        painter.setPen(tokens.text2);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, name);
        painter.setPen(tokens.text);
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, value);
        row.translate(0, rowHeight);
    }
    if (card.remark.isEmpty())
        return;
    row.setHeight(remark.height() + 1);
    painter.setPen(tokens.text2);
    painter.drawText(row, Qt::AlignLeft | Qt::TextWordWrap, card.remark);
}

} // namespace dramatis::ui
