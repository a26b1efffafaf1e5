// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace dramatis::ui {

/// Where values stand on one axis of parallel coordinates: its ends and up to two places between
/// them, all at 1, 2 or 5 times a power of ten.
struct ParallelScale
{
    double low = 0;
    double high = 1;
    bool logarithmic = false;
    std::vector<double> ticks; ///< the ends are the first and the last

    /// 0 at the low end, 1 at the high one, clamped; NaN for NaN.
    [[nodiscard]] double at(double value) const;
};

/// The scale that holds all `values`; logarithmic where they are all positive and span more than a
/// factor of 20. NaN among them are left out; for none at all it goes from 0 to 1.
///
/// @param most    the largest value that there can be: 1 of shares
/// @param binary  values are read in steps of 1024 (B, KiB, MiB): so are the ticks
[[nodiscard]] ParallelScale scaleOf(std::span<const double> values, double most, bool binary);

} // namespace dramatis::ui
