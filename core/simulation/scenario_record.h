// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/scenario.h"
#include "core/topology/json_record.h"

namespace dramatis::simulation {

/// The fields of a whole scenario file (SCENARIO.md).
[[nodiscard]] const topology::JsonRecord<Scenario> &scenarioRecord();

} // namespace dramatis::simulation
