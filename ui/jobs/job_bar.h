// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job_list.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QWidget>

#include <map>
#include <optional>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QToolButton;

namespace dramatis::ui {

/// Seconds until a job is done, if it goes on as it did; nothing while that cannot be told: in the
/// first second, before 2 % are done, or without progress.
/// @param fraction  done so far, in [0, 1]
/// @param elapsed   seconds since the start
[[nodiscard]] std::optional<double> timeLeft(double fraction, double elapsed);

/// One job in the status bar: name, bar, "62 % · 14 s left", stop.
class JobStrip : public QWidget
{
    Q_OBJECT

public:
    explicit JobStrip(const JobList::Job &job, QWidget *parent = nullptr);

    [[nodiscard]] QString progressText() const;
    /// Asks the job to stop; the strip stays, saying so, until it has.
    void stop();

private:
    void update();

    QString m_title;
    QElapsedTimer m_clock;
    QFutureWatcher<void> m_watcher;
    QProgressBar *m_bar;
    QLabel *m_text;
    QToolButton *m_stop;
    bool m_stopping = false;
};

/// The strips of all jobs in a list. Beyond three they are counted.
class JobBar : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kMostStrips = 3;

    explicit JobBar(JobList &jobs, QWidget *parent = nullptr);
    [[nodiscard]] JobStrip *strip(int id) const;

public slots:
    /// Ctrl+.: stops the job that was started last. Does nothing without jobs.
    void stopLatest();

private:
    void add(const JobList::Job &job);
    void remove(int id);
    void updateVisibility();

    JobList &m_jobs;
    std::map<int, JobStrip *> m_strips;
    QHBoxLayout *m_row;
    QLabel *m_more;
};

} // namespace dramatis::ui
