// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/search_box.h"

#include "ui/base/icons.h"

#include <QKeyEvent>

namespace dramatis::ui {

SearchBox::SearchBox(const QString &placeholder, QWidget *parent) : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setClearButtonEnabled(true);
    addAction(icon(Icon::Search, IconInk::Secondary), QLineEdit::LeadingPosition);
}

void SearchBox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace dramatis::ui
