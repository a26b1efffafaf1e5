// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/captures/captures_page.h"

#include "core/base/text.h"
#include "ui/base/buttons.h"
#include "ui/base/dropped_files.h"
#include "ui/base/empty_state.h"
#include "ui/base/error_panel.h"
#include "ui/base/failure_box.h"
#include "ui/base/fonts.h"
#include "ui/base/pane_header.h"
#include "ui/base/remark.h"
#include "ui/base/settings.h"
#include "ui/edit/document.h"
#include "ui/pages/captures/capture_comparison_view.h"
#include "ui/pages/captures/capture_inspector.h"
#include "ui/pages/captures/capture_list.h"
#include "ui/pages/captures/capture_view.h"
#include "ui/pages/captures/captures_presenter.h"
#include "ui/pages/captures/database_counting.h"
#include "ui/pages/captures/database_page.h"
#include "ui/pages/captures/database_presenter.h"
#include "ui/pages/captures/import_page.h"
#include "ui/pages/captures/import_presenter.h"
#include "ui/pages/captures/import_strip.h"
#include "ui/pages/captures/live_pane.h"
#include "ui/pages/captures/refresh_bar.h"

#include <QAbstractButton>
#include <QAction>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

CapturesPage::CapturesPage(const PageServices &services, QWidget *parent)
    : DocumentPage(u"captures"_s, tr("Captures"), Icon::Captures, services.settings, parent)
    , m_services(services)
    , m_presenter(new CapturesPresenter(services, this))
    , m_preparing(new ImportPresenter(services, this))
    , m_database(new DatabasePresenter(services, this))
    , m_counting(new DatabaseCounting(services, this))
    , m_live(new LivePresenter(services, this))
{
    setAcceptDrops(true);
    buildBar();
    buildList();
    buildPicture();
    frame()->addTool(m_view->heatMap());
    frame()->addTool(m_compare);
    m_inspector = new CaptureInspector(this);
    frame()->setInspector(m_inspector);
    connectPresenter();
    buildImport();
    buildDatabase();
    connectLive();
    showStack();
}

void CapturesPage::buildBar()
{
    m_import = new QAction(ui::icon(Icon::Import), tr("Import…"), this);
    m_import->setToolTip(tr("Read captures into this project (Ctrl+I)"));
    connect(m_import, &QAction::triggered, this, &CapturesPage::askForFiles);
    frame()->addTool(m_import);
    m_follow = new QAction(ui::icon(Icon::Follow), tr("Follow…"), this);
    m_follow->setToolTip(tr("Watch a growing log or a network interface (Ctrl+L)"));
    connect(m_follow, &QAction::triggered, this, &CapturesPage::follow);
    frame()->addTool(m_follow);
    m_fromDatabase = new QAction(ui::icon(Icon::Database), tr("Database…"), this);
    m_fromDatabase->setToolTip(tr("Count traffic that lies in a database (Ctrl+Shift+I)"));
    connect(m_fromDatabase, &QAction::triggered, this, &CapturesPage::openDatabase);
    frame()->addTool(m_fromDatabase);
    m_refresh = new QAction(tr("Refresh the capture"), this);
    m_refresh->setToolTip(tr("Count in the database again what came since; it becomes a capture of "
                             "its own"));
    m_sample = new QAction(ui::icon(Icon::Play), tr("Try the sample"), this);
    connect(m_sample, &QAction::triggered, this, &CapturesPage::sampleRequested);
    m_cancel = new QAction(ui::icon(Icon::Stop), tr("Stop the import"), this);
    connect(m_cancel, &QAction::triggered, m_presenter, &CapturesPresenter::cancelImport);
    m_retry = new QAction(tr("Try again"), this);
    connect(m_retry, &QAction::triggered, this, [this] { import(m_failedFiles); });

    m_dismiss = new QAction(tr("Close"), this);
    connect(m_dismiss, &QAction::triggered, this, [this] {
        m_hasError = false;
        showStack();
    });

    m_compare = new QAction(ui::icon(Icon::Compare), tr("Compare"), this);
    m_compare->setCheckable(true);
    m_compare->setShortcut(Qt::CTRL | Qt::Key_B);
    m_compare->setToolTip(tr("Compare two captures of this project (Ctrl+B)"));
    connect(m_compare, &QAction::toggled, this, &CapturesPage::showComparison);
    m_rangeLabel = new QLabel(this);
    setTextRole(m_rangeLabel, TextRole::Secondary);
    frame()->addRightTool(m_rangeLabel);
    m_clearRange = new QAction(ui::icon(Icon::Close), tr("Clear the range"), this);
    m_clearRange->setVisible(false);
    connect(m_clearRange, &QAction::triggered, this, [this] { m_view->clearRange(); });
    frame()->addRightTool(m_clearRange);
    m_findPersonas = new QAction(tr("Find personas"), this);
    m_findPersonas->setToolTip(tr("Find recurring behaviours in the whole capture"));
    connect(
        m_findPersonas, &QAction::triggered, this, [this] { emit pageRequested(u"personas"_s); });
    frame()->setPrimary(m_findPersonas);
}

void CapturesPage::buildList()
{
    auto *pane = new QWidget(this);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new PaneHeader(tr("Captures"), pane);
    m_header->addTool(m_import);
    m_list = new CaptureList(pane);
    QLabel *hint = makeRemark(tr("Drop captures anywhere on this page. Files dropped together "
                                 "become one capture."),
                              pane);
    hint->setContentsMargins(12, 8, 12, 12);
    column->addWidget(m_header);
    column->addWidget(m_list, 1);
    column->addWidget(hint);
    frame()->setList(pane);
    connect(m_list, &CaptureList::captureChosen, m_presenter, &CapturesPresenter::choose);
    connect(m_list, &CaptureList::removeRequested, m_presenter, &CapturesPresenter::removeCapture);
}

EmptyState *CapturesPage::buildEmpty()
{
    auto *empty = new EmptyState(
        Icon::Import,
        tr("Drop captures here"),
        tr("Access logs, packet captures, traces, Zeek and flow logs, plain or compressed.\n"
           "The format is found from the content. Nothing leaves this computer."),
        this);
    auto *open = new QAction(tr("Open files…"), this);
    connect(open, &QAction::triggered, this, &CapturesPage::askForFiles);
    empty->setPrimary(open);
    empty->setAcceptFiles(true);
    connect(empty, &EmptyState::filesDropped, this, &CapturesPage::openRequested);
    QAbstractButton *sample =
        empty->addCard(Icon::Play, tr("Try the sample"), tr("A small web shop, recorded in full."));
    connect(sample, &QAbstractButton::clicked, this, &CapturesPage::sampleRequested);
    QAbstractButton *watch = empty->addCard(
        Icon::Follow, tr("Watch live"), tr("A growing log, or a network interface."));
    connect(watch, &QAbstractButton::clicked, this, &CapturesPage::follow);
    QAbstractButton *database = empty->addCard(
        Icon::Database, tr("Ask a database"), tr("Its tables are counted where they lie."));
    connect(database, &QAbstractButton::clicked, this, &CapturesPage::openDatabase);
    const QStringList recent = m_services.settings.recentFiles().mid(0, 1); // four cards in a row
    for (const QString &file : recent) {
        QAbstractButton *card =
            empty->addCard(Icon::History,
                           QFileInfo(file).completeBaseName(),
                           tr("Open the project in %1.").arg(QFileInfo(file).dir().dirName()));
        connect(
            card, &QAbstractButton::clicked, this, [this, file] { emit openRequested({file}); });
    }
    return empty;
}

void CapturesPage::buildPicture()
{
    m_stack = new QStackedWidget(this);
    m_empty = buildEmpty();
    auto *margin = new QWidget(m_stack);
    auto *marginColumn = new QVBoxLayout(margin);
    marginColumn->setContentsMargins(20, 20, 20, 20);
    marginColumn->addWidget(m_empty);
    m_stack->addWidget(margin);

    m_importing = new QWidget(m_stack);
    auto *importColumn = new QVBoxLayout(m_importing);
    importColumn->setAlignment(Qt::AlignCenter);
    m_importText = new QLabel(m_importing);
    m_importText->setAlignment(Qt::AlignCenter);
    setFontRole(m_importText, FontRole::Heading);
    importColumn->addWidget(m_importText);
    importColumn->addWidget(
        makeButton(m_cancel, ButtonRole::Plain, m_importing), 0, Qt::AlignCenter);
    m_stack->addWidget(m_importing);

    auto *errorPane = new QWidget(m_stack);
    auto *errorColumn = new QVBoxLayout(errorPane);
    errorColumn->setContentsMargins(20, 20, 20, 20);
    m_error = new ErrorPanel(errorPane);
    m_error->setObjectName(u"importError"_s);
    m_error->addAction(m_retry);
    m_error->addAction(m_import);
    m_error->addAction(m_dismiss);
    errorColumn->addWidget(m_error);
    errorColumn->addStretch();
    m_stack->addWidget(errorPane);

    m_content = new QWidget(m_stack);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_refreshBar = new RefreshBar(m_content);
    m_view = new CaptureView(*m_presenter, m_services, m_content);
    column->addWidget(m_refreshBar);
    column->addWidget(m_view, 1);
    m_stack->addWidget(m_content);
    auto *picture = new QWidget(this);
    auto *pictureColumn = new QVBoxLayout(picture);
    pictureColumn->setContentsMargins(0, 0, 0, 0);
    pictureColumn->setSpacing(0);
    m_strip = new ImportStrip(picture);
    m_strip->hide();
    pictureColumn->addWidget(m_strip);
    pictureColumn->addWidget(m_stack, 1);
    m_livePane = new LivePane(*m_live, m_services.settings, m_stack);
    m_stack->addWidget(m_livePane);
    m_comparison = new CaptureComparisonView(m_services, m_stack);
    connect(m_comparison, &CaptureComparisonView::closeRequested, m_compare, &QAction::toggle);
    m_stack->addWidget(m_comparison);
    frame()->setPicture(picture);
}

void CapturesPage::connectPresenter()
{
    connect(m_presenter, &CapturesPresenter::capturesChanged, this, &CapturesPage::showCaptures);
    connect(
        m_presenter, &CapturesPresenter::statisticsChanged, this, &CapturesPage::showStatistics);
    connect(m_presenter, &CapturesPresenter::ruleCountsChanged, this, [this] {
        m_inspector->setRuleCounts(m_presenter->ruleCounts());
    });
    connect(m_presenter, &CapturesPresenter::importStarted, this, [this](const QStringList &files) {
        m_hasError = false;
        const QString name = QFileInfo(files.first()).fileName();
        m_importText->setText(tr("Reading %1").arg(name));
        std::int64_t bytes = 0;
        for (const QString &file : files)
            bytes += QFileInfo(file).size();
        m_strip->start(name, bytes);
        m_strip->show();
        frame()->showProgress(-1);
        showStack();
    });
    connect(m_presenter,
            &CapturesPresenter::importProgressed,
            this,
            [this](double fraction, const QString &stage, double read) {
                frame()->showProgress(fraction);
                m_strip->setProgress(read);
                if (!stage.isEmpty())
                    emit statusChanged(stage);
            });
    connect(m_presenter, &CapturesPresenter::importEnded, this, [this] {
        frame()->hideProgress();
        m_strip->hide();
        showStack();
    });
    connect(m_presenter, &CapturesPresenter::importPaused, m_strip, &ImportStrip::setPaused);
    connect(m_strip, &ImportStrip::pauseAsked, m_presenter, &CapturesPresenter::pauseImport);
    connect(m_strip, &ImportStrip::stopAsked, m_presenter, &CapturesPresenter::cancelImport);
    connect(m_presenter, &CapturesPresenter::importFailed, this, &CapturesPage::showImportError);
    connect(m_presenter,
            &CapturesPresenter::failed,
            this,
            [this](const QString &what, const Error &error) { showFailure(this, what, error); });
    connect(m_view, &CaptureView::rangeChosen, this, &CapturesPage::showCaptures);
    connect(m_view, &CaptureView::statusChanged, this, &CapturesPage::statusChanged);
    connect(m_inspector, &CaptureInspector::ruleChosen, m_presenter, &CapturesPresenter::setRule);
    connect(m_inspector, &CaptureInspector::rangeCleared, m_clearRange, &QAction::trigger);
}

void CapturesPage::connectLive()
{
    connect(m_livePane, &LivePane::closed, this, [this] {
        m_showsLive = false;
        showStack();
    });
    connect(m_live, &LivePresenter::started, this, [this] {
        m_showsLive = true;
        m_list->setLive(m_live->source().name());
        showStack();
    });
    connect(m_live, &LivePresenter::seen, this, [this] {
        const capture::LiveSnapshot seen = m_live->state().snapshot;
        m_list->showLive(text::count(double(seen.exchanges)),
                         tr("live · %1").arg(text::rate(seen.rate)));
    });
    connect(m_live, &LivePresenter::ended, this, [this](std::optional<CaptureId> kept) {
        m_list->setLive(std::nullopt);
        m_showsLive = false;
        if (kept)
            m_presenter->choose(*kept);
        else
            emit statusChanged(tr("Nothing was kept."));
        showCaptures();
    });
    connect(m_live, &LivePresenter::failed, this, [this] {
        m_showsLive = true; // the pane says why
        showStack();
    });
    connect(m_list, &CaptureList::liveChosen, this, &CapturesPage::follow);
    connect(m_list, &CaptureList::captureChosen, this, [this] {
        m_showsLive = false;
        showStack();
    });
}

void CapturesPage::follow()
{
    leaveImport();
    leaveDatabase();
    m_showsLive = true;
    m_hasError = false;
    showStack();
    m_livePane->open();
}

void CapturesPage::setDocument(Document *document)
{
    m_live->setDocument(document); // what runs is kept in the project before
    m_showsLive = false;
    m_document = document;
    m_hasError = false;
    leaveImport();
    leaveDatabase();
    m_compare->setChecked(false);
    m_counting->setDocument(document);
    m_presenter->setDocument(document);
}

void CapturesPage::import(const QStringList &files)
{
    m_presenter->import(files);
}

QList<QAction *> CapturesPage::menuActions(PageMenu menu) const
{
    if (menu == PageMenu::Run)
        return {m_findPersonas, m_refresh, m_compare};
    return menu == PageMenu::Edit ? QList<QAction *>{m_view->heatMap(), m_clearRange}
                                  : QList<QAction *>{};
}

void CapturesPage::focusPicture()
{
    m_view->focusTimeline();
}

bool CapturesPage::startFind()
{
    return m_stack->currentWidget() == m_content && m_view->startFind();
}

void CapturesPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void CapturesPage::dropEvent(QDropEvent *event)
{
    const QStringList files = droppedFiles(event->mimeData());
    if (files.isEmpty())
        return;
    event->acceptProposedAction();
    take(files);
}

void CapturesPage::askForFiles()
{
    const QStringList files = QFileDialog::getOpenFileNames(
        this, tr("Import captures"), m_services.settings.lastFolder(u"import"_s));
    if (files.isEmpty())
        return;
    m_services.settings.setLastFolder(u"import"_s, files.first());
    if (!m_importPage->isHidden())
        m_preparing->addFiles(files);
    else
        emit importRequested(files);
}

void CapturesPage::showStack()
{
    const bool any = m_presenter->capture() != nullptr;
    const bool importing = m_presenter->isImporting();
    if (m_hasError)
        m_stack->setCurrentIndex(2);
    else if (m_showsLive)
        m_stack->setCurrentWidget(m_livePane);
    else if (any)
        m_stack->setCurrentWidget(m_compare->isChecked() ? static_cast<QWidget *>(m_comparison)
                                                         : m_content);
    else
        m_stack->setCurrentIndex(importing ? 1 : 0);
    frame()->setPaneNeeded(Pane::Inspector,
                           any && !m_hasError && !m_showsLive && !m_compare->isChecked());
    m_compare->setEnabled(m_compare->isChecked()
                          || (m_document && m_document->state().captures.size() > 1));
    m_findPersonas->setEnabled(any);
    m_refresh->setEnabled(any && m_presenter->capture()->counted && !m_counting->isRunning());
    m_import->setEnabled(!importing);
    m_cancel->setEnabled(importing);
}

void CapturesPage::showImportError(const Error &error, const QStringList &files)
{
    m_failedFiles = files;
    m_hasError = true;
    m_error->setError(tr("%1 could not be imported.").arg(QFileInfo(files.first()).fileName()),
                      error);
    showStack();
}

void CapturesPage::showCaptures()
{
    if (m_document) {
        const auto &captures = m_document->state().captures;
        m_list->setCaptures(captures, m_presenter->captureId());
        m_header->setCount(QLocale().toString(qulonglong(captures.size())));
    }
    const auto range = m_presenter->range();
    m_clearRange->setVisible(range.has_value());
    m_rangeLabel->setText(
        range ? tr("%1 – %2").arg(text::localTime(range->from), text::localTime(range->to))
              : QString());
    showStack();
}

void CapturesPage::showStatistics()
{
    const project::CaptureRecord *record = m_presenter->capture();
    const auto statistics = m_presenter->statistics();
    m_view->showStatistics();
    if (record && statistics) {
        if (m_shownCapture != m_presenter->captureId())
            m_refreshBar->hide();
        m_shownCapture = m_presenter->captureId();
        m_inspector->show(*record, *statistics, m_presenter->range());
        emit statusChanged(
            tr("%1: %2 exchanges")
                .arg(record->name, text::count(double(statistics->totals.exchanges))));
    }
    showCaptures();
}

void CapturesPage::showComparison(bool shown)
{
    if (shown && m_document)
        m_comparison->setDocument(m_document, m_presenter->captureId());
    else
        m_comparison->leave();
    showStack();
}

} // namespace dramatis::ui
