// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persona/evidence.h"

#include <QLocale>

namespace dramatis::persona {

/// A figure of a persona. One file each in core/persona/metrics, one line in metrics.cpp. Tables,
/// cards, the report and comparisons read this list rather than naming figures.
struct Metric
{
    QString id;          ///< "request_rate": stable, in files and on the command line
    QString name;        ///< translated
    QString unit;        ///< "1/s", "B", "B/s", "s", "" for fractions and ratios
    QString description; ///< what it means, one translated sentence
    QString source;      ///< where it comes from: "windows" or "exchanges", and the method
    /// Fills the metric's fields of `persona`; what the evidence cannot tell stays as it is.
    void (*compute)(const Evidence &evidence, Persona &persona) = nullptr;
    /// The figure in its unit, NaN where it is unknown.
    double (*value)(const Persona &persona) = nullptr;
    /// The figure as people read it, with its unit.
    QString (*text)(double value, const QLocale &locale) = nullptr;
};

/// All metrics, in the order in which they are shown.
[[nodiscard]] const std::vector<Metric> &allMetrics();

/// The metric of this id, or null.
[[nodiscard]] const Metric *findMetric(const QString &id);

} // namespace dramatis::persona
