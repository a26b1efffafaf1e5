// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/traffic/exchange_table.h"
#include "core/traffic/windows.h"

#include <optional>

namespace dramatis::traffic {

/// What is known of a capture's traffic: its exchanges, or where a database counted them, the
/// windows it gave.
struct ObservedTraffic
{
    ExchangeTablePtr exchanges;
    WindowTablePtr counted; ///< not null: there are no exchanges, and no windows of another width
};

/// The windows of `traffic`: those that were counted, else cut from its exchanges.
/// @param seconds  none: automatic, as makeWindows
/// @errors Unsupported: they were counted in another width; those of makeWindows
[[nodiscard]] Result<WindowTablePtr>
windowsOf(const ObservedTraffic &traffic, std::optional<double> seconds, JobControl &job);

} // namespace dramatis::traffic
