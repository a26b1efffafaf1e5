// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/page_frame.h"

#include <QList>
#include <QMenu>

class QActionGroup;

namespace dramatis::ui {

class Page;
class Settings;

/// The menu View: pages, panes of the page in front, theme, text size, full screen. Theme and text
/// size go to the settings; the theme follows those.
class ViewMenu : public QMenu
{
    Q_OBJECT

public:
    ViewMenu(Settings &settings, QWidget *window);

    /// @param number  counted from 1; up to 9 have Ctrl+number
    QAction *addPage(const Page *page, int number);
    void setPage(Page *page);
    [[nodiscard]] QAction *toggleThemeAction() const { return m_toggleTheme; }

signals:
    void pageChosen(int index);
    void fullScreenToggled(bool on);

private:
    void addPanes();
    void addTheme();
    void addTextSize();
    void updatePanes();

    Settings &m_settings;
    Page *m_page = nullptr;
    QActionGroup *m_pages;
    QAction *m_pagesEnd;
    QAction *m_list = nullptr;
    QAction *m_inspector = nullptr;
    QAction *m_toggleTheme;
};

} // namespace dramatis::ui
