// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QIcon>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace dramatis::ui {

/// What every table model of the program answers, whatever its rows are.
class TableModelBase : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        SortRole = Qt::UserRole, ///< a number, or text where there is none
        ShareRole                ///< double in [0, 1] for a share bar; invalid where there is none
    };
    using QAbstractTableModel::QAbstractTableModel;
    [[nodiscard]] virtual QString columnId(int column) const = 0;
};

/// One column: how a row looks and sorts in it.
template<typename Row>
struct TableColumn
{
    QString id;      ///< not translated; settings know the column by it
    QString header;  ///< with the unit: "Mean (req/s)"
    QString toolTip; ///< of the header
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
    std::function<QString(const Row &)> text;
    std::function<QVariant(const Row &)> sortKey;
    std::function<double(const Row &)> share{}; ///< fraction for a share bar; may be empty
    std::function<QIcon(const Row &)> icon{};   ///< before the text; may be empty
};

/// A frozen list of rows as a model. Concrete tables are column lists.
template<typename Row>
class TableModel : public TableModelBase
{
public:
    using Rows = std::shared_ptr<const std::vector<Row>>;

    explicit TableModel(std::vector<TableColumn<Row>> columns, QObject *parent = nullptr)
        : TableModelBase(parent)
        , m_columns(std::move(columns))
    {}

    /// The only way to change what is shown.
    void setSnapshot(Rows rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    [[nodiscard]] const Row &row(int index) const
    {
        return (*m_rows)[static_cast<std::size_t>(index)];
    }

    [[nodiscard]] QString columnId(int column) const final { return columnAt(column).id; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() || !m_rows ? 0 : static_cast<int>(m_rows->size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const final
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const TableColumn<Row> &column = columnAt(index.column());
        switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole:
            return column.text(row(index.row()));
        case Qt::DecorationRole:
            return column.icon ? QVariant(column.icon(row(index.row()))) : QVariant();
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(column.alignment);
        case SortRole:
            return column.sortKey(row(index.row()));
        case ShareRole:
            return column.share ? QVariant(column.share(row(index.row()))) : QVariant();
        default:
            return {};
        }
    }
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const final
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
            return {};
        switch (role) {
        case Qt::DisplayRole:
            return columnAt(section).header;
        case Qt::ToolTipRole:
            return columnAt(section).toolTip;
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(columnAt(section).alignment);
        default:
            return {};
        }
    }

private:
    [[nodiscard]] const TableColumn<Row> &columnAt(int index) const
    {
        return m_columns[static_cast<std::size_t>(index)];
    }

    std::vector<TableColumn<Row>> m_columns;
    Rows m_rows;
};

} // namespace dramatis::ui
