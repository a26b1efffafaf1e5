// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/assessment.h"

namespace dramatis::practice {

/// Which side of its threshold a figure should be on.
enum class Bound {
    AtMost,
    AtLeast,
    Below ///< strictly
};

[[nodiscard]] QString boundId(Bound bound); ///< "atMost", "atLeast", "below"

/// How a figure stands to its threshold, decided on the cautious side of its interval.
struct Judgement
{
    FindingState state = FindingState::NotApplicable;
    int moreReplications = 0; ///< undecided: about how many more would decide, at least 1
};

/// Holds where the whole interval is on the good side, deviates where it is on the other, undecided
/// between and where a simulated figure has no interval. The number of further replications assumes
/// that the mean stays and the half-width falls with the square root of their number.
///
/// @param exact  the figure is known from the structure: no interval is needed
/// @param replications  behind the figure
[[nodiscard]] Judgement
judge(const Figure &value, double threshold, Bound bound, bool exact, int replications);

/// A finding with what the rule says; value, state and texts are still to be set.
[[nodiscard]] Finding findingOf(const Rule &rule, const QString &on, Bound bound);

/// Sets value and state; an undecided finding's detail says how many replications it needs.
void decide(Finding &finding, const Figure &value, Bound bound, bool exact, int replications);

/// The one finding of a rule that speaks of nothing here.
[[nodiscard]] Finding notApplicable(const Rule &rule, const QString &on, const QString &why);

} // namespace dramatis::practice
