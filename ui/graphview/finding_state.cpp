// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graphview/finding_state.h"

namespace dramatis::ui {

State stateOf(practice::Severity severity)
{
    switch (severity) {
    case practice::Severity::Info:
        return State::Info;
    case practice::Severity::Warning:
        return State::Warning;
    case practice::Severity::Critical:
        return State::Critical;
    }
    return State::Info;
}

State stateOf(const practice::Finding &finding)
{
    switch (finding.state) {
    case practice::FindingState::Undecided:
        return State::Undecided;
    case practice::FindingState::Holds:
        return State::Ok;
    case practice::FindingState::NotApplicable:
        return State::Info;
    case practice::FindingState::Deviates:
        break;
    }
    return stateOf(finding.severity);
}

} // namespace dramatis::ui
