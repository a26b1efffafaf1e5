// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/captures/import_mapping_view.h"

#include "ui/base/fonts.h"

#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

using capture::ColumnRole;
using capture::ColumnUnit;

constexpr int kRoleRow = 0;
constexpr int kUnitRow = 1;
constexpr int kFirstValueRow = 2;
constexpr int kChooserRowHeight = 32;
constexpr int kValueRowHeight = 27;
constexpr int kNarrowestColumn = 130;
constexpr int kWidestColumn = 280;

} // namespace

ImportMappingView::ImportMappingView(QWidget *parent) : QTableWidget(parent)
{
    setAccessibleName(tr("Columns of the table"));
    setFrameShape(NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(NoSelection);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kValueRowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

QString ImportMappingView::problemText(const capture::ColumnMapping &mapping,
                                       const QString &problem)
{
    const bool hasTime = mapping.find(ColumnRole::Begin) || mapping.find(ColumnRole::End);
    return problem.isEmpty() || hasTime
               ? problem
               : tr("No column is a time yet. Over one of them, choose “%1” or “%2”.")
                     .arg(capture::roleName(ColumnRole::Begin), capture::roleName(ColumnRole::End));
}

void ImportMappingView::setTable(const capture::TableSample &sample,
                                 const capture::GuessedMapping &mapping)
{
    m_mapping = mapping.mapping;
    // A choice makes all anew: who works with the keyboard stays where they were.
    const QModelIndex focused =
        QApplication::focusWidget() && isAncestorOf(QApplication::focusWidget())
            ? indexAt(QApplication::focusWidget()->mapTo(viewport(), QPoint(1, 1)))
            : QModelIndex();
    const int scrolled = horizontalScrollBar()->value();
    clear();
    setColumnCount(int(sample.columns.size()));
    setRowCount(kFirstValueRow + int(sample.values.size()));
    setHorizontalHeaderLabels(sample.columns);
    setRowHeight(kRoleRow, kChooserRowHeight);
    setRowHeight(kUnitRow, kChooserRowHeight);
    for (int row = 0; row < int(sample.values.size()); ++row) {
        const QStringList &values = sample.values[std::size_t(row)];
        for (int column = 0; column < columnCount() && column < int(values.size()); ++column) {
            auto *cell = new QTableWidgetItem(values[column]);
            cell->setToolTip(values[column]);
            setItem(kFirstValueRow + row, column, cell);
        }
    }
    resizeColumnsToContents();
    for (int column = 0; column < columnCount(); ++column) {
        setColumnWidth(column, std::clamp(columnWidth(column), kNarrowestColumn, kWidestColumn));
        if (std::size_t(column) < m_mapping.columns.size())
            buildChoosers(column,
                          std::size_t(column) < mapping.guesses.size()
                              ? mapping.guesses[std::size_t(column)].reason
                              : QString());
    }
    horizontalScrollBar()->setValue(scrolled);
    if (QWidget *chooser =
            focused.isValid() ? cellWidget(focused.row(), focused.column()) : nullptr)
        chooser->setFocus();
}

void ImportMappingView::buildChoosers(int column, const QString &reason)
{
    const capture::MappedColumn &mapped = m_mapping.columns[std::size_t(column)];
    auto *role = new QComboBox(this);
    role->setAccessibleName(tr("What column %1 is").arg(mapped.name));
    role->setToolTip(reason);
    for (const ColumnRole one : capture::allRoles())
        role->addItem(capture::roleName(one), static_cast<int>(one));
    role->setCurrentIndex(role->findData(static_cast<int>(mapped.role)));
    connect(role, &QComboBox::activated, this, [this, column, role](int index) {
        chooseRole(column, static_cast<ColumnRole>(role->itemData(index).toInt()));
    });
    setCellWidget(kRoleRow, column, role);
    auto *unit = new QComboBox(this);
    unit->setAccessibleName(tr("Unit of column %1").arg(mapped.name));
    unit->setInsertPolicy(QComboBox::NoInsert);
    setCellWidget(kUnitRow, column, unit);
    fillUnits(column);
    connect(unit, &QComboBox::activated, this, [this, column, unit](int index) {
        chooseUnit(column, unit->currentText(), index);
    });
}

void ImportMappingView::fillUnits(int column)
{
    const capture::MappedColumn &mapped = m_mapping.columns[std::size_t(column)];
    auto *unit = qobject_cast<QComboBox *>(cellWidget(kUnitRow, column));
    const auto units = capture::unitsOf(mapped.role);
    for (const ColumnUnit one : units)
        if (one != ColumnUnit::Pattern)
            unit->addItem(capture::unitName(one), static_cast<int>(one));
    const bool takesPattern =
        std::find(units.begin(), units.end(), ColumnUnit::Pattern) != units.end();
    unit->setEditable(takesPattern);
    unit->setToolTip(takesPattern
                         ? tr("How the times are written: choose, or type a pattern such as "
                              "%d.%m.%Y %H:%M:%S and press Return")
                         : QString());
    unit->setVisible(unit->count() > 1);
    if (mapped.unit == ColumnUnit::Pattern)
        unit->setEditText(mapped.pattern);
    else
        unit->setCurrentIndex(unit->findData(static_cast<int>(mapped.unit)));
    if (takesPattern)
        connect(unit->lineEdit(), &QLineEdit::returnPressed, this, [this, column, unit] {
            chooseUnit(column, unit->currentText(), unit->findText(unit->currentText()));
        });
}

void ImportMappingView::chooseRole(int column, ColumnRole role)
{
    // A role belongs to one column: the one that had it gives it up.
    for (capture::MappedColumn &other : m_mapping.columns)
        if (role != ColumnRole::Ignored && other.role == role)
            other = {other.name, ColumnRole::Ignored, ColumnUnit::Automatic, {}};
    capture::MappedColumn &mapped = m_mapping.columns[std::size_t(column)];
    mapped = {mapped.name, role, ColumnUnit::Automatic, {}};
    emit mappingChanged(m_mapping);
}

void ImportMappingView::chooseUnit(int column, const QString &text, int index)
{
    capture::MappedColumn &mapped = m_mapping.columns[std::size_t(column)];
    const auto *unit = qobject_cast<QComboBox *>(cellWidget(kUnitRow, column));
    const capture::MappedColumn before = mapped;
    if (index >= 0) {
        mapped.unit = static_cast<ColumnUnit>(unit->itemData(index).toInt());
        mapped.pattern.clear();
    } else if (text.contains(u'%')) {
        mapped.unit = ColumnUnit::Pattern;
        mapped.pattern = text;
    }
    if (!(mapped == before))
        emit mappingChanged(m_mapping);
}

} // namespace dramatis::ui
