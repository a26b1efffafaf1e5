// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/clustering/clustering.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace dramatis::clustering {

inline constexpr int kDefaultMinPoints = 10; ///< counts the point itself
inline constexpr int kMaxMinPoints = 33;

struct DensityIndexOptions
{
    int minPoints = kDefaultMinPoints; ///< in [1, maxMinPoints]
    int maxMinPoints = kMaxMinPoints;  ///< neighbours kept per point = maxMinPoints - 1
    unsigned threads = 0;              ///< 0: as many as the machine has
};

/// @errors InvalidArgument: minPoints < 1, more than `most` or more than there are rows
[[nodiscard]] Result<> checkMinPoints(int minPoints, std::size_t rows, int most = kMaxMinPoints);

/// Why a row is core, border or noise at some eps.
struct Standing
{
    Role role = Role::Noise;
    double coreDistance = 0; ///< the eps from which the row is core itself
    double joinsFrom = 0;    ///< the least eps at which the row is in a cluster, core or border
    /// Border: the row whose cluster it joins. Noise: the nearest row that is core. Core: none.
    std::optional<std::size_t> via = std::nullopt;
    double viaDistance = 0; ///< to `via`; infinite where there is none
    bool operator==(const Standing &) const = default;
};

/// All DBSCAN clusterings of a data set, for any eps at once: built once, cut in a linear scan.
/// Immutable; shared by threads. See density_index.cpp for how it works.
class DensityIndex
{
public:
    /// @param x  observations in rows; finite
    /// @errors InvalidArgument: empty or non-finite x, minPoints < 1 or > maxMinPoints or > rows
    /// (each says which);
    ///         Cancelled
    static Result<std::shared_ptr<const DensityIndex>>
    build(const MatrixRef &x, const DensityIndexOptions &options, JobControl &job);

    /// The same neighbours with another minPoints.
    [[nodiscard]] Result<std::shared_ptr<const DensityIndex>> withMinPoints(int minPoints,
                                                                            JobControl &job) const;

    /// Exactly the DBSCAN clustering at `epsilon` > 0 (closed balls, minPoints counts the point
    /// itself); a border point joins its border parent. O(n), no search.
    [[nodiscard]] Clustering cut(double epsilon) const;
    /// The same into storage that is kept between cuts, for the slider.
    void cut(double epsilon, Clustering &out) const;

    /// Why `row` is where it is at `epsilon` > 0: for a tool tip. O(n).
    [[nodiscard]] Standing standing(std::size_t row, double epsilon) const;

    [[nodiscard]] std::size_t size() const; ///< rows
    [[nodiscard]] int minPoints() const;

    /// Rows in dendrogram order: the x axis of the reachability plot.
    [[nodiscard]] std::span<const std::uint32_t> order() const;
    /// Per position in `order`: the height at which that point merges with what stands before it
    /// (first: infinity). The y axis of the reachability plot, and the very thing that `cut` cuts.
    [[nodiscard]] std::span<const double> reachability() const;
    /// Distance to the (minPoints - 1)-th nearest other point, per row.
    [[nodiscard]] std::span<const double> coreDistances() const;
    /// The core distances in ascending order: the k-distance plot.
    [[nodiscard]] std::span<const double> sortedCoreDistances() const;

    struct Private;
    explicit DensityIndex(std::unique_ptr<const Private> data);
    ~DensityIndex();

private:
    std::unique_ptr<const Private> d;
};

using DensityIndexPtr = std::shared_ptr<const DensityIndex>;

} // namespace dramatis::clustering
