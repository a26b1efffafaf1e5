// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/clustering/kd_tree.h"

#include <span>
#include <vector>

namespace dramatis::clustering {

/// The nearest other points of every point of a KdTree, from near to far, `perPoint` for each. A
/// place whose distance is infinite (coordinates so far apart that their distance overflows) names
/// the point itself.
struct NeighbourLists
{
    std::size_t perPoint = 0;
    std::vector<std::uint32_t> point;
    std::vector<double> distance;
    bool complete = false; ///< every list holds all the other points

    [[nodiscard]] std::span<const std::uint32_t> pointsOf(std::size_t i) const
    {
        return std::span(point).subspan(i * perPoint, perPoint);
    }
    [[nodiscard]] std::span<const double> distancesOf(std::size_t i) const
    {
        return std::span(distance).subspan(i * perPoint, perPoint);
    }
    /// No point missing in the list of `i` is nearer than this.
    [[nodiscard]] double horizon(std::size_t i) const
    {
        return complete        ? std::numeric_limits<double>::infinity()
               : perPoint == 0 ? 0.0
                               : distance[(i + 1) * perPoint - 1];
    }
};

inline constexpr std::size_t kMaxNeighbours = 32;

/// @param count  neighbours per point, no more than kMaxNeighbours; fewer are kept where there are
/// fewer other points
/// @errors Cancelled
[[nodiscard]] Result<NeighbourLists>
nearestNeighbours(const KdTree &tree, std::size_t count, unsigned threads, JobControl &job);

/// Per point the least radius whose closed ball holds at least `minPoints` rows, its own included.
///
/// @param weight  rows per point; the lists must reach far enough, i.e. perPoint >= minPoints - 1
/// or complete
[[nodiscard]] std::vector<double>
coreDistances(const NeighbourLists &lists, std::span<const std::uint32_t> weight, int minPoints);

} // namespace dramatis::clustering
