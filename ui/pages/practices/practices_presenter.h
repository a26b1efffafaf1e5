// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/latest_job.h"
#include "core/practice/advice.h"
#include "core/project/state.h"
#include "ui/pages/base/document_page.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace dramatis::ui {

class Document;

/// A run held against the practice graph that fits its scenario best.
struct Judged
{
    practice::PracticeGraph graph;
    practice::Assessment assessment;
};

/// Carries what a search finds from its worker to the window's thread: a signal that is connected queued.
class FoundRelay : public QObject
{
    Q_OBJECT

signals:
    void found(const dramatis::practice::Recommendation &recommendation);
};

/// What the practices page does, without widgets: assesses the run one looks at, advises, keeps what was
/// accepted, and makes a scenario of it.
class PracticesPresenter : public QObject
{
    Q_OBJECT

public:
    explicit PracticesPresenter(const PageServices &services, QObject *parent = nullptr);

    void setDocument(Document *document);

    [[nodiscard]] const project::ScenarioRecord *scenario() const; ///< nullptr: none
    [[nodiscard]] const project::RunRecord *run() const;           ///< of the scenario, or nullptr
    [[nodiscard]] const project::AdviceRecord *advice() const;     ///< of the run, or nullptr
    /// The assessment of the run: the advice's, else the one made here; nullptr before there is one.
    [[nodiscard]] const practice::Assessment *assessment() const;
    /// The rule of a finding in its practice graph, or nullptr.
    [[nodiscard]] const practice::Rule *rule(const QString &id) const;
    [[nodiscard]] QString graphName() const;
    /// Whether the scenario has changed since the run: what is shown is of the scenario as it was.
    [[nodiscard]] bool isStale() const;
    [[nodiscard]] bool isAdvising() const { return m_advice.isRunning(); }
    [[nodiscard]] bool isAssessing() const { return m_judged.isRunning(); }
    [[nodiscard]] bool isReadOnly() const;
    /// Found so far by the search that runs, not verified at full length yet.
    [[nodiscard]] const std::vector<practice::Recommendation> &foundSoFar() const { return m_found; }

    [[nodiscard]] bool isAccepted(const QString &recommendation) const;
    [[nodiscard]] int acceptedCount() const;
    /// The scenario that was assessed, and with the accepted recommendations, all of them where none is.
    [[nodiscard]] simulation::Scenario baseScenario() const;
    [[nodiscard]] simulation::Scenario changedScenario() const;

    /// Assesses the run in a worker unless that is done or under way.
    void assess();
    /// Looks for changes that help, in a worker; the result is kept in the project.
    void advise();
    void setAccepted(const QString &recommendation, bool accepted);
    /// Makes a scenario of the accepted changes, one step to undo, and chooses it.
    /// @errors InvalidArgument: nothing is accepted, or the changes do not go together
    Result<ScenarioId> applyAccepted();
    void moveNodes(const QMap<QString, QPointF> &positions);

signals:
    /// Scenario, run, assessment or advice are others now.
    void changed();
    /// `foundSoFar` has one more.
    void found();
    void advised();
    void failed(const QString &what, const dramatis::Error &error);

private:
    [[nodiscard]] persona::PersonaSetPtr personas() const;
    [[nodiscard]] std::vector<practice::Change> changesOf(bool acceptedOnly) const;
    [[nodiscard]] const practice::PracticeGraph *graph() const;
    void keepAdvice(RunId run, practice::StoredAdvice advice);
    void forget();

    PageServices m_services;
    Document *m_document = nullptr;
    practice::PracticeLibrary m_library;
    LatestJob<Judged> m_judged;
    LatestJob<practice::StoredAdvice> m_advice;
    std::optional<Judged> m_assessed;
    std::optional<RunId> m_assessedRun;
    std::optional<RunId> m_failedRun; ///< its assessment failed: not tried again by itself
    std::vector<practice::Recommendation> m_found;
    std::shared_ptr<FoundRelay> m_relay;
};

} // namespace dramatis::ui
