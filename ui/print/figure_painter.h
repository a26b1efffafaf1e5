// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <QRectF>

class QPainter;

namespace dramatis::ui {

/// Draws a figure of a report into `rect` (points) with the classes that draw it on screen, light
/// on white.
void paintFigure(QPainter &painter, const QRectF &rect, const report::FigureSpec &figure);

} // namespace dramatis::ui
