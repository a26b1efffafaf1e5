// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace dramatis::ui {

/// Which old cluster each new one continues, by the points they share: the pair that shares most
/// first, each cluster at most once; ties go to the smaller old, then the smaller new cluster.
/// @param before, after  one label per point, negative is noise; equally long
/// @return by new cluster: the old one, or -1
[[nodiscard]] std::vector<int> matchClusters(std::span<const int> before,
                                             int clustersBefore,
                                             std::span<const int> after,
                                             int clustersAfter);

/// Persona styles (colour and marker) that stay with the clusters: a continued cluster keeps its
/// style, a new one gets the smallest from `firstFree` on that is free.
/// @param match          from matchClusters()
/// @param stylesBefore   by old cluster
[[nodiscard]] std::vector<int>
carryStyles(std::span<const int> match, std::span<const int> stylesBefore, int firstFree = 0);

} // namespace dramatis::ui
