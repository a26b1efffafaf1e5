// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <Eigen/Core>

#include <cstdint>
#include <limits>
#include <vector>

namespace dramatis::clustering {

/// Rows are observations, columns are features, already scaled (no unit).
using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using MatrixRef = Eigen::Ref<const Matrix>;

/// Label of a point that belongs to no cluster.
inline constexpr int kNoise = -1;

inline constexpr double kInfinity = std::numeric_limits<double>::infinity();

enum class Role : std::uint8_t { Noise, Border, Core };

/// One label per row: kNoise, or 0.. in order of first member.
struct Clustering
{
    std::vector<int> labels;
    std::vector<Role> roles; ///< per row; empty where the algorithm knows none (k-means)
    int clusters = 0;
    std::size_t noise = 0;
    bool operator==(const Clustering &) const = default;
};

/// Whether there is anything to cluster.
/// @errors InvalidArgument: no rows or columns, a value that is not finite
[[nodiscard]] Result<> checkPoints(const MatrixRef &x);

/// Rows per cluster, by label.
[[nodiscard]] std::vector<std::size_t> clusterSizes(const Clustering &clustering);

/// Renumbers labels (>= 0) by first member in input order, counts clusters and noise.
[[nodiscard]] Clustering canonical(std::vector<int> labels, std::vector<Role> roles = {});

} // namespace dramatis::clustering
