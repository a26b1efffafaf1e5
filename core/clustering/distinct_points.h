// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clustering/clustering.h"

#include <cstdint>
#include <vector>

namespace dramatis::clustering {

/// The different rows of a matrix: equal rows collapse to one weighted point, because a search
/// among thousands of duplicates would look at all of them for each of them.
struct DistinctPoints
{
    std::vector<std::uint32_t> firstRow;   ///< per point, its lowest row; ascending
    std::vector<std::uint32_t> pointOfRow; ///< per row, its point
    std::vector<std::uint32_t> weight;     ///< per point, how many rows it stands for
};

/// @param x  observations in rows; finite, fewer than 2^32 rows
/// Cost: O(rows) by hashing. 0.0 and -0.0 are equal.
[[nodiscard]] DistinctPoints distinctPoints(const MatrixRef &x);

} // namespace dramatis::clustering
