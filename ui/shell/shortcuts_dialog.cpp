// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcuts_dialog.h"

#include "ui/base/search_box.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace dramatis::ui {

ShortcutsDialog::ShortcutsDialog(const QList<Command> &commands, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Shortcuts"));
    auto *search = new SearchBox(tr("Find a shortcut"), this);
    auto *list = new QTreeWidget(this);
    list->setRootIsDecorated(false);
    list->setHeaderLabels({tr("Command"), tr("Menu"), tr("Keys")});
    list->setAccessibleName(tr("Shortcuts"));
    for (const Command &command : commands) {
        if (!command.shortcut.isEmpty())
            new QTreeWidgetItem(list, {command.name, command.place, command.shortcut});
    }
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    list->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    list->header()->setStretchLastSection(false);
    connect(search, &QLineEdit::textChanged, list, [list](const QString &typed) {
        for (int i = 0; i < list->topLevelItemCount(); ++i) {
            QTreeWidgetItem *item = list->topLevelItem(i);
            const QString all =
                QString(item->text(0) + u' ' + item->text(1) + u' ' + item->text(2));
            item->setHidden(!matchesWords(all, typed));
        }
    });
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(8);
    column->addWidget(search);
    column->addWidget(list);
    column->addWidget(buttons);
    resize(560, 560);
}

} // namespace dramatis::ui
