// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/verdict.h"

namespace dramatis::simulation {

Verdict judged(const Figure &value, const Objective &objective)
{
    if (!value.isKnown() || !value.hasInterval())
        return Verdict::Undecided;
    const double low = value.mean - value.halfWidth;
    const double high = value.mean + value.halfWidth;
    if ((objective.atMost && low > *objective.atMost)
        || (objective.atLeast && high < *objective.atLeast))
        return Verdict::Fail;
    if ((objective.atMost && high > *objective.atMost)
        || (objective.atLeast && low < *objective.atLeast))
        return Verdict::Undecided;
    return Verdict::Pass;
}

void judge(RunResult &run, const std::vector<Objective> &objectives)
{
    run.overall = Verdict::Pass;
    for (const Objective &objective : objectives) {
        ObjectiveResult result{objective, {}, Verdict::Undecided};
        if (const Measure *measure = run.measure(objective.on, objective.metric))
            result.value = measure->figure();
        result.verdict = judged(result.value, objective);
        if (result.verdict == Verdict::Fail)
            run.overall = Verdict::Fail;
        else if (result.verdict == Verdict::Undecided && run.overall == Verdict::Pass)
            run.overall = Verdict::Undecided;
        run.objectives.push_back(std::move(result));
    }
}

} // namespace dramatis::simulation
