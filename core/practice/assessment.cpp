// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/assessment.h"

#include "core/practice/grade.h"
#include "core/practice/judgement.h"
#include "core/practice/rules.h"
#include "core/practice/tr.h"

#include <algorithm>

namespace dramatis::practice {

namespace {

int rank(FindingState state)
{
    switch (state) {
    case FindingState::Deviates:
        return 0;
    case FindingState::Undecided:
        return 1;
    case FindingState::Holds:
        return 2;
    case FindingState::NotApplicable:
        return 3;
    }
    Q_UNREACHABLE();
}

double weight(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return 1;
    case Severity::Warning:
        return 2;
    case Severity::Critical:
        return 4;
    }
    Q_UNREACHABLE();
}

/// Share of the decided findings that hold, by weight, in [0, 100].
double scoreOf(const std::vector<Finding> &findings)
{
    double decided = 0;
    double held = 0;
    for (const Finding &finding : findings) {
        if (finding.state != FindingState::Holds && finding.state != FindingState::Deviates)
            continue;
        decided += weight(finding.severity);
        held += finding.state == FindingState::Holds ? weight(finding.severity) : 0;
    }
    return decided > 0 ? 100 * held / decided : 0;
}

} // namespace

Result<Assessment> assess(const AssessmentInput &input, JobControl &job)
{
    Assessment assessment;
    assessment.match = matchGraph(input.scenario.topology, input.graph);
    assessment.usage = usageGraph(input.scenario, input.run);
    const PeakLoad peak = peakLoad(input.scenario, input.run);
    const RuleContext context{
        input.scenario, input.run, input.graph, assessment.match, peak, input.personas};
    double done = 0;
    for (const Rule &rule : input.graph.rules) {
        DRAMATIS_CHECK(job.checkpoint(done++ / static_cast<double>(input.graph.rules.size()),
                                      Tr::tr("Holding rules against the run")));
        const RuleKind *kind = ruleKind(rule.kind);
        if (!rule.enabled || !kind)
            continue;
        std::vector<Finding> findings = kind->evaluate(context, rule);
        if (findings.empty())
            findings.push_back(
                notApplicable(rule, {}, Tr::tr("There is nothing here that it speaks of.")));
        assessment.findings.insert(assessment.findings.end(),
                                   std::make_move_iterator(findings.begin()),
                                   std::make_move_iterator(findings.end()));
    }
    std::stable_sort(assessment.findings.begin(),
                     assessment.findings.end(),
                     [](const Finding &a, const Finding &b) {
                         if (a.state != b.state)
                             return rank(a.state) < rank(b.state);
                         return a.severity > b.severity;
                     });
    assessment.score = scoreOf(assessment.findings);
    assessment.grade = gradeOf(input);
    DRAMATIS_CHECK(job.checkpoint(1));
    return assessment;
}

} // namespace dramatis::practice
