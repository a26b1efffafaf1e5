// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/chip.h"

#include <QFontMetricsF>
#include <QPainter>

namespace dramatis::ui {

namespace {

constexpr double kMarkerSize = 10;
constexpr double kMarkerGap = 6;
constexpr double kPadding = 8;
constexpr double kVertical = 3;
constexpr double kRadius = 4;

} // namespace

QSizeF chipSize(const QFont &font, const QString &name)
{
    const QFontMetricsF metrics(font);
    return {2 * kPadding + kMarkerSize + kMarkerGap + metrics.horizontalAdvance(name),
            metrics.height() + 2 * kVertical};
}

void paintChip(QPainter &painter,
               const QPointF &topLeft,
               const PersonaStyle &style,
               const QString &name,
               bool selected,
               const Tokens &tokens)
{
    const QRectF plate(topLeft, chipSize(painter.font(), name));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(selected ? QPen(tokens.accent, 1.5) : QPen(tokens.line, 1));
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(plate.adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    paintMarker(painter,
                QRectF(plate.left() + kPadding,
                       plate.center().y() - kMarkerSize / 2,
                       kMarkerSize,
                       kMarkerSize),
                style);
    painter.setPen(tokens.text);
    painter.drawText(plate.adjusted(kPadding + kMarkerSize + kMarkerGap, 0, 0, 0),
                     Qt::AlignVCenter | Qt::AlignLeft,
                     name);
    painter.restore();
}

MarkerWidget::MarkerWidget(std::size_t ordinal, QWidget *parent)
    : QWidget(parent)
    , m_ordinal(ordinal)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void MarkerWidget::setOrdinal(std::size_t ordinal)
{
    m_ordinal = ordinal;
    update();
}

void MarkerWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintMarker(
        painter, QRectF(rect()).adjusted(2, 2, -2, -2), personaStyle(m_ordinal, tokensOf(this)));
}

} // namespace dramatis::ui
