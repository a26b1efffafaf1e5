// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/traffic/exchange_table.h"

#include <array>
#include <cstdint>
#include <span>

namespace dramatis::traffic {

/// What the automatic choice of a window width came to.
struct WidthChoice
{
    double seconds = 0;
    bool isFallback = false; ///< no width gives 30 exchanges in the median window
};

/// The smallest of automaticWidths() in which the median window (slices aligned to the epoch, only
/// those with at least one exchange; the mean of the middle two where their number is even) has at
/// least 30 exchanges; where there is none, the one with the most windows of at least 5, the
/// smaller of equals. Cost: one walk; memory O(resources).
[[nodiscard]] Result<WidthChoice> chooseWidth(const ExchangeTable &table, JobControl &job);

/// How many windows of a width there are by their number of exchanges; the last place is of 60 and
/// more.
using WindowSizes = std::array<std::uint64_t, 61>;

/// The same choice from counts that were made elsewhere.
/// @param sizes  by width, as automaticWidths() has them
[[nodiscard]] WidthChoice chooseWidth(std::span<const WindowSizes> sizes);

/// Number of the slice of `width` ns that `time` lies in: floor(time / width).
[[nodiscard]] constexpr std::int64_t sliceOf(std::int64_t time, std::int64_t width) noexcept
{
    const std::int64_t slice = time / width;
    return time % width < 0 ? slice - 1 : slice;
}

/// Where a slice begins, ns; clamped to what 64 bits hold.
[[nodiscard]] std::int64_t sliceBegin(std::int64_t slice, std::int64_t width) noexcept;

/// The last nanosecond of a slice; clamped likewise.
[[nodiscard]] std::int64_t sliceLast(std::int64_t slice, std::int64_t width) noexcept;

} // namespace dramatis::traffic
