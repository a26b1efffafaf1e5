// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/base/scenario_names.h"

#include <algorithm>

namespace dramatis::ui {

QString freeScenarioName(const project::ProjectState &state, const QString &wanted)
{
    const auto taken = [&state](const QString &name) {
        return std::any_of(state.scenarios.begin(), state.scenarios.end(), [&name](const auto &entry) {
            return entry.second.scenario.name == name;
        });
    };
    QString name = wanted;
    for (int number = 2; taken(name); ++number)
        name = wanted + u' ' + QString::number(number);
    return name;
}

QString slowestSource(const simulation::RunResult &run)
{
    QString slowest;
    double most = -1;
    for (auto it = run.sources.begin(); it != run.sources.end(); ++it)
        if (const double p95 = it->responseTime.p95.figure().mean; p95 > most) {
            most = p95;
            slowest = it.key();
        }
    return slowest;
}

} // namespace dramatis::ui
