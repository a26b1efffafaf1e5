// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/chip_layout.h"

#include "ui/base/chip.h"

#include <algorithm>
#include <functional>
#include <optional>

namespace dramatis::ui {

namespace {

constexpr double kChipGap = 6; ///< px between a cluster and its name

/// Where `rect`, moved as little as it can be within `area`, meets nothing; itself where all is
/// full.
QRectF nearestFree(const QRectF &rect,
                   const QRectF &area,
                   const std::function<bool(const QRectF &)> &collides)
{
    if (!collides(rect))
        return rect;
    constexpr int reach = 14; // steps to each side
    const double step = (rect.height() + 4) / 2;
    std::optional<QPointF> nearest;
    for (int down = -reach; down <= reach; ++down)
        for (int right = -reach; right <= reach; ++right) {
            const QPointF move(right * step, down * step);
            if (nearest
                && QPointF::dotProduct(move, move) >= QPointF::dotProduct(*nearest, *nearest))
                continue;
            const QRectF moved = rect.translated(move);
            if (area.contains(moved) && !collides(moved))
                nearest = move;
        }
    return rect.translated(nearest.value_or(QPointF()));
}

/// Above the core and within the area; nothing if it is too far out of view.
std::optional<QRectF> wishedRect(const ChipWish &wish, const QRectF &area, const QFont &font)
{
    const QSizeF size = chipSize(font, wish.name);
    QRectF rect(QPointF(), size);
    rect.moveCenter({wish.core.center().x(), wish.core.top() - kChipGap - size.height() / 2});
    if (!area.adjusted(-size.width(), -40, size.width(), 40).contains(rect.center()))
        return std::nullopt;
    rect.moveLeft(std::clamp(
        rect.left(), area.left() + 2, std::max(area.left() + 2, area.right() - size.width() - 2)));
    rect.moveTop(std::clamp(
        rect.top(), area.top() + 2, std::max(area.top() + 2, area.bottom() - size.height() - 2)));
    return rect;
}

} // namespace

std::vector<ChipPlace>
placeChips(const std::vector<ChipWish> &wishes, const QRectF &area, const QFont &font)
{
    std::vector<ChipPlace> placed;
    const auto collides = [&](const QRectF &rect) {
        return std::any_of(placed.begin(),
                           placed.end(),
                           [&](const ChipPlace &other) {
                               return other.rect.adjusted(-3, -3, 3, 3).intersects(rect);
                           })
               || std::any_of(wishes.begin(), wishes.end(), [&](const ChipWish &wish) {
                      return wish.core.intersects(rect);
                  });
    };
    for (const ChipWish &wish : wishes)
        if (const auto rect = wishedRect(wish, area, font))
            placed.push_back({wish.cluster, nearestFree(*rect, area, collides)});
    return placed;
}

} // namespace dramatis::ui
