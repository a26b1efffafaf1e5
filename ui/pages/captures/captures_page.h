// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "ui/pages/base/document_page.h"

#include <QStringList>

#include <memory>
#include <optional>

class QAction;
class QLabel;
class QStackedWidget;

namespace dramatis::ui {

class CaptureComparisonView;
class CaptureInspector;
class CaptureList;
class CaptureView;
class CapturesPresenter;
class DatabaseCounting;
class DatabasePage;
class DatabasePresenter;
class EmptyState;
class ErrorPanel;
class ImportPage;
class ImportPresenter;
class ImportStrip;
class LivePane;
class LivePresenter;
class PaneHeader;
class RefreshBar;

/// Captures of the project: how they come in, from files, live or by a database, and what the
/// chosen one holds.
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
    void buildBar();
    void buildList();
    void buildPicture();
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
    void showComparison(bool shown);
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
    QAction *m_compare;
    QLabel *m_rangeLabel;
    PaneHeader *m_header;
    CaptureList *m_list;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QWidget *m_content;
    CaptureView *m_view;
    CaptureComparisonView *m_comparison;
    QWidget *m_importing;
    QLabel *m_importText;
    ErrorPanel *m_error;
    bool m_hasError = false;
    QStringList m_failedFiles;
    CaptureInspector *m_inspector;
    std::optional<CaptureId> m_shownCapture;
};

} // namespace dramatis::ui
