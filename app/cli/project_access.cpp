// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/project_access.h"

#include "app/cli/tr.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace dramatis::cli {

namespace {

Result<OpenProject> loaded(std::unique_ptr<project::Store> store)
{
    DRAMATIS_TRY(project::ProjectState state, store->load());
    return OpenProject{std::move(store), std::move(state)};
}

} // namespace

Result<OpenProject> openProject(const Context &context, project::OpenMode mode)
{
    DRAMATIS_TRY(const QString path, requiredValue(context, u"project"_s));
    DRAMATIS_TRY(auto store, project::Store::open(path, mode));
    return loaded(std::move(store));
}

Result<OpenProject> openOrCreateProject(const Context &context)
{
    DRAMATIS_TRY(const QString path, requiredValue(context, u"project"_s));
    if (QFileInfo::exists(path))
        return openProject(context, project::OpenMode::ReadWrite);
    DRAMATIS_TRY(auto store, project::Store::create(path));
    return loaded(std::move(store));
}

Result<CaptureId> newestCapture(const OpenProject &project)
{
    if (project.state.captures.empty())
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("The project has no capture yet: run “import” first."));
    return project.state.captures.rbegin()->first;
}

Result<persona::PersonaSetPtr> newestPersonas(const OpenProject &project)
{
    if (project.state.personaSets.empty())
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("The project has no personas yet: run “personas” first."));
    return project.state.personaSets.rbegin()->second;
}

Result<ScenarioId> scenarioNamed(const OpenProject &project, const QString &name)
{
    QStringList names;
    for (auto it = project.state.scenarios.rbegin(); it != project.state.scenarios.rend(); ++it) {
        if (name.isEmpty() || it->second.scenario.name == name)
            return it->first;
        names.append(u"“"_s + it->second.scenario.name + u"”");
    }
    if (names.isEmpty())
        return makeError(ErrorKind::InvalidArgument, Tr::tr("The project has no scenario yet."));
    return makeError(
        ErrorKind::InvalidArgument,
        Tr::tr("The project has no scenario “%1”; it has %2.").arg(name, names.join(u", ")));
}

} // namespace dramatis::cli
