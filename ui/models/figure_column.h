// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text.h"
#include "ui/models/table_model.h"

#include <cmath>
#include <limits>

namespace dramatis::ui {

inline constexpr Qt::Alignment kTextColumn = Qt::AlignLeft | Qt::AlignVCenter;
inline constexpr Qt::Alignment kFigureColumn = Qt::AlignRight | Qt::AlignVCenter;

/// What a figure is sorted by: unknown ones stand below all others.
[[nodiscard]] inline QVariant figureSortKey(double value)
{
    return std::isnan(value) ? -std::numeric_limits<double>::infinity() : value;
}

/// A column of figures, which `value` tells of a row.
template<typename Row, typename Value>
[[nodiscard]] TableColumn<Row>
figureColumn(const QString &id, const QString &header, const QString &toolTip, Value value)
{
    return {id,
            header,
            toolTip,
            kFigureColumn,
            [value](const Row &row) { return text::number(value(row)); },
            [value](const Row &row) { return figureSortKey(value(row)); }};
}

} // namespace dramatis::ui
