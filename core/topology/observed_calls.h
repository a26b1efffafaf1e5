// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/topology/distribution.h"
#include "core/traffic/exchange_table.h"

#include <vector>

namespace dramatis::topology {

/// What one resource asks of another.
struct ObservedCall
{
    StringId caller{};
    StringId callee{};
    double calls = 0;
    double latencySum = 0; ///< s, of the calls whose latency is known
};

/// Which resources of a capture ask which (core/traffic/calls.h says who counts as one).
struct ObservedCalls
{
    std::vector<ObservedCall> calls; ///< most calls first; not of a resource with itself
    std::vector<double> exchanges;   ///< by resource id
    std::vector<double> latencySum;  ///< s, of the known, by resource id
    /// By resource id: at least half of its exchanges come from other resources of the capture, so
    /// its load follows from theirs.
    std::vector<bool> isInternal;
};

/// @errors Cancelled, what walking the table says
/// Cost: one walk, none where no client is a resource.
[[nodiscard]] Result<ObservedCalls> observedCalls(const traffic::ExchangeTable &table,
                                                  JobControl &job);

/// A distribution of the same shape with times `factor` times as long.
[[nodiscard]] Distribution scaledTimes(Distribution times, double factor);

} // namespace dramatis::topology
