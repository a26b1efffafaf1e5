// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/live/live_capture.h"

#include <QDateTime>

#include <deque>
#include <mutex>
#include <vector>

namespace dramatis::ui {

/// What a live capture says, between its thread and the window, which looks at its own pace.
class LiveBoard final : public capture::LiveListener
{
public:
    /// Windows that are shown, of resources.
    static constexpr std::size_t kMostWindows = 500;
    /// Windows of all resources together, for the lines of latency.
    static constexpr std::size_t kMostWholes = 900;

    struct State
    {
        capture::LiveSnapshot snapshot;
        std::vector<traffic::LiveWindow> windows; ///< newest first
        std::vector<traffic::LiveWindow> wholes;  ///< oldest first
        std::int64_t startedAt = 0;               ///< s since the epoch
    };

    void closed(const traffic::LiveWindow &window) override
    {
        const std::lock_guard lock(m_mutex);
        auto &kept = window.isWhole ? m_wholes : m_windows;
        kept.push_back(window);
        if (kept.size() > (window.isWhole ? kMostWholes : kMostWindows))
            kept.pop_front();
    }
    void seen(const capture::LiveSnapshot &snapshot) override
    {
        const std::lock_guard lock(m_mutex);
        m_snapshot = snapshot;
    }
    [[nodiscard]] State state() const
    {
        const std::lock_guard lock(m_mutex);
        return {m_snapshot,
                {m_windows.rbegin(), m_windows.rend()},
                {m_wholes.begin(), m_wholes.end()},
                m_startedAt};
    }

private:
    const std::int64_t m_startedAt = QDateTime::currentSecsSinceEpoch();
    mutable std::mutex m_mutex;
    capture::LiveSnapshot m_snapshot;
    std::deque<traffic::LiveWindow> m_windows;
    std::deque<traffic::LiveWindow> m_wholes;
};

} // namespace dramatis::ui
