// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/topology/discovery.h"
#include "core/topology/in_flight.h"

namespace dramatis::topology {

/// Service time, workers, error rate and queue bound told from what exchanges found in flight.
[[nodiscard]] StationEstimate estimateStation(const InFlightProfile &profile);

/// The distribution that times follow: constant, exponential, lognormal or gamma where every one of
/// seven quantiles agrees within 10 % (the best of them), else their quantiles. Means agree
/// exactly. `times` must not be empty.
[[nodiscard]] Distribution fittedDistribution(const TimeHistogram &times);

} // namespace dramatis::topology
