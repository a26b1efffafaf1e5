// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/edit_menu.h"

#include "ui/base/icons.h"

#include <QAction>
#include <QApplication>
#include <QMetaObject>
#include <QUndoGroup>
#include <QWidget>

namespace dramatis::ui {

EditMenu::EditMenu(QUndoGroup &undo, QWidget *window) : QMenu(tr("&Edit"), window)
{
    QAction *back = undo.createUndoAction(this, tr("Undo"));
    back->setIcon(ui::icon(Icon::Undo));
    back->setShortcut(Qt::CTRL | Qt::Key_Z);
    QAction *again = undo.createRedoAction(this, tr("Redo"));
    again->setIcon(ui::icon(Icon::Redo));
    again->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_Z);
    addActions({back, again});
    addSeparator();
    addClipboard(tr("Cu&t"), QKeySequence::Cut, "cut");
    addClipboard(tr("&Copy"), QKeySequence::Copy, "copy");
    addClipboard(tr("&Paste"), QKeySequence::Paste, "paste");
    addClipboard(tr("Select &all"), QKeySequence::SelectAll, "selectAll");
    addSeparator();
    m_beforeFind = addSeparator();
    QAction *find = addAction(ui::icon(Icon::Search), tr("&Find"));
    find->setShortcut(QKeySequence::Find);
    connect(find, &QAction::triggered, this, &EditMenu::findRequested);
}

void EditMenu::setPage(QWidget *page, const QList<QAction *> &actions)
{
    m_page = page;
    for (QAction *action : m_pageActions)
        removeAction(action);
    m_pageActions = actions;
    insertActions(m_beforeFind, actions); // Qt shows two separators in a row as one
}

/// Whatever has the focus and knows the slot: line edits, text edits, our tables and plots; else
/// what it lies in; else the page in front, which need not have the focus.
QAction *
EditMenu::addClipboard(const QString &text, QKeySequence::StandardKey key, const char *slot)
{
    QAction *action = addAction(text);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, [this, slot] {
        const QByteArray signature = QByteArray(slot) + "()";
        const auto knows = [&signature](const QWidget *widget) {
            return widget->metaObject()->indexOfMethod(signature.constData()) >= 0;
        };
        QWidget *widget = QApplication::focusWidget();
        while (widget && !knows(widget))
            widget = widget->parentWidget();
        if (!widget && m_page && knows(m_page))
            widget = m_page;
        if (widget)
            QMetaObject::invokeMethod(widget, slot);
    });
    return action;
}

} // namespace dramatis::ui
