// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analyse.h"
#include "core/base/clock.h"
#include "core/project/edit.h"
#include "core/project/store.h"
#include "ui/base/time_span.h"

#include <QObject>
#include <QUndoStack>

#include <map>
#include <memory>

namespace dramatis::ui {

/// The open project: its state, its file, what can be undone. Pages talk to each other through it
/// alone. Lives in the window's thread.
class Document : public QObject
{
    Q_OBJECT

public:
    /// @param store     open for reading or writing
    /// @param state     what it holds
    /// @param untitled  the file lies in the application's folder and has no name of the user's yet
    Document(std::unique_ptr<project::Store> store,
             project::ProjectState state,
             bool untitled,
             QObject *parent = nullptr);
    ~Document() override;

    /// A new project without a name, in the application's folder.
    static Result<std::unique_ptr<Document>> makeUntitled();
    /// Opens for writing; read only where somebody else writes it (`isReadOnly` then tells).
    static Result<std::unique_ptr<Document>> open(const QString &path);

    [[nodiscard]] const project::ProjectState &state() const { return m_state; }
    [[nodiscard]] QUndoStack *undoStack() { return &m_undoStack; }
    [[nodiscard]] bool isReadOnly() const { return m_store->isReadOnly(); }
    [[nodiscard]] bool isUntitled() const { return m_untitled; }
    [[nodiscard]] QString path() const { return m_store->path(); }
    /// For the title bar: the file's name, or "Untitled".
    [[nodiscard]] QString displayName() const;

    /// Does an edit of the user: can be undone, is on the disk when this returns.
    Result<> perform(const project::Edit &edit);
    /// Keeps the result of a computation (an imported capture, a run): on the disk, not on the undo
    /// stack.
    Result<> keep(const project::Edit &edit);

    [[nodiscard]] Result<quint32> newId() { return m_store->newId(); }
    [[nodiscard]] Result<std::shared_ptr<table::ChunkStore>> beginImport(CaptureId id)
    {
        return m_store->beginImport(id);
    }
    [[nodiscard]] Result<QByteArray> redactionKey() { return m_store->redactionKey(); }
    Result<> saveAs(const QString &path);

    // What is computed from a capture but too large or too cheap to store: kept while the window is
    // open, recomputed by whoever finds it absent.
    [[nodiscard]] std::shared_ptr<const analysis::PersonaAnalysis>
    analysisOf(PersonaSetId set) const;
    void setAnalysis(PersonaSetId set, std::shared_ptr<const analysis::PersonaAnalysis> analysis);

    // What the user looks at, across pages. The newest of its kind unless one was chosen; empty
    // where there is none.
    [[nodiscard]] std::optional<CaptureId> currentCapture() const;
    [[nodiscard]] std::optional<PersonaSetId> currentPersonaSet() const;
    [[nodiscard]] std::optional<ScenarioId> currentScenario() const;
    [[nodiscard]] std::optional<RunId> currentRun() const;           ///< of the current scenario
    [[nodiscard]] std::optional<AssessmentId> currentAdvice() const; ///< of the current run
    /// The time of the current capture that is looked at; nothing: all of it.
    [[nodiscard]] std::optional<TimeSpan> currentRange() const { return m_range; }
    void choose(CaptureId id);
    /// Its capture, too.
    void choose(PersonaSetId id);
    void choose(ScenarioId id);
    void choose(RunId id);
    void chooseRange(std::optional<TimeSpan> range);

signals:
    /// The state has changed by `edit`, done or taken back.
    void changed(const dramatis::project::Edit &edit);
    void currentChanged();
    void rangeChanged();
    void analysisChanged(dramatis::PersonaSetId set);
    void pathChanged();
    /// Undo or redo could not be carried out.
    void failed(const dramatis::Error &error);

private:
    Result<project::Edit> apply(const project::Edit &edit);

    std::unique_ptr<project::Store> m_store;
    project::ProjectState m_state;
    QUndoStack m_undoStack;
    bool m_untitled;
    std::map<PersonaSetId, std::shared_ptr<const analysis::PersonaAnalysis>> m_analyses;
    std::optional<CaptureId> m_capture;
    std::optional<PersonaSetId> m_personaSet;
    std::optional<ScenarioId> m_scenario;
    std::optional<RunId> m_run;
    std::optional<TimeSpan> m_range;
};

} // namespace dramatis::ui
