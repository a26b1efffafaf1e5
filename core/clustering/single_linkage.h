// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clustering/spanning_tree.h"

namespace dramatis::clustering {

/// The leaves of the single-linkage dendrogram from left to right.
struct DendrogramOrder
{
    std::vector<std::uint32_t> point;
    std::vector<double>
        height; ///< per position: where it merges with what stands before; first: infinity
};

/// Sorts a spanning tree into dendrogram order: what hangs together at any height stands in one
/// run, and the heights within the run do not exceed it.
///
/// The order is the only one, whichever of several minimum spanning trees is given and whatever the
/// threads did: components that merge at one height merge at once, the one with the lowest row
/// first.
///
/// @param edges  of a spanning tree over row.size() points
/// @param row    per point, the input row that it is known by
[[nodiscard]] DendrogramOrder dendrogramOrder(std::vector<Edge> edges,
                                              std::span<const std::uint32_t> row);

} // namespace dramatis::clustering
