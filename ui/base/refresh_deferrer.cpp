// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/refresh_deferrer.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <utility>

namespace dramatis::ui {

RefreshDeferrer::RefreshDeferrer(QWidget *widget, std::function<void()> refresh)
    : QObject(widget)
    , m_widget(widget)
    , m_refresh(std::move(refresh))
{
    widget->installEventFilter(this);
}

void RefreshDeferrer::request()
{
    m_pending = true;
    if (m_widget->isVisible())
        schedule();
}

bool RefreshDeferrer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_widget && event->type() == QEvent::Show && m_pending)
        schedule();
    return QObject::eventFilter(watched, event);
}

void RefreshDeferrer::schedule()
{
    if (m_scheduled)
        return;
    m_scheduled = true;
    QTimer::singleShot(0, this, [this] {
        m_scheduled = false;
        if (!m_pending || !m_widget->isVisible())
            return; // hidden again before its turn: the next show asks once more
        m_pending = false;
        m_refresh();
    });
}

} // namespace dramatis::ui
