// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/run_result.h"

namespace dramatis::simulation {

/// "pass", "fail" or "undecided".
[[nodiscard]] QString verdictId(Verdict verdict);

} // namespace dramatis::simulation
