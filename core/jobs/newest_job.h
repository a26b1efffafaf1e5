// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/latest_job.h"

#include <QThreadPool>

#include <functional>
#include <utility>

namespace dramatis {

/// Answers the newest question in a worker: one at a time, and after it only the newest. What is
/// wanted is told when the work begins, so what was asked for in between is dropped by itself; work
/// that has begun is finished and delivered, so that a drag shows frames however long one takes.
/// When the owner goes, work that runs ends unseen.
template<typename T>
class NewestJob
{
public:
    using Work = std::function<T()>;

    /// Both functions are called in the owner's thread.
    /// @param prepare  what is wanted now, as work that holds what it needs by value; no work where
    ///                 nothing is wanted
    /// @param take     takes what it gave
    NewestJob(QObject *owner, std::function<Work()> prepare, std::function<void(T)> take)
        : m_prepare(std::move(prepare))
        , m_take(std::move(take))
        , m_job(owner)
    {}

    /// Something else is wanted.
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
                [this](Result<T> made) { finish(std::move(made)); });
    }
    [[nodiscard]] bool isRunning() const { return m_job.isRunning(); }

private:
    void finish(Result<T> made)
    {
        if (made)
            m_take(*std::move(made));
        if (m_again)
            ask();
    }

    std::function<Work()> m_prepare;
    std::function<void(T)> m_take;
    LatestJob<T> m_job;
    bool m_again = false;
};

} // namespace dramatis
