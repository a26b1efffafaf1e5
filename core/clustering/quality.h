// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/clustering/clustering.h"

namespace dramatis::clustering {

/// Mean silhouette (Rousseeuw, J. Comput. Appl. Math. 20, 1987) of a seeded sample of at most
/// `sample` rows that are not noise; NaN with fewer than two clusters.
[[nodiscard]] Result<double> silhouette(const MatrixRef &x,
                                        const Clustering &clustering,
                                        JobControl &job,
                                        std::size_t sample = 10'000,
                                        std::uint64_t seed = 1);

/// Principal components of centred rows.
struct Projection
{
    Matrix points;                ///< rows x 2
    Matrix loadings;              ///< features x 2
    double explained[2] = {0, 0}; ///< share of the variance of each axis
};

/// The first two principal components, signs fixed so that each axis' largest loading is positive
/// (the picture must not flip between runs). One feature gives a second axis of zeros.
[[nodiscard]] Projection principalComponents(const MatrixRef &x);

} // namespace dramatis::clustering
