// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAction;
class QPushButton;
class QToolButton;
class QWidget;

namespace dramatis::ui {

enum class ButtonRole {
    Primary, ///< accent fill; one a page
    Plain,   ///< border
    Danger,  ///< critical text; in dialogs
    Link
};

/// Styles a button; small ones (24 high) stand in inspectors and tables.
void setButtonRole(QPushButton *button, ButtonRole role, bool small = false);
/// A push button that shows and triggers `action`: text, icon, tool tip, enabled and checked follow
/// it.
[[nodiscard]] QPushButton *
makeButton(QAction *action, ButtonRole role = ButtonRole::Plain, QWidget *parent = nullptr);
/// A small plain one for inspectors: the action's iconText(), no icon.
[[nodiscard]] QPushButton *makeSmallButton(QAction *action, QWidget *parent = nullptr);
/// A flat tool button with the action's icon only; text, shortcut and state follow the action.
[[nodiscard]] QToolButton *makeToolButton(QAction *action, QWidget *parent = nullptr);
/// The same with the text beside the icon.
[[nodiscard]] QToolButton *makeTextToolButton(QAction *action, QWidget *parent = nullptr);

} // namespace dramatis::ui
