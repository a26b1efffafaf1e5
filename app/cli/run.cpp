// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/project_access.h"
#include "app/cli/requests.h"
#include "app/cli/tr.h"
#include "core/base/text.h"
#include "ui/print/report_pages.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace dramatis::cli {

namespace {

/// Puts everything that a chain made into the project.
Result<>
keepChain(OpenProject &project, CaptureId capture, const analysis::Chain &chain, const Clock &clock)
{
    project::CaptureRecord record;
    record.name = QFileInfo(chain.imported.files.first().path).fileName();
    record.table = chain.imported.table;
    record.summary = chain.imported.summary;
    record.files = chain.imported.files;
    record.statistics = std::make_shared<const traffic::CaptureStatistics>(chain.statistics);
    record.importedAt = clock.now();
    DRAMATIS_CHECK(project.keep(project::PutCapture{capture, std::move(record)}));

    DRAMATIS_TRY(const quint32 setNumber, project.store->newId());
    const PersonaSetId setId{setNumber};
    auto set = std::make_shared<persona::PersonaSet>(chain.personas.set);
    set->id = setId;
    set->capture = capture;
    DRAMATIS_CHECK(project.keep(project::PutPersonaSet{setId, std::move(set)}));

    DRAMATIS_TRY(const quint32 scenarioNumber, project.store->newId());
    const ScenarioId scenarioId{scenarioNumber};
    DRAMATIS_CHECK(project.keep(project::PutScenario{
        scenarioId,
        project::ScenarioRecord{chain.proposal.scenario, {}, setId, chain.proposal.notes}}));

    DRAMATIS_TRY(const quint32 runNumber, project.store->newId());
    const RunId runId{runNumber};
    DRAMATIS_CHECK(project.keep(project::PutRun{
        runId,
        project::RunRecord{
            scenarioId, std::make_shared<const simulation::RunResult>(chain.run), clock.now()}}));

    DRAMATIS_TRY(const quint32 adviceNumber, project.store->newId());
    auto advice = std::make_shared<practice::StoredAdvice>();
    advice->assessment = chain.practice.assessment;
    advice->graph = chain.practice.adaptive;
    return project.keep(
        project::PutAdvice{AssessmentId{adviceNumber},
                           project::AdviceRecord{runId, std::move(advice), {}, clock.now()}});
}

void printSummary(const analysis::Chain &chain, const QString &pdf)
{
    print(Tr::tr("%1 exchanges, %2 could not be read.")
              .arg(text::count(static_cast<double>(chain.imported.summary.exchanges)),
                   text::count(static_cast<double>(chain.imported.summary.skipped))));
    print(Tr::tr("%1 personas in windows of %2:")
              .arg(chain.personas.set.personas.size())
              .arg(text::duration(chain.personas.set.options.windowSeconds)));
    for (const persona::Persona &persona : chain.personas.set.personas)
        print(u"  %1  %2  p95 %3  %4"_s.arg(persona.name.leftJustified(28),
                                            text::rate(persona.requestRate.mean),
                                            text::duration(persona.latencyP95),
                                            text::percent(persona.windowShare)));
    for (const practice::Recommendation &recommendation : chain.practice.adaptive.recommendations)
        print(Tr::tr("Advice: %1").arg(recommendation.title));
    if (chain.practice.adaptive.recommendations.empty())
        print(Tr::tr("Nothing is advised."));
    if (!pdf.isEmpty())
        print(Tr::tr("Report: %1").arg(pdf));
}

Result<int> runChainCommand(const Context &context)
{
    if (context.arguments.isEmpty())
        return makeError(ErrorKind::InvalidArgument, Tr::tr("Name at least one capture."));
    const QString pdf = context.options.value(u"o"_s);
    const QString projectPath = context.options.value(u"project"_s);

    analysis::ChainOptions options;
    DRAMATIS_TRY(options.import, importRequest(context));
    DRAMATIS_TRY(options.personas, personaRequest(context));
    simulation::RunOptions run;
    DRAMATIS_TRY(options.duration, durationValue(context, u"duration"_s));
    DRAMATIS_CHECK(applyRunOptions(context, run));
    if (context.options.isSet(u"replications"_s))
        options.replications = run.replications;
    options.seed = run.seed;
    options.scale = run.scale;

    std::optional<OpenProject> project;
    CaptureId capture{1};
    std::shared_ptr<table::ChunkStore> chunks = table::makeSpillingStore();
    if (!projectPath.isEmpty()) {
        if (context.options.isSet(u"overwrite"_s) && QFileInfo(projectPath).isFile()
            && !QFile::remove(projectPath))
            return makeError(ErrorKind::Io, Tr::tr("%1 cannot be replaced.").arg(projectPath));
        DRAMATIS_TRY(OpenProject opened, openOrCreateProject(context));
        project.emplace(std::move(opened));
        DRAMATIS_TRY(const quint32 id, project->store->newId());
        capture = CaptureId{id};
        DRAMATIS_TRY(chunks, project->store->beginImport(capture));
    }

    DRAMATIS_CHECK(
        applyRedaction(context, project ? project->store.get() : nullptr, options.import));
    JobSlice work(context.job, 0, 0.95);
    DRAMATIS_TRY(const analysis::Chain chain,
                 analysis::runChain(context.arguments, options, chunks, context.clock, work));
    if (project)
        DRAMATIS_CHECK(keepChain(*project, capture, chain, context.clock));
    if (!pdf.isEmpty()) {
        QString title = context.options.value(u"title"_s);
        if (title.isEmpty())
            title = QFileInfo(chain.imported.files.first().path).completeBaseName();
        JobSlice printing(context.job, 0.95, 1);
        const ui::ReportPages pages(report::buildReport(chain.subject(title, context.clock)),
                                    {context.options.value(u"paper"_s)});
        DRAMATIS_CHECK(pages.writePdf(pdf, printing));
    }
    if (context.options.isSet(u"json"_s))
        print(chain.toJson());
    else
        printSummary(chain, pdf);
    return int(kDone);
}

} // namespace

Command runCommand()
{
    Command command;
    command.name = u"run"_s;
    command.arguments = u"CAPTURE..."_s;
    command.summary =
        Tr::tr("The whole chain: import, personas, simulation, best practices, PDF report.");
    command.options =
        QList<QCommandLineOption>{{u"o"_s, Tr::tr("Write the report as PDF."), u"report.pdf"_s},
                                  {u"title"_s, Tr::tr("Title of the report."), u"text"_s},
                                  {u"paper"_s, Tr::tr("A4 or Letter."), u"size"_s, u"A4"_s},
                                  {u"overwrite"_s, Tr::tr("Replace the project if it is there.")},
                                  projectOption(),
                                  jsonOption()};
    command.options << importOptions() << personaOptions() << runOptions();
    command.run = runChainCommand;
    command.draws = true;
    return command;
}

} // namespace dramatis::cli
