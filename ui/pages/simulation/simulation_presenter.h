// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analyse.h"
#include "core/jobs/latest_job.h"
#include "core/project/state.h"
#include "core/simulation/simulate.h"
#include "ui/pages/base/document_page.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace dramatis::ui {

class Document;

/// What the simulation page does, without widgets: makes scenarios, changes them, runs them in a worker and
/// hands out what the run looks like while it moves.
class SimulationPresenter : public QObject
{
    Q_OBJECT

public:
    explicit SimulationPresenter(const PageServices &services, QObject *parent = nullptr);

    void setDocument(Document *document);

    [[nodiscard]] std::optional<ScenarioId> scenarioId() const;
    [[nodiscard]] const project::ScenarioRecord *scenario() const; ///< nullptr: none
    [[nodiscard]] simulation::RunResultPtr run() const;            ///< of the scenario, or null
    [[nodiscard]] std::optional<RunId> runId() const;
    [[nodiscard]] const project::ProjectState *state() const; ///< nullptr before a document was set
    /// Whether the scenario has changed since `run()` was made.
    [[nodiscard]] bool isRunStale() const;
    [[nodiscard]] bool isRunning() const { return m_run.isRunning(); }
    [[nodiscard]] bool isProposing() const { return m_proposal.isRunning(); }
    [[nodiscard]] bool hasPersonas() const;
    [[nodiscard]] bool isReadOnly() const;

    /// The default scenario of the current personas, in a worker.
    void propose();
    void addFromTemplate(const QString &templateId);
    void addFromFile(const QString &path);
    void removeScenario(ScenarioId id);
    void duplicateScenario();
    void rename(const QString &name);
    /// Writes the scenario as the command line reads it.
    /// @errors Io
    Result<> exportScenario(const QString &path) const;
    void chooseScenario(ScenarioId id);
    void chooseRun(RunId id);

    /// Sets the value at a path of the scenario (as `--set` does). What does not fit is told by `rejected`.
    void setValue(const QString &path, const QJsonValue &value, const QString &what);
    void setFaults(const std::vector<simulation::FaultSpec> &faults);
    void setObjectives(const std::vector<simulation::Objective> &objectives);
    void moveNodes(const QMap<QString, QPointF> &positions);
    /// Takes every node back to the layout.
    void layOut();

    void start();
    void stop();

signals:
    void scenarioChanged();
    void runningChanged(bool running);
    /// About ten times a second while it runs.
    void live(const dramatis::simulation::LiveSnapshot &snapshot);
    void finished();
    void failed(const QString &what, const dramatis::Error &error);
    /// An edit was not accepted; the old value stands.
    void rejected(const dramatis::Error &error);

private:
    void perform(const project::Edit &edit);
    void change(const simulation::Scenario &scenario, const QString &what);
    void add(project::ScenarioRecord record);
    void keepProposal(analysis::ScenarioProposal proposal, PersonaSetId set);
    void keepRun(ScenarioId scenario, simulation::RunResult run);

    PageServices m_services;
    Document *m_document = nullptr;
    LatestJob<analysis::ScenarioProposal> m_proposal;
    LatestJob<simulation::RunResult> m_run;
    QFuture<Result<simulation::RunResult>> m_running;
    std::shared_ptr<simulation::LiveView> m_live;
    QTimer m_tick;
};

} // namespace dramatis::ui
