// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/pages/base/document_page.h"

class QAction;
class QLabel;
class QPlainTextEdit;
class QStackedWidget;

namespace dramatis::ui {

class DatabaseAddressForm;
class DatabaseCounting;
class DatabaseOptionsPane;
class DatabasePresenter;
class EmptyState;
class EntryList;
class ErrorPanel;
class ImportMappingView;
class PageFrame;
class PaneHeader;
class StateLabel;

/// Traffic that lies in a database, before it is counted there: where it is, its tables, the first
/// rows of the chosen one under what its columns are read as, and what can be decided. Stands in
/// the place of the captures page. Failures are said here, where the choice was made.
class DatabasePage : public QWidget
{
    Q_OBJECT

public:
    /// @param presenter, counting  outlive this
    DatabasePage(const PageServices &services,
                 DatabasePresenter &presenter,
                 DatabaseCounting &counting,
                 QWidget *parent = nullptr);

    [[nodiscard]] PageFrame *frame() const { return m_frame; }
    /// Puts the focus where a person goes on.
    void open();
    /// Forgets what was found, and the password.
    void leave();

signals:
    /// Back to the captures.
    void closed();

private:
    void buildBar();
    void buildList();
    void buildPicture();
    [[nodiscard]] QWidget *buildQuery(QWidget *parent);
    void connectPresenter();
    void connectCounting();
    void connectOrStop();
    void cancel();
    void count();
    void choose(const QString &id);
    void showTables();
    void showSample();
    void showState();
    void showError(const QString &what, const Error &error);

    PageServices m_services;
    DatabasePresenter &m_presenter;
    DatabaseCounting &m_counting;
    PageFrame *m_frame;
    bool m_isCounting = false; ///< what runs was begun here
    QAction *m_count;
    QAction *m_cancel;
    QAction *m_showRows;
    DatabaseAddressForm *m_address;
    PaneHeader *m_tablesHeader;
    EntryList *m_tables;
    QWidget *m_query;
    QPlainTextEdit *m_select;
    QWidget *m_failure;
    ErrorPanel *m_error;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QWidget *m_rows;
    StateLabel *m_problem;
    ImportMappingView *m_mapping;
    DatabaseOptionsPane *m_options;
};

} // namespace dramatis::ui
