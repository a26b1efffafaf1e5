// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/captures/database_page.h"

#include "ui/base/buttons.h"
#include "ui/base/empty_state.h"
#include "ui/base/error_panel.h"
#include "ui/base/fonts.h"
#include "ui/base/page_frame.h"
#include "ui/base/pane_header.h"
#include "ui/base/settings.h"
#include "ui/base/state_label.h"
#include "ui/pages/base/entry_list.h"
#include "ui/pages/captures/database_address_form.h"
#include "ui/pages/captures/database_counting.h"
#include "ui/pages/captures/database_options_pane.h"
#include "ui/pages/captures/database_presenter.h"
#include "ui/pages/captures/import_mapping_view.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

const QString kOwnQuery = u"query"_s;
const QString kTablePrefix = u"table:"_s; ///< before the name in the id of an entry
constexpr int kQueryLines = 4;

} // namespace

DatabasePage::DatabasePage(const PageServices &services,
                           DatabasePresenter &presenter,
                           DatabaseCounting &counting,
                           QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_presenter(presenter)
    , m_counting(counting)
    , m_frame(new PageFrame(u"database"_s, services.settings, this))
{
    setAccessibleName(tr("Traffic in a database"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_frame);
    m_frame->setTitle(tr("Traffic in a database"));
    buildBar();
    buildList();
    buildPicture();
    m_options = new DatabaseOptionsPane(this);
    m_options->setLeavesClientsOut(services.settings.redactsImports());
    m_frame->setInspector(m_options);
    connect(m_options, &DatabaseOptionsPane::clientsChanged, this, [this] {
        m_services.settings.setRedactsImports(m_options->leavesClientsOut());
    });
    connectPresenter();
    connectCounting();
    showTables();
    showSample();
}

void DatabasePage::buildBar()
{
    m_cancel = new QAction(tr("Cancel"), this);
    m_cancel->setShortcut(Qt::Key_Escape);
    m_cancel->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_cancel);
    connect(m_cancel, &QAction::triggered, this, &DatabasePage::cancel);
    m_frame->addRightTool(makeButton(m_cancel, ButtonRole::Plain, this));
    m_count = new QAction(tr("Count"), this);
    m_count->setToolTip(tr("Have the database count it, as one capture (Ctrl+Return)"));
    m_count->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    m_count->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_count);
    connect(m_count, &QAction::triggered, this, &DatabasePage::count);
    m_frame->setPrimary(m_count);
}

void DatabasePage::buildList()
{
    auto *pane = new QWidget(this);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new PaneHeader(tr("Database"), pane));
    m_address = new DatabaseAddressForm(m_services.settings, pane);
    connect(m_address, &DatabaseAddressForm::connectAsked, this, &DatabasePage::connectOrStop);
    column->addWidget(m_address);
    m_tablesHeader = new PaneHeader(tr("Tables"), pane);
    column->addWidget(m_tablesHeader);
    m_tables = new EntryList(tr("Tables"), pane);
    connect(m_tables, &EntryList::chosen, this, &DatabasePage::choose);
    column->addWidget(m_tables, 1);
    m_frame->setList(pane);
}

QWidget *DatabasePage::buildQuery(QWidget *parent)
{
    auto *pane = new QWidget(parent);
    auto *row = new QHBoxLayout(pane);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    m_select = new QPlainTextEdit(pane);
    m_select->setAccessibleName(tr("Query"));
    m_select->setToolTip(tr("A SELECT, whose rows are the table. It cannot change anything."));
    m_select->setPlaceholderText(u"SELECT ts, took_ms, service, status FROM requests WHERE …"_s);
    m_select->setTabChangesFocus(true);
    setFontRole(m_select, FontRole::Fixed);
    m_select->setFixedHeight(m_select->fontMetrics().lineSpacing() * kQueryLines + 12);
    m_showRows = new QAction(tr("Show rows"), this);
    m_showRows->setToolTip(tr("Read the first rows of the query (Alt+Return)"));
    m_showRows->setShortcuts({Qt::ALT | Qt::Key_Return, Qt::ALT | Qt::Key_Enter});
    m_showRows->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    pane->addAction(m_showRows);
    connect(m_showRows, &QAction::triggered, this, [this] {
        m_failure->hide();
        m_presenter.chooseQuery(m_select->toPlainText());
    });
    connect(m_select, &QPlainTextEdit::textChanged, this, &DatabasePage::showState);
    row->addWidget(m_select, 1);
    row->addWidget(makeButton(m_showRows, ButtonRole::Plain, pane), 0, Qt::AlignTop);
    return pane;
}

void DatabasePage::buildPicture()
{
    auto *picture = new QWidget(this);
    picture->setProperty("plate", u"surface"_s);
    auto *column = new QVBoxLayout(picture);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_query = buildQuery(picture);
    m_query->hide();
    column->addWidget(m_query);
    m_failure = new QWidget(picture);
    auto *failureColumn = new QVBoxLayout(m_failure);
    failureColumn->setContentsMargins(12, 8, 12, 8);
    m_error = new ErrorPanel(m_failure);
    failureColumn->addWidget(m_error);
    m_failure->hide();
    column->addWidget(m_failure);
    m_stack = new QStackedWidget(picture);
    m_empty = new EmptyState(Icon::Database, tr("Count where the traffic lies"), {}, m_stack);
    m_stack->addWidget(m_empty);
    m_rows = new QWidget(m_stack);
    auto *rowsColumn = new QVBoxLayout(m_rows);
    rowsColumn->setContentsMargins(0, 0, 0, 0);
    rowsColumn->setSpacing(4);
    m_problem = new StateLabel(State::Warning, {}, m_rows);
    m_problem->setWrapped(true);
    m_mapping = new ImportMappingView(m_rows);
    connect(m_mapping,
            &ImportMappingView::mappingChanged,
            &m_presenter,
            &DatabasePresenter::setMapping);
    auto *problemMargin = new QVBoxLayout; // the margins of a label go when it is polished
    problemMargin->setContentsMargins(12, 8, 12, 0);
    problemMargin->addWidget(m_problem);
    rowsColumn->addLayout(problemMargin);
    rowsColumn->addWidget(m_mapping, 1);
    m_stack->addWidget(m_rows);
    column->addWidget(m_stack, 1);
    m_frame->setPicture(picture);
}

void DatabasePage::connectPresenter()
{
    connect(&m_presenter, &DatabasePresenter::tablesChanged, this, &DatabasePage::showTables);
    connect(&m_presenter, &DatabasePresenter::sampleChanged, this, &DatabasePage::showSample);
    connect(&m_presenter, &DatabasePresenter::failed, this, &DatabasePage::showError);
    connect(&m_presenter, &DatabasePresenter::busyChanged, this, [this](bool busy) {
        if (busy)
            m_frame->showProgress(-1);
        else
            m_frame->hideProgress();
        showState();
    });
}

void DatabasePage::connectCounting()
{
    connect(&m_counting, &DatabaseCounting::progressed, this, [this](double fraction) {
        if (m_isCounting)
            m_frame->showProgress(fraction);
    });
    connect(&m_counting, &DatabaseCounting::failed, this, [this](const Error &error) {
        if (m_isCounting)
            showError(tr("It could not be counted."), error);
    });
    connect(&m_counting, &DatabaseCounting::kept, this, [this] {
        if (!std::exchange(m_isCounting, false))
            return;
        emit closed();
    });
    connect(&m_counting, &DatabaseCounting::ended, this, [this] {
        m_isCounting = false;
        m_frame->hideProgress();
        showState();
    });
}

void DatabasePage::connectOrStop()
{
    m_failure->hide();
    if (m_presenter.isBusy())
        m_presenter.stop();
    else
        m_presenter.connectTo(m_address->source(), m_address->password());
}

/// Esc takes back one thing after the other: what runs, then the page.
void DatabasePage::cancel()
{
    if (m_isCounting)
        m_counting.stop();
    else if (m_presenter.isBusy())
        m_presenter.stop();
    else
        emit closed();
}

void DatabasePage::count()
{
    capture::QuerySource source = m_presenter.source();
    if (m_options->leavesClientsOut())
        for (capture::MappedColumn &column : source.mapping.columns)
            if (column.role == capture::ColumnRole::Client)
                column = {column.name, capture::ColumnRole::Ignored, {}, {}};
    m_failure->hide();
    m_isCounting = true;
    m_frame->showProgress(0);
    m_counting.count(source, m_presenter.password(), m_options->options());
    showState();
}

void DatabasePage::choose(const QString &id)
{
    m_failure->hide();
    m_query->setVisible(id == kOwnQuery);
    if (id == kOwnQuery) {
        m_select->setFocus();
        m_presenter.chooseQuery(m_select->toPlainText());
    } else if (id.startsWith(kTablePrefix)) {
        m_presenter.chooseTable(id.mid(kTablePrefix.size()));
    }
}

void DatabasePage::showTables()
{
    std::vector<Entry> entries;
    const QStringList tables = m_presenter.tables();
    if (m_presenter.isConnected()) {
        Entry query;
        query.id = kOwnQuery;
        query.title = tr("A query of your own…");
        query.toolTip = tr("A SELECT, whose rows are the table");
        entries.push_back(std::move(query));
    } else {
        m_query->hide();
    }
    for (const QString &table : tables) {
        Entry entry;
        entry.id = kTablePrefix + table;
        entry.title = table;
        entry.toolTip = table;
        entries.push_back(std::move(entry));
    }
    m_tables->setEntries(entries);
    m_tables->setEnabled(m_presenter.isConnected());
    m_tablesHeader->setCount(m_presenter.isConnected() ? QLocale().toString(tables.size())
                                                       : QString());
    if (tables.size() == 1) { // nothing to choose
        m_tables->setCurrentId(kTablePrefix + tables.front());
        choose(m_tables->currentId());
    }
    if (m_presenter.isConnected())
        m_tables->setFocus();
    showState();
}

void DatabasePage::showSample()
{
    const capture::TableSample *sample = m_presenter.sample();
    m_stack->setCurrentWidget(sample ? m_rows : m_empty);
    if (sample) {
        const capture::MappingToShow &shown = m_presenter.shown();
        m_mapping->setTable(*sample, shown.mapping);
        m_problem->setState(State::Warning,
                            ImportMappingView::problemText(shown.mapping.mapping, shown.problem));
        m_problem->setVisible(!shown.problem.isEmpty());
    }
    showState();
}

void DatabasePage::showState()
{
    const bool isBusy = m_presenter.isBusy();
    m_address->setConnecting(isBusy && !m_presenter.isConnected());
    m_address->setEnabled(!m_isCounting);
    m_tables->setEnabled(m_presenter.isConnected() && !m_isCounting);
    m_mapping->setEnabled(!m_isCounting);
    m_options->setEnabled(!m_isCounting);
    m_showRows->setEnabled(!m_select->toPlainText().trimmed().isEmpty() && !m_isCounting);
    m_count->setEnabled(m_presenter.isReady() && !isBusy && !m_counting.isRunning());
    m_count->setText(m_isCounting ? tr("Counting") : tr("Count"));
    m_cancel->setText(m_isCounting || isBusy ? tr("Stop") : tr("Cancel"));
    m_cancel->setToolTip(m_isCounting ? tr("Stop counting; nothing is kept (Esc)")
                         : isBusy     ? tr("Stop waiting for the database (Esc)")
                                      : tr("Back to the captures; nothing is counted (Esc)"));
    m_empty->setReason(
        isBusy ? tr("Waiting for the database.")
        : m_presenter.isConnected()
            ? (m_presenter.tables().isEmpty()
                   ? tr("No table can be read there. Write a query, or connect as another user.")
                   : tr("Choose a table on the left, or write a query of your own."))
            : tr("Say on the left where the database is, and connect. It is only read: windows "
                 "are counted there, and nothing but their figures comes over."));
}

void DatabasePage::showError(const QString &what, const Error &error)
{
    m_error->setError(what, error);
    m_failure->show();
}

void DatabasePage::open()
{
    showState();
    m_address->focusDatabase();
}

void DatabasePage::leave()
{
    if (m_isCounting)
        m_counting.stop();
    m_failure->hide();
    m_address->clearPassword();
    m_presenter.clear();
}

} // namespace dramatis::ui
