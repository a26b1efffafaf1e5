// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persona/evidence.h"

#include <QLocale>

namespace dramatis::persona {

/// What a window adds to a figure that is a ratio of two sums over windows.
struct RatioTerms
{
    double numerator = 0;
    double denominator = 0; ///< 0: the window cannot tell
};

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
    /// The field that holds the figure, in its unit, NaN where it is unknown.
    double &(*figure)(Persona &persona) = nullptr;
    /// The figure as a ratio of sums over windows, for its precision; null where it is none
    /// (quantiles, the busiest hour).
    RatioTerms (*terms)(const traffic::Window &window, double widthSeconds) = nullptr;
    /// The figure as people read it, with its unit.
    QString (*text)(double value, const QLocale &locale) = nullptr;
    double most = std::numeric_limits<double>::infinity(); ///< the largest it can be; 1 of shares

    /// The figure in its unit, NaN where it is unknown.
    [[nodiscard]] double value(const Persona &persona) const
    {
        return figure(const_cast<Persona &>(persona)); // which only names the field
    }
};

/// All metrics, in the order in which they are shown.
[[nodiscard]] const std::vector<Metric> &allMetrics();

/// The metric of this id, or null.
[[nodiscard]] const Metric *findMetric(const QString &id);

/// How well the figure of `metric` is known from these windows; unknown where it has no terms.
[[nodiscard]] Precision precisionOf(const Metric &metric, const Evidence &evidence);

/// The figure as it was measured, whatever was set by hand, with its precision.
[[nodiscard]] Estimate estimateOf(const Metric &metric, const Persona &persona);

} // namespace dramatis::persona
