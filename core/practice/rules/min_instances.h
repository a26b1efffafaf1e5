// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/rules.h"

namespace dramatis::practice {

/// RED-01: instances of the nodes that a request needs.
[[nodiscard]] RuleKind minInstancesKind();

/// How many instances the rule wants of a node: its threshold or what the node's role asks for,
/// whichever is more; 0 where the rule does not speak of the node.
[[nodiscard]] int
minInstancesOf(const RuleContext &context, const Rule &rule, const topology::Node &node);

} // namespace dramatis::practice
