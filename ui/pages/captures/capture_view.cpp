// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/captures/capture_view.h"

#include "core/base/text.h"
#include "core/capture/capture_observations.h"
#include "ui/base/error_panel.h"
#include "ui/base/icons.h"
#include "ui/base/key_figures.h"
#include "ui/base/splitter.h"
#include "ui/models/table_view.h"
#include "ui/pages/captures/captures_presenter.h"
#include "ui/pages/captures/route_actions.h"
#include "ui/plots/heat_layer.h"
#include "ui/plots/timeline_plot.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr double kNanoseconds = 1e9;
constexpr int kLatencyHeight = 3; ///< share of the height of the plots
constexpr int kHeatHeight = 9;
constexpr bool kIsCountedBelow = true; ///< by a tab; such a figure may go

} // namespace

CaptureView::CaptureView(CapturesPresenter &presenter,
                         const PageServices &services,
                         QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_pool(services.pool)
{
    m_heatMap = new QAction(ui::icon(Icon::Overview), tr("Latency heat map"), this);
    m_heatMap->setCheckable(true);
    m_heatMap->setEnabled(false);
    m_heatMap->setShortcut(Qt::CTRL | Qt::Key_H);
    m_heatMap->setToolTip(
        tr("Show how many requests took how long, in place of the percentiles (Ctrl+H)"));
    connect(m_heatMap, &QAction::toggled, this, &CaptureView::showLatencies);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_partial = new PartialErrorBar(this);
    m_partial->hide();
    m_figures = new KeyFigures(this);
    m_figures->setObjectName(u"captureFigures"_s);
    auto *splitter = new Splitter(Qt::Vertical, u"captures/lower"_s, services.settings, this);
    m_timeline = new TimelinePlot(splitter);
    m_timeline->setObjectName(u"captureTimeline"_s);
    m_timeline->setFoldOrder({2, 1});
    splitter->addWidget(m_timeline);
    splitter->addWidget(buildTables(splitter));
    splitter->setShares({70, 30});
    splitter->setChildrenCollapsible(false);
    column->addWidget(m_partial);
    column->addWidget(m_figures);
    column->addWidget(splitter, 1);
    connect(&m_presenter, &CapturesPresenter::rangeChanged, this, [this] {
        showRange();
        emit rangeChosen();
    });
    connect(m_timeline, &TimelinePlot::rangeSelected, this, &CaptureView::chooseRange);
    connect(m_timeline, &TimelinePlot::rangeCleared, this, [this] {
        m_presenter.setRange(std::nullopt);
    });
}

QWidget *CaptureView::buildTables(QWidget *parent)
{
    auto *pane = new QWidget(parent);
    pane->setProperty("plate", u"surface"_s);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    m_tabs = new QTabBar(pane);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tables = new QStackedWidget(pane);
    m_tools = new QStackedWidget(pane);
    m_tools->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_resources = new TableModel<GroupRow>(groupColumns(tr("Resource"), true), this);
    m_operations = new TableModel<GroupRow>(groupColumns(tr("Operation"), false), this);
    m_clients = new TableModel<GroupRow>(groupColumns(tr("Client"), false), this);
    m_calls = new TableModel<traffic::CallTotals>(callColumns(), this);
    m_observations = new TableModel<traffic::Observation>(observationColumns(), this);
    m_skipped = new TableModel<capture::SkippedSample>(skippedColumns(), this);
    const auto add = [&](const QString &name, TableModelBase *model, int sortColumn) {
        m_tabs->addTab(name);
        auto *view = new TableView(name, m_tables);
        view->setTable(model, sortColumn);
        m_tables->addWidget(view);
        m_tools->addWidget(view->makeTools(m_tools));
        m_views.push_back(view);
    };
    add(tr("Resources"), m_resources, 1);
    add(tr("Operations"), m_operations, 1);
    add(tr("Clients"), m_clients, 1);
    add(tr("Calls"), m_calls, 2);
    add(tr("Notes"), m_observations, 0);
    add(tr("Skipped"), m_skipped, 1);
    new RouteActions(m_presenter,
                     *m_views[Operations],
                     *m_operations,
                     *m_tools->widget(Operations),
                     m_pool); // the view has it
    connect(m_views[Notes], &TableView::currentRowChanged, this, &CaptureView::selectObservation);
    m_views[Skipped]->sortByColumn(-1, Qt::AscendingOrder); // as they stood in the file
    connect(m_tabs, &QTabBar::currentChanged, this, &CaptureView::showTab);
    head->addWidget(m_tabs);
    head->addStretch();
    head->addWidget(m_tools);
    column->addLayout(head);
    column->addWidget(m_tables, 1);
    return pane;
}

void CaptureView::focusTimeline()
{
    if (!m_timeline->plots().empty())
        m_timeline->plots().front()->setFocus();
}

bool CaptureView::startFind()
{
    auto *box =
        m_tools->currentWidget() ? m_tools->currentWidget()->findChild<QLineEdit *>() : nullptr;
    if (!box)
        return false;
    box->setFocus(Qt::ShortcutFocusReason);
    return true;
}

void CaptureView::showRange()
{
    const auto range = m_presenter.range();
    m_timeline->setSelection(range ? std::optional(AxisSpan{double(range->from) / kNanoseconds,
                                                            double(range->to) / kNanoseconds})
                                   : std::nullopt);
}

void CaptureView::clearRange()
{
    m_presenter.setRange(std::nullopt);
}

void CaptureView::chooseRange(double from, double to)
{
    if (m_presenter.capture() && m_presenter.capture()->counted) {
        m_timeline->setSelection(std::nullopt);
        emit statusChanged(tr("A database counted this capture as a whole: no part of it can be "
                              "counted here."));
        return;
    }
    m_presenter.setRange(TimeSpan{static_cast<std::int64_t>(std::llround(from * kNanoseconds)),
                                  static_cast<std::int64_t>(std::llround(to * kNanoseconds))});
}

void CaptureView::showStatistics()
{
    const project::CaptureRecord *record = m_presenter.capture();
    const auto statistics = m_presenter.statistics();
    if (!record || !statistics) {
        m_drawn.reset();
        showLatencies();
        return;
    }
    const traffic::ExchangeTotals &totals = statistics->totals;
    const QString clients = // whoever asks is a client: none are unknown ones
        statistics->clients == 0 ? text::unknown() : text::count(double(statistics->clients));
    m_figures->setFigures(
        {keyFigure(tr("Exchanges"), text::count(double(totals.exchanges))),
         keyFigure(
             tr("Resources"), text::count(double(statistics->resources.size())), kIsCountedBelow),
         keyFigure(tr("Clients"), clients, kIsCountedBelow),
         keyFigure(tr("Response data"),
                   totals.knownResponseBytes == 0 ? text::unknown()
                                                  : text::bytes(double(totals.responseBytes))),
         keyFigure(tr("Requests, mean"), text::rate(statistics->meanRate)),
         keyFigure(tr("Errors"), text::percent(totals.errorRate())),
         keyFigure(tr("Latency p95"), text::duration(totals.latencyP95))});
    if (m_drawn != record->statistics) {
        m_drawn = record->statistics;
        std::vector<report::LineChart> charts = timelineCharts(m_drawn->timeline);
        std::vector<int> heights(charts.size(), 2);
        heights.back() = kLatencyHeight;
        heights.front() = 4;
        m_timeline->setCharts(std::move(charts), heights);
        showRange();
        showLatencies();
        showObservations(*record);
    }
    m_resources->setSnapshot(groupRows(statistics->resources, totals.exchanges));
    m_operations->setSnapshot(groupRows(statistics->operations, totals.exchanges));
    m_clients->setSnapshot(groupRows(statistics->topClients, totals.exchanges));
    m_calls->setSnapshot(
        std::make_shared<const std::vector<traffic::CallTotals>>(statistics->calls));
    m_skipped->setSnapshot(std::make_shared<const std::vector<capture::SkippedSample>>(
        record->summary.samples.begin(), record->summary.samples.end()));
    const auto name = [this](int tab, const QString &title, const QString &count) {
        m_tabs->setTabText(tab, u"%1  %2"_s.arg(title, count));
    };
    name(Resources, tr("Resources"), text::count(double(statistics->resources.size())));
    name(Operations, tr("Operations"), text::count(double(statistics->operations.size())));
    name(Clients, tr("Clients"), clients);
    name(Calls, tr("Calls"), text::count(double(statistics->calls.size())));
    name(Notes, tr("Notes"), text::count(double(m_observations->rowCount())));
    name(Skipped, tr("Skipped"), text::count(double(record->summary.skipped)));
    m_partial->setVisible(record->summary.skipped > 0);
    if (record->summary.skipped > 0)
        m_partial->showMessage(
            tr("%1 records could not be read (%2).")
                .arg(QLocale().toString(qulonglong(record->summary.skipped)),
                     text::percent(double(record->summary.skipped)
                                   / double(std::max<std::uint64_t>(1, record->summary.records)))));
}

/// Percentiles or heat map in the last plot, which is that of the latency where there is one.
void CaptureView::showLatencies()
{
    const bool hasMap = m_drawn && m_drawn->latencyMap.rows > 0;
    m_heatMap->setEnabled(hasMap);
    for (LinePlot *plot : m_timeline->plots())
        if (plot->showsHeat())
            plot->setHeat(nullptr);
    if (!hasMap)
        return;
    const std::size_t last = m_timeline->chartCount() - 1;
    if (m_heatMap->isChecked())
        m_timeline->plots()[last]->setHeat(std::make_unique<HeatLayer>(m_drawn->latencyMap));
    m_timeline->setHeight(last, m_heatMap->isChecked() ? kHeatHeight : kLatencyHeight);
}

void CaptureView::showObservations(const project::CaptureRecord &record)
{
    m_observations->setSnapshot(std::make_shared<const std::vector<traffic::Observation>>(
        capture::captureObservations(record.summary, *record.statistics)));
}

/// A note that is of some time selects that time.
void CaptureView::selectObservation(int row)
{
    if (row < 0)
        return;
    const traffic::Observation &one = m_observations->row(row);
    if (!isKnown(one.from))
        return;
    m_presenter.setRange(TimeSpan{one.from, one.to + 1});
}

void CaptureView::showTab(int tab)
{
    m_tables->setCurrentIndex(tab);
    m_tools->setCurrentIndex(tab);
}

} // namespace dramatis::ui
