// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/rules.h"

namespace dramatis::practice {

/// CAP-07: instances that idle in the peak beyond what redundancy and capacity ask for.
[[nodiscard]] RuleKind overProvisionKind();

} // namespace dramatis::practice
