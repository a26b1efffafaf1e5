// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/group_columns.h"
#include "ui/models/insight_columns.h"
#include "ui/pages/base/document_page.h"

#include <QWidget>

#include <memory>
#include <vector>

class QAction;
class QStackedWidget;
class QTabBar;
class QThreadPool;

namespace dramatis::project {
struct CaptureRecord;
}

namespace dramatis::ui {

class CapturesPresenter;
class KeyFigures;
class PartialErrorBar;
class TableView;
class TimelinePlot;

/// What the presenter's capture holds: key figures, timelines with a range to choose, tables of
/// resources, operations, clients, calls, notes and skipped records.
class CaptureView : public QWidget
{
    Q_OBJECT

public:
    CaptureView(CapturesPresenter &presenter, const PageServices &services, QWidget *parent);

    /// Shows what the presenter has: of its range the figures and tables, of the whole the
    /// timeline.
    void showStatistics();
    void clearRange();
    void focusTimeline();
    /// Puts the keyboard into the filter of the table that is shown.
    bool startFind();
    /// Shows latencies as a heat map in place of the percentiles.
    [[nodiscard]] QAction *heatMap() const { return m_heatMap; }

signals:
    void rangeChosen();
    void statusChanged(const QString &text);

private:
    enum Tab { Resources, Operations, Clients, Calls, Notes, Skipped, TabCount };

    [[nodiscard]] QWidget *buildTables(QWidget *parent);
    void chooseRange(double from, double to);
    void showRange();
    void showTab(int tab);
    void showLatencies();
    void showObservations(const project::CaptureRecord &record);
    void selectObservation(int row);

    CapturesPresenter &m_presenter;
    QThreadPool &m_pool;
    QAction *m_heatMap;
    PartialErrorBar *m_partial;
    KeyFigures *m_figures;
    TimelinePlot *m_timeline;
    QTabBar *m_tabs;
    QStackedWidget *m_tables;
    QStackedWidget *m_tools;
    std::vector<TableView *> m_views;
    TableModel<GroupRow> *m_resources;
    TableModel<GroupRow> *m_operations;
    TableModel<GroupRow> *m_clients;
    TableModel<traffic::CallTotals> *m_calls;
    TableModel<traffic::Observation> *m_observations;
    TableModel<capture::SkippedSample> *m_skipped;
    std::shared_ptr<const traffic::CaptureStatistics> m_drawn; ///< whose timeline stands
};

} // namespace dramatis::ui
