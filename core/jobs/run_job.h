// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/base/result.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <exception>
#include <utility>

namespace dramatis {

/// Sentence for an exception that got as far as the border of a job.
[[nodiscard]] Error unexpectedException(const QString &what);

/// JobControl on top of a QPromise. Progress is 0 to 1000 with the stage as text; Qt passes on at
/// most 25 of them a second. While its future is suspended, a job waits in its next report until it
/// is resumed or cancelled. One stays in the thread of its work.
template<typename T>
class PromiseJobControl final : public JobControl
{
public:
    explicit PromiseJobControl(QPromise<Result<T>> &promise) : m_promise(promise)
    {
        m_promise.setProgressRange(0, kSteps);
    }
    bool isCancelled() const noexcept override { return m_promise.isCanceled(); }
    void report(double fraction, const QString &stage) override
    {
        if (!stage.isEmpty())
            m_stage = stage;
        m_promise.setProgressValueAndText(static_cast<int>(fraction * kSteps), m_stage);
        m_promise.suspendIfRequested();
    }

private:
    static constexpr int kSteps = 1000;
    QPromise<Result<T>> &m_promise;
    QString m_stage;
};

/// Runs `work(JobControl &) -> Result<T>` on `pool`; cancelling the future is seen by the work's
/// next checkpoint. Exceptions end here, as Internal errors.
/// @param work  captures what it needs by value (shared_ptr<const T> for what is large), never a
/// widget
template<typename T, typename Work>
[[nodiscard]] QFuture<Result<T>> runJob(QThreadPool *pool, Work &&work)
{
    return QtConcurrent::run(
        pool, [work = std::forward<Work>(work)](QPromise<Result<T>> &promise) mutable {
            PromiseJobControl<T> control(promise);
            try {
                promise.addResult(Result<T>(work(static_cast<JobControl &>(control))));
            } catch (const std::exception &e) {
                promise.addResult(Result<T>(unexpectedException(QString::fromUtf8(e.what()))));
            } catch (...) {
                promise.addResult(Result<T>(unexpectedException({})));
            }
        });
}

} // namespace dramatis
