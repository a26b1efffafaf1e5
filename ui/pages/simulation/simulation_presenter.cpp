// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/simulation/simulation_presenter.h"

#include "core/jobs/job_list.h"
#include "core/project/counted_capture.h"
#include "core/topology/templates.h"
#include "ui/edit/document.h"
#include "ui/pages/base/scenario_names.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr int kTickMilliseconds = 100;

} // namespace

SimulationPresenter::SimulationPresenter(const PageServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_proposal(this)
    , m_run(this)
{
    m_tick.setInterval(kTickMilliseconds);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (const simulation::LiveSnapshot *snapshot = m_live ? m_live->take() : nullptr)
            emit live(*snapshot);
    });
}

void SimulationPresenter::setDocument(Document *document)
{
    m_proposal.cancel();
    m_run.cancel();
    m_tick.stop();
    m_document = document;
    connect(document, &Document::changed, this, &SimulationPresenter::scenarioChanged);
    connect(document, &Document::currentChanged, this, &SimulationPresenter::scenarioChanged);
    emit runningChanged(false);
    emit scenarioChanged();
}

std::optional<ScenarioId> SimulationPresenter::scenarioId() const
{
    return m_document ? m_document->currentScenario() : std::nullopt;
}

const project::ScenarioRecord *SimulationPresenter::scenario() const
{
    const auto id = scenarioId();
    return id ? &m_document->state().scenarios.at(*id) : nullptr;
}

simulation::RunResultPtr SimulationPresenter::run() const
{
    const auto id = m_document ? m_document->currentRun() : std::nullopt;
    return id ? m_document->state().runs.at(*id).run : nullptr;
}

bool SimulationPresenter::isRunStale() const
{
    const project::ScenarioRecord *record = scenario();
    const simulation::RunResultPtr result = run();
    return record && result && result->scenarioHash != simulation::scenarioHash(record->scenario);
}

std::optional<RunId> SimulationPresenter::runId() const
{
    return m_document ? m_document->currentRun() : std::nullopt;
}

const project::ProjectState *SimulationPresenter::state() const
{
    return m_document ? &m_document->state() : nullptr;
}

bool SimulationPresenter::isReadOnly() const
{
    return m_document && m_document->isReadOnly();
}

bool SimulationPresenter::hasPersonas() const
{
    return m_document && m_document->currentPersonaSet().has_value();
}

void SimulationPresenter::propose()
{
    const auto setId = m_document->currentPersonaSet();
    if (!setId)
        return;
    const persona::PersonaSetPtr set = m_document->state().personaSets.at(*setId);
    const auto capture = m_document->state().captures.find(set->capture);
    if (capture == m_document->state().captures.end())
        return;
    const auto exchanges = project::exchangesOf(capture->second);
    if (!exchanges) {
        emit failed(tr("The topology could not be found."), exchanges.error());
        return;
    }
    const traffic::ExchangeTablePtr table = *exchanges;
    const auto work = [table, set](JobControl &job) {
        return analysis::proposeScenario(*table, *set, job);
    };
    const auto future = m_proposal.start(
        &m_services.pool, work, [this, setId](Result<analysis::ScenarioProposal> proposal) {
            if (proposal)
                keepProposal(*std::move(proposal), *setId);
            else if (proposal.error().kind != ErrorKind::Cancelled)
                emit failed(tr("The topology could not be found."), proposal.error());
            emit scenarioChanged();
        });
    m_services.jobs.add(QFuture<void>(future), tr("Topology from the capture"));
    emit scenarioChanged();
}

void SimulationPresenter::keepProposal(analysis::ScenarioProposal proposal, PersonaSetId set)
{
    project::ScenarioRecord record;
    record.scenario = std::move(proposal.scenario);
    record.notes = std::move(proposal.notes);
    record.personaSet = set;
    add(std::move(record));
}

void SimulationPresenter::add(project::ScenarioRecord record)
{
    record.scenario.name = freeScenarioName(m_document->state(), record.scenario.name);
    const auto number = m_document->newId();
    if (!number) {
        emit failed(tr("The scenario could not be added."), number.error());
        return;
    }
    const ScenarioId id{*number};
    perform(project::PutScenario{id, std::move(record)});
    m_document->choose(id);
}

void SimulationPresenter::addFromTemplate(const QString &templateId)
{
    for (const topology::TopologyTemplate &candidate : topology::allTemplates()) {
        if (candidate.id != templateId)
            continue;
        project::ScenarioRecord record;
        record.scenario.name = candidate.name;
        record.scenario.topology = candidate.build();
        add(std::move(record));
    }
}

void SimulationPresenter::addFromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        emit failed(tr("The scenario could not be opened."),
                    makeError(ErrorKind::Io, file.errorString()));
        return;
    }
    auto scenario = simulation::scenarioFromText(file.readAll());
    if (!scenario) {
        emit failed(tr("The scenario could not be opened."), scenario.error());
        return;
    }
    project::ScenarioRecord record;
    record.scenario = *std::move(scenario);
    if (record.scenario.name.isEmpty())
        record.scenario.name = QFileInfo(path).completeBaseName();
    add(std::move(record));
}

void SimulationPresenter::removeScenario(ScenarioId id)
{
    perform(project::PutScenario{id, std::nullopt});
}

void SimulationPresenter::duplicateScenario()
{
    if (const project::ScenarioRecord *record = scenario())
        add(*record);
}

void SimulationPresenter::rename(const QString &name)
{
    if (!scenario() || name == scenario()->scenario.name)
        return;
    if (name.trimmed().isEmpty()) {
        emit rejected(makeError(ErrorKind::InvalidArgument, tr("A scenario needs a name.")));
        return;
    }
    simulation::Scenario renamed = scenario()->scenario;
    renamed.name = freeScenarioName(m_document->state(), name.trimmed());
    change(renamed, tr("Rename scenario"));
}

Result<> SimulationPresenter::exportScenario(const QString &path) const
{
    if (!scenario())
        return makeError(ErrorKind::InvalidArgument, tr("There is no scenario to export."));
    QSaveFile file(path);
    const QByteArray text =
        QJsonDocument(simulation::scenarioToJson(scenario()->scenario)).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return makeError(ErrorKind::Io,
                         tr("%1 cannot be written: %2.").arg(path, file.errorString()));
    return {};
}

void SimulationPresenter::chooseScenario(ScenarioId id)
{
    m_document->choose(id);
}

void SimulationPresenter::chooseRun(RunId id)
{
    m_document->choose(id);
}

void SimulationPresenter::perform(const project::Edit &edit)
{
    if (const auto done = m_document->perform(edit); !done)
        emit rejected(done.error());
}

void SimulationPresenter::change(const simulation::Scenario &changed, const QString &what)
{
    if (const auto id = scenarioId(); id && !(changed == scenario()->scenario))
        perform(project::ChangeScenario{*id, changed, what});
}

void SimulationPresenter::setValue(const QString &path,
                                   const QJsonValue &value,
                                   const QString &what)
{
    const project::ScenarioRecord *record = scenario();
    if (!record)
        return;
    const auto changed = simulation::withValue(record->scenario, path, value);
    if (changed)
        change(*changed, what);
    else
        emit rejected(changed.error());
}

void SimulationPresenter::setFaults(const std::vector<simulation::FaultSpec> &faults)
{
    if (!scenario())
        return;
    simulation::Scenario changed = scenario()->scenario;
    changed.faults = faults;
    change(changed, tr("Change faults"));
}

void SimulationPresenter::setObjectives(const std::vector<simulation::Objective> &objectives)
{
    if (!scenario())
        return;
    simulation::Scenario changed = scenario()->scenario;
    changed.objectives = objectives;
    change(changed, tr("Change objectives"));
}

void SimulationPresenter::moveNodes(const QMap<QString, QPointF> &positions)
{
    const auto id = scenarioId();
    if (!id)
        return;
    project::MoveNodes move{*id, {}};
    for (auto it = positions.begin(); it != positions.end(); ++it)
        move.positions.insert(it.key(), it.value());
    perform(move);
}

void SimulationPresenter::layOut()
{
    const project::ScenarioRecord *record = scenario();
    if (!record || record->positions.isEmpty())
        return;
    project::MoveNodes move{*scenarioId(), {}};
    for (auto it = record->positions.begin(); it != record->positions.end(); ++it)
        move.positions.insert(it.key(), std::nullopt);
    perform(move);
}

void SimulationPresenter::start()
{
    const project::ScenarioRecord *record = scenario();
    if (!record || isRunning())
        return;
    if (const auto simulable = simulation::checkSimulable(record->scenario); !simulable) {
        emit failed(tr("This scenario cannot be simulated."), simulable.error());
        return;
    }
    m_live = std::make_shared<simulation::LiveView>();
    // A cancelled future takes no result any more; what was finished by then comes back beside it.
    // Written by the worker before its future finishes, read here after that.
    const auto partial = std::make_shared<std::optional<simulation::RunResult>>();
    const auto work = [scenario = record->scenario, live = m_live, partial](JobControl &job) {
        Result<simulation::RunResult> result = simulation::simulate(scenario, {0, live, true}, job);
        if (result && result->partial)
            *partial = *result;
        return result;
    };
    const ScenarioId id = *scenarioId();
    m_running = m_run.start(
        &m_services.pool, work, [this, id, partial](Result<simulation::RunResult> result) {
            m_tick.stop();
            if (!result && *partial)
                result = *std::move(*partial);
            if (result)
                keepRun(id, *std::move(result));
            else if (result.error().kind != ErrorKind::Cancelled)
                emit failed(tr("The simulation did not finish."), result.error());
            emit runningChanged(false);
            emit finished();
        });
    m_services.jobs.add(QFuture<void>(m_running), tr("Simulate %1").arg(record->scenario.name));
    m_tick.start();
    emit runningChanged(true);
}

void SimulationPresenter::stop()
{
    m_running.cancel(); // what is finished comes back, marked partial
}

void SimulationPresenter::keepRun(ScenarioId scenario, simulation::RunResult run)
{
    const auto number = m_document->newId();
    if (!number) {
        emit failed(tr("The run could not be kept."), number.error());
        return;
    }
    const RunId id{*number};
    const auto kept = m_document->keep(project::PutRun{
        id,
        project::RunRecord{scenario,
                           std::make_shared<const simulation::RunResult>(std::move(run)),
                           m_services.clock.now()}});
    if (!kept)
        emit failed(tr("The run could not be kept."), kept.error());
    else if (scenarioId() == scenario) // else the person looks at another one by now
        m_document->choose(id);
}

} // namespace dramatis::ui
