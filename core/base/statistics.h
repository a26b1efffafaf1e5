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

/// A figure with what a test of it needs. NaN where it is not known.
struct Estimate
{
    double value = std::numeric_limits<double>::quiet_NaN();
    double error = std::numeric_limits<double>::quiet_NaN();   ///< standard error
    double freedom = std::numeric_limits<double>::quiet_NaN(); ///< degrees of freedom, > 0

    /// The value with its 95 % half-width.
    [[nodiscard]] Figure figure() const;
};

/// The ratio sum(y) / sum(x) over pieces of something that goes on (blocks of time, windows), with
/// its standard error by the linearised residuals y - R x (Cochran, Sampling Techniques, 1977,
/// section 6.4). Neighbours are alike, so the n pieces count as n (1 - r) / (1 + r), at least 2, r
/// the lag-1 autocorrelation of the residuals where it is positive. Not known where the sum of x is
/// not positive; without an error for fewer than two pieces.
///
/// @param y, x      one entry a piece, of the same length
/// @param isAdjacent  whether a piece follows upon the one before it; empty: all do
[[nodiscard]] Estimate ratioEstimate(std::span<const double> y,
                                     std::span<const double> x,
                                     const std::vector<bool> &isAdjacent = {});

/// Two figures held against each other.
struct Difference
{
    Figure difference;                                   ///< b - a, with its 95 % half-width
    double p = std::numeric_limits<double>::quiet_NaN(); ///< two-sided, of no difference
};

/// Welch's t (Biometrika 34, 1947). Without half-width and p where an error is not known; p is 0 or
/// 1 where neither figure varies.
[[nodiscard]] Difference welchDifference(const Estimate &a, const Estimate &b);

/// The p of several tests, each as the smallest level at which it is among the discoveries if the
/// rate of false ones is bounded by that level (Benjamini and Hochberg, J. R. Stat. Soc. B 57,
/// 1995). In the order given; NaN is no test and stays NaN.
[[nodiscard]] std::vector<double> adjustedForMany(std::span<const double> p);

/// The Kolmogorov-Smirnov distance of two samples: the largest difference between their empirical
/// distribution functions, in [0, 1]. Both sorted; NaN where one is empty. O(n + m).
[[nodiscard]] double kolmogorovSmirnov(std::span<const double> a, std::span<const double> b);

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
