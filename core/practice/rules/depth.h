// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/rules.h"

namespace dramatis::practice {

/// TOP-02: how deep calls that are waited for go, and whether they go in a circle.
[[nodiscard]] RuleKind depthKind();

} // namespace dramatis::practice
