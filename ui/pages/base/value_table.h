// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTableWidget>

#include <vector>

namespace dramatis::ui {

/// A column of a ValueTable.
struct ValueColumn
{
    QString title;        ///< with its unit
    bool figures = false; ///< right aligned, tabular digits
    bool stretch = false; ///< takes the room that is left
    QString toolTip;
};

/// A table that shows a few rows of values: row lines only, no sorting, no editing. Ctrl+C copies
/// the selected rows, tab separated.
class ValueTable : public QTableWidget
{
    Q_OBJECT

public:
    /// @param name  for screen readers
    explicit ValueTable(const QString &name, QWidget *parent = nullptr);

    void setColumns(const std::vector<ValueColumn> &columns);
    /// Appends a row of texts, one per column.
    /// @return its number
    int addRow(const QStringList &texts);
    /// Appends a row over all columns that names what follows.
    int addHeading(const QString &text);
    void clearRows();
    /// Makes the columns as wide as what they hold.
    void fitColumns();
    [[nodiscard]] QString asText() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    std::vector<ValueColumn> m_columns;
    int m_stretched = -1;     ///< the column that takes the room that is left; -1 for the last
    int m_stretchedLeast = 0; ///< px that it has at least
};

} // namespace dramatis::ui
