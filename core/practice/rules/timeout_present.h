// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/rules.h"

namespace dramatis::practice {

/// OVL-01: calls that are waited for have a timeout near what the callee needs.
[[nodiscard]] RuleKind timeoutPresentKind();

} // namespace dramatis::practice
