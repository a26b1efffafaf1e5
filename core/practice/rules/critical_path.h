// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/rules.h"

namespace dramatis::practice {

/// TOP-03: the share of one node in a source's response time.
[[nodiscard]] RuleKind criticalPathKind();

} // namespace dramatis::practice
