// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/simulation/verdicts.h"

#include "ui/pages/simulation/tr.h"

namespace dramatis::ui {

State stateOf(simulation::Verdict verdict)
{
    switch (verdict) {
    case simulation::Verdict::Pass:
        return State::Ok;
    case simulation::Verdict::Fail:
        return State::Critical;
    case simulation::Verdict::Undecided:
        return State::Undecided;
    }
    return State::Undecided;
}

QString verdictText(simulation::Verdict verdict)
{
    switch (verdict) {
    case simulation::Verdict::Pass:
        return SimulationPageTr::tr("pass");
    case simulation::Verdict::Fail:
        return SimulationPageTr::tr("fail");
    case simulation::Verdict::Undecided:
        return SimulationPageTr::tr("undecided");
    }
    return {};
}

} // namespace dramatis::ui
