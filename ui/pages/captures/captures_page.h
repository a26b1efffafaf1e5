// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "ui/models/group_columns.h"
#include "ui/models/insight_columns.h"
#include "ui/pages/base/document_page.h"

#include <QStringList>

#include <memory>
#include <optional>

class QAction;
class QLabel;
class QStackedWidget;
class QTabBar;

namespace dramatis::project {
struct CaptureRecord;
}

namespace dramatis::ui {

class CaptureComparisonView;
class CaptureInspector;
class CaptureList;
class CapturesPresenter;
class DatabaseCounting;
class DatabasePage;
class DatabasePresenter;
class EmptyState;
class ErrorPanel;
class ImportPage;
class ImportPresenter;
class ImportStrip;
class KeyFigures;
class LivePane;
class LivePresenter;
class PaneHeader;
class PartialErrorBar;
class RefreshBar;
class TableView;
class TimelinePlot;

/// Import of captures, and what they hold: key figures, timelines with a range to choose, tables of
/// resources, operations, clients, calls, notes and skipped records.
class CapturesPage : public DocumentPage
{
    Q_OBJECT

public:
    explicit CapturesPage(const PageServices &services, QWidget *parent = nullptr);

    void setDocument(Document *document) override;
    /// Reads `files` as one capture into the open project.
    void import(const QStringList &files);
    /// Shows what `files` are and how they will be read, before anything is.
    void prepareImport(const QStringList &files);
    /// Imports `files` at once if there is nothing to decide about them, else shows them first.
    void offer(const QStringList &files);
    [[nodiscard]] PageFrame *activeFrame() const override;
    /// Shows where logs and interfaces are watched.
    void follow();
    /// Shows where traffic in a database is counted.
    void openDatabase();
    [[nodiscard]] QList<QAction *> menuActions(PageMenu menu) const override;
    void focusPicture() override;
    bool startFind() override;

public slots:
    /// Paths, one a line, or files from the clipboard, as if they were dropped here.
    void paste();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    enum Tab { Resources, Operations, Clients, Calls, Notes, Skipped, TabCount };

    void buildBar();
    void buildList();
    void buildPicture();
    [[nodiscard]] QWidget *buildTables(QWidget *parent);
    [[nodiscard]] EmptyState *buildEmpty();
    void connectPresenter();
    void buildImport();
    void connectImport();
    void take(const QStringList &files);
    void showImport();
    void leaveImport();
    void startImport();
    void connectLive();
    void buildDatabase();
    void leaveDatabase();
    void refreshCapture(const QString &password);
    void askForFiles();
    void showCaptures();
    void showStatistics();
    void showTab(int tab);
    void showLatencies();
    void showComparison(bool shown);
    void showObservations(const project::CaptureRecord &record);
    void selectObservation(int row);
    void showImportError(const Error &error, const QStringList &files);
    void showStack();

    PageServices m_services;
    CapturesPresenter *m_presenter;
    ImportPresenter *m_preparing;
    ImportPage *m_importPage = nullptr;
    ImportStrip *m_strip = nullptr;
    bool m_isOffered = false; ///< files are looked at, to be imported at once if they are plain
    DatabasePresenter *m_database;
    DatabaseCounting *m_counting;
    DatabasePage *m_databasePage = nullptr;
    RefreshBar *m_refreshBar;
    LivePresenter *m_live;
    LivePane *m_livePane;
    bool m_showsLive = false;
    Document *m_document = nullptr;
    QAction *m_import;
    QAction *m_follow;
    QAction *m_fromDatabase;
    QAction *m_refresh;
    QAction *m_sample;
    QAction *m_cancel;
    QAction *m_retry;
    QAction *m_dismiss;
    QAction *m_findPersonas;
    QAction *m_clearRange;
    QAction *m_heatMap;
    QAction *m_compare;
    QLabel *m_rangeLabel;
    PaneHeader *m_header;
    CaptureList *m_list;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QWidget *m_content;
    CaptureComparisonView *m_comparison;
    QWidget *m_importing;
    QLabel *m_importText;
    ErrorPanel *m_error;
    bool m_hasError = false;
    QStringList m_failedFiles;
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
    CaptureInspector *m_inspector;
    std::shared_ptr<const traffic::CaptureStatistics> m_drawn; ///< whose timeline stands
    std::optional<CaptureId> m_drawnCapture;
};

} // namespace dramatis::ui
