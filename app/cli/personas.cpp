// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/project_access.h"
#include "app/cli/requests.h"
#include "app/cli/tr.h"
#include "core/base/text.h"
#include "core/persona/persona_json.h"

using namespace Qt::StringLiterals;

namespace dramatis::cli {

namespace {

Result<int> personas(const Context &context)
{
    DRAMATIS_TRY(const analysis::PersonaRequest request, personaRequest(context));
    DRAMATIS_TRY(OpenProject project, openProject(context, project::OpenMode::ReadWrite));
    DRAMATIS_TRY(const CaptureId capture, newestCapture(project));
    const project::CaptureRecord &record = project.state.captures.at(capture);
    DRAMATIS_TRY(analysis::PersonaAnalysis analysis,
                 analysis::findPersonas(record.traffic(), request, context.clock, context.job));

    DRAMATIS_TRY(const quint32 number, project.store->newId());
    const PersonaSetId id{number};
    auto set = std::make_shared<persona::PersonaSet>(std::move(analysis.set));
    set->id = id;
    set->capture = capture;
    DRAMATIS_CHECK(project.keep(project::PutPersonaSet{id, set}));

    if (context.options.isSet(u"json"_s)) {
        print(persona::personasToJson(*set));
        return int(kDone);
    }
    print(Tr::tr("%1 personas, %2 noise, windows of %3")
              .arg(set->personas.size())
              .arg(text::percent(static_cast<double>(set->noise)
                                 / static_cast<double>(std::max<std::uint64_t>(set->points, 1))),
                   text::duration(set->options.windowSeconds)));
    for (const persona::Persona &persona : set->personas)
        print(u"%1  %2  p95 %3  %4"_s.arg(persona.name.leftJustified(28),
                                          text::rate(persona.requestRate.mean),
                                          text::duration(persona.latencyP95),
                                          text::percent(persona.windowShare)));
    return int(kDone);
}

} // namespace

Command personasCommand()
{
    Command command;
    command.name = u"personas"_s;
    command.summary = Tr::tr("Find the personas of the project's newest capture.");
    command.options = QList<QCommandLineOption>{projectOption(), jsonOption()};
    command.options << personaOptions();
    command.run = personas;
    return command;
}

} // namespace dramatis::cli
