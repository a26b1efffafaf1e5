// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clustering/neighbours.h"

namespace dramatis::clustering {

/// An edge of the spanning tree, by points of the KdTree.
struct Edge
{
    double weight = 0;
    std::uint32_t from = 0;
    std::uint32_t to = 0;
};

/// A minimum spanning tree of mutual reachability, max(core(a), core(b), distance(a, b)): size - 1
/// edges.
///
/// Where weights tie there are several such trees; which one comes out may depend on the threads.
/// What is read from it (which points hang together at a given height) is the same for all of them.
///
/// @param core  per point, coreDistances() of the same lists
/// @errors Cancelled
/// Cost: O(n log n) on data whose clusters a kd-tree can separate.
[[nodiscard]] Result<std::vector<Edge>> spanningTree(const KdTree &tree,
                                                     const NeighbourLists &lists,
                                                     std::span<const double> core,
                                                     unsigned threads,
                                                     JobControl &job);

/// The same from the tree of the largest minPoints that the lists reach for, without a search.
///
/// @param core          for a minPoints that is not larger
/// @param atMostPoints  spanningTree() of the same lists where minPoints is perPoint + 1 (or the
///                      number of rows)
/// Cost: O(n log n), a few passes over the lists.
/// Source: Neto, Sander, Campello, Nascimento, "Efficient computation and visualization of multiple
/// density-based clustering hierarchies", IEEE TKDE 33, 2021.
[[nodiscard]] Result<std::vector<Edge>> spanningTree(const KdTree &tree,
                                                     const NeighbourLists &lists,
                                                     std::span<const double> core,
                                                     std::span<const Edge> atMostPoints,
                                                     unsigned threads,
                                                     JobControl &job);

} // namespace dramatis::clustering
