// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/pages/base/document_page.h"
#include "ui/print/report_pages.h"

#include <memory>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QScrollArea;
class QStackedWidget;

namespace dramatis::ui {

class EmptyState;
class ErrorPanel;
class PageView;
class RefreshDeferrer;
class ReportPresenter;

/// Chooses and orders sections, shows the pages as they will be printed, exports the PDF.
class ReportPage : public DocumentPage
{
    Q_OBJECT

public:
    explicit ReportPage(const PageServices &services, QWidget *parent = nullptr);

    void setDocument(Document *document) override;
    /// Writes the report; where it is not built yet, when it is.
    void exportPdf(const QString &path);
    [[nodiscard]] QList<QAction *> menuActions(PageMenu menu) const override;
    void focusPicture() override;

signals:
    /// The report lies at `path`.
    void exported(const QString &path);

protected:
    void activated() override;

private:
    void buildBar();
    void buildList();
    void buildPicture();
    void buildInspector();
    void showOptions();
    void showReport(const std::shared_ptr<const report::Report> &report);
    void showError(const Error &error);
    void askAndExport();
    void write(const QString &path);
    void step(int direction);
    void updatePageLabel();

    PageServices m_services;
    ReportPresenter *m_presenter;
    RefreshDeferrer *m_refresh;
    Document *m_document = nullptr;
    std::shared_ptr<const report::Report> m_report;
    std::shared_ptr<const ReportPages> m_pages;
    QString m_pendingExport;

    QAction *m_export;
    QLabel *m_pageLabel;
    QLabel *m_zoomLabel;
    QListWidget *m_sections;
    QLabel *m_missing;
    QStackedWidget *m_picture;
    EmptyState *m_empty;
    ErrorPanel *m_error;
    QScrollArea *m_scroll;
    PageView *m_view;
    QLineEdit *m_title;
    QLineEdit *m_author;
    QComboBox *m_paper;
};

} // namespace dramatis::ui
