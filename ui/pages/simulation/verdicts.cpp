// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/simulation/verdicts.h"

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

} // namespace dramatis::ui
