// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/page.h"

#include <QVBoxLayout>

namespace dramatis::ui {

Page::Page(const QString &id, const QString &title, Icon icon, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_id(id)
    , m_title(title)
    , m_icon(icon)
    , m_frame(new PageFrame(id, settings, this))
{
    setObjectName(id);
    setAccessibleName(title);
    m_frame->setTitle(title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_frame);
}

QList<QAction *> Page::menuActions(PageMenu) const
{
    return {};
}

void Page::focusPicture()
{
    m_frame->focusPane(Pane::Picture);
}

bool Page::startFind()
{
    return false;
}

void Page::setActive(bool active)
{
    if (m_active == active)
        return;
    m_active = active;
    if (active)
        activated();
    else
        deactivated();
}

} // namespace dramatis::ui
