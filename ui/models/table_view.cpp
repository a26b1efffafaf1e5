// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/table_view.h"

#include "core/base/csv.h"
#include "core/base/files.h"
#include "ui/base/failure_box.h"
#include "ui/base/icons.h"
#include "ui/base/search_box.h"
#include "ui/base/stretched_column.h"
#include "ui/models/share_bar_delegate.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QToolButton>

#include <algorithm>
#include <set>
#include <utility>

namespace dramatis::ui {

namespace {

constexpr int kRowHeight = 27;
constexpr int kLeastNames = 160; ///< px of the first column
constexpr int kWideNames = 240;  ///< that it has, where its rows need them, before others fit

} // namespace

TableView::TableView(const QString &name, QWidget *parent)
    : QTableView(parent)
    , m_proxy(new QSortFilterProxyModel(this))
{
    setAccessibleName(name);
    setItemDelegate(new ShareBarDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTextElideMode(Qt::ElideMiddle);
    setCornerButtonEnabled(false);
    setFrameShape(NoFrame);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    m_proxy->setSortRole(TableModelBase::SortRole);
    m_proxy->setFilterKeyColumn(-1);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_copy = new QAction(icon(Icon::Copy), tr("Copy as text"), this);
    m_copy->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    connect(m_copy, &QAction::triggered, this, [this] {
        QApplication::clipboard()->setText(asText());
    });
    addAction(m_copy);
}

void TableView::setTable(TableModelBase *model, int sortColumn)
{
    m_model = model;
    m_proxy->setSourceModel(model);
    showModel(m_proxy, sortColumn);
}

void TableView::setSelfSorting(TableModelBase *model)
{
    m_model = model;
    showModel(model, -1);
}

void TableView::showModel(QAbstractItemModel *model, int sortColumn)
{
    setModel(model);
    // Set before sorting is switched on, which sorts by what is set.
    horizontalHeader()->setSortIndicator(sortColumn, Qt::DescendingOrder);
    setSortingEnabled(true);
    horizontalHeader()->setStretchLastSection(false);
    for (int column = 1; column < model->columnCount(); ++column)
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::Fixed);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column) {
        if (column != 0)
            stretchNames();
    });
    stretchNames();
    horizontalHeader()->setMinimumSectionSize(48);
    // Long tables are measured by their first rows only.
    horizontalHeader()->setResizeContentsPrecision(50);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        emit currentRowChanged(currentRow());
    });
}

QWidget *TableView::makeTools(QWidget *parent)
{
    auto *tools = new QWidget(parent);
    tools->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 8, 0);
    row->setSpacing(8);
    if (!model() || model() == m_proxy) {
        m_filter = new SearchBox(tr("Filter"), tools);
        m_filter->setFixedWidth(140);
        connect(m_filter, &QLineEdit::textChanged, this, &TableView::setFilter);
        row->addWidget(m_filter);
    }
    auto *columns = new QToolButton(tools);
    columns->setIcon(icon(Icon::Columns));
    columns->setToolTip(tr("Columns"));
    columns->setAccessibleName(tr("Columns"));
    connect(columns, &QToolButton::clicked, this, [this, columns] {
        QMenu menu;
        addColumnActions(menu);
        menu.exec(columns->mapToGlobal(QPoint(0, columns->height())));
    });
    row->addWidget(columns);
    return tools;
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    stretchNames();
}

void TableView::stretchNames()
{
    stretchColumn(*this, 0, std::clamp(sizeHintForColumn(0), kLeastNames, kWideNames));
}

void TableView::setFilter(const QString &text)
{
    m_proxy->setFilterFixedString(text);
}

int TableView::currentRow() const
{
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return -1;
    return current.model() == m_proxy ? m_proxy->mapToSource(current).row() : current.row();
}

QString TableView::separated(QChar separator, QString (*cell)(const QString &)) const
{
    std::set<int> rows;
    const QModelIndexList selected =
        selectionModel() ? selectionModel()->selectedRows() : QModelIndexList();
    for (const QModelIndex &index : selected)
        rows.insert(index.row());
    if (rows.empty())
        for (int row = 0; row < model()->rowCount(); ++row)
            rows.insert(row);
    QString out;
    const auto append = [&](auto &&textOf) {
        bool first = true;
        for (int visual = 0; visual < model()->columnCount(); ++visual) {
            const int column = horizontalHeader()->logicalIndex(visual);
            if (isColumnHidden(column))
                continue;
            if (!std::exchange(first, false))
                out += separator;
            out += cell(textOf(column));
        }
        out += u'\n';
    };
    append([&](int column) { return model()->headerData(column, Qt::Horizontal).toString(); });
    for (const int row : rows)
        append([&](int column) { return model()->index(row, column).data().toString(); });
    return out;
}

QString TableView::asText() const
{
    return separated(u'\t', [](const QString &text) { return text; });
}

QString TableView::asCsv() const
{
    return separated(u',', csvCell);
}

Result<> TableView::saveCsv(const QString &path) const
{
    return writeFile(path, asCsv().toUtf8());
}

void TableView::addColumnActions(QMenu &menu)
{
    // The first column names the row: it stays.
    for (int column = 1; m_model && column < m_model->columnCount(); ++column) {
        QAction *action =
            menu.addAction(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
        });
    }
}

void TableView::askAndSave()
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save table"), accessibleName() + QStringLiteral(".csv"), tr("CSV table (*.csv)"));
    if (path.isEmpty())
        return;
    if (const auto saved = saveCsv(path); !saved)
        showFailure(this, tr("The table could not be saved."), saved.error());
}

void TableView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    QList<QAction *> own = actions(); // what others added to this table
    own.removeAll(m_copy);
    menu.addActions(own);
    if (!own.isEmpty())
        menu.addSeparator();
    menu.addAction(m_copy);
    menu.addAction(icon(Icon::Export), tr("Save as CSV…"), this, &TableView::askAndSave);
    QMenu *columns = menu.addMenu(icon(Icon::Columns), tr("Columns"));
    addColumnActions(*columns);
    menu.exec(event->globalPos());
}

} // namespace dramatis::ui
