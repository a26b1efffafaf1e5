// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/state.h"

#include <QString>

namespace dramatis::ui {

/// `wanted`, with a number behind it where a scenario of the project has that name: names tell scenarios apart
/// in lists and on the command line.
[[nodiscard]] QString freeScenarioName(const project::ProjectState &state, const QString &wanted);

/// "p95 of browsing, 312 ± 8 ms" needs one source: the one whose p95 is highest; empty without sources.
[[nodiscard]] QString slowestSource(const simulation::RunResult &run);

} // namespace dramatis::ui
