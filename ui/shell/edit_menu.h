// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QPointer>

class QUndoGroup;

namespace dramatis::ui {

/// The menu Edit: undo and redo of the project, cut, copy and paste of whatever has the focus,
/// find.
class EditMenu : public QMenu
{
    Q_OBJECT

public:
    EditMenu(QUndoGroup &undo, QWidget *window);

    /// The page in front: what nothing with the focus can cut, copy or paste is the page's to do.
    /// @param actions  its own; they stand between paste and find
    void setPage(QWidget *page, const QList<QAction *> &actions);

signals:
    void findRequested();

private:
    QAction *addClipboard(const QString &text, QKeySequence::StandardKey key, const char *slot);

    QPointer<QWidget> m_page;
    QAction *m_beforeFind;
    QList<QAction *> m_pageActions;
};

} // namespace dramatis::ui
