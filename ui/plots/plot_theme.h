// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "ui/base/fonts.h"
#include "ui/base/tokens.h"

#include <QColor>
#include <QFont>
#include <QString>

class QCustomPlot;

namespace dramatis::ui {

/// Gives a QCustomPlot the look of UI.md section 3: ground, axes, grid, fonts. The one place that
/// does it; call it again whenever palette or font change.
void applyTheme(QCustomPlot &plot, const Tokens &tokens);

/// `font(role)` with its size in pixels, so that a picture of it is equally large on any device.
[[nodiscard]] QFont plotFont(FontRole role);

/// The colour that a chart value asks for.
[[nodiscard]] QColor styleColor(const report::SeriesStyle &style, const Tokens &tokens);

/// The unit in the title of an axis: "p95 latency (ms, log)" -> "ms"; empty where it has none.
[[nodiscard]] QString unitOfTitle(const QString &title);
/// A value with the unit of its axis: "48.2 ms".
[[nodiscard]] QString valueText(double value, const QString &title);

} // namespace dramatis::ui
