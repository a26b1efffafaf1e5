// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace dramatis::ui {

/// A span of time, half open: [from, to), ns since the epoch, UTC.
struct TimeSpan
{
    std::int64_t from = 0;
    std::int64_t to = 0;

    bool operator==(const TimeSpan &) const = default;
};

} // namespace dramatis::ui
