// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scatter_tools.h"

#include <QPainter>

#include <algorithm>
#include <iterator>
#include <utility>

namespace dramatis::ui {

SelectionChange selectionChange(Qt::KeyboardModifiers modifiers)
{
    if (modifiers & (Qt::AltModifier | Qt::ControlModifier))
        return SelectionChange::Remove;
    return modifiers & Qt::ShiftModifier ? SelectionChange::Add : SelectionChange::Replace;
}

std::vector<std::uint32_t> changedSelection(const std::vector<std::uint32_t> &before,
                                            std::vector<std::uint32_t> inside,
                                            SelectionChange change)
{
    std::vector<std::uint32_t> after;
    switch (change) {
    case SelectionChange::Replace:
        return inside;
    case SelectionChange::Add:
        std::set_union(
            before.begin(), before.end(), inside.begin(), inside.end(), std::back_inserter(after));
        break;
    case SelectionChange::Remove:
        std::set_difference(
            before.begin(), before.end(), inside.begin(), inside.end(), std::back_inserter(after));
        break;
    }
    return after;
}

QPolygonF rectangleBetween(const QPointF &a, const QPointF &b)
{
    return {a, {b.x(), a.y()}, b, {a.x(), b.y()}};
}

void paintOutline(QPainter &painter, const QPolygonF &outline, const Tokens &tokens)
{
    painter.setPen(QPen(tokens.accent, 1.5, Qt::DashLine));
    painter.setBrush(withAlpha(tokens.accent, 0.12));
    painter.drawPolygon(outline, Qt::OddEvenFill);
}

} // namespace dramatis::ui
