// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/collector.h"
#include "core/simulation/run_result.h"

#include <vector>

namespace dramatis::simulation {

/// For every fault, the time from its end until the system is as it was before it.
///
/// Judged per replication on the backlog by step: requests waiting anywhere plus errors. It was
/// normal up to its 99th percentile before the fault began; it is so again from the first of five
/// steps in a row that are not above that. A fault without an end, or whose backlog stays above to
/// the end of the run, has not recovered (NaN); `recovered` says that every replication has.
[[nodiscard]] std::vector<RecoveryResult> recoveries(const std::vector<FaultSpec> &faults,
                                                     const std::vector<Observations> &replications,
                                                     const Schedule &schedule);

} // namespace dramatis::simulation
