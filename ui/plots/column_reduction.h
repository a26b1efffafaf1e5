// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace dramatis::ui {

/// What one column of pixels shows of the positions that fall into it.
struct Column
{
    float low = 0;    ///< smallest finite height, or 0 where there is none
    float high = 0;   ///< greatest height; infinity where one is infinite
    int cluster = -1; ///< the one with most positions; the smaller of equals; -1 is noise
    bool operator==(const Column &) const = default;
};

/// Reduces heights to at most `columns` columns of equal width, still of noise; as many as heights
/// where there are fewer. Every height lies in exactly one column.
/// @param heights  in order of position; infinity allowed
[[nodiscard]] std::vector<Column> heightColumns(std::span<const float> heights,
                                                std::size_t columns);
/// Tells each column its cluster. A cut changes these, not the heights.
/// @param clusters  one per height that the columns were made of, -1 is noise
void labelColumns(std::span<Column> columns, std::span<const int> clusters);

/// Neighbouring positions of one cluster.
struct ClusterRun
{
    int cluster = 0;
    std::size_t from = 0;
    std::size_t length = 0;
    bool operator==(const ClusterRun &) const = default;
};

/// The longest run of each cluster that has one of `least` positions or more, in the order in which
/// the clusters first have one; the first of equals. Noise has none.
[[nodiscard]] std::vector<ClusterRun> longestRuns(std::span<const int> clusters, std::size_t least);

} // namespace dramatis::ui
