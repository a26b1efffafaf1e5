// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/assessment.h"

namespace dramatis::practice {

/// The grade of what a run tells: the least of its parts, at most 0.49 while a gate of PRACTICES.md
/// fails.
///
/// age: 1 - age / 60 d of the oldest persona that a source is bound to (0.5 at the 30 days of gate
/// Q1); sample: the least confidence of those personas; interval: 1 - the relative half-width of
/// the p95 of the source that knows it worst. What is not known (no personas; the stability of
/// clusters and the error of a calibration, which nothing here carries yet) is no part; that there
/// is no calibration is a failed gate.
[[nodiscard]] ConfidenceGrade gradeOf(const AssessmentInput &input);

/// The same grade with an interval part for one effect: 1 - half-width / |mean|.
[[nodiscard]] ConfidenceGrade gradeOfEffect(const ConfidenceGrade &whole, const Figure &difference);

} // namespace dramatis::practice
