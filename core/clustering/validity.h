// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/clustering/clusterings.h"

namespace dramatis::clustering {

// How far to trust a clustering. For k-means the silhouette (quality.h) fits, whose clusters are
// balls; density clusters may have any shape, so they are judged by DBCV. Stability fits all.

/// Density-based validity in [-1, 1]: whether clusters are denser inside than what separates them.
struct Dbcv
{
    /// Mean of `ofCluster`, weighted by share of the rows; noise counts as 0. NaN with fewer than
    /// two clusters in the sample.
    double value = std::numeric_limits<double>::quiet_NaN();
    std::vector<double> ofCluster; ///< by label; NaN where the sample holds fewer than two rows
    std::size_t rows = 0;          ///< sampled
};

/// DBCV of a seeded sample of at most `sample` rows, noise included.
///
/// @param x  observations in rows, scaled; finite
/// @errors Cancelled
/// Cost: O(sample^2 features) time.
/// Source: Moulavi, Jaskowiak, Campello, Zimek, Sander, "Density-based clustering validation", SDM
/// 2014. Where a cluster's spanning tree has no internal edge (definition 5) all its edges and
/// points count.
[[nodiscard]] Result<Dbcv> dbcv(const MatrixRef &x,
                                const Clustering &clustering,
                                JobControl &job,
                                std::size_t sample = 10'000,
                                std::uint64_t seed = 1);

struct StabilityOptions
{
    int resamples = 20;
    std::size_t most = 20'000; ///< rows of a resample
    double share = 0.8;        ///< of all rows, where that is not more; in (0, 1]
    std::uint64_t seed = 1;
};

/// Whether the same clusters are found again in a part of the rows.
struct Stability
{
    std::size_t rows = 0; ///< of each resample
    /// Per resample, the adjusted Rand index of its clusters and the given ones on its rows. Noise
    /// is a class of its own.
    std::vector<double> agreement;
    double mean = std::numeric_limits<double>::quiet_NaN(); ///< of `agreement`
    /// By label, the mean over resamples of the Jaccard similarity of the cluster with the most
    /// similar one found (NaN where no resample holds a row of it): below 0.6 it is not to be
    /// trusted, from 0.85 it is highly stable.
    std::vector<double> ofCluster;
};

/// Clusters rows drawn without replacement in the same way (clusterAgain()) and compares.
///
/// @param x        what `outcome` is a clustering of
/// @param request  what it was asked with
/// @errors Cancelled; InvalidArgument: no resamples, or fewer than two rows in one
/// Source: Ben-Hur, Elisseeff, Guyon, "A stability based method for discovering structure in
/// clustered data", PSB 2002 (subsampling); Hubert and Arabie, Journal of Classification 2, 1985
/// (the index); Hennig, "Cluster-wise assessment of cluster stability", CSDA 52, 2007.
[[nodiscard]] Result<Stability> stability(const MatrixRef &x,
                                          const ClusteringOutcome &outcome,
                                          const ClusteringRequest &request,
                                          JobControl &job,
                                          const StabilityOptions &options = {});

} // namespace dramatis::clustering
