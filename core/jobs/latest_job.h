// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/run_job.h"

#include <QFutureWatcher>
#include <QPointer>

#include <utility>

namespace dramatis {

/// One slot for one question: asking again cancels and supersedes the job before it, whose result
/// is never delivered. Lives in, and calls back into, the thread of its owner; when either of the
/// two goes, the job is cancelled and nothing is delivered.
template<typename T>
class LatestJob
{
public:
    /// @param owner  in whose thread the results arrive; usually the object this is a member of
    explicit LatestJob(QObject *owner) : m_owner(owner) {}
    ~LatestJob() { cancel(); }
    LatestJob(const LatestJob &) = delete;
    LatestJob &operator=(const LatestJob &) = delete;

    /// Starts `work(JobControl &) -> Result<T>` on `pool`. `done(Result<T>)` is called once, unless
    /// the job is superseded or cancelled through this object; a cancel of the returned future from
    /// outside (the job bar) arrives as ErrorKind::Cancelled.
    template<typename Work, typename Done>
    QFuture<Result<T>> start(QThreadPool *pool, Work &&work, Done &&done)
    {
        cancel();
        // A child of the owner: if the owner goes first, the connection goes with it.
        auto *watcher = new QFutureWatcher<Result<T>>(m_owner);
        m_watcher = watcher;
        QObject::connect(watcher,
                         &QFutureWatcherBase::finished,
                         m_owner,
                         [this, watcher, done = std::forward<Done>(done)]() mutable {
                             watcher->deleteLater();
                             if (watcher != m_watcher)
                                 return; // superseded
                             m_watcher = nullptr;
                             QFuture<Result<T>> future = std::exchange(m_future, {});
                             done(future.isResultReadyAt(0)
                                      ? future.takeResult()
                                      : Result<T>(makeError(ErrorKind::Cancelled, {})));
                         });
        m_future = runJob<T>(pool, std::forward<Work>(work));
        watcher->setFuture(m_future);
        return m_future;
    }

    /// Asks the running job to stop; its result is not delivered. Does nothing if none runs.
    void cancel()
    {
        std::exchange(m_future, {}).cancel();
        if (m_watcher) {
            m_watcher->disconnect(m_owner);
            m_watcher->deleteLater();
            m_watcher = nullptr;
        }
    }

    [[nodiscard]] bool isRunning() const { return !m_watcher.isNull(); }

private:
    QObject *m_owner;
    QPointer<QFutureWatcher<Result<T>>> m_watcher;
    QFuture<Result<T>> m_future;
};

} // namespace dramatis
