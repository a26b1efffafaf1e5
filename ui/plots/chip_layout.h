// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

#include <vector>

class QFont;

namespace dramatis::ui {

/// The name of a cluster, and where its points are.
struct ChipWish
{
    int cluster = 0;
    QString name;
    QRectF core; ///< in pixels
};

struct ChipPlace
{
    int cluster = 0;
    QRectF rect;
};

/// Places a chip above each core, moved as little as it can be within `area` where it would meet a
/// core or another chip; none for a core out of view.
[[nodiscard]] std::vector<ChipPlace>
placeChips(const std::vector<ChipWish> &wishes, const QRectF &area, const QFont &font);

} // namespace dramatis::ui
