// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/captures/import_page.h"

#include "core/base/text.h"
#include "ui/base/buttons.h"
#include "ui/base/error_panel.h"
#include "ui/base/fonts.h"
#include "ui/base/key_figures.h"
#include "ui/base/page_frame.h"
#include "ui/base/pane_header.h"
#include "ui/base/remark.h"
#include "ui/base/settings.h"
#include "ui/base/splitter.h"
#include "ui/base/state_label.h"
#include "ui/pages/base/entry_list.h"
#include "ui/pages/captures/import_mapping_view.h"
#include "ui/pages/captures/import_options_pane.h"
#include "ui/pages/captures/import_presenter.h"
#include "ui/pages/captures/import_preview_table.h"

#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimeZone>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <set>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr int kListInterval = 30;                 ///< ms
constexpr int kFormatWidth = 340;                 ///< px, of the longest usual name
const QString kFormatString = u"format string"_s; ///< data of the entry that asks for one

QString wordOf(capture::Confidence confidence)
{
    switch (confidence) {
    case capture::Confidence::Certain:
        return ImportPage::tr("certain");
    case capture::Confidence::Likely:
        return ImportPage::tr("likely");
    case capture::Confidence::Possible:
        return ImportPage::tr("possible");
    case capture::Confidence::No:
        break;
    }
    return ImportPage::tr("not recognised");
}

State stateOf(const ImportItem &item)
{
    if (item.state == ImportItem::State::Failed)
        return State::Critical;
    if (!item.shown)
        return State::Info;
    if (item.shown->exchanges == 0)
        return State::Critical;
    return item.shown->confidence == capture::Confidence::Certain ? State::Ok : State::Warning;
}

QString noteOf(const ImportItem &item)
{
    const QString size = text::bytes(double(item.bytes));
    if (item.state == ImportItem::State::Failed)
        return ImportPage::tr("cannot be read · %1").arg(size);
    if (!item.shown)
        return ImportPage::tr("looking · %1").arg(size);
    return u"%1 · %2"_s.arg(item.shown->reader->name(), size);
}

std::vector<capture::PreviewRow> skippedOf(const capture::Preview &preview)
{
    std::vector<capture::PreviewRow> rows;
    std::copy_if(preview.rows.begin(),
                 preview.rows.end(),
                 std::back_inserter(rows),
                 [](const capture::PreviewRow &row) { return !row.isExchange(); });
    return rows;
}

} // namespace

ImportPage::ImportPage(const PageServices &services, ImportPresenter &presenter, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_presenter(presenter)
    , m_frame(new PageFrame(u"import"_s, services.settings, this))
    , m_listing(new QTimer(this))
{
    setAccessibleName(tr("Import"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_frame);
    buildBar();
    buildFiles();
    buildPicture();
    m_options = new ImportOptionsPane(this);
    m_options->setRedaction(services.settings.redactsImports(), false);
    m_frame->setInspector(m_options);
    connect(m_options, &ImportOptionsPane::redactionChanged, this, [this] {
        m_services.settings.setRedactsImports(m_options->hidesClients());
    });
    connect(m_options, &ImportOptionsPane::ruleChosen, this, [this](traffic::ResourceRule rule) {
        m_presenter.setRule(rule);
        showGives();
    });
    connectPresenter();
    showFiles();
}

void ImportPage::buildBar()
{
    m_size = new QLabel(this);
    setTextRole(m_size, TextRole::Secondary);
    m_frame->addTool(m_size);
    m_cancel = new QAction(tr("Cancel"), this);
    m_cancel->setToolTip(tr("Back to the captures; nothing is imported (Esc)"));
    m_cancel->setShortcut(Qt::Key_Escape);
    m_cancel->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_cancel);
    connect(m_cancel, &QAction::triggered, this, &ImportPage::cancelled);
    m_frame->addRightTool(makeButton(m_cancel, ButtonRole::Plain, this));
    m_import = new QAction(tr("Import"), this);
    m_import->setToolTip(tr("Read all files as one capture (Ctrl+Return)"));
    m_import->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    m_import->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_import);
    connect(m_import, &QAction::triggered, this, &ImportPage::importAsked);
    m_frame->setPrimary(m_import);
}

void ImportPage::buildFiles()
{
    auto *pane = new QWidget(this);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new PaneHeader(tr("Files"), pane);
    m_remove = new QAction(icon(Icon::Remove), tr("Leave out of the import"), this);
    m_remove->setShortcut(Qt::Key_Delete);
    m_remove->setShortcutContext(Qt::WidgetShortcut);
    connect(m_remove, &QAction::triggered, this, &ImportPage::removeCurrent);
    m_header->addTool(m_remove);
    m_add = new QAction(icon(Icon::Add), tr("Add files…"), this);
    connect(m_add, &QAction::triggered, this, &ImportPage::moreAsked);
    m_header->addTool(m_add);
    m_files = new EntryList(tr("Files"), pane);
    m_files->addAction(m_remove);
    m_files->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_files, &EntryList::chosen, this, &ImportPage::showFile);
    QLabel *hint =
        makeRemark(tr("The files become one capture. Drop or paste more of them here."), pane);
    column->addWidget(m_header);
    column->addWidget(m_files, 1);
    // The margins of a label go when it is polished.
    auto *hintMargin = new QVBoxLayout;
    hintMargin->setContentsMargins(12, 8, 12, 12);
    hintMargin->addWidget(hint);
    column->addLayout(hintMargin);
    m_frame->setList(pane);
}

QWidget *ImportPage::buildChoosers(QWidget *parent)
{
    auto *bar = new QWidget(parent);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    const auto name = [bar](const QString &text, QWidget *buddy) {
        auto *label = new QLabel(text, bar);
        setTextRole(label, TextRole::Secondary);
        label->setBuddy(buddy);
        return label;
    };
    m_format = new QComboBox(bar);
    m_format->setAccessibleName(tr("Format"));
    m_format->setToolTip(tr("What the chosen file is read as"));
    m_format->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_format->setMinimumContentsLength(12);
    m_format->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_format->setMaximumWidth(kFormatWidth);
    connect(m_format, &QComboBox::activated, this, &ImportPage::chooseFormat);
    m_formatString = new QLineEdit(bar);
    m_formatString->setPlaceholderText(u"$remote_addr … or %h %l %u …"_s);
    m_formatString->setAccessibleName(tr("Log format of the server"));
    m_formatString->setToolTip(tr("log_format of nginx, with $, or LogFormat of Apache, with %"));
    m_formatString->hide();
    connect(m_formatString, &QLineEdit::editingFinished, this, [this] {
        if (const auto index = current(); index && !m_formatString->text().isEmpty())
            m_presenter.setFormat(*index, m_formatString->text());
    });
    m_confidence = new StateLabel(State::Info, {}, bar);
    m_confidence->setFilled(true);
    m_confidence->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); // never cut
    m_zone = new QComboBox(bar);
    m_zone->setAccessibleName(tr("Time zone"));
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_zone->addItem(u"UTC"_s);
    m_zone->addItem(QString::fromLatin1(QTimeZone::systemTimeZoneId()));
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
        if (id.contains('/'))
            m_zone->addItem(QString::fromLatin1(id));
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_zone->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_zone->setMinimumContentsLength(8);
    connect(m_zone, &QComboBox::textActivated, this, &ImportPage::chooseZone);
    connect(m_zone->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        chooseZone(m_zone->currentText());
    });
    row->addWidget(name(tr("&Format"), m_format));
    row->addWidget(m_format, 4);
    row->addWidget(m_formatString, 1);
    row->addWidget(m_confidence);
    row->addStretch(1);
    row->addWidget(name(tr("Time &zone"), m_zone));
    row->addWidget(m_zone);
    return bar;
}

QWidget *ImportPage::buildLower(QWidget *parent)
{
    auto *pane = new QWidget(parent);
    pane->setProperty("plate", u"surface"_s);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_tabs = new QTabBar(pane);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->addTab(tr("What this gives"));
    m_tabs->addTab(tr("Skipped"));
    m_lower = new QStackedWidget(pane);
    auto *gives = new QWidget(m_lower);
    auto *givesColumn = new QVBoxLayout(gives);
    givesColumn->setContentsMargins(0, 0, 0, 0);
    m_gives = new KeyFigures(gives);
    m_notKnown = new QLabel(gives);
    m_notKnown->setWordWrap(true);
    setTextRole(m_notKnown, TextRole::Secondary);
    givesColumn->addWidget(m_gives);
    auto *notKnownRow = new QHBoxLayout; // margins of a label are taken away by the style
    notKnownRow->setContentsMargins(12, 4, 12, 8);
    notKnownRow->addWidget(m_notKnown);
    givesColumn->addLayout(notKnownRow);
    givesColumn->addStretch();
    m_lower->addWidget(gives);
    m_skipped = new ImportPreviewTable(m_lower);
    m_skipped->setAccessibleName(tr("Skipped"));
    m_lower->addWidget(m_skipped);
    m_tabs->addTab(tr("As it is read"));
    m_tabs->setTabVisible(2, false);
    m_records = new ImportPreviewTable(m_lower);
    m_records->setAccessibleName(tr("Rows as they are read"));
    m_lower->addWidget(m_records);
    connect(m_tabs, &QTabBar::currentChanged, m_lower, &QStackedWidget::setCurrentIndex);
    column->addWidget(m_tabs);
    column->addWidget(m_lower, 1);
    return pane;
}

void ImportPage::buildPicture()
{
    auto *picture = new QWidget(this);
    picture->setProperty("plate", u"surface"_s);
    auto *column = new QVBoxLayout(picture);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildChoosers(picture));
    auto *splitter = new Splitter(Qt::Vertical, u"import/lower"_s, m_services.settings, picture);
    m_stack = new QStackedWidget(splitter);
    m_preview = new ImportPreviewTable(m_stack);
    m_stack->addWidget(m_preview);
    auto *errorPane = new QWidget(m_stack);
    auto *errorColumn = new QVBoxLayout(errorPane);
    errorColumn->setContentsMargins(20, 20, 20, 20);
    m_error = new ErrorPanel(errorPane);
    m_error->addAction(m_remove);
    errorColumn->addWidget(m_error);
    errorColumn->addStretch();
    m_stack->addWidget(errorPane);
    m_table = new QWidget(m_stack);
    auto *tableColumn = new QVBoxLayout(m_table);
    tableColumn->setContentsMargins(0, 0, 0, 0);
    tableColumn->setSpacing(4);
    m_problem = new StateLabel(State::Warning, {}, m_table);
    m_problem->setWrapped(true);
    m_problem->setContentsMargins(12, 0, 12, 0);
    m_mapping = new ImportMappingView(m_table);
    connect(m_mapping,
            &ImportMappingView::mappingChanged,
            this,
            [this](const capture::ColumnMapping &mapping) {
                if (const auto index = current())
                    m_presenter.setMapping(*index, mapping);
            });
    tableColumn->addWidget(m_problem);
    tableColumn->addWidget(m_mapping, 1);
    m_stack->addWidget(m_table);
    splitter->addWidget(m_stack);
    splitter->addWidget(buildLower(splitter));
    splitter->setShares({75, 25});
    splitter->setChildrenCollapsible(false);
    column->addWidget(splitter, 1);
    m_frame->setPicture(picture);
}

void ImportPage::connectPresenter()
{
    connect(&m_presenter, &ImportPresenter::filesChanged, this, &ImportPage::showFiles);
    // A folder can hold thousands of files: the list is not made anew for each of them.
    m_listing->setSingleShot(true);
    m_listing->setInterval(kListInterval);
    connect(m_listing, &QTimer::timeout, this, &ImportPage::showFiles);
    connect(&m_presenter, &ImportPresenter::fileChanged, this, [this](std::size_t index) {
        if (!m_listing->isActive())
            m_listing->start();
        if (current() == index) {
            showFile();
            showCount();
        }
    });
    connect(&m_presenter, &ImportPresenter::rulesChanged, this, [this] {
        m_options->setRules(m_presenter.rules(), m_presenter.rule());
        showGives();
    });
}

std::optional<std::size_t> ImportPage::current() const
{
    bool isNumber = false;
    const std::size_t index = m_files->currentId().toULong(&isNumber);
    return isNumber && index < m_presenter.size() ? std::optional(index) : std::nullopt;
}

void ImportPage::showFiles()
{
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < m_presenter.size(); ++i) {
        const ImportItem &item = m_presenter.item(i);
        Entry entry;
        entry.id = QString::number(i);
        entry.title = QFileInfo(item.path).fileName();
        entry.subtitle = noteOf(item);
        entry.state = stateOf(item);
        entry.toolTip = item.state == ImportItem::State::Failed
                            ? QString(item.path + u'\n' + item.error.message)
                            : item.path;
        entries.push_back(std::move(entry));
    }
    m_files->setEntries(entries);
    if (!current() && !entries.empty()) {
        m_files->setCurrentId(u"0"_s);
        showFile();
    }
    m_header->setCount(QLocale().toString(qulonglong(m_presenter.size())));
    m_remove->setEnabled(!entries.empty());
    showCount();
}

void ImportPage::showCount()
{
    const int files = int(m_presenter.size());
    m_frame->setTitle(tr("Import %n file(s)", nullptr, files));
    m_size->setText(text::bytes(double(m_presenter.bytes())));
    const int ready = int(m_presenter.importable().size());
    m_import->setText(ready == files || ready == 0 ? tr("Import")
                                                   : tr("Import %n of them", nullptr, ready));
    m_import->setEnabled(ready > 0 && !m_presenter.isLooking());
}

void ImportPage::showFile()
{
    const auto index = current();
    m_format->setEnabled(index.has_value());
    if (!index)
        return;
    const ImportItem &item = m_presenter.item(*index);
    showFormats();
    showConfidence();
    showZone();
    if (item.state == ImportItem::State::Failed) {
        m_error->setError({}, item.error);
        m_stack->setCurrentIndex(1);
        m_skipped->setRows({});
        m_tabs->setTabText(1, tr("Skipped"));
    } else if (item.shown) {
        if (item.shown->table)
            showTable();
        else
            m_preview->setRows(item.shown->rows);
        m_stack->setCurrentWidget(item.shown->table ? m_table : static_cast<QWidget *>(m_preview));
        m_tabs->setTabVisible(2, item.shown->table.has_value());
        m_skipped->setRows(skippedOf(*item.shown));
        m_tabs->setTabText(
            1, tr("Skipped") + u"  "_s + QLocale().toString(qulonglong(item.shown->skipped)));
    }
    showGives();
}

/// A table shows its own columns, under what they are read as; the records it gives stand below.
void ImportPage::showTable()
{
    const ImportItem &item = m_presenter.item(*current());
    const capture::Preview &shown = *item.shown;
    capture::GuessedMapping mapping = shown.mapping;
    // What was chosen stands until the records are read by it, so that the next choice adds to it.
    if (item.state == ImportItem::State::Looking && item.mapping)
        mapping.mapping = *item.mapping;
    m_mapping->setTable(*shown.table, mapping);
    m_problem->setVisible(!shown.problem.isEmpty());
    m_problem->setState(State::Warning,
                        ImportMappingView::problemText(mapping.mapping, shown.problem));
    m_records->setRows(shown.rows);
}

void ImportPage::showFormats()
{
    const ImportItem &item = m_presenter.item(*current());
    const QSignalBlocker blocker(m_format);
    m_format->clear();
    std::set<QString> listed;
    const auto add = [&](const capture::CaptureReader *reader, const QString &remark) {
        if (!listed.insert(reader->id()).second)
            return;
        m_format->addItem(remark.isEmpty() ? reader->name()
                                           : u"%1 (%2)"_s.arg(reader->name(), remark),
                          reader->id());
    };
    if (item.shown)
        for (const capture::FormatChoice &choice : item.shown->formats)
            add(choice.reader, wordOf(choice.confidence));
    if (!listed.empty())
        m_format->insertSeparator(m_format->count());
    m_format->addItem(tr("A log format of your own…"), kFormatString);
    for (const capture::CaptureReader *reader : capture::allFormats())
        if (reader->id() != u"nginx" && reader->id() != u"apache") // these need a format string
            add(reader, {});
    const bool isString = item.format.contains(u'$') || item.format.contains(u'%');
    m_formatString->setVisible(isString);
    if (isString)
        m_formatString->setText(item.format);
    const QString id = isString     ? kFormatString
                       : item.shown ? item.shown->reader->id()
                                    : item.format;
    m_format->setCurrentIndex(id.isEmpty() ? -1 : m_format->findData(id));
    if (id.isEmpty())
        m_format->setPlaceholderText(tr("Read as…"));
}

void ImportPage::showConfidence()
{
    const ImportItem &item = m_presenter.item(*current());
    m_confidence->setVisible(item.shown != nullptr || item.state == ImportItem::State::Looking);
    if (!item.shown) {
        m_confidence->setState(State::Info, tr("looking"));
        m_confidence->setToolTip({});
        return;
    }
    const capture::Preview &shown = *item.shown;
    const QString exchanges = QLocale().toString(qulonglong(shown.exchanges));
    const QString records = QLocale().toString(qulonglong(shown.rows.size()));
    m_confidence->setState(shown.exchanges == 0                               ? State::Critical
                           : shown.confidence == capture::Confidence::Certain ? State::Ok
                                                                              : State::Warning,
                           tr("%1, %2 of %3")
                               .arg(item.format.isEmpty()
                                        ? wordOf(shown.confidence)
                                        : tr("chosen; %1").arg(wordOf(shown.confidence)),
                                    exchanges,
                                    records));
    m_confidence->setToolTip(
        tr("How sure the format is. Of the first %1 records %2 can be read as exchanges.")
            .arg(records, exchanges));
}

void ImportPage::showZone()
{
    const ImportItem &item = m_presenter.item(*current());
    const bool takesZone = item.shown && item.shown->takesZone;
    m_zone->setEnabled(takesZone);
    m_zone->setEditText(takesZone ? m_presenter.zone().id() : tr("from the file"));
    m_zone->setToolTip(takesZone
                           ? tr("The times in this file name no zone: what clocks they are by")
                           : tr("The times in this file say their zone"));
}

void ImportPage::showGives()
{
    const auto index = current();
    if (!index || !m_presenter.item(*index).shown) {
        m_gives->setFigures({});
        m_notKnown->clear();
        return;
    }
    double records = 0;
    std::int64_t first = kUnknown;
    std::set<std::string> clients;
    bool anyLatency = false;
    bool anySize = false;
    for (std::size_t i = 0; i < m_presenter.size(); ++i) {
        const auto &shown = m_presenter.item(i).shown;
        if (!shown)
            continue;
        records += shown->estimatedExchanges;
        for (const capture::PreviewRow &row : shown->rows) {
            if (!row.isExchange())
                continue;
            first = isKnown(first) ? std::min(first, row.begin) : row.begin;
            clients.insert(row.client);
            anyLatency = anyLatency || isKnown(row.latency);
            anySize = anySize || isKnown(row.responseBytes);
        }
    }
    clients.erase(std::string());
    const auto rule =
        std::find_if(m_presenter.rules().begin(),
                     m_presenter.rules().end(),
                     [this](const auto &one) { return one.rule == m_presenter.rule(); });
    const QString about = std::isnan(records) ? text::unknown() : text::count(records);
    m_gives->setFigures(
        {keyFigure(tr("Exchanges, about"), about),
         keyFigure(tr("From"), isKnown(first) ? text::localTime(first) : text::unknown()),
         keyFigure(tr("Resources so far"),
                   rule == m_presenter.rules().end() ? text::unknown()
                                                     : text::count(double(rule->resources))),
         keyFigure(tr("Clients so far"), text::count(double(clients.size())))});
    QStringList absent;
    if (!anyLatency)
        absent.append(tr("latency"));
    if (!anySize)
        absent.append(tr("response size"));
    m_notKnown->setText(absent.isEmpty()
                            ? QString()
                            : tr("Not in the first records: %1.").arg(absent.join(u", "_s)));
}

void ImportPage::chooseFormat(int index)
{
    const auto file = current();
    if (!file)
        return;
    const QString id = m_format->itemData(index).toString();
    m_formatString->setVisible(id == kFormatString);
    if (id == kFormatString) {
        m_formatString->setFocus();
        return;
    }
    const auto &shown = m_presenter.item(*file).shown;
    const bool isDetected =
        shown && !shown->formats.empty() && shown->formats.front().reader->id() == id;
    m_presenter.setFormat(*file, isDetected ? QString() : id);
}

void ImportPage::chooseZone(const QString &id)
{
    const auto index = current();
    if (!index || !m_zone->isEnabled())
        return;
    if (const auto zone = capture::StampZone::fromId(id.trimmed()); zone)
        m_presenter.setZone(*zone);
    showZone(); // what cannot be read as a zone gives way to the one in force
}

void ImportPage::removeCurrent()
{
    if (const auto index = current())
        m_presenter.removeFile(*index);
    showFile();
}

bool ImportPage::hidesClients() const
{
    return m_options->hidesClients();
}

bool ImportPage::hidesServers() const
{
    return m_options->hidesServers();
}

void ImportPage::focusFiles()
{
    m_files->setFocus();
}

} // namespace dramatis::ui
