// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/base/document_page.h"

#include <QStringList>

#include <optional>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTabBar;
class QTimer;

namespace dramatis::ui {

class EntryList;
class ErrorPanel;
class ImportMappingView;
class ImportOptionsPane;
class ImportPresenter;
class ImportPreviewTable;
class KeyFigures;
class PageFrame;
class PaneHeader;
class StateLabel;
class TableView;

/// What will be imported and how, before anything is: the files with what each seems to be, the
/// first records of the chosen one as they would be read, and what can be decided. Every choice
/// reads the first records again. Stands in the place of the captures page.
class ImportPage : public QWidget
{
    Q_OBJECT

public:
    /// @param presenter  outlives this
    ImportPage(const PageServices &services, ImportPresenter &presenter, QWidget *parent = nullptr);

    [[nodiscard]] PageFrame *frame() const { return m_frame; }
    /// Whether clients, and servers too, are to be hidden.
    [[nodiscard]] bool hidesClients() const;
    [[nodiscard]] bool hidesServers() const;
    /// Puts the focus where a person goes on: on the files.
    void focusFiles();

signals:
    void importAsked();
    void cancelled();
    /// More files are to be chosen.
    void moreAsked();

private:
    void buildBar();
    void buildFiles();
    void buildPicture();
    [[nodiscard]] QWidget *buildChoosers(QWidget *parent);
    [[nodiscard]] QWidget *buildLower(QWidget *parent);
    void connectPresenter();

    [[nodiscard]] std::optional<std::size_t> current() const;
    void showFiles();
    void showFile();
    void showTable();
    void showFormats();
    void showConfidence();
    void showZone();
    void showGives();
    void showCount();
    void chooseFormat(int index);
    void chooseZone(const QString &id);
    void removeCurrent();

    PageServices m_services;
    ImportPresenter &m_presenter;
    PageFrame *m_frame;
    QTimer *m_listing; ///< until the list is made anew
    QAction *m_import;
    QAction *m_cancel;
    QAction *m_add;
    QAction *m_remove;
    QLabel *m_size;
    PaneHeader *m_header;
    EntryList *m_files;
    QComboBox *m_format;
    QLineEdit *m_formatString;
    StateLabel *m_confidence;
    QComboBox *m_zone;
    QStackedWidget *m_stack;
    ImportPreviewTable *m_preview;
    QWidget *m_table;
    StateLabel *m_problem;
    ImportMappingView *m_mapping;
    ImportPreviewTable *m_records;
    ErrorPanel *m_error;
    QTabBar *m_tabs;
    QStackedWidget *m_lower;
    KeyFigures *m_gives;
    QLabel *m_notKnown;
    ImportPreviewTable *m_skipped;
    ImportOptionsPane *m_options;
};

} // namespace dramatis::ui
