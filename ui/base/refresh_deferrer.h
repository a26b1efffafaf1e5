// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace dramatis::ui {

/// Lets a hidden widget remember that it must recompute instead of doing it. Requests while it is
/// hidden become one refresh at the next show; requests while it is visible, one at the next turn
/// of the event loop.
class RefreshDeferrer : public QObject
{
    Q_OBJECT

public:
    /// @param widget   whose visibility counts; owns the deferrer
    /// @param refresh  called in the thread of the widget
    RefreshDeferrer(QWidget *widget, std::function<void()> refresh);

    void request();
    /// True between a request and its refresh.
    [[nodiscard]] bool isPending() const { return m_pending; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void schedule();

    QWidget *m_widget;
    std::function<void()> m_refresh;
    bool m_pending = false;
    bool m_scheduled = false;
};

} // namespace dramatis::ui
