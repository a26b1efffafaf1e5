// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/statistics.h"
#include "core/persona/metrics.h"

#include <QString>

namespace dramatis::ui {

/// A figure of `metric` with its interval, where it has one, in the unit that suits it: "48.2 ±
/// 0.6 ms".
[[nodiscard]] QString metricText(const persona::Metric &metric, const Figure &figure);
/// A name that fits above an axis and into a headline: "latency p95"; else the metric's own.
[[nodiscard]] QString metricShortName(const persona::Metric &metric);
/// "+38 %", "−4.2 %", "0.0 %" of a fraction; "–" for NaN.
[[nodiscard]] QString changeText(double fraction);
/// "set by hand; measured 12 req/s"; empty where the figure was not.
[[nodiscard]] QString handEditText(const persona::Metric &metric, const persona::Persona &persona);
/// As a reader of the persona has it: what was set by hand, without an interval, else what was
/// measured, with one.
[[nodiscard]] Figure shownFigure(const persona::Metric &metric, const persona::Persona &persona);

} // namespace dramatis::ui
