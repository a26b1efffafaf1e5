// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/latest_job.h"

#include <QThreadPool>

#include <functional>
#include <utility>

namespace dramatis::ui {

/// Draws in a worker what a plot shows next: one picture at a time, and after it only the newest.
/// What is asked for is told when the drawing begins, so what was asked for in between is dropped
/// by itself; a picture that has begun is finished and shown, so that a drag shows frames however
/// long one takes. When the owner goes, a running picture ends unseen.
template<typename T>
class BackgroundPicture
{
public:
    using Work = std::function<T()>;

    /// Both functions are called in the owner's thread.
    /// @param prepare  the picture that is wanted now, as work that holds what it needs by value;
    /// no
    ///                 work where none is wanted
    /// @param show     takes what was drawn
    BackgroundPicture(QObject *owner, std::function<Work()> prepare, std::function<void(T)> show)
        : m_prepare(std::move(prepare))
        , m_show(std::move(show))
        , m_job(owner)
    {}

    /// What is wanted is another one.
    void ask()
    {
        if (m_job.isRunning()) {
            m_again = true;
            return;
        }
        m_again = false;
        if (Work work = m_prepare())
            m_job.start(
                QThreadPool::globalInstance(),
                [work = std::move(work)](JobControl &) -> Result<T> { return work(); },
                [this](Result<T> drawn) { finish(std::move(drawn)); });
    }
    [[nodiscard]] bool isDrawing() const { return m_job.isRunning(); }

private:
    void finish(Result<T> drawn)
    {
        if (drawn)
            m_show(*std::move(drawn));
        if (m_again)
            ask();
    }

    std::function<Work()> m_prepare;
    std::function<void(T)> m_show;
    LatestJob<T> m_job;
    bool m_again = false;
};

} // namespace dramatis::ui
