// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/icons.h"

#include <QFrame>
#include <QStringList>

class QAbstractButton;
class QAction;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace dramatis::ui {

/// A place with nothing in it yet: what belongs here, why it is empty, what to do. May take dropped
/// files.
class EmptyState : public QFrame
{
    Q_OBJECT

public:
    EmptyState(Icon icon, const QString &heading, const QString &reason, QWidget *parent = nullptr);

    void setReason(const QString &reason);
    /// The one primary action, first in the row of buttons.
    QPushButton *setPrimary(QAction *action);
    /// A plain button beside it.
    QPushButton *addAction(QAction *action);
    /// A card below the buttons: a way in that needs a sentence. Click it like a button.
    QAbstractButton *addCard(Icon icon, const QString &title, const QString &text);
    /// Small print at the bottom.
    void setHint(const QString &text);
    /// Shows the dashed outline, and emits filesDropped().
    void setAcceptFiles(bool accept);

signals:
    /// Local files, as absolute paths; at least one.
    void filesDropped(const QStringList &files);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void setPlate(const QString &plate);

    QLabel *m_reason;
    QLabel *m_hint;
    QHBoxLayout *m_buttons;
    QHBoxLayout *m_cards;
};

} // namespace dramatis::ui
