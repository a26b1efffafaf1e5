// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <limits>
#include <span>
#include <vector>

namespace dramatis {

/// A figure with the half-width of its 95 % confidence interval, in the figure's unit.
/// `halfWidth` is NaN where there is none (one replication); `mean` is NaN where nothing was
/// observed.
struct Figure
{
    double mean = std::numeric_limits<double>::quiet_NaN();
    double halfWidth = std::numeric_limits<double>::quiet_NaN();

    [[nodiscard]] bool isKnown() const { return !std::isnan(mean); }
    [[nodiscard]] bool hasInterval() const { return !std::isnan(halfWidth); }
    /// NaN equals NaN here, so that values that hold figures can be compared.
    bool operator==(const Figure &other) const;
};

/// Mean of independent observations with Student's 95 % half-width, t(0.975, n - 1) s / sqrt(n).
/// Observations that are NaN (nothing happened in that replication) are left out.
[[nodiscard]] Figure figureOf(std::span<const double> observations);

/// Paired difference `after - before`, replication by replication (common random numbers).
/// Shapes: both of the same length; pairs with a NaN are left out.
[[nodiscard]] Figure pairedDifference(std::span<const double> before,
                                      std::span<const double> after);

/// Quantile t of Student's distribution with `degreesOfFreedom` > 0 at probability in (0, 1).
[[nodiscard]] double studentQuantile(double probability, double degreesOfFreedom);

/// Sum by Neumaier's method (ZAMM 54, 1974): the error does not grow with the number of terms.
[[nodiscard]] double accurateSum(std::span<const double> values);

/// Mean, NaN for no values.
[[nodiscard]] double mean(std::span<const double> values);
/// Sample standard deviation (n - 1), NaN for fewer than two values.
[[nodiscard]] double standardDeviation(std::span<const double> values);

/// Quantile of sorted, finite values by linear interpolation between order statistics (type 7 of
/// Hyndman and Fan, The American Statistician 50, 1996). `probability` in [0, 1]; NaN for no
/// values.
[[nodiscard]] double sortedQuantile(std::span<const double> sorted, double probability);
/// The same for values in any order.
[[nodiscard]] double quantile(std::vector<double> values, double probability);

/// Adjusted Rand index of two labellings of the same items (Hubert and Arabie, Journal of
/// Classification 2, 1985): 1 for equal partitions, around 0 for independent ones. 1 for no items.
[[nodiscard]] double adjustedRandIndex(std::span<const int> a, std::span<const int> b);

} // namespace dramatis
