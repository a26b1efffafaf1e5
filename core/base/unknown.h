// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>

namespace dramatis {

/// Stands for an unknown value in integer columns (bytes, latency in ns). Never stored as 0, absent
/// in JSON. NaN means unknown in features only.
inline constexpr std::int64_t kUnknown = std::numeric_limits<std::int64_t>::min();

[[nodiscard]] constexpr bool isKnown(std::int64_t value) noexcept
{
    return value != kUnknown;
}

inline constexpr std::int64_t kNanosecondsPerSecond = 1'000'000'000;
inline constexpr std::int64_t kNanosecondsPerHour = 3600 * kNanosecondsPerSecond;

} // namespace dramatis
