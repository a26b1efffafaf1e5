// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/assessment.h"

namespace dramatis::practice {

/// The grade of what a run tells: the least of its parts, at most 0.49 while a gate of PRACTICES.md
/// fails.
///
/// Of the personas that sources are bound to, the least of each part (persona::gradeOf) but the
/// hours that were seen; interval: 1 - the relative half-width of the p95 of the source that knows
/// it worst. What is not known (no personas; the error of a calibration, which nothing here carries
/// yet) is no part; that there is no calibration is a failed gate.
[[nodiscard]] ConfidenceGrade gradeOf(const AssessmentInput &input);

/// The same grade with an interval part for one effect: 1 - half-width / |mean|.
[[nodiscard]] ConfidenceGrade gradeOfEffect(const ConfidenceGrade &whole, const Figure &difference);

} // namespace dramatis::practice
