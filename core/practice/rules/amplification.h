// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/rules.h"

namespace dramatis::practice {

/// OVL-05: attempts multiply from layer to layer; the worst path counts.
[[nodiscard]] RuleKind amplificationKind();

} // namespace dramatis::practice
