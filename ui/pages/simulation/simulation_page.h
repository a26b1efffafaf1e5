// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/simulation/simulate.h"
#include "ui/pages/base/document_page.h"

#include <QElapsedTimer>

class QAction;
class QLabel;
class QMenu;
class QStackedWidget;
class QTabWidget;

namespace dramatis::ui {

class EmptyState;
class ErrorPane;
class GraphView;
class PaneHeader;
class RefreshDeferrer;
class RunBreakdown;
class RunCharts;
class RunTables;
class ScenarioInspector;
class ScenarioList;
class SimulationPresenter;

/// Scenarios: the system as a graph, its attributes, a run that can be watched, and its results.
class SimulationPage : public DocumentPage
{
    Q_OBJECT

public:
    explicit SimulationPage(const PageServices &services, QWidget *parent = nullptr);

    void setDocument(Document *document) override;
    /// Simulates the chosen scenario.
    void run();
    /// Makes the default scenario of the current personas.
    void proposeFromCapture();

    [[nodiscard]] QList<QAction *> menuActions(PageMenu menu) const override;
    void focusPicture() override;

    [[nodiscard]] SimulationPresenter *presenter() const { return m_presenter; }
    [[nodiscard]] GraphView *graph() const { return m_graph; }
    [[nodiscard]] ScenarioInspector *inspector() const { return m_inspector; }
    [[nodiscard]] RunCharts *charts() const { return m_charts; }
    [[nodiscard]] QTabWidget *tabs() const { return m_tabs; }

protected:
    void activated() override;

private:
    void buildActions();
    void buildBar();
    void buildPicture(Settings &settings);
    [[nodiscard]] QWidget *buildGraphPane();
    void buildEmptyState();
    void connectPresenter();
    void fillTemplates(QMenu *menu);

    void refresh();
    void showGraph();
    void showResults();
    void showInspector();
    void updateActions();
    void showLive(const simulation::LiveSnapshot &snapshot);
    void showRunning(bool running);
    void showFinished();
    void showError(const QString &what, const Error &error);
    void askForFile();
    void askForExport();

    PageServices m_services;
    SimulationPresenter *m_presenter;
    RefreshDeferrer *m_refresh;

    QAction *m_run;
    QAction *m_stop;
    QAction *m_fromCapture;
    QAction *m_open;
    QAction *m_rename;
    QAction *m_duplicate;
    QAction *m_exportScenario;
    QAction *m_remove;
    QMenu *m_templates;
    QMenu *m_add;
    QLabel *m_progress;

    ScenarioList *m_list;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    ErrorPane *m_error;
    QWidget *m_content;
    PaneHeader *m_graphHeader;
    GraphView *m_graph;
    QTabWidget *m_tabs;
    RunCharts *m_charts;
    RunTables *m_tables;
    RunBreakdown *m_breakdown;
    ScenarioInspector *m_inspector;

    QString m_selected;    ///< node or call of the graph
    quint64 m_shownRun = 0; ///< 1 + id of the run in the charts; 0 none
    QElapsedTimer m_clock; ///< since the run began
};

} // namespace dramatis::ui
