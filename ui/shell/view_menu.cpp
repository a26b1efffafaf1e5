// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/view_menu.h"

#include "ui/base/icons.h"
#include "ui/base/page.h"
#include "ui/base/settings.h"

#include <QAction>
#include <QActionGroup>

namespace dramatis::ui {

namespace {

constexpr double kTextStep = 0.1;

} // namespace

ViewMenu::ViewMenu(Settings &settings, QWidget *window)
    : QMenu(tr("&View"), window)
    , m_settings(settings)
    , m_pages(new QActionGroup(this))
{
    connect(m_pages, &QActionGroup::triggered, this, [this](const QAction *action) {
        emit pageChosen(action->data().toInt());
    });
    m_pagesEnd = addSeparator();
    addPanes();
    addSeparator();
    addTheme();
    addTextSize();
    addSeparator();
    QAction *full = addAction(ui::icon(Icon::Fit), tr("F&ull screen"));
    full->setShortcut(Qt::Key_F11);
    full->setCheckable(true);
    connect(full, &QAction::toggled, this, &ViewMenu::fullScreenToggled);
}

QAction *ViewMenu::addPage(const Page *page, int number)
{
    auto *action = new QAction(page->title(), this);
    action->setIcon(ui::icon(page->icon()));
    action->setCheckable(true);
    action->setData(number - 1);
    if (number <= 9)
        action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + number)));
    m_pages->addAction(action);
    insertAction(m_pagesEnd, action);
    return action;
}

void ViewMenu::setPage(Page *page)
{
    if (m_page)
        m_page->frame()->disconnect(this);
    m_page = page;
    connect(page->frame(), &PageFrame::paneVisibilityChanged, this, &ViewMenu::updatePanes);
    updatePanes();
}

void ViewMenu::addPanes()
{
    const auto addPane = [this](const QString &text, Qt::Key key, Pane pane) {
        QAction *action = addAction(text);
        action->setShortcut(key);
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, pane](bool visible) {
            if (m_page)
                m_page->activeFrame()->setPaneVisible(pane, visible);
        });
        return action;
    };
    m_list = addPane(tr("&List"), Qt::Key_F3, Pane::List);
    m_inspector = addPane(tr("&Inspector"), Qt::Key_F4, Pane::Inspector);
    const auto addStep = [this](const QString &text, const QKeySequence &keys, bool forward) {
        QAction *action = addAction(text);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, [this, forward] {
            if (m_page)
                m_page->activeFrame()->focusNextPane(forward);
        });
    };
    addStep(tr("&Next pane"), Qt::Key_F6, true);
    addStep(tr("&Previous pane"), Qt::SHIFT | Qt::Key_F6, false);
}

void ViewMenu::addTheme()
{
    QMenu *menu = addMenu(ui::icon(Icon::Theme), tr("&Theme"));
    auto *group = new QActionGroup(this);
    const auto addChoice = [&](const QString &text, ThemeChoice choice) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_settings.theme() == choice);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] { m_settings.setTheme(choice); });
        connect(&m_settings, &Settings::themeChanged, action, [action, choice](ThemeChoice now) {
            action->setChecked(now == choice);
        });
    };
    addChoice(tr("Of the &system"), ThemeChoice::System);
    addChoice(tr("&Light"), ThemeChoice::Light);
    addChoice(tr("&Dark"), ThemeChoice::Dark);
    m_toggleTheme =
        new QAction(ui::icon(Icon::Theme, IconInk::Secondary), tr("Light or dark"), this);
    connect(m_toggleTheme, &QAction::triggered, this, [this] {
        m_settings.setTheme(tokensOf(this).dark ? ThemeChoice::Light : ThemeChoice::Dark);
    });
}

void ViewMenu::addTextSize()
{
    QMenu *menu = addMenu(tr("Te&xt size"));
    const auto add = [this, menu](const QString &text, const QList<QKeySequence> &keys, auto next) {
        QAction *action = menu->addAction(text);
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, [this, next] {
            m_settings.setTextScale(next(m_settings.textScale()));
        });
    };
    add(tr("&Larger"), {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal}, [](double now) {
        return now + kTextStep;
    });
    add(tr("&Smaller"), {Qt::CTRL | Qt::Key_Minus}, [](double now) { return now - kTextStep; });
    add(tr("&Normal"), {Qt::CTRL | Qt::Key_0}, [](double) { return 1.0; });
}

void ViewMenu::updatePanes()
{
    const PageFrame *frame = m_page->frame();
    m_list->setEnabled(frame->hasPane(Pane::List));
    m_list->setChecked(frame->isPaneVisible(Pane::List));
    m_inspector->setEnabled(frame->hasPane(Pane::Inspector));
    m_inspector->setChecked(frame->isPaneVisible(Pane::Inspector));
    const QList<QAction *> pages = m_pages->actions();
    for (QAction *action : pages)
        action->setChecked(action->text() == m_page->title());
}

} // namespace dramatis::ui
