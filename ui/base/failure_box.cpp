// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/failure_box.h"

#include "ui/base/icons.h"

#include <QMessageBox>
#include <QPushButton>

namespace dramatis::ui {

void showFailure(QWidget *parent, const QString &what, const Error &error)
{
    if (error.kind == ErrorKind::Cancelled)
        return;
    QMessageBox box(parent);
    box.setTextFormat(Qt::PlainText); // a file name may look like HTML
    box.setIconPixmap(stateIcon(State::Critical).pixmap(32, 32));
    box.setText(what);
    box.setInformativeText(error.message);
    if (!error.context.isEmpty())
        box.setDetailedText(error.context.join(u'\n'));
    QPushButton *close = box.addButton(QMessageBox::Close);
    box.setEscapeButton(close);
    box.exec();
}

} // namespace dramatis::ui
