// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/project_access.h"
#include "app/cli/tr.h"
#include "core/persona/persona_json.h"

#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace dramatis::cli {

namespace {

Result<QJsonObject> exported(const OpenProject &project, const QString &what)
{
    if (what == u"personas") {
        DRAMATIS_TRY(const persona::PersonaSetPtr set, newestPersonas(project));
        return persona::personasToJson(*set);
    }
    if (what == u"topology") {
        DRAMATIS_TRY(const ScenarioId id, scenarioNamed(project, {}));
        return simulation::scenarioToJson(project.state.scenarios.at(id).scenario);
    }
    for (const QString &later : {u"remediation"_s, u"graph"_s, u"k6"_s, u"locust"_s, u"schedule"_s})
        if (what == later)
            return makeError(
                ErrorKind::Unsupported,
                Tr::tr("Exporting “%1” is not built yet; personas and topology are.").arg(what));
    return makeError(ErrorKind::InvalidArgument,
                     Tr::tr("“%1” cannot be exported: name personas or topology.").arg(what));
}

Result<int> exportCommandRun(const Context &context)
{
    if (context.arguments.size() != 1)
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("Name what to export: personas or topology."));
    DRAMATIS_TRY(const OpenProject project, openProject(context, project::OpenMode::ReadOnly));
    DRAMATIS_TRY(const QJsonObject document, exported(project, context.arguments.first()));
    const QString path = context.options.value(u"o"_s);
    if (path.isEmpty()) {
        print(document);
        return int(kDone);
    }
    QSaveFile file(path);
    const QByteArray text = QJsonDocument(document).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return makeError(ErrorKind::Io,
                         Tr::tr("%1 cannot be written: %2.").arg(path, file.errorString()));
    return int(kDone);
}

} // namespace

Command exportCommand()
{
    Command command;
    command.name = u"export"_s;
    command.arguments = u"personas|topology"_s;
    command.summary = Tr::tr("Write the newest personas or scenario of a project as JSON.");
    command.options = {projectOption(),
                       {u"o"_s, Tr::tr("File to write; standard output if absent."), u"file"_s}};
    command.run = exportCommandRun;
    return command;
}

} // namespace dramatis::cli
