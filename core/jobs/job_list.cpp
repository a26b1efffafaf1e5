// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/job_list.h"

#include <QFutureWatcher>

namespace dramatis {

JobList::JobList(QObject *parent) : QObject(parent) {}

int JobList::add(const QFuture<void> &future, const QString &title)
{
    const Job job{++m_lastId, title, future};
    m_jobs.append(job);
    emit added(job);

    auto *watcher = new QFutureWatcher<void>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, id = job.id] {
        watcher->deleteLater();
        remove(id);
    });
    watcher->setFuture(future);
    return job.id;
}

void JobList::cancelAll()
{
    for (Job &job : m_jobs)
        job.future.cancel();
}

void JobList::remove(int id)
{
    m_jobs.removeIf([id](const Job &job) { return job.id == id; });
    emit removed(id);
}

} // namespace dramatis
