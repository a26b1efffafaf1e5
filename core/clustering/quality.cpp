// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clustering/quality.h"

#include "core/base/parallel.h"
#include "core/base/statistics.h"
#include "core/clustering/sample.h"
#include "core/clustering/tr.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <limits>

namespace dramatis::clustering {

namespace {

std::vector<std::size_t> clusteredRows(const Clustering &clustering)
{
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < clustering.labels.size(); ++row)
        if (clustering.labels[row] != kNoise)
            rows.push_back(row);
    return rows;
}

/// Rousseeuw's s(i) of the sampled row `at`: (b - a) / max(a, b), a the mean distance to the others
/// of its cluster, b the least mean distance to another cluster; 0 where it is alone.
double
silhouetteOf(Eigen::Index at, const Matrix &x, std::span<const int> labels, std::size_t clusters)
{
    std::vector<double> sum(clusters, 0.0);
    std::vector<double> count(clusters, 0.0);
    for (Eigen::Index other = 0; other < x.rows(); ++other) {
        const auto label = static_cast<std::size_t>(labels[static_cast<std::size_t>(other)]);
        sum[label] += (x.row(at) - x.row(other)).norm();
        count[label] += 1;
    }
    const auto own = static_cast<std::size_t>(labels[static_cast<std::size_t>(at)]);
    if (count[own] < 2)
        return 0;
    const double inside = sum[own] / (count[own] - 1);
    double outside = std::numeric_limits<double>::infinity();
    for (std::size_t label = 0; label < clusters; ++label)
        if (label != own && count[label] > 0)
            outside = std::min(outside, sum[label] / count[label]);
    const double larger = std::max(inside, outside);
    return larger > 0 ? (outside - inside) / larger : 0;
}

} // namespace

Result<double> silhouette(const MatrixRef &x,
                          const Clustering &clustering,
                          JobControl &job,
                          std::size_t sample,
                          std::uint64_t seed)
{
    Q_ASSERT(clustering.labels.size() == static_cast<std::size_t>(x.rows()));
    const std::vector<std::size_t> rows = sampled(clusteredRows(clustering), sample, seed);
    const Matrix part = rowsOf(x, rows);
    std::vector<int> labels(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        labels[i] = clustering.labels[rows[i]];
    const bool several =
        std::adjacent_find(labels.begin(), labels.end(), std::not_equal_to<>()) != labels.end();
    if (!several)
        return std::numeric_limits<double>::quiet_NaN();

    std::vector<double> values(rows.size());
    constexpr std::size_t kPerCheckpoint = 1024;
    for (std::size_t start = 0; start < rows.size(); start += kPerCheckpoint) {
        DRAMATIS_CHECK(job.checkpoint(static_cast<double>(start) / static_cast<double>(rows.size()),
                                      Tr::tr("Judging clusters")));
        parallelFor(std::min(kPerCheckpoint, rows.size() - start),
                    64,
                    defaultThreadCount(),
                    [&](std::size_t begin, std::size_t end) {
                        for (std::size_t i = start + begin; i < start + end; ++i)
                            values[i] = silhouetteOf(static_cast<Eigen::Index>(i),
                                                     part,
                                                     labels,
                                                     static_cast<std::size_t>(clustering.clusters));
                    });
    }
    return mean(values);
}

Projection principalComponents(const MatrixRef &x)
{
    Projection projection;
    projection.points = Matrix::Zero(x.rows(), 2);
    projection.loadings = Matrix::Zero(x.cols(), 2);
    if (x.rows() == 0 || x.cols() == 0)
        return projection;
    const Eigen::RowVectorXd centre = x.colwise().mean();
    const Matrix centred = x.rowwise() - centre;
    const Eigen::MatrixXd covariance = centred.transpose() * centred;
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(covariance); // ascending
    const double total = covariance.trace();
    for (Eigen::Index axis = 0; axis < std::min<Eigen::Index>(2, x.cols()); ++axis) {
        const Eigen::Index place = x.cols() - 1 - axis;
        Eigen::VectorXd loading = solver.eigenvectors().col(place);
        Eigen::Index largest = 0;
        loading.cwiseAbs().maxCoeff(&largest);
        if (loading(largest) < 0)
            loading = -loading;
        projection.loadings.col(axis) = loading;
        projection.explained[axis] =
            total > 0 ? std::max(solver.eigenvalues()(place), 0.0) / total : 0.0;
    }
    projection.points = centred * projection.loadings;
    return projection;
}

} // namespace dramatis::clustering
