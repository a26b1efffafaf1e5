// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/tokens.h"

#include <QRectF>
#include <QString>

#include <utility>
#include <vector>

class QPainter;

namespace dramatis::ui {

/// A card of a tool tip: a heading, then name and value a row, then a remark in as many lines as it
/// needs.
struct TipCard
{
    QString heading;
    std::vector<std::pair<QString, QString>> rows{};
    QString remark{};
};

/// Draws a card beside `at`, on the side where it fits into `within`.
void drawTip(QPainter &painter,
             const QRectF &within,
             const QPointF &at,
             const TipCard &card,
             const Tokens &tokens);

} // namespace dramatis::ui
