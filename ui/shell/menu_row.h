// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAction;
class QMenuBar;

namespace dramatis::ui {

class ElidedLabel;

/// The first row of the window: menus, the name of the project in the middle, "go to anything" and
/// the theme on the right.
class MenuRow : public QFrame
{
    Q_OBJECT

public:
    MenuRow(QAction *goToAnything, QAction *toggleTheme, QWidget *parent = nullptr);

    [[nodiscard]] QMenuBar *menuBar() const { return m_menuBar; }
    void setTitle(const QString &title);

private:
    QMenuBar *m_menuBar;
    ElidedLabel *m_title;
};

} // namespace dramatis::ui
