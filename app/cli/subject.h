// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/project_access.h"
#include "app/cli/requests.h"

namespace dramatis::cli {

/// What simulate, assess and advise work on: a scenario, and the project it came from if it did.
struct ScenarioSubject
{
    simulation::Scenario scenario;
    std::optional<OpenProject> project;
    std::optional<ScenarioId> id;    ///< in the project, if the scenario is as it stands there
    persona::PersonaSetPtr personas; ///< it was made from, if known
};

[[nodiscard]] QList<QCommandLineOption> scenarioOptions();

/// From `--file`, or from `--project` with `--scenario` or `--persona NAME[:SCALE]...`; then
/// `--set` and the run options. A scenario of the project that these change is kept as a new one.
/// @errors InvalidArgument: none or several of them
[[nodiscard]] Result<ScenarioSubject> scenarioSubject(const Context &context);

/// Simulates the subject and keeps the run in its project.
[[nodiscard]] Result<simulation::RunResult> simulateSubject(const Context &context,
                                                            ScenarioSubject &subject,
                                                            JobControl &job,
                                                            RunId *runId = nullptr);

} // namespace dramatis::cli
