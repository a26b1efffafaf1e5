// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/menu_row.h"

#include "ui/base/buttons.h"
#include "ui/base/elided_label.h"
#include "ui/base/fonts.h"
#include "ui/base/icons.h"

#include <QAction>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr int kMenuRowHeight = 30;
constexpr int kGoToWidth = 232;

/// Looks like a search box, is a button: the palette it opens has the real one.
QPushButton *goToButton(QAction *action, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    setButtonRole(button, ButtonRole::Plain, true);
    button->setFixedWidth(kGoToWidth);
    button->setAccessibleName(action->text());
    QObject::connect(button, &QPushButton::clicked, action, [action] { action->trigger(); });
    auto *magnifier = new QToolButton(button); // a label's pixmap would not follow the theme
    magnifier->setIcon(ui::icon(Icon::Search, IconInk::Secondary));
    magnifier->setIconSize({14, 14});
    magnifier->setAttribute(Qt::WA_TransparentForMouseEvents);
    magnifier->setFocusPolicy(Qt::NoFocus);
    auto *text = new QLabel(action->text(), button);
    auto *keys = new QLabel(action->shortcut().toString(QKeySequence::NativeText), button);
    setTextRole(text, TextRole::Secondary);
    setTextRole(keys, TextRole::Hint);
    setFontRole(keys, FontRole::Caption);
    auto *row = new QHBoxLayout(button);
    row->setContentsMargins(2, 0, 8, 0);
    row->setSpacing(2);
    row->addWidget(magnifier);
    row->addWidget(text, 1);
    row->addWidget(keys);
    return button;
}

} // namespace

MenuRow::MenuRow(QAction *goToAnything, QAction *toggleTheme, QWidget *parent)
    : QFrame(parent)
    , m_menuBar(new QMenuBar(this))
    , m_title(new ElidedLabel({}, this))
{
    setProperty("plate", u"menuRow"_s);
    setMinimumHeight(kMenuRowHeight);
    m_menuBar->setNativeMenuBar(false);
    m_title->setAlignment(Qt::AlignCenter);
    setTextRole(m_title, TextRole::Secondary);

    auto *right = new QHBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(4);
    right->addStretch(1);
    right->addWidget(goToButton(goToAnything, this));
    right->addWidget(makeToolButton(toggleTheme, this));

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 1, 8, 2);
    grid->setSpacing(8);
    grid->addWidget(m_menuBar, 0, 0);
    grid->addWidget(m_title, 0, 1);
    grid->addLayout(right, 0, 2);
    // Equal wings keep the title in the middle of the window.
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 2);
}

void MenuRow::setTitle(const QString &title)
{
    m_title->setText(title);
}

} // namespace dramatis::ui
