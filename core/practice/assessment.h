// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/persona/grade.h"
#include "core/persona/persona.h"
#include "core/practice/matching.h"
#include "core/practice/practice_graph.h"
#include "core/practice/usage_graph.h"
#include "core/simulation/run_result.h"

#include <QJsonObject>

#include <vector>

namespace dramatis::practice {

enum class FindingState {
    Holds,
    Deviates,
    Undecided,    ///< the interval straddles the threshold
    NotApplicable ///< no node of its kind here, or the run cannot tell (`detail` says why)
};

/// One rule held against one node, call or the whole.
struct Finding
{
    QString rule;
    QString kind; ///< rule kind
    QString on;   ///< node id, "from>to", or empty for the whole
    Severity severity = Severity::Warning;
    FindingState state = FindingState::NotApplicable;
    QString title;  ///< translated sentence: "web runs at 91 % in the peak"
    QString detail; ///< translated: evidence, or why undecided / not applicable
    Figure value;   ///< in `unit`
    double threshold = 0;
    bool adapted = false; ///< the threshold follows the personas, not the default
    double defaultThreshold = 0;
    QString adaptedTo;  ///< personas or objective it follows, for people; empty: none
    QString comparison; ///< "atMost", "atLeast", "below"
    QString unit;
    Source source;
    bool verifiable = true; ///< false: its verification cannot run yet (says so in detail)
    bool operator==(const Finding &) const = default;
};

// The grade of what a run tells is made like that of the personas it comes from (grade.h).
using AssessmentGrade = persona::GradePart;
using persona::ConfidenceGrade;

struct Assessment
{
    Match match;
    std::vector<Finding>
        findings;     ///< deviations first, by severity; then undecided, holds, not applicable
    double score = 0; ///< [0, 100]: weighted share of decided findings that hold
    UsageGraph usage;
    ConfidenceGrade grade;
    bool operator==(const Assessment &) const = default;
};

struct AssessmentInput
{
    const simulation::Scenario &scenario;
    const simulation::RunResult &run;
    const PracticeGraph &graph;
    const persona::PersonaSet *personas = nullptr; ///< none: thresholds keep their defaults
    std::int64_t now = 0;                          ///< ns, for data age
};

/// Holds every enabled rule against the run. A finding whose interval straddles its threshold is
/// undecided.
[[nodiscard]] Result<Assessment> assess(const AssessmentInput &input, JobControl &job);

/// The document of `assess --json`.
[[nodiscard]] QJsonObject assessmentToJson(const Assessment &assessment);

} // namespace dramatis::practice
