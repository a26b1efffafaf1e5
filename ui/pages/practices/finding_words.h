// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/advice.h"
#include "ui/graphview/finding_state.h"

#include <QString>

namespace dramatis::ui {

/// "CAP-01 · 91 ± 2 %, at most 70 %"
[[nodiscard]] QString findingFacts(const practice::Finding &finding);
/// "at most 70 %"
[[nodiscard]] QString boundText(const practice::Finding &finding);
/// "p95 of browsing"
[[nodiscard]] QString effectName(const practice::Effect &effect);
/// "312 → 148 ms"
[[nodiscard]] QString beforeAfter(const practice::Effect &effect);
/// "+0.42" per hour with its interval where there is one.
[[nodiscard]] QString costText(const Figure &cost);

} // namespace dramatis::ui
