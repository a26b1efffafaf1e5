// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/collector.h"

#include <cstddef>
#include <span>
#include <vector>

namespace dramatis::simulation {

/// Values to leave out at the beginning of a series, so that the standard error of the mean of the
/// rest is least: MSER-5, on means of five, up to half the series. NaN takes the value before it.
/// Source: White, Simulation 69, 1997; White, Cobb, Spratt, WSC 2000.
[[nodiscard]] std::size_t mser5Cut(std::span<const float> series);

/// When the warm-up ends, in ns: the largest cut of mser5Cut over the response time of every source
/// and the queue of every station, each averaged over the replications, moved to the end of its
/// segment and kept to half the run. 0 where none is sought.
[[nodiscard]] std::int64_t warmupCut(const std::vector<Observations> &replications,
                                     const Schedule &schedule);

} // namespace dramatis::simulation
