// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/tokens.h"

#include <QPolygonF>

#include <cstdint>
#include <vector>

class QPainter;

namespace dramatis::ui {

/// What a drag in a scatter does.
enum class ScatterTool { Move, Lasso, Rectangle };

/// What an outline does to the selection so far.
enum class SelectionChange { Replace, Add, Remove };

/// Shift adds, Alt removes; Ctrl too, for many desktops keep a drag with Alt to themselves.
[[nodiscard]] SelectionChange selectionChange(Qt::KeyboardModifiers modifiers);

/// @param before, inside  rows, ascending
[[nodiscard]] std::vector<std::uint32_t> changedSelection(const std::vector<std::uint32_t> &before,
                                                          std::vector<std::uint32_t> inside,
                                                          SelectionChange change);

/// The four corners of the rectangle between two points.
[[nodiscard]] QPolygonF rectangleBetween(const QPointF &a, const QPointF &b);

/// The outline of a selection, in pixels: dashed, filled at 12 %.
void paintOutline(QPainter &painter, const QPolygonF &outline, const Tokens &tokens);

} // namespace dramatis::ui
