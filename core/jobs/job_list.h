// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QList>
#include <QObject>
#include <QString>

namespace dramatis {

/// The jobs that run now, for whoever shows them. Producers add their futures and know nothing of
/// the view; a job leaves by itself when it has finished or stopped. Used from one thread.
class JobList : public QObject
{
    Q_OBJECT

public:
    struct Job
    {
        int id = 0; ///< given out once, counted from 1
        QString title;
        QFuture<void> future;
    };

    explicit JobList(QObject *parent = nullptr);

    /// @param future  any QFuture; converted implicitly: `list.add(QFuture<void>(runJob<T>(...)),
    /// ...)`
    /// @param title   what runs, translated: "Import shop.json"
    /// @return the id that added() and removed() carry
    int add(const QFuture<void> &future, const QString &title);
    [[nodiscard]] const QList<Job> &jobs() const { return m_jobs; }
    /// Asks every job to stop. They leave the list as they do.
    void cancelAll();

signals:
    void added(const dramatis::JobList::Job &job);
    void removed(int id);

private:
    void remove(int id);

    QList<Job> m_jobs;
    int m_lastId = 0;
};

} // namespace dramatis
