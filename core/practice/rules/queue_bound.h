// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/rules.h"

namespace dramatis::practice {

/// CAP-03: waiting places against workers.
[[nodiscard]] RuleKind queueBoundKind();

} // namespace dramatis::practice
