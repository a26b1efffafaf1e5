// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/exchange_table.h"
#include "core/traffic/windows.h"

namespace dramatis::traffic {

/// What is known of a capture's traffic: its exchanges, or where a database counted them, the
/// windows it gave.
struct ObservedTraffic
{
    ExchangeTablePtr exchanges;
    WindowTablePtr counted; ///< not null: there are no exchanges, and no windows of another width
};

} // namespace dramatis::traffic
