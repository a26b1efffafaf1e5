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

/// Reduces heights to at most `columns` columns of equal width; as many as heights where there are
/// fewer. Every height lies in exactly one column.
/// @param heights   in order of position; infinity allowed
/// @param clusters  one per height, -1 is noise
[[nodiscard]] std::vector<Column>
reduceToColumns(std::span<const float> heights, std::span<const int> clusters, std::size_t columns);

} // namespace dramatis::ui
