// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/share_bar_delegate.h"

#include "ui/base/tokens.h"
#include "ui/models/table_model.h"

#include <QPainter>

#include <algorithm>

namespace dramatis::ui {

namespace {

constexpr int kBarWidth = 48;
constexpr int kBarHeight = 4;
constexpr int kPadding = 8;

} // namespace

void ShareBarDelegate::paint(QPainter *painter,
                             const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant share = index.data(TableModelBase::ShareRole);
    if (!share.isValid())
        return;
    const Tokens &tokens = tokensOf(option.palette);
    const QRectF track(option.rect.left() + kPadding,
                       option.rect.center().y() - kBarHeight / 2,
                       kBarWidth,
                       kBarHeight);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tokens.sunken);
    painter->drawRoundedRect(track, 2, 2);
    QRectF bar = track;
    bar.setWidth(track.width() * std::clamp(share.toDouble(), 0.0, 1.0));
    painter->setBrush(tokens.series(Series::Requests));
    painter->drawRoundedRect(bar, 2, 2);
    painter->restore();
}

QSize ShareBarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (index.data(TableModelBase::ShareRole).isValid())
        size.rwidth() += kBarWidth + kPadding;
    return size;
}

} // namespace dramatis::ui
