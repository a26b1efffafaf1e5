// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/practices/practices_presenter.h"

#include "core/jobs/job_list.h"
#include "core/practice/matching.h"
#include "ui/edit/document.h"
#include "ui/pages/base/scenario_names.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

/// Assesses with the graph of the library that fits best.
Result<Judged> judge(const simulation::Scenario &scenario,
                     const simulation::RunResult &run,
                     const persona::PersonaSet *personas,
                     std::int64_t now,
                     JobControl &job)
{
    Judged judged;
    DRAMATIS_TRY(judged.graph, practice::bestGraph(scenario.topology));
    DRAMATIS_TRY(judged.assessment,
                 practice::assess({scenario, run, judged.graph, personas, now}, job));
    return judged;
}

} // namespace

PracticesPresenter::PracticesPresenter(const PageServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_judged(this)
    , m_advice(this)
{
    if (auto library = practice::curatedLibrary()) // else every assessment says why
        m_library = *std::move(library);
}

void PracticesPresenter::setDocument(Document *document)
{
    m_advice.cancel();
    forget();
    m_document = document;
    connect(document, &Document::changed, this, &PracticesPresenter::changed);
    connect(document, &Document::currentChanged, this, &PracticesPresenter::changed);
    emit changed();
}

void PracticesPresenter::forget()
{
    m_judged.cancel();
    m_assessed.reset();
    m_assessedRun.reset();
    m_failedRun.reset();
    m_found.clear();
    m_relay.reset();
}

const project::ScenarioRecord *PracticesPresenter::scenario() const
{
    const auto id = m_document ? m_document->currentScenario() : std::nullopt;
    return id ? &m_document->state().scenarios.at(*id) : nullptr;
}

const project::RunRecord *PracticesPresenter::run() const
{
    const auto id = m_document ? m_document->currentRun() : std::nullopt;
    return id ? &m_document->state().runs.at(*id) : nullptr;
}

const project::AdviceRecord *PracticesPresenter::advice() const
{
    const auto id = m_document ? m_document->currentAdvice() : std::nullopt;
    return id ? &m_document->state().advices.at(*id) : nullptr;
}

const practice::Assessment *PracticesPresenter::assessment() const
{
    if (const project::AdviceRecord *record = advice())
        return &record->advice->assessment;
    return m_assessed && m_assessedRun == m_document->currentRun() ? &m_assessed->assessment
                                                                   : nullptr;
}

const practice::PracticeGraph *PracticesPresenter::graph() const
{
    const practice::Assessment *shown = assessment();
    if (!shown)
        return nullptr;
    const auto found =
        std::find_if(m_library.graphs.begin(), m_library.graphs.end(), [shown](const auto &one) {
            return one.id == shown->match.graph;
        });
    return found == m_library.graphs.end() ? nullptr : &*found;
}

const practice::Rule *PracticesPresenter::rule(const QString &id) const
{
    const practice::PracticeGraph *held = graph();
    return held ? held->rule(id) : nullptr;
}

QString PracticesPresenter::graphName() const
{
    const practice::PracticeGraph *held = graph();
    return held ? held->name : QString();
}

bool PracticesPresenter::isStale() const
{
    return scenario() && run()
           && run()->run->scenarioHash != simulation::scenarioHash(scenario()->scenario);
}

bool PracticesPresenter::isReadOnly() const
{
    return m_document && m_document->isReadOnly();
}

persona::PersonaSetPtr PracticesPresenter::personas() const
{
    const auto id = scenario() ? scenario()->personaSet : std::nullopt;
    if (!id)
        return nullptr;
    const auto set = m_document->state().personaSets.find(*id);
    return set == m_document->state().personaSets.end() ? nullptr : set->second;
}

bool PracticesPresenter::isAccepted(const QString &recommendation) const
{
    const project::AdviceRecord *record = advice();
    return record && record->accepted.contains(recommendation);
}

int PracticesPresenter::acceptedCount() const
{
    const project::AdviceRecord *record = advice();
    return record ? static_cast<int>(record->accepted.size()) : 0;
}

std::vector<practice::Change> PracticesPresenter::changesOf(bool acceptedOnly) const
{
    std::vector<practice::Change> changes;
    if (const project::AdviceRecord *record = advice())
        for (const practice::Recommendation &recommendation : record->advice->graph.recommendations)
            if (!acceptedOnly || record->accepted.contains(recommendation.id))
                changes.insert(
                    changes.end(), recommendation.changes.begin(), recommendation.changes.end());
    return changes;
}

simulation::Scenario PracticesPresenter::baseScenario() const
{
    if (const project::AdviceRecord *record = advice())
        return record->advice->graph.base;
    return scenario() ? scenario()->scenario : simulation::Scenario{};
}

simulation::Scenario PracticesPresenter::changedScenario() const
{
    const simulation::Scenario base = baseScenario();
    auto changed = practice::applyChanges(base, changesOf(acceptedCount() > 0));
    return changed ? *std::move(changed) : base;
}

void PracticesPresenter::assess()
{
    const project::RunRecord *record = run();
    if (!record || advice() || isStale() || isAssessing())
        return;
    const RunId id = *m_document->currentRun();
    if (m_assessedRun == id || m_failedRun == id)
        return;
    const auto work = [scenario = scenario()->scenario,
                       run = record->run,
                       set = personas(),
                       now = m_services.clock.now()](JobControl &job) {
        return judge(scenario, *run, set.get(), now, job);
    };
    m_judged.start(&m_services.pool, work, [this, id](Result<Judged> judged) {
        if (judged) {
            m_assessed = *std::move(judged);
            m_assessedRun = id;
        } else {
            m_failedRun = id;
            emit failed(tr("The run could not be held against best practices."), judged.error());
        }
        emit changed();
    });
}

void PracticesPresenter::advise()
{
    const project::RunRecord *record = run();
    if (!record || isStale() || isAdvising())
        return;
    const RunId id = *m_document->currentRun();
    m_found.clear();
    m_relay = std::make_shared<FoundRelay>();
    connect(
        m_relay.get(),
        &FoundRelay::found,
        this,
        [this, relay = m_relay.get()](const practice::Recommendation &recommendation) {
            if (relay != m_relay.get())
                return; // of a search before this one
            m_found.push_back(recommendation);
            emit found();
        },
        Qt::QueuedConnection);
    const auto work = [scenario = scenario()->scenario,
                       run = record->run,
                       set = personas(),
                       now = m_services.clock.now(),
                       relay = m_relay](JobControl &job) -> Result<practice::StoredAdvice> {
        JobSlice judging(job, 0, 0.05);
        DRAMATIS_TRY(Judged judged, judge(scenario, *run, set.get(), now, judging));
        practice::AdviceOptions options;
        options.found = [relay](const practice::Recommendation &recommendation) {
            emit relay->found(recommendation);
        };
        practice::StoredAdvice advice;
        JobSlice advising(job, 0.05, 1);
        DRAMATIS_TRY(advice.graph,
                     practice::advise({scenario, *run, judged.graph, set.get(), now},
                                      judged.assessment,
                                      options,
                                      advising));
        advice.assessment = std::move(judged.assessment);
        return advice;
    };
    const auto future =
        m_advice.start(&m_services.pool, work, [this, id](Result<practice::StoredAdvice> advice) {
            m_relay.reset();
            m_found.clear();
            if (advice)
                keepAdvice(id, *std::move(advice));
            else
                emit failed(tr("Advice could not be given."), advice.error());
            emit changed();
            emit advised();
        });
    m_services.jobs.add(QFuture<void>(future), tr("Advise on %1").arg(scenario()->scenario.name));
    emit changed();
}

void PracticesPresenter::keepAdvice(RunId run, practice::StoredAdvice advice)
{
    if (!m_document->state().runs.contains(run))
        return; // removed meanwhile
    const auto number = m_document->newId();
    if (!number) {
        emit failed(tr("The advice could not be kept."), number.error());
        return;
    }
    const auto kept = m_document->keep(project::PutAdvice{
        AssessmentId{*number},
        project::AdviceRecord{run,
                              std::make_shared<const practice::StoredAdvice>(std::move(advice)),
                              {},
                              m_services.clock.now()}});
    if (!kept)
        emit failed(tr("The advice could not be kept."), kept.error());
}

void PracticesPresenter::setAccepted(const QString &recommendation, bool accepted)
{
    const auto id = m_document->currentAdvice();
    if (!id || isAccepted(recommendation) == accepted)
        return;
    const auto done =
        m_document->perform(project::AcceptRecommendation{*id, recommendation, accepted});
    if (!done)
        emit failed(tr("This could not be accepted."), done.error());
}

Result<ScenarioId> PracticesPresenter::applyAccepted()
{
    if (acceptedCount() == 0)
        return makeError(ErrorKind::InvalidArgument, tr("Accept a recommendation first."));
    project::ScenarioRecord record = *scenario(); // positions, personas and notes stay
    const simulation::Scenario base = baseScenario();
    DRAMATIS_TRY(record.scenario, practice::applyChanges(base, changesOf(true)));
    record.scenario.name = freeScenarioName(m_document->state(), tr("%1, improved").arg(base.name));
    DRAMATIS_TRY(const quint32 number, m_document->newId());
    const ScenarioId id{number};
    DRAMATIS_CHECK(m_document->perform(project::PutScenario{id, std::move(record)}));
    m_document->choose(id);
    return id;
}

void PracticesPresenter::moveNodes(const QMap<QString, QPointF> &positions)
{
    const auto id = m_document->currentScenario();
    if (!id)
        return;
    project::MoveNodes move{*id, {}};
    for (auto it = positions.begin(); it != positions.end(); ++it)
        if (scenario()->scenario.topology.find(it.key()))
            move.positions.insert(it.key(), it.value());
    if (move.positions.isEmpty())
        return;
    const auto done = m_document->perform(move);
    if (!done)
        emit failed(tr("The nodes could not be moved."), done.error());
}

} // namespace dramatis::ui
