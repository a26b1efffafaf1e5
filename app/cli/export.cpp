// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/project_access.h"
#include "app/cli/tr.h"
#include "core/base/files.h"
#include "core/persona/exporters.h"
#include "core/persona/persona_json.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace dramatis::cli {

namespace {

/// Everything that can be exported, by name.
QStringList exportable()
{
    QStringList names{u"personas"_s, u"topology"_s};
    for (const persona::Exporter &exporter : persona::allExporters())
        names.append(exporter.id);
    return names;
}

/// The persona of `--persona`, or all of the newest set.
Result<std::vector<const persona::Persona *>> chosenPersonas(const Context &context,
                                                             const persona::PersonaSet &set)
{
    std::vector<const persona::Persona *> chosen;
    QStringList names;
    for (const persona::Persona &persona : set.personas) {
        names.append(u"“"_s + persona.name + u"”");
        chosen.push_back(&persona);
    }
    const QString name = context.options.value(u"persona"_s);
    if (name.isEmpty())
        return chosen;
    if (const persona::Persona *persona = set.find(name))
        return std::vector{persona};
    return makeError(
        ErrorKind::InvalidArgument,
        Tr::tr("There is no persona “%1”; there are %2.").arg(name, names.join(u", ")));
}

Result<QByteArray> exportedText(const Context &context, const OpenProject &project)
{
    const QString what = context.arguments.first();
    if (const persona::Exporter *exporter = persona::findExporter(what)) {
        DRAMATIS_TRY(const persona::PersonaSetPtr set, newestPersonas(project));
        DRAMATIS_TRY(const auto chosen, chosenPersonas(context, *set));
        DRAMATIS_TRY(const QString text, persona::exported(*exporter, chosen));
        return text.toUtf8();
    }
    if (context.options.isSet(u"persona"_s))
        return makeError(
            ErrorKind::InvalidArgument,
            Tr::tr("--persona chooses what a load test plays; “%1” is none.").arg(what));
    QJsonObject document;
    if (what == u"personas") {
        DRAMATIS_TRY(const persona::PersonaSetPtr set, newestPersonas(project));
        document = persona::personasToFile(*set);
    } else if (what == u"topology") {
        DRAMATIS_TRY(const ScenarioId id, scenarioNamed(project, {}));
        document = simulation::scenarioToJson(project.state.scenarios.at(id).scenario);
    } else if (what == u"remediation" || what == u"graph") {
        return makeError(
            ErrorKind::Unsupported,
            Tr::tr("Exporting “%1” is not built yet; %2 are.").arg(what, exportable().join(u", ")));
    } else {
        return makeError(
            ErrorKind::InvalidArgument,
            Tr::tr("“%1” cannot be exported: name one of %2.").arg(what, exportable().join(u", ")));
    }
    return QJsonDocument(document).toJson();
}

Result<int> exportCommandRun(const Context &context)
{
    if (context.arguments.size() != 1)
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("Name what to export: one of %1.").arg(exportable().join(u", ")));
    DRAMATIS_TRY(const OpenProject project, openProject(context, project::OpenMode::ReadOnly));
    DRAMATIS_TRY(const QByteArray text, exportedText(context, project));
    const QString path = context.options.value(u"o"_s);
    if (path.isEmpty()) {
        printText(text);
        return int(kDone);
    }
    DRAMATIS_CHECK(writeFile(path, text));
    return int(kDone);
}

} // namespace

Command exportCommand()
{
    Command command;
    command.name = u"export"_s;
    command.arguments = exportable().join(u'|');
    command.summary = Tr::tr("Write the newest personas, as JSON or as a load test, or the newest "
                             "scenario of a project.");
    command.options = {
        projectOption(),
        {u"persona"_s, Tr::tr("The persona that a load test plays; all if absent."), u"name"_s},
        {u"o"_s, Tr::tr("File to write; standard output if absent."), u"file"_s}};
    command.run = exportCommandRun;
    return command;
}

} // namespace dramatis::cli
