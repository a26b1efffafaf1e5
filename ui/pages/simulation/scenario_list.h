// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/project/state.h"

#include <QWidget>

#include <optional>

class QAction;
class QMenu;

namespace dramatis::ui {

class EntryList;
class PaneHeader;

/// The scenarios of a project and the runs that were made of them.
class ScenarioList : public QWidget
{
    Q_OBJECT

public:
    /// @param add   opens a menu with ways to add a scenario
    /// @param more  what can be done with the chosen one
    ScenarioList(QMenu *add, const QList<QAction *> &more, QWidget *parent = nullptr);

    void setState(const project::ProjectState &state, std::optional<ScenarioId> scenario, std::optional<RunId> run);

    [[nodiscard]] EntryList *scenarios() const { return m_scenarios; }
    [[nodiscard]] EntryList *runs() const { return m_runs; }

signals:
    void scenarioChosen(dramatis::ScenarioId id);
    void runChosen(dramatis::RunId id);

private:
    PaneHeader *m_scenarioHeader;
    PaneHeader *m_runHeader;
    EntryList *m_scenarios;
    EntryList *m_runs;
};

} // namespace dramatis::ui
