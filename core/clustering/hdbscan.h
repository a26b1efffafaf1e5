// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clustering/density_index.h"

namespace dramatis::clustering {

inline constexpr int kLeastClusterSize = 2;

struct HdbscanOptions
{
    int minClusterSize = kDefaultMinPoints; ///< rows; fewer are noise. In [2, rows]
};

/// A cluster of HDBSCAN*, with the radii between which it is one: above `birth` it is part of a
/// larger one, below `death` it has fallen apart into others or into noise.
struct StableCluster
{
    std::size_t size = 0; ///< rows when it is born
    double birth = 0;     ///< eps
    double half = 0;      ///< eps from which half of its rows are in it, or `death`
    double death = 0;     ///< eps
    /// Excess of mass: the sum over its rows of 1 / (eps at which the row leaves) - 1 / birth.
    double stability = 0;
    bool operator==(const StableCluster &) const = default;
};

struct HdbscanResult
{
    /// A row is in a cluster when it is at the cluster's birth; its role is then Core, else Noise.
    Clustering clustering;
    std::vector<StableCluster> clusters; ///< by label
    /// Per row in [0, 1], how deep in its cluster it is: the density at which it leaves, relative
    /// to that at which the last one leaves. 0 for noise.
    std::vector<double> membership;
    bool operator==(const HdbscanResult &) const = default;
};

/// Where it is left open: minPts, or one in 200 rows if that is more.
[[nodiscard]] int defaultMinClusterSize(std::size_t rows, int minPoints);

/// @errors InvalidArgument: minClusterSize < 2 or more than there are rows
[[nodiscard]] Result<> checkMinClusterSize(int minClusterSize, std::size_t rows);

/// HDBSCAN*: of all clusters that exist at some eps, those that do not overlap and whose
/// stabilities have the largest sum. All rows together are no cluster. Uses the tree of `index`,
/// and its minPoints.
///
/// Where rows merge at eps 0 (minPts rows or more are equal) their density counts as that of the
/// least positive merge height, for an infinite stability compares with nothing.
///
/// @errors those of checkMinClusterSize()
/// Cost: O(n) time and memory.
/// Source: Campello, Moulavi, Zimek, Sander, "Hierarchical density estimates for data clustering,
/// visualization, and outlier detection", ACM TKDD 10 (2015), sections 3 and 5. Departs from it:
/// clusters that part at one eps part at once, so that the answer does not depend on which of
/// several minimum spanning trees there is.
[[nodiscard]] Result<HdbscanResult> hdbscan(const DensityIndex &index,
                                            const HdbscanOptions &options = {});

} // namespace dramatis::clustering
