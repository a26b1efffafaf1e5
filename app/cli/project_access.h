// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/project/store.h"

namespace dramatis::cli {

/// An open project with its state.
struct OpenProject
{
    std::unique_ptr<project::Store> store;
    project::ProjectState state;

    Result<> keep(const project::Edit &edit)
    {
        DRAMATIS_CHECK(store->apply(state, edit));
        return {};
    }
};

/// The project of `--project`.
/// @errors InvalidArgument: not given; what Store::open says
[[nodiscard]] Result<OpenProject> openProject(const Context &context, project::OpenMode mode);
/// The same, made where there is none.
[[nodiscard]] Result<OpenProject> openOrCreateProject(const Context &context);

// The newest of a kind, or an error that says which command makes one.
[[nodiscard]] Result<CaptureId> newestCapture(const OpenProject &project);
[[nodiscard]] Result<persona::PersonaSetPtr> newestPersonas(const OpenProject &project);
/// The scenario called `name`; the newest where the name is empty.
[[nodiscard]] Result<ScenarioId> scenarioNamed(const OpenProject &project, const QString &name);

} // namespace dramatis::cli
