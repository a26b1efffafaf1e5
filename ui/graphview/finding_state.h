// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/assessment.h"
#include "ui/base/tokens.h"

namespace dramatis::ui {

/// The glyph and colour of a severity: badges, lists, the report.
[[nodiscard]] State stateOf(practice::Severity severity);
/// The same of a finding: what holds is ok, what is undecided never wears the colour of its
/// severity.
[[nodiscard]] State stateOf(const practice::Finding &finding);

} // namespace dramatis::ui
