// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clustering/clustering.h"

#include <cstddef>

namespace dramatis::clustering {

/// At most `count` of `rows`, drawn without replacement (Fisher and Yates), ascending if `rows`
/// are.
[[nodiscard]] std::vector<std::size_t>
sampled(std::vector<std::size_t> rows, std::size_t count, std::uint64_t seed);

/// These rows of `x`, in this order.
[[nodiscard]] Matrix rowsOf(const MatrixRef &x, const std::vector<std::size_t> &rows);

} // namespace dramatis::clustering
