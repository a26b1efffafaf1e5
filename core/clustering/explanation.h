// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clustering/clustering.h"

#include <cstddef>

namespace dramatis::clustering {

/// How far a cluster differs from all other rows in one feature.
struct FeatureEffect
{
    std::size_t feature = 0; ///< column
    /// Cliff's delta in [-1, 1]: the chance that a row of the cluster has the larger value than a
    /// row of the rest, less the chance of the smaller. 0: no difference.
    double delta = 0;
    double median = 0;     ///< of the cluster, in the unit of the column
    double restMedian = 0; ///< of all other rows, noise included
    bool operator==(const FeatureEffect &) const = default;
};

/// In words, by the limits of Romano, Kromrey, Coraggio, Skowronek, "Appropriate statistics for
/// ordinal level data", Florida Association of Institutional Research 2006: |delta| below 0.147,
/// 0.33, 0.474 and above.
enum class EffectSize { Negligible, Small, Medium, Large };
[[nodiscard]] EffectSize effectSize(double delta);

/// What makes each cluster: the features of `x` by how far the cluster's values differ from those
/// of all other rows, the farthest first (of equals the first column).
///
/// Cliff's delta needs no scale and no shape of the values, so raw and scaled columns give the same
/// order, and outliers have no more weight than any other row.
///
/// @param x  observations in rows, in any unit; a NaN is a missing value and left out
/// @return per label all features; delta 0 and medians NaN where a side has no value
/// Cost: O(features n log n).
/// Source: Cliff, "Dominance statistics: ordinal analyses to answer ordinal questions",
/// Psychological Bulletin 114, 1993.
[[nodiscard]] std::vector<std::vector<FeatureEffect>>
distinguishingFeatures(const MatrixRef &x, const Clustering &clustering);

} // namespace dramatis::clustering
