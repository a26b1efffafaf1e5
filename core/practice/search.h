// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/trials.h"

namespace dramatis::practice {

/// What came of one finding.
struct Attempt
{
    bool isHelped = false;
    Recommendation recommendation;  ///< where it helped
    std::vector<Rejected> rejected; ///< what was tried and did not
    Experiment experiment;          ///< that showed the benefit
    QString why;                    ///< translated: why there is no recommendation
};

/// What a search works with.
struct SearchInput
{
    const AssessmentInput &input; ///< graph, personas, now
    const Match &match;
    const ConfidenceGrade &grade;
    const AdviceOptions &options;
    double costBefore = 0; ///< money per hour, of the base
};

/// Looks for the smallest change, on top of those `accepted` before, that makes the rule of a
/// finding hold, improves the figure of its experiment with an interval that excludes 0, and breaks
/// no guard.
/// @errors Cancelled, and what only a bug would: a change that does not fit
[[nodiscard]] Result<Attempt> searchChange(const SearchInput &search,
                                           const Finding &finding,
                                           const std::vector<Change> &accepted,
                                           Trials &trials,
                                           JobControl &job);

/// The same finding on a variant, by a short run of it at the peak rate; none where the rule does
/// not speak of it any more.
[[nodiscard]] Result<std::optional<Finding>> findingOn(const SearchInput &search,
                                                       const Finding &finding,
                                                       const std::vector<Change> &changes,
                                                       Trials &trials,
                                                       JobControl &job);

/// What a changed figure that no path names would do, as one sentence of evidence; empty where the
/// kind has nothing to try.
[[nodiscard]] Result<QString> evidenceFor(const SearchInput &search,
                                          const Finding &finding,
                                          const std::vector<Change> &accepted,
                                          Trials &trials,
                                          JobControl &job);

} // namespace dramatis::practice
