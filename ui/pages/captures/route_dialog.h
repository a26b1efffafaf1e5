// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/table_model.h"
#include "ui/pages/captures/route_editor.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableWidget;

namespace dramatis::ui {

class PaneHeader;
class StateLabel;
class TableView;

/// The templates that name a capture's routes, each with what it takes, and below them the routes
/// that were learned from the rest. Figures follow what is typed; what cannot be used is marked
/// where it stands, and then OK waits.
class RouteDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param editor  outlives the dialog
    explicit RouteDialog(RouteEditor &editor, QWidget *parent = nullptr);

    /// Adds a template at the end and opens it for writing.
    void write(const QString &text);
    /// Makes the template that stands as `text` the current one; adds it if there is none.
    void choose(const QString &text);

private:
    void buildTemplates();
    void buildLearned();
    QPushButton *addButton(const QString &text, const QString &toolTip);
    void fillRows();
    void showRows();
    void showLearned();
    void writeLearned();
    void updateButtons();

    RouteEditor &m_editor;
    bool m_isFilling = false; ///< a change of the table is not the person's
    QTableWidget *m_rows;
    StateLabel *m_problem;
    QWidget *m_buttons;
    QPushButton *m_remove;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_reset;
    PaneHeader *m_header;
    TableModel<traffic::LearnedRoute> *m_learned;
    TableView *m_view;
    QPushButton *m_name;
    QPushButton *m_ok;
};

} // namespace dramatis::ui
