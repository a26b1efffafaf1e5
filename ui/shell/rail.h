// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/icons.h"

#include <QFrame>

class QAction;
class QButtonGroup;
class QVBoxLayout;

namespace dramatis::ui {

/// The column on the left, 76 px wide: one button a page, settings at the bottom.
class Rail : public QFrame
{
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);

    /// @return the index of the page, from 0
    int addPage(Icon icon, const QString &title, const QString &shortcut);
    /// A button at the bottom that triggers `action`.
    void addBottom(Icon icon, QAction *action);
    void setCurrent(int index);

signals:
    void pageChosen(int index);

private:
    QButtonGroup *m_group;
    QVBoxLayout *m_column;
    int m_pages = 0;
};

} // namespace dramatis::ui
