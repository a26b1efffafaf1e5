// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/persona/persona_match.h"
#include "core/traffic/exchange_table.h"

namespace dramatis::analysis {

/// What tells the windows of a live capture by `set`: the windows of the capture it was made from
/// are cut and scaled again as the set says.
/// @param table  the capture's exchanges, under the rule that the set was made with
/// @errors those of makeWindows, makeFeatures and PersonaMatch::make; Cancelled
[[nodiscard]] Result<persona::PersonaMatchPtr>
matchFor(const traffic::ExchangeTable &table, persona::PersonaSetPtr set, JobControl &job);

} // namespace dramatis::analysis
