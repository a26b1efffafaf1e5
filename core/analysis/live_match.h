// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/persona/persona_match.h"
#include "core/traffic/observed_traffic.h"

namespace dramatis::analysis {

/// What tells the windows of a live capture by `set`: the windows of the capture it was made from
/// are cut (unless they were counted) and scaled again as the set says.
/// @param traffic  of that capture, under the rule that the set was made with
/// @errors those of windowsOf, makeFeatures and PersonaMatch::make; Cancelled
[[nodiscard]] Result<persona::PersonaMatchPtr>
matchFor(const traffic::ObservedTraffic &traffic, persona::PersonaSetPtr set, JobControl &job);

} // namespace dramatis::analysis
