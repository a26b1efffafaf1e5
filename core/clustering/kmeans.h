// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/clustering/clustering.h"

namespace dramatis::clustering {

struct KMeansOptions
{
    int clusters = 5;
    int starts = 10; ///< the best of so many k-means++ starts
    int maxIterations = 300;
    std::uint64_t seed = 1;
    unsigned threads = 0; ///< 0: as many as the machine has; the answer is the same
};

struct KMeansResult
{
    Clustering clustering;
    Matrix centres; ///< clusters in rows, in the order of labels
    double inertia = 0;
    int iterations = 0;
};

/// Lloyd's algorithm from k-means++ starts (Arthur and Vassilvitskii, SODA 2007), the same to the
/// last bit but without most of its distances (Hamerly, "Making k-means even faster", SDM 2010).
/// Deterministic from the seed.
/// @errors InvalidArgument: clusters < 1 or more than rows, non-finite x; Cancelled
[[nodiscard]] Result<KMeansResult>
kMeans(const MatrixRef &x, const KMeansOptions &options, JobControl &job);

} // namespace dramatis::clustering
