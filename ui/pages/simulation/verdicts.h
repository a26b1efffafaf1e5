// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/run_result.h"
#include "ui/base/tokens.h"

namespace dramatis::ui {

/// How a verdict looks.
[[nodiscard]] State stateOf(simulation::Verdict verdict);

} // namespace dramatis::ui
