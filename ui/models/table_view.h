// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/models/table_model.h"

#include <QTableView>

class QAction;
class QMenu;
class QSortFilterProxyModel;

namespace dramatis::ui {

class SearchBox;

/// A table of figures: sorts by any column, filters by text, copies as text (Ctrl+Shift+C), saves
/// as CSV, hides columns. Actions that are added to it stand first in its context menu.
class TableView : public QTableView
{
    Q_OBJECT

public:
    /// @param name  for screen readers: "Resources"
    explicit TableView(const QString &name, QWidget *parent = nullptr);

    /// Not taken over. Sorted by `sortColumn`, greatest first, to begin with.
    void setTable(TableModelBase *model, int sortColumn);
    /// The same for a model that sorts itself, because it is too long for one row after another to
    /// be asked for what it sorts by. In the order of the model to begin with; no filter.
    void setSelfSorting(TableModelBase *model);
    /// A search box (but for a model that sorts itself) and a columns button, to stand above the
    /// table; owned by `parent`.
    [[nodiscard]] QWidget *makeTools(QWidget *parent);
    void setFilter(const QString &text);
    /// The row of the model that is current; -1 for none.
    [[nodiscard]] int currentRow() const;

    /// What is shown (or selected, where anything is) as text with tabs; the header first.
    [[nodiscard]] QString asText() const;
    [[nodiscard]] QString asCsv() const;
    /// @errors Io
    Result<> saveCsv(const QString &path) const;

signals:
    /// A row of the model became current; -1 for none.
    void currentRowChanged(int row);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QString separated(QChar separator, QString (*cell)(const QString &)) const;
    void addColumnActions(QMenu &menu);
    void askAndSave();
    void stretchNames();
    /// Shows `model`, which is m_model or stands before it.
    void showModel(QAbstractItemModel *model, int sortColumn);

    QSortFilterProxyModel *m_proxy;
    TableModelBase *m_model = nullptr;
    SearchBox *m_filter = nullptr;
    QAction *m_copy;
};

} // namespace dramatis::ui
