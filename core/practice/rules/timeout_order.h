// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/rules.h"

namespace dramatis::practice {

/// OVL-02: attempts and timeouts of an inner call against the timeout of the outer one.
[[nodiscard]] RuleKind timeoutOrderKind();

} // namespace dramatis::practice
