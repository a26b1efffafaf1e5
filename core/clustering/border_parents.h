// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clustering/neighbours.h"

namespace dramatis::clustering {

/// Which cluster a point joins while it is not core itself.
struct BorderParents
{
    std::vector<std::uint32_t> parent;
    /// Per point p the least max(distance(p, q), core(q)) over all q, reached by `parent` (the
    /// lowest row of several); infinite where it is not below core(p), for then p is core before it
    /// is border.
    std::vector<double> from;
};

/// The lists suffice: a q that matters is nearer than core(p), where p has fewer than minPoints
/// rows.
///
/// @param core  per point, coreDistances() of the same lists
/// @param row   per point, its lowest row
[[nodiscard]] BorderParents borderParents(const NeighbourLists &lists,
                                          std::span<const double> core,
                                          std::span<const std::uint32_t> row,
                                          unsigned threads);

} // namespace dramatis::clustering
