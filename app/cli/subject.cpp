// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/subject.h"

#include "app/cli/tr.h"
#include "core/project/counted_capture.h"
#include "core/topology/discovery.h"
#include "core/traffic/windows.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::cli {

namespace {

/// "NAME[:SCALE]" of --persona.
struct PersonaChoice
{
    QString name;
    double scale = 1;
};

Result<PersonaChoice> parseChoice(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon <= 0)
        return PersonaChoice{text, 1};
    bool isNumber = false;
    const double scale = text.mid(colon + 1).toDouble(&isNumber);
    if (!isNumber || !std::isfinite(scale) || scale <= 0)
        return makeError(
            ErrorKind::InvalidArgument,
            Tr::tr("--persona is “%1”: after the colon stands a scale above 0.").arg(text));
    return PersonaChoice{text.left(colon), scale};
}

/// A sample played `scale` times as often. Whole parts are superposed as equal copies would be; the
/// rest is every so many-th arrival.
std::shared_ptr<const topology::ArrivalSample> scaled(const topology::ArrivalSample &sample,
                                                      double scale)
{
    auto result = std::make_shared<topology::ArrivalSample>(sample);
    result->offsets.clear();
    std::size_t next = 0;
    double due = 0;
    for (topology::SampleWindow &window : result->windows) {
        const std::uint32_t count = window.count;
        window.count = 0;
        for (std::uint32_t i = 0; i < count; ++i, ++next) {
            for (due += scale; due >= 1; due -= 1, ++window.count)
                result->offsets.push_back(sample.offsets[next]);
        }
    }
    return result;
}

/// The default topology of the newest personas, reduced to the ones that were asked for.
Result<simulation::Scenario> scenarioOfPersonas(const OpenProject &project,
                                                const QStringList &choices,
                                                bool peak,
                                                JobControl &job)
{
    DRAMATIS_TRY(const persona::PersonaSetPtr set, newestPersonas(project));
    const auto capture = project.state.captures.find(set->capture);
    if (capture == project.state.captures.end())
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("The capture of these personas is no longer in the project."));
    DRAMATIS_TRY(const traffic::ExchangeTablePtr exchanges, project::exchangesOf(capture->second));
    const traffic::ExchangeTable &table = *exchanges;
    DRAMATIS_TRY(const traffic::WindowTable windows,
                 traffic::makeWindows(table, set->options.windowSeconds, job));
    DRAMATIS_TRY(topology::Discovered discovered,
                 topology::discoverTopology(table, windows, *set, job));

    QStringList wanted;
    simulation::Scenario scenario;
    scenario.topology = std::move(discovered.topology);
    for (const QString &text : choices) {
        DRAMATIS_TRY(const PersonaChoice choice, parseChoice(text));
        const auto source = std::find_if(scenario.topology.nodes.begin(),
                                         scenario.topology.nodes.end(),
                                         [&choice](const topology::Node &node) {
                                             return !node.personas.empty()
                                                    && node.personas.front().name == choice.name;
                                         });
        if (source == scenario.topology.nodes.end()) {
            QStringList names;
            for (const persona::Persona &persona : set->personas)
                names.append(u"“"_s + persona.name + u"”");
            return makeError(ErrorKind::InvalidArgument,
                             Tr::tr("There is no persona “%1”; there are %2.")
                                 .arg(choice.name, names.join(u", ")));
        }
        wanted.append(source->id);
        if (choice.scale != 1 && source->arrivals.sample)
            source->arrivals.sample = scaled(*source->arrivals.sample, choice.scale);
    }
    std::erase_if(scenario.topology.nodes, [&](const topology::Node &node) {
        return node.kind == topology::NodeKind::Source && !wanted.contains(node.id);
    });
    std::erase_if(scenario.topology.calls,
                  [&](const topology::Call &call) { return !scenario.topology.find(call.from); });
    scenario.name = choices.join(u", ");
    scenario.run.peak = peak;
    return scenario;
}

} // namespace

QList<QCommandLineOption> scenarioOptions()
{
    QList<QCommandLineOption> options{
        projectOption(),
        {u"scenario"_s, Tr::tr("Scenario of the project; the newest if absent."), u"name"_s},
        {u"file"_s, Tr::tr("Scenario file."), u"scenario.json"_s},
        {u"persona"_s,
         Tr::tr("A persona of the project with its scale, on the capture's topology; may be "
                "repeated."),
         u"name[:scale]"_s},
        {u"peak"_s, Tr::tr("Play the peak hours only.")},
        {u"set"_s, Tr::tr("Change a value of the scenario; may be repeated."), u"path=value"_s},
        jsonOption()};
    return options + runOptions();
}

Result<ScenarioSubject> scenarioSubject(const Context &context)
{
    const QString file = context.options.value(u"file"_s);
    const QStringList personas = context.options.values(u"persona"_s);
    const bool fromProject = context.options.isSet(u"project"_s);
    if (file.isEmpty() == !fromProject)
        return makeError(ErrorKind::InvalidArgument, Tr::tr("Name either --file or --project."));
    if (!personas.isEmpty() && context.options.isSet(u"scenario"_s))
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("Name either --scenario or --persona."));
    if (!file.isEmpty() && (!personas.isEmpty() || context.options.isSet(u"scenario"_s)))
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("--scenario and --persona go with --project."));

    ScenarioSubject subject;
    if (!file.isEmpty()) {
        DRAMATIS_TRY(subject.scenario, readScenario(file));
        if (subject.scenario.name.isEmpty())
            subject.scenario.name = QFileInfo(file).completeBaseName();
    } else {
        DRAMATIS_TRY(OpenProject project, openProject(context, project::OpenMode::ReadWrite));
        subject.project.emplace(std::move(project));
        const bool peak = context.options.isSet(u"peak"_s);
        if (!personas.isEmpty() || subject.project->state.scenarios.empty()) {
            QStringList choices = personas;
            if (choices.isEmpty()) {
                DRAMATIS_TRY(const persona::PersonaSetPtr set, newestPersonas(*subject.project));
                for (const persona::Persona &persona : set->personas)
                    choices.append(persona.name);
            }
            DRAMATIS_TRY(subject.scenario,
                         scenarioOfPersonas(*subject.project, choices, peak, context.job));
            DRAMATIS_TRY(subject.personas, newestPersonas(*subject.project));
        } else {
            DRAMATIS_TRY(const ScenarioId id,
                         scenarioNamed(*subject.project, context.options.value(u"scenario"_s)));
            const project::ScenarioRecord &record = subject.project->state.scenarios.at(id);
            subject.scenario = record.scenario;
            subject.id = id;
            if (record.personaSet
                && subject.project->state.personaSets.contains(*record.personaSet))
                subject.personas = subject.project->state.personaSets.at(*record.personaSet);
            subject.scenario.run.peak = subject.scenario.run.peak || peak;
        }
    }
    DRAMATIS_TRY(subject.scenario, withSettings(context, std::move(subject.scenario)));
    DRAMATIS_CHECK(applyRunOptions(context, subject.scenario.run));
    if (subject.id
        && !(subject.scenario == subject.project->state.scenarios.at(*subject.id).scenario))
        subject.id.reset(); // a what-if: it becomes a scenario of its own
    return subject;
}

Result<simulation::RunResult>
simulateSubject(const Context &context, ScenarioSubject &subject, JobControl &job, RunId *runId)
{
    DRAMATIS_TRY(simulation::RunResult run, simulation::simulate(subject.scenario, {}, job));
    if (!subject.project)
        return run;
    if (!subject.id) {
        DRAMATIS_TRY(const quint32 number, subject.project->store->newId());
        subject.id = ScenarioId{number};
        project::ScenarioRecord record;
        record.scenario = subject.scenario;
        if (subject.personas)
            record.personaSet = subject.personas->id;
        DRAMATIS_CHECK(subject.project->keep(project::PutScenario{*subject.id, std::move(record)}));
    }
    DRAMATIS_TRY(const quint32 number, subject.project->store->newId());
    DRAMATIS_CHECK(subject.project->keep(
        project::PutRun{RunId{number},
                        project::RunRecord{*subject.id,
                                           std::make_shared<const simulation::RunResult>(run),
                                           context.clock.now()}}));
    if (runId)
        *runId = RunId{number};
    return run;
}

} // namespace dramatis::cli
