// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/report/report_page.h"

#include "core/report/build_report.h"
#include "ui/base/buttons.h"
#include "ui/base/empty_state.h"
#include "ui/base/error_panel.h"
#include "ui/base/failure_box.h"
#include "ui/base/fonts.h"
#include "ui/base/inspector_section.h"
#include "ui/base/pane_header.h"
#include "ui/base/refresh_deferrer.h"
#include "ui/base/settings.h"
#include "ui/edit/document.h"
#include "ui/pages/report/page_view.h"
#include "ui/pages/report/report_presenter.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr int kSectionId = Qt::UserRole;
constexpr double kZoomStep = 1.25;
constexpr int kListEdge = 8; ///< px beside the list of sections

QString sectionName(const QString &id)
{
    for (const report::SectionKind &kind : report::allSections())
        if (kind.id == id)
            return kind.name;
    return id;
}

} // namespace

ReportPage::ReportPage(const PageServices &services, QWidget *parent)
    : DocumentPage(u"report"_s, tr("Report"), Icon::Report, services.settings, parent)
    , m_services(services)
    , m_presenter(new ReportPresenter(services, this))
{
    m_refresh = new RefreshDeferrer(this, [this] {
        if (m_presenter->hasContent()) {
            frame()->showProgress(-1);
            m_presenter->refresh();
        }
    });
    buildBar();
    buildList();
    buildPicture();
    buildInspector();
    connect(m_presenter, &ReportPresenter::ready, this, &ReportPage::showReport);
    connect(m_presenter, &ReportPresenter::failed, this, &ReportPage::showError);
    connect(m_presenter, &ReportPresenter::optionsChanged, this, [this] {
        showOptions();
        m_refresh->request();
    });
}

void ReportPage::buildBar()
{
    m_export = new QAction(ui::icon(Icon::Export), tr("Export PDF…"), this);
    m_export->setToolTip(tr("Write the report as PDF (Ctrl+P)"));
    connect(m_export, &QAction::triggered, this, &ReportPage::askAndExport);
    frame()->setPrimary(m_export);

    m_pageLabel = new QLabel(this);
    setTextRole(m_pageLabel, TextRole::Secondary);
    m_zoomLabel = new QLabel(this);
    auto *smaller = new QAction(ui::icon(Icon::ZoomOut), tr("Smaller"), this);
    auto *larger = new QAction(ui::icon(Icon::ZoomIn), tr("Larger"), this);
    auto *fit = new QAction(ui::icon(Icon::Fit), tr("Fit the width"), this);
    connect(smaller, &QAction::triggered, this, [this] {
        m_view->setZoom(std::max(0.2, m_view->zoom() / kZoomStep));
    });
    connect(larger, &QAction::triggered, this, [this] {
        m_view->setZoom(std::min(4.0, m_view->zoom() * kZoomStep));
    });
    connect(fit, &QAction::triggered, this, [this] { m_view->setZoom(0); });
    frame()->addRightTool(m_pageLabel);
    frame()->addRightTool(smaller);
    frame()->addRightTool(m_zoomLabel);
    frame()->addRightTool(larger);
    frame()->addRightTool(fit);
}

void ReportPage::buildList()
{
    auto *list = new QWidget(this);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *header = new PaneHeader(tr("Sections"), list);
    auto *up = new QAction(tr("Move up"), list);
    up->setShortcut(Qt::ALT | Qt::Key_Up);
    auto *down = new QAction(tr("Move down"), list);
    down->setShortcut(Qt::ALT | Qt::Key_Down);
    for (QAction *action : {up, down})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(up, &QAction::triggered, this, [this] { step(-1); });
    connect(down, &QAction::triggered, this, [this] { step(1); });
    list->addActions({up, down});
    m_sections = new QListWidget(list);
    m_sections->setAccessibleName(tr("Sections of the report"));
    m_sections->setFrameShape(QFrame::NoFrame);
    m_sections->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_sections->addActions({up, down});
    connect(m_sections, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        m_presenter->setSectionOn(item->data(kSectionId).toString(),
                                  item->checkState() == Qt::Checked);
    });
    connect(
        m_sections, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
            const int page =
                item && m_pages ? m_pages->pageOf(item->data(kSectionId).toString()) : -1;
            if (page >= 0)
                m_scroll->verticalScrollBar()->setValue(m_view->pageRect(page).top() - 16);
        });
    m_missing = new QLabel(list);
    m_missing->setWordWrap(true);
    m_missing->setContentsMargins(12, 8, 12, 12);
    setTextRole(m_missing, TextRole::Secondary);
    auto *hint = new QLabel(tr("Alt+↑ ↓ moves a section."), list);
    hint->setContentsMargins(12, 0, 12, 12);
    setTextRole(hint, TextRole::Hint);
    setFontRole(hint, FontRole::Caption);
    auto *indented = new QHBoxLayout;
    indented->setContentsMargins(kListEdge, 0, kListEdge, 0);
    indented->addWidget(m_sections);
    m_sections->setSpacing(2);
    column->addWidget(header);
    column->addLayout(indented, 1);
    column->addWidget(m_missing);
    column->addWidget(hint);
    frame()->setList(list);
}

void ReportPage::buildPicture()
{
    m_picture = new QStackedWidget(this);
    m_empty = new EmptyState(Icon::Report, tr("Nothing to report yet"), {}, m_picture);
    auto *toCaptures = new QAction(tr("Go to Captures"), this);
    connect(toCaptures, &QAction::triggered, this, [this] { emit pageRequested(u"captures"_s); });
    auto *sample = new QAction(tr("Open sample"), this);
    connect(sample, &QAction::triggered, this, &ReportPage::sampleRequested);
    m_empty->setPrimary(toCaptures);
    m_empty->addAction(sample);
    m_error = new ErrorPanel(m_picture);
    m_view = new PageView;
    m_scroll = new QScrollArea(m_picture);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidget(m_view);
    connect(m_scroll->verticalScrollBar(),
            &QScrollBar::valueChanged,
            this,
            &ReportPage::updatePageLabel);
    connect(m_view, &PageView::zoomChanged, this, &ReportPage::updatePageLabel);
    m_picture->addWidget(m_empty);
    m_picture->addWidget(m_error);
    m_picture->addWidget(m_scroll);
    frame()->setPicture(m_picture);
}

void ReportPage::buildInspector()
{
    auto *inspector = new Inspector(this);
    InspectorSection *report = inspector->addSection(tr("Report"));
    m_title = new QLineEdit(inspector);
    m_author = new QLineEdit(inspector);
    m_paper = new QComboBox(inspector);
    m_paper->addItem(tr("A4 portrait"), u"A4"_s);
    m_paper->addItem(tr("Letter portrait"), u"Letter"_s);
    report->addRow(tr("Title"), m_title);
    report->addRow(tr("Author"), m_author);
    report->addRow(tr("Paper"), m_paper);
    connect(m_title, &QLineEdit::editingFinished, this, [this] {
        m_presenter->setTitle(m_title->text());
    });
    connect(m_author, &QLineEdit::editingFinished, this, [this] {
        m_presenter->setAuthor(m_author->text());
        m_services.settings.setPdfAuthor(m_author->text());
    });
    connect(m_paper, &QComboBox::activated, this, [this] {
        m_presenter->setPaper(m_paper->currentData().toString());
    });
    frame()->setInspector(inspector);
}

void ReportPage::setDocument(Document *document)
{
    m_document = document;
    m_report.reset();
    m_pages.reset();
    m_pendingExport.clear();
    m_view->setPages(nullptr);
    m_presenter->setDocument(document);
}

void ReportPage::activated()
{
    showOptions();
    m_refresh->request();
}

void ReportPage::focusPicture()
{
    m_scroll->setFocus();
}

QList<QAction *> ReportPage::menuActions(PageMenu menu) const
{
    return menu == PageMenu::Run ? QList<QAction *>{m_export} : QList<QAction *>{};
}

void ReportPage::showOptions()
{
    const project::ReportOptions &options = m_document->state().report;
    m_title->setText(options.title);
    m_title->setPlaceholderText(m_document->displayName());
    m_author->setText(options.author.isEmpty() ? m_services.settings.pdfAuthor() : options.author);
    m_paper->setCurrentIndex(std::max(0, m_paper->findData(options.paper)));

    const QSignalBlocker blocker(m_sections);
    const QString current = m_sections->currentItem()
                                ? m_sections->currentItem()->data(kSectionId).toString()
                                : QString();
    m_sections->clear();
    for (const QString &id : m_presenter->sectionOrder()) {
        auto *item = new QListWidgetItem(sectionName(id), m_sections);
        item->setData(kSectionId, id);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(m_presenter->isSectionOn(id) ? Qt::Checked : Qt::Unchecked);
        if (id == current)
            m_sections->setCurrentItem(item);
    }
    m_missing->setText(m_presenter->missing());
    m_missing->setVisible(m_presenter->hasContent() && !m_presenter->missing().isEmpty());
    m_empty->setReason(m_presenter->missing());
    if (!m_presenter->hasContent())
        m_picture->setCurrentWidget(m_empty);
    m_export->setEnabled(m_presenter->hasContent());
}

void ReportPage::showReport(const std::shared_ptr<const report::Report> &report)
{
    frame()->hideProgress();
    m_report = report;
    auto shown = *report;
    if (shown.author.isEmpty())
        shown.author = m_services.settings.pdfAuthor();
    m_pages = std::make_shared<const ReportPages>(std::move(shown),
                                                  PageOptions{m_document->state().report.paper});
    m_view->setPages(m_pages);
    m_picture->setCurrentWidget(m_scroll);
    updatePageLabel();
    if (!m_pendingExport.isEmpty())
        write(std::exchange(m_pendingExport, {}));
}

void ReportPage::showError(const Error &error)
{
    frame()->hideProgress();
    m_error->setError(tr("The report could not be made."), error);
    m_picture->setCurrentWidget(m_error);
}

void ReportPage::updatePageLabel()
{
    if (!m_pages) {
        m_pageLabel->clear();
        m_zoomLabel->clear();
        return;
    }
    const QRect visible(
        0, m_scroll->verticalScrollBar()->value(), m_view->width(), m_scroll->height());
    m_pageLabel->setText(
        tr("Page %1 of %2").arg(m_view->pageAt(visible) + 1).arg(m_pages->count()));
    m_zoomLabel->setText(u"%1\u202F%"_s.arg(std::lround(m_view->zoom() * 100)));
}

void ReportPage::step(int direction)
{
    if (const QListWidgetItem *item = m_sections->currentItem())
        m_presenter->moveSection(item->data(kSectionId).toString(), direction);
}

void ReportPage::askAndExport()
{
    const QString folder = m_services.settings.lastFolder(u"pdf"_s);
    const QString name = m_report ? m_report->title : m_document->displayName();
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Export PDF"), QDir(folder).filePath(name + u".pdf"), tr("PDF (*.pdf)"));
    if (path.isEmpty())
        return;
    m_services.settings.setLastFolder(u"pdf"_s, path);
    exportPdf(path);
}

void ReportPage::exportPdf(const QString &path)
{
    if (!m_presenter->hasContent()) {
        showFailure(this,
                    tr("There is nothing to export."),
                    makeError(ErrorKind::InvalidArgument, m_presenter->missing()));
        return;
    }
    // What lies on screen may be older than the project: build it anew, then write.
    m_pendingExport = path;
    frame()->showProgress(-1);
    m_presenter->refresh();
}

void ReportPage::write(const QString &path)
{
    NullJobControl job; // a tenth of a second
    const auto written = m_pages->writePdf(path, job);
    if (!written) {
        showFailure(this, tr("The report could not be exported."), written.error());
        return;
    }
    emit statusChanged(tr("Report written to %1.").arg(QDir::toNativeSeparators(path)));
    emit exported(path);
}

} // namespace dramatis::ui
