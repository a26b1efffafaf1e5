// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/statistics.h"
#include "core/practice/advice.h"
#include "core/report/report.h"

#include <QString>

// Sentences, cells and blocks that several sections share.
namespace dramatis::report {

/// Text, right-aligned in its column.
[[nodiscard]] Cell cell(const QString &text);
[[nodiscard]] Cell strong(const QString &text);

[[nodiscard]] Block body(const QString &text);
[[nodiscard]] Block note(const QString &text);
[[nodiscard]] Block heading(const QString &text);

/// A figure in its unit ("s", "fraction", "1/s", ...) with interval: "48.2 ± 0.6 ms".
[[nodiscard]] QString figureText(const Figure &figure, const QString &unit);
/// A plain value in its unit.
[[nodiscard]] QString valueText(double value, const QString &unit);
/// A difference with its sign: "−136 ± 7 ms".
[[nodiscard]] QString differenceText(const Figure &figure, const QString &unit);
/// "p95 of browsing": an effect's metric for people.
[[nodiscard]] QString metricName(const QString &metric);
[[nodiscard]] QString verdictWord(simulation::Verdict verdict);
/// "service", "load balancer".
[[nodiscard]] QString kindWord(topology::NodeKind kind);
/// "16 Nov 2026 09:00 – 22 Nov 2026 21:30 UTC".
[[nodiscard]] QString timeRange(std::int64_t from, std::int64_t to);

} // namespace dramatis::report
