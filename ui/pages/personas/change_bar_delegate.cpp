// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/change_bar_delegate.h"

#include "ui/base/tokens.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dramatis::ui {

namespace {

constexpr double kBarHeight = 8;
constexpr double kSide = 8;
constexpr double kLeastColor = 0.35; ///< so that a short bar stands out from the ground

} // namespace

void ChangeBarDelegate::paint(QPainter *painter,
                              const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant change = index.data(ChangeRole);
    if (!change.isValid())
        return;
    const Tokens &tokens = tokensOf(option.palette);
    const double part = std::clamp(change.toDouble() / m_largest, -1.0, 1.0);
    const QPointF zero = QRectF(option.rect).center();
    const double half = option.rect.width() / 2.0 - kSide;
    QRectF bar(zero.x(), zero.y() - kBarHeight / 2, half * std::abs(part), kBarHeight);
    if (part < 0)
        bar.moveRight(zero.x());
    painter->save();
    const QColor color =
        tokens.divergingAt(std::copysign(std::max(kLeastColor, std::abs(part)), part));
    painter->setPen(QPen(color, 1));
    painter->setBrush(index.data(SureRole).toBool() ? QBrush(color) : QBrush(Qt::NoBrush));
    painter->drawRect(bar);
    painter->setPen(QPen(tokens.control, 1));
    painter->drawLine(QPointF(zero.x(), option.rect.top() + 4.0),
                      QPointF(zero.x(), option.rect.bottom() - 4.0));
    painter->restore();
}

} // namespace dramatis::ui
