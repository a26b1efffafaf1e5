// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace dramatis {

/// The assignment of rows to columns, each to at most one, with the least sum of costs.
///
/// @param costs  row by row, rows * columns of them, finite; rows <= columns
/// @return the column of every row; of assignments that cost the same, always the same one
/// Cost: O(rows^2 * columns).
/// Source: the Hungarian method with shortest augmenting paths and potentials (Kuhn, Naval Research
/// Logistics Quarterly 2, 1955; Jonker and Volgenant, Computing 38, 1987). Debian has no library
/// for it that is not far larger than these lines.
[[nodiscard]] std::vector<std::size_t>
cheapestAssignment(std::span<const double> costs, std::size_t rows, std::size_t columns);

} // namespace dramatis
