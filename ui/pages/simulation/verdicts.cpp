// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/simulation/verdicts.h"

#include <QCoreApplication>

namespace dramatis::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(dramatis::simulation_page)
};

} // namespace

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
        return Tr::tr("pass");
    case simulation::Verdict::Fail:
        return Tr::tr("fail");
    case simulation::Verdict::Undecided:
        return Tr::tr("undecided");
    }
    return {};
}

} // namespace dramatis::ui
