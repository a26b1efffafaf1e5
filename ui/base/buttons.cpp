// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/buttons.h"

#include "ui/base/icons.h"

#include <QAction>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVariant>

#include <array>
#include <cstddef>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr int kButtonIcon = 16;

/// Tool tip as QToolButton makes it: the action's own, and its shortcut.
QString toolTipOf(const QAction *action)
{
    const QString shortcut = action->shortcut().toString(QKeySequence::NativeText);
    return shortcut.isEmpty() ? action->toolTip()
                              : QString(action->toolTip() + u" (" + shortcut + u')');
}

void follow(QPushButton *button, const QAction *action, ButtonRole role)
{
    const bool tint = role == ButtonRole::Primary && !action->icon().isNull();
    button->setText(action->text());
    button->setIcon(tint ? onAccent(action->icon()) : action->icon());
    button->setToolTip(toolTipOf(action));
    button->setEnabled(action->isEnabled());
    button->setCheckable(action->isCheckable());
    button->setChecked(action->isChecked());
    button->setVisible(action->isVisible());
    QString name = action->text();
    button->setAccessibleName(name.remove(u'&'));
}

} // namespace

void setButtonRole(QPushButton *button, ButtonRole role, bool small)
{
    static constexpr std::array names{"primary", "plain", "danger", "link"};
    button->setProperty("buttonRole", QLatin1StringView(names.at(std::size_t(role))));
    button->setProperty("buttonSize", small ? u"small"_s : u"normal"_s);
    button->style()->unpolish(button);
    button->style()->polish(button);
}

QPushButton *makeButton(QAction *action, ButtonRole role, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setIconSize({kButtonIcon, kButtonIcon});
    setButtonRole(button, role);
    follow(button, action, role);
    QObject::connect(action, &QAction::changed, button, [button, action, role] {
        follow(button, action, role);
    });
    QObject::connect(button, &QPushButton::clicked, action, [action] { action->trigger(); });
    return button;
}

QPushButton *makeSmallButton(QAction *action, QWidget *parent)
{
    QPushButton *button = makeButton(action, ButtonRole::Plain, parent);
    setButtonRole(button, ButtonRole::Plain, true);
    const auto shorten = [button, action] {
        button->setText(action->iconText());
        button->setIcon({});
    };
    shorten();
    QObject::connect(action, &QAction::changed, button, shorten);
    return button;
}

QToolButton *makeToolButton(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setIconSize({kButtonIcon, kButtonIcon});
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    QString name = action->text();
    button->setAccessibleName(name.remove(u'&'));
    return button;
}

QToolButton *makeTextToolButton(QAction *action, QWidget *parent)
{
    QToolButton *button = makeToolButton(action, parent);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

} // namespace dramatis::ui
