// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

class QUndoGroup;

namespace dramatis::ui {

/// The menu Edit: undo and redo of the project, cut, copy and paste of whatever has the focus,
/// find.
class EditMenu : public QMenu
{
    Q_OBJECT

public:
    EditMenu(QUndoGroup &undo, QWidget *window);

    /// The actions of the page in front; they stand between paste and find.
    void setPageActions(const QList<QAction *> &actions);

signals:
    void findRequested();

private:
    QAction *addClipboard(const QString &text, QKeySequence::StandardKey key, const char *slot);

    QAction *m_beforeFind;
    QList<QAction *> m_pageActions;
};

} // namespace dramatis::ui
