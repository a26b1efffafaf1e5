// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/exchange_table.h"
#include "ui/models/group_columns.h"

#include <QObject>

#include <optional>

class QAction;
class QThreadPool;

namespace dramatis::ui {

class CapturesPresenter;
class TableView;

/// What can be done about the routes of the table of operations: a button beside its filter, and
/// actions on an operation in its context menu.
class RouteActions : public QObject
{
    Q_OBJECT

public:
    /// @param view        of the operations; gets the actions
    /// @param operations  its model
    /// @param tools       stands above it; gets the button
    RouteActions(CapturesPresenter &presenter,
                 TableView &view,
                 const TableModel<GroupRow> &operations,
                 QWidget &tools,
                 QThreadPool &pool);

private:
    /// An operation of the table: how it came to be named so.
    struct Named
    {
        QString name;
        QString written; ///< the template that takes it, of a learned route one that would
        bool isLearned = true;
        bool isFolded = false; ///< other operations are named so too, or it is called otherwise
    };
    [[nodiscard]] std::optional<Named> current() const;
    void edit();
    void nameCurrent();
    void keepCurrent();
    void openDialog(const std::optional<Named> &named);
    void updateActions();

    CapturesPresenter &m_presenter;
    TableView &m_view;
    const TableModel<GroupRow> &m_operations;
    QThreadPool &m_pool;
    QAction *m_edit;
    QAction *m_name;
    QAction *m_keep;
};

} // namespace dramatis::ui
