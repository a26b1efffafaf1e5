// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/run_result.h"
#include "ui/base/tokens.h"

#include <QString>

namespace dramatis::ui {

/// How a verdict looks.
[[nodiscard]] State stateOf(simulation::Verdict verdict);
/// "pass", "fail", "undecided", translated.
[[nodiscard]] QString verdictText(simulation::Verdict verdict);

} // namespace dramatis::ui
