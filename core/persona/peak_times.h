// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persona/persona.h"

#include <array>
#include <span>

namespace dramatis::persona {

inline constexpr int kHoursOfWeek = 168;
inline constexpr int kHoursOfDay = 24;

/// Adds `amount`, spread evenly over [begin, end) ns, to the hours of the week (UTC plus the
/// offset, Monday 0:00 first) that it lies in. Nothing where the span is empty.
void spreadOverWeek(std::array<double, kHoursOfWeek> &hours,
                    std::int64_t begin,
                    std::int64_t end,
                    int utcOffsetSeconds,
                    double amount);

/// When these windows' traffic comes: exchanges per second of exposure, hour by hour. A window that
/// lies in two hours is shared between them by time. The peaks are the busiest tenth of the
/// observed hours, rounded up, none that is empty; of equal ones the earlier in the week. For them
/// and for the peak-to-mean ratio, an hour counts as observed where it was seen for at least half
/// as long as the one that was seen for longest.
///
/// @param windows    by resource, then slice
/// @param exposures  of the resources that the windows are of: what the rates divide by
/// @param table      tells width and where slices begin
[[nodiscard]] PeakTimes peakTimesOf(std::span<const traffic::Window *const> windows,
                                    std::span<const traffic::Exposure> exposures,
                                    const traffic::WindowTable &table,
                                    int utcOffsetSeconds);

} // namespace dramatis::persona
