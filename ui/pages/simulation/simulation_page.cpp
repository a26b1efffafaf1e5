// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/simulation/simulation_page.h"

#include "core/base/text.h"
#include "core/practice/usage_graph.h"
#include "core/topology/templates.h"
#include "ui/base/buttons.h"
#include "ui/base/empty_state.h"
#include "ui/base/failure_box.h"
#include "ui/base/fonts.h"
#include "ui/base/pane_header.h"
#include "ui/base/refresh_deferrer.h"
#include "ui/base/settings.h"
#include "ui/base/splitter.h"
#include "ui/edit/document.h"
#include "ui/graphview/graph_view.h"
#include "ui/pages/base/error_pane.h"
#include "ui/pages/simulation/run_charts.h"
#include "ui/pages/simulation/run_tables.h"
#include "ui/pages/simulation/scenario_inspector.h"
#include "ui/pages/simulation/scenario_list.h"
#include "ui/pages/simulation/simulation_presenter.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

SimulationPage::SimulationPage(const PageServices &services, QWidget *parent)
    : DocumentPage(u"simulation"_s, tr("Simulation"), Icon::Simulation, services.settings, parent)
    , m_services(services)
    , m_presenter(new SimulationPresenter(services, this))
{
    m_refresh = new RefreshDeferrer(this, [this] { refresh(); });
    buildActions();
    buildBar();
    m_list = new ScenarioList(m_add, {m_rename, m_duplicate, m_exportScenario, m_remove}, this);
    frame()->setList(m_list);
    buildPicture(services.settings);
    m_inspector = new ScenarioInspector;
    frame()->setInspector(m_inspector);
    connectPresenter();
}

void SimulationPage::buildActions()
{
    const auto make = [this](Icon which, const QString &text, auto slot) {
        auto *action = new QAction(ui::icon(which), text, this);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    m_run = make(Icon::Play, tr("Run"), [this] { run(); });
    m_run->setIcon(ui::icon(Icon::Play));
    m_run->setShortcut(Qt::CTRL | Qt::Key_R);
    m_run->setToolTip(tr("Simulate this scenario"));
    m_stop = make(Icon::Stop, tr("Stop"), [this] { m_presenter->stop(); });
    m_stop->setToolTip(tr("Stop; what is finished is kept (Ctrl+.)"));
    m_fromCapture = make(Icon::Captures, tr("From the capture"), [this] { proposeFromCapture(); });
    m_open = make(Icon::File, tr("Open a scenario file…"), [this] { askForFile(); });
    m_rename = make(Icon::Rename, tr("Rename scenario"), [this] {
        m_graph->select({});
        m_selected.clear();
        showInspector();
        m_inspector->editName();
    });
    m_rename->setShortcut(Qt::Key_F2);
    m_duplicate = make(
        Icon::Duplicate, tr("Duplicate scenario"), [this] { m_presenter->duplicateScenario(); });
    m_duplicate->setShortcut(Qt::CTRL | Qt::Key_D);
    m_exportScenario = make(Icon::Export, tr("Export scenario…"), [this] { askForExport(); });
    m_remove = make(Icon::Remove, tr("Remove scenario"), [this] {
        if (const auto id = m_presenter->scenarioId())
            m_presenter->removeScenario(*id);
    });
    for (QAction *action : {m_run, m_rename, m_duplicate})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addActions({m_run, m_rename, m_duplicate});
    m_templates = new QMenu(tr("Template"), this);
    fillTemplates(m_templates);
    m_add = new QMenu(this);
    m_add->addAction(m_fromCapture);
    m_add->addMenu(m_templates);
    m_add->addAction(m_open);
}

void SimulationPage::fillTemplates(QMenu *menu)
{
    for (const topology::TopologyTemplate &candidate : topology::allTemplates()) {
        QAction *action = menu->addAction(candidate.name);
        action->setToolTip(candidate.description);
        connect(action, &QAction::triggered, this, [this, id = candidate.id] {
            m_presenter->addFromTemplate(id);
        });
    }
    menu->setToolTipsVisible(true);
}

void SimulationPage::buildBar()
{
    m_progress = new QLabel(this);
    setTextRole(m_progress, TextRole::Secondary);
    frame()->addRightTool(m_progress);
    frame()->addRightTool(m_stop);
    frame()->setPrimary(m_run);
}

void SimulationPage::buildPicture(Settings &settings)
{
    auto *picture = new QWidget(this);
    auto *column = new QVBoxLayout(picture);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);

    m_error = new ErrorPane(picture);

    auto *content = new Splitter(Qt::Vertical, u"simulation/lower"_s, settings, picture);
    m_content = content;
    content->addWidget(buildGraphPane());
    m_tabs = new QTabWidget(content);
    m_tabs->setDocumentMode(true);
    m_charts = new RunCharts(m_tabs);
    m_tables = new RunTables(m_tabs);
    m_breakdown = new RunBreakdown(m_tabs);
    m_tabs->addTab(m_charts, tr("Over time"));
    m_tabs->addTab(m_tables, tr("Results"));
    m_tabs->addTab(m_breakdown, tr("Where time went"));
    content->addWidget(m_tabs);
    content->setShares({44, 56});

    m_stack = new QStackedWidget(picture);
    buildEmptyState();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_content);
    column->addWidget(m_error);
    column->addWidget(m_stack, 1);
    frame()->setPicture(picture);
}

QWidget *SimulationPage::buildGraphPane()
{
    auto *pane = new QWidget(this);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_graphHeader = new PaneHeader(tr("Topology"), pane);
    m_graph = new GraphView(pane);
    auto *layOut = new QAction(ui::icon(Icon::Layout), tr("Lay out again"), this);
    auto *smaller = new QAction(ui::icon(Icon::ZoomOut), tr("Zoom out"), this);
    auto *larger = new QAction(ui::icon(Icon::ZoomIn), tr("Zoom in"), this);
    auto *fit = new QAction(ui::icon(Icon::Fit), tr("Show all"), this);
    connect(layOut, &QAction::triggered, m_presenter, &SimulationPresenter::layOut);
    connect(smaller, &QAction::triggered, this, [this] { m_graph->zoomBy(0.8); });
    connect(larger, &QAction::triggered, this, [this] { m_graph->zoomBy(1.25); });
    connect(fit, &QAction::triggered, m_graph, &GraphView::fit);
    for (QAction *action : {layOut, smaller, larger, fit})
        m_graphHeader->addTool(action);
    column->addWidget(m_graphHeader);
    column->addWidget(m_graph, 1);
    connect(m_graph, &GraphView::selectionChanged, this, [this](const QString &id) {
        if (std::exchange(m_selected, id) != id)
            showInspector();
    });
    connect(m_graph, &GraphView::nodesMoved, m_presenter, &SimulationPresenter::moveNodes);
    return pane;
}

void SimulationPage::buildEmptyState()
{
    m_empty = new EmptyState(Icon::Simulation, tr("No topology yet"), {}, this);
    m_empty->setPrimary(m_fromCapture);
    auto *fromTemplate = new QAction(tr("Template"), this);
    QPushButton *button = m_empty->addAction(fromTemplate);
    button->setMenu(m_templates);
    m_empty->addAction(m_open);
}

void SimulationPage::connectPresenter()
{
    connect(
        m_presenter, &SimulationPresenter::scenarioChanged, m_refresh, &RefreshDeferrer::request);
    connect(m_presenter, &SimulationPresenter::runningChanged, this, &SimulationPage::showRunning);
    connect(m_presenter, &SimulationPresenter::live, this, &SimulationPage::showLive);
    connect(m_presenter, &SimulationPresenter::finished, this, &SimulationPage::showFinished);
    connect(m_presenter, &SimulationPresenter::failed, this, &SimulationPage::showError);
    connect(m_presenter, &SimulationPresenter::rejected, this, [this](const Error &error) {
        m_inspector->showRejection(error.message);
    });
    connect(
        m_list, &ScenarioList::scenarioChosen, m_presenter, &SimulationPresenter::chooseScenario);
    connect(m_list, &ScenarioList::runChosen, m_presenter, &SimulationPresenter::chooseRun);
    connect(
        m_inspector, &ScenarioInspector::valueEdited, m_presenter, &SimulationPresenter::setValue);
    connect(m_inspector, &ScenarioInspector::nameEdited, m_presenter, &SimulationPresenter::rename);
    connect(m_inspector,
            &ScenarioInspector::faultsEdited,
            m_presenter,
            &SimulationPresenter::setFaults);
    connect(m_inspector,
            &ScenarioInspector::objectivesEdited,
            m_presenter,
            &SimulationPresenter::setObjectives);
}

void SimulationPage::setDocument(Document *document)
{
    m_selected.clear();
    m_shownRun = 0;
    m_error->hide();
    m_charts->clear();
    m_presenter->setDocument(document);
}

void SimulationPage::activated()
{
    m_refresh->request();
}

void SimulationPage::focusPicture()
{
    m_graph->setFocus();
}

QList<QAction *> SimulationPage::menuActions(PageMenu menu) const
{
    switch (menu) {
    case PageMenu::Run:
        return {m_run};
    case PageMenu::Project:
        return {m_fromCapture, m_open, m_exportScenario};
    case PageMenu::Edit:
        return {m_rename, m_duplicate, m_remove};
    }
    return {};
}

void SimulationPage::run()
{
    m_error->hide();
    m_presenter->start();
}

void SimulationPage::proposeFromCapture()
{
    m_error->hide();
    if (m_presenter->hasPersonas())
        m_presenter->propose();
    else
        emit pageRequested(u"personas"_s);
}

void SimulationPage::refresh()
{
    updateActions();
    const project::ProjectState *state = m_presenter->state();
    if (!state)
        return;
    m_list->setState(*state, m_presenter->scenarioId(), m_presenter->runId());
    const bool filled = m_presenter->scenario() != nullptr;
    frame()->setPaneNeeded(Pane::List, filled);
    frame()->setPaneNeeded(Pane::Inspector, filled);
    if (m_presenter->isProposing())
        frame()->showProgress(-1);
    else if (!m_presenter->isRunning())
        frame()->hideProgress();
    if (!filled) {
        m_empty->setReason(
            m_presenter->isProposing() ? tr("Reading the topology from the capture.")
            : m_presenter->hasPersonas()
                ? tr("A scenario needs a system: read it from the capture, start from a "
                     "template, or open a scenario file.")
                : tr("There are no personas yet. Find them first, or start from a template or "
                     "a scenario file."));
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    m_stack->setCurrentWidget(m_content);
    showGraph();
    showInspector();
    if (!m_presenter->isRunning())
        showResults();
}

void SimulationPage::showGraph()
{
    const project::ScenarioRecord &record = *m_presenter->scenario();
    const simulation::RunResultPtr run = m_presenter->run();
    report::GraphDrawing drawing;
    drawing.topology = record.scenario.topology;
    drawing.positions = record.positions;
    if (run)
        drawing.usage = practice::usageGraph(record.scenario, *run);
    m_graph->setLook(lookOf(drawing));
    m_graph->setEditable(!m_presenter->isRunning() && !m_presenter->isReadOnly());
    m_graphHeader->setCount(!run ? tr("not run yet")
                            : m_presenter->isRunStale()
                                ? tr("figures of the run before the last change")
                                : QString());
}

void SimulationPage::showResults()
{
    const simulation::Scenario &scenario = m_presenter->scenario()->scenario;
    const simulation::RunResultPtr run = m_presenter->run();
    const auto id = m_presenter->runId();
    const quint64 shown = id ? 1 + quint64(static_cast<quint32>(*id)) : 0;
    m_charts->setScenario(scenario);
    m_tables->setRun(scenario, run);
    m_breakdown->setRun(run);
    m_progress->clear();
    if (run)
        m_progress->setText(
            run->partial ? tr("Stopped. Kept %n replication(s).", nullptr, run->replications)
                         : tr("Mean of %n replication(s), %1 events", nullptr, run->replications)
                               .arg(text::count(run->events)));
    if (std::exchange(m_shownRun, shown) == shown && shown != 0)
        return;
    if (run)
        m_charts->showSeries(run->series);
    else
        m_charts->clear();
}

void SimulationPage::showInspector()
{
    m_inspector->setContent(m_presenter->scenario(), m_presenter->run(), m_selected);
    m_inspector->setLocked(m_presenter->isRunning());
}

void SimulationPage::updateActions()
{
    const bool filled = m_presenter->scenario() != nullptr;
    const bool running = m_presenter->isRunning();
    const bool writable = !m_presenter->isReadOnly();
    m_run->setEnabled(filled && !running && writable);
    m_run->setVisible(!running);
    m_stop->setVisible(running);
    for (QAction *action : {m_rename, m_duplicate, m_remove})
        action->setEnabled(filled && !running && writable);
    m_exportScenario->setEnabled(filled);
    m_fromCapture->setText(m_presenter->hasPersonas() ? tr("From the capture")
                                                      : tr("Find personas"));
    m_fromCapture->setEnabled(!m_presenter->isProposing() && writable);
}

void SimulationPage::showRunning(bool running)
{
    updateActions();
    m_inspector->setLocked(running);
    m_graph->setEditable(!running && !m_presenter->isReadOnly());
    if (!running) {
        frame()->hideProgress();
        m_progress->clear();
        return;
    }
    m_clock.start();
    m_shownRun = 0;
    m_tabs->setCurrentWidget(m_charts);
    m_charts->setScenario(m_presenter->scenario()->scenario);
    m_charts->clear();
    m_progress->setText(tr("Starting"));
    frame()->showProgress(0);
}

void SimulationPage::showLive(const simulation::LiveSnapshot &snapshot)
{
    if (!isVisible() || !m_presenter->scenario())
        return;
    const int asked = m_presenter->scenario()->scenario.run.replications;
    const double seconds = static_cast<double>(std::max<qint64>(1, m_clock.elapsed())) / 1e3;
    m_progress->setText(tr("Replication %1 of %2 · %3 events/s")
                            .arg(std::min(snapshot.finished + 1, asked))
                            .arg(asked)
                            .arg(text::count(std::round(snapshot.events / seconds))));
    frame()->showProgress(static_cast<double>(snapshot.finished) / std::max(1, asked));
    m_charts->showSeries(snapshot.series);
}

void SimulationPage::showFinished()
{
    m_refresh->request();
    if (const simulation::RunResultPtr run = m_presenter->run())
        emit statusChanged(
            run->partial
                ? tr("%1: stopped, %n replication(s) kept", nullptr, run->replications)
                      .arg(run->scenarioName)
                : tr("%1: %n replication(s), %2 events in %3", nullptr, run->replications)
                      .arg(run->scenarioName,
                           text::count(run->events),
                           text::duration(run->events / std::max(1.0, run->eventsPerSecond))));
}

void SimulationPage::showError(const QString &what, const Error &error)
{
    m_error->showError(what, error);
    m_refresh->request();
}

void SimulationPage::askForFile()
{
    const QString path = QFileDialog::getOpenFileName(this,
                                                      tr("Open a scenario file"),
                                                      m_services.settings.lastFolder(u"scenario"_s),
                                                      tr("Scenario (*.json);;All files (*)"));
    if (path.isEmpty())
        return;
    m_services.settings.setLastFolder(u"scenario"_s, path);
    m_error->hide();
    m_presenter->addFromFile(path);
}

void SimulationPage::askForExport()
{
    if (!m_presenter->scenario())
        return;
    const QDir folder(m_services.settings.lastFolder(u"scenario"_s));
    const QString name = m_presenter->scenario()->scenario.name + u".json";
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Export scenario"), folder.filePath(name), tr("Scenario (*.json)"));
    if (path.isEmpty())
        return;
    m_services.settings.setLastFolder(u"scenario"_s, path);
    const auto written = m_presenter->exportScenario(path);
    if (!written)
        showFailure(this, tr("The scenario could not be exported."), written.error());
}

} // namespace dramatis::ui
