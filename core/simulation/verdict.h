// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/run_result.h"

namespace dramatis::simulation {

/// Where a figure stands to its limits: pass or fail where its whole interval lies on one side,
/// else undecided (one replication has no interval; more of them decide).
[[nodiscard]] Verdict judged(const Figure &value, const Objective &objective);

/// Fills `objectives` and `overall`: fail where any objective fails, else undecided where any is.
void judge(RunResult &run, const std::vector<Objective> &objectives);

} // namespace dramatis::simulation
