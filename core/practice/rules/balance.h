// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/rules.h"

namespace dramatis::practice {

/// RED-07: the busiest instance against the mean of its node.
[[nodiscard]] RuleKind balanceKind();

/// Utilisation of the instance that is busiest over all replications, over the mean of all
/// instances, in each replication; NaN where all were idle.
/// @param instances  utilisation in [0, 1] by instance
[[nodiscard]] simulation::Measure imbalanceOf(const std::vector<simulation::Measure> &instances);

} // namespace dramatis::practice
