// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/base/value_table.h"

#include "ui/base/fonts.h"
#include "ui/base/stretched_column.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

namespace dramatis::ui {

namespace {

constexpr int kRowHeight = 27;
constexpr int kPadding = 28;      ///< what the style puts around a text
constexpr int kIconRoom = 24;     ///< an icon and its gap
constexpr int kWidestAsked = 260; ///< of the column that stretches: longer texts are elided

} // namespace

ValueTable::ValueTable(const QString &name, QWidget *parent) : QTableWidget(parent)
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setWordWrap(false);
    setTextElideMode(Qt::ElideMiddle);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setCornerButtonEnabled(false);
}

void ValueTable::setColumns(const std::vector<ValueColumn> &columns)
{
    m_columns = columns;
    setColumnCount(static_cast<int>(columns.size()));
    for (int c = 0; c < columnCount(); ++c) {
        const ValueColumn &column = m_columns[static_cast<std::size_t>(c)];
        auto *header = new QTableWidgetItem(column.title);
        header->setToolTip(column.toolTip);
        header->setTextAlignment((column.figures ? Qt::AlignRight : Qt::AlignLeft)
                                 | Qt::AlignVCenter);
        setHorizontalHeaderItem(c, header);
    }
}

int ValueTable::addRow(const QStringList &texts)
{
    const int row = rowCount();
    insertRow(row);
    for (int c = 0; c < columnCount() && c < texts.size(); ++c) {
        auto *item = new QTableWidgetItem(texts[c]);
        const bool figures = m_columns[static_cast<std::size_t>(c)].figures;
        item->setTextAlignment((figures ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        if (figures)
            item->setFont(figureFont(FontRole::Body));
        else
            item->setToolTip(texts[c]);
        setItem(row, c, item);
    }
    return row;
}

int ValueTable::addHeading(const QString &text)
{
    const int row = rowCount();
    insertRow(row);
    auto *item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled);
    item->setFont(ui::font(FontRole::Strong));
    setItem(row, 0, item);
    setSpan(row, 0, 1, columnCount());
    return row;
}

void ValueTable::clearRows()
{
    clearSpans();
    setRowCount(0);
}

void ValueTable::fitColumns()
{
    m_stretched = -1;
    for (int c = 0; c < columnCount(); ++c) {
        if (m_columns[static_cast<std::size_t>(c)].stretch)
            m_stretched = c;
        const QFontMetrics header(horizontalHeader()->font());
        const QTableWidgetItem &title = *horizontalHeaderItem(c);
        int width = header.horizontalAdvance(title.text()) + (title.icon().isNull() ? 0 : kIconRoom)
                    + kPadding;
        for (int r = 0; r < rowCount(); ++r) {
            if (columnSpan(r, 0) > 1)
                continue;
            if (const QTableWidgetItem *cell = item(r, c)) {
                const QFont used =
                    cell->data(Qt::FontRole).isValid() ? cell->font() : ui::font(FontRole::Body);
                const int icon = cell->icon().isNull() ? 0 : kIconRoom;
                width = std::max(
                    width, QFontMetrics(used).horizontalAdvance(cell->text()) + icon + kPadding);
            }
        }
        horizontalHeader()->setSectionResizeMode(c, QHeaderView::Interactive);
        setColumnWidth(c, width);
        if (c == m_stretched)
            m_stretchedLeast = std::min(width, kWidestAsked);
    }
    horizontalHeader()->setStretchLastSection(m_stretched < 0);
    if (m_stretched >= 0)
        stretchColumn(*this, m_stretched, m_stretchedLeast);
}

void ValueTable::resizeEvent(QResizeEvent *event)
{
    QTableWidget::resizeEvent(event);
    if (m_stretched >= 0)
        stretchColumn(*this, m_stretched, m_stretchedLeast);
}

QString ValueTable::asText() const
{
    QStringList lines;
    for (int r = -1; r < rowCount(); ++r) {
        if (r >= 0 && !selectedItems().isEmpty() && !selectionModel()->isRowSelected(r, {}))
            continue;
        QStringList cells;
        for (int c = 0; c < columnCount(); ++c) {
            const QTableWidgetItem *cell = r < 0 ? horizontalHeaderItem(c) : item(r, c);
            cells << (cell ? cell->text() : QString());
        }
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n');
}

void ValueTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(asText());
        return;
    }
    QTableWidget::keyPressEvent(event);
}

} // namespace dramatis::ui
