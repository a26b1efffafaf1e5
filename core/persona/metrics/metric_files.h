// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persona/metrics.h"

#include <QCoreApplication>

#include <cmath>

/// The metrics, one file each, and what their files share.
namespace dramatis::persona::metrics {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(dramatis::persona)
};

/// Mean of `count` values, unknown for none.
[[nodiscard]] inline double meanOf(double sum, double count)
{
    return count > 0 ? sum / count : kNotKnown;
}

/// A quantile function at `percent` (0..100); unknown where it is empty.
[[nodiscard]] inline double percentile(const QuantileFunction &function, std::size_t percent)
{
    return percent < function.size() ? function[percent] : kNotKnown;
}

/// Median, 95th percentile and maximum of a figure over windows, those in which it is NaN left out.
/// The mean is left as it is.
void spreadOverWindows(Spread &spread,
                       const Evidence &evidence,
                       double (*figure)(const traffic::Window &window, double widthSeconds));

/// Mean of a window's figure, weighted with its exchanges, over windows that know it.
[[nodiscard]] double exchangeWeighted(const Evidence &evidence,
                                      double (*figure)(const traffic::Window &window));

[[nodiscard]] Metric requestRate();
[[nodiscard]] Metric requestSize();
[[nodiscard]] Metric responseSize();
[[nodiscard]] Metric dataRate();
[[nodiscard]] Metric errorRate();
[[nodiscard]] Metric latencyMean();
[[nodiscard]] Metric latencyP50();
[[nodiscard]] Metric latencyP95();
[[nodiscard]] Metric latencyP99();
[[nodiscard]] Metric concurrency();
[[nodiscard]] Metric burstiness();
[[nodiscard]] Metric gapMean();
[[nodiscard]] Metric writeShare();
[[nodiscard]] Metric peakToMean();

} // namespace dramatis::persona::metrics
