// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/job_bar.h"

#include "ui/base/fonts.h"
#include "ui/base/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr int kBarWidth = 120;
constexpr int kTitleWidth = 220;
constexpr double kSecondsBeforeGuessing = 1.0;
constexpr double kFractionBeforeGuessing = 0.02;

/// Whole numbers: a guess has no more digits.
QString roundedTime(double seconds)
{
    const QLocale locale;
    if (seconds < 60)
        return JobStrip::tr("%1\u202fs").arg(locale.toString(int(std::ceil(seconds))));
    if (seconds < 3600)
        return JobStrip::tr("%1\u202fmin").arg(locale.toString(int(std::ceil(seconds / 60))));
    return JobStrip::tr("%1\u202fh").arg(locale.toString(int(std::ceil(seconds / 3600))));
}

} // namespace

std::optional<double> timeLeft(double fraction, double elapsed)
{
    if (elapsed < kSecondsBeforeGuessing || fraction < kFractionBeforeGuessing || fraction > 1.0)
        return std::nullopt;
    return elapsed * (1.0 - fraction) / fraction;
}

JobStrip::JobStrip(const JobList::Job &job, QWidget *parent)
    : QWidget(parent)
    , m_title(job.title)
    , m_bar(new QProgressBar(this))
    , m_text(new QLabel(this))
    , m_stop(new QToolButton(this))
{
    m_clock.start();
    auto *title = new QLabel(this);
    title->setTextFormat(Qt::PlainText);
    title->setText(title->fontMetrics().elidedText(job.title, Qt::ElideMiddle, kTitleWidth));
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(kBarWidth);
    m_bar->setRange(0, 0);
    m_bar->setAccessibleName(tr("Progress of %1").arg(job.title));
    setTextRole(m_text, TextRole::Secondary);
    m_stop->setIcon(icon(Icon::Stop, IconInk::Secondary));
    m_stop->setIconSize({14, 14});
    m_stop->setToolTip(tr("Stop %1").arg(job.title));
    m_stop->setAccessibleName(m_stop->toolTip());
    connect(m_stop, &QToolButton::clicked, this, &JobStrip::stop);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(title);
    row->addWidget(m_bar, 0, Qt::AlignVCenter);
    row->addWidget(m_text);
    row->addWidget(m_stop);
    setAccessibleName(job.title);

    connect(&m_watcher, &QFutureWatcherBase::progressRangeChanged, this, &JobStrip::update);
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this, &JobStrip::update);
    connect(&m_watcher,
            &QFutureWatcherBase::progressTextChanged,
            this,
            [this](const QString &text) { setToolTip(text); });
    m_watcher.setFuture(job.future);
    update();
}

QString JobStrip::progressText() const
{
    return m_text->text();
}

void JobStrip::stop()
{
    m_stopping = true;
    m_stop->setEnabled(false);
    m_watcher.cancel();
    update();
}

void JobStrip::update()
{
    const int maximum = m_watcher.progressMaximum();
    const int value = m_watcher.progressValue();
    // A job that has not said how far it is, or never will, is busy and not at 0 %.
    const bool isBusy = maximum <= 0 || value <= 0;
    m_bar->setRange(0, isBusy ? 0 : maximum);
    m_bar->setValue(value);
    if (m_stopping) {
        m_text->setText(tr("stopping"));
        return;
    }
    if (isBusy) {
        m_text->clear();
        return;
    }
    const double fraction = double(value) / maximum;
    const QString percent = tr("%1\u202f%").arg(QLocale().toString(int(fraction * 100)));
    const auto left = timeLeft(fraction, double(m_clock.elapsed()) / 1000.0);
    m_text->setText(left ? tr("%1 · %2 left").arg(percent, roundedTime(*left)) : percent);
}

JobBar::JobBar(JobList &jobs, QWidget *parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_row(new QHBoxLayout(this))
    , m_more(new QLabel(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(16);
    m_row->addWidget(m_more);
    setAccessibleName(tr("Running jobs"));
    connect(&jobs, &JobList::added, this, &JobBar::add);
    connect(&jobs, &JobList::removed, this, &JobBar::remove);
    for (const JobList::Job &job : jobs.jobs())
        add(job);
    updateVisibility();
}

JobStrip *JobBar::strip(int id) const
{
    const auto found = m_strips.find(id);
    return found == m_strips.end() ? nullptr : found->second;
}

void JobBar::stopLatest()
{
    if (!m_strips.empty())
        m_strips.rbegin()->second->stop(); // ids grow
}

void JobBar::add(const JobList::Job &job)
{
    auto *strip = new JobStrip(job, this);
    m_strips.emplace(job.id, strip);
    m_row->insertWidget(m_row->count() - 1, strip);
    updateVisibility();
}

void JobBar::remove(int id)
{
    const auto found = m_strips.find(id);
    if (found == m_strips.end())
        return;
    found->second->hide();
    found->second->deleteLater();
    m_strips.erase(found);
    updateVisibility();
}

void JobBar::updateVisibility()
{
    int index = 0;
    for (const auto &[id, strip] : m_strips)
        strip->setVisible(index++ < kMostStrips);
    const int more = int(m_strips.size()) - kMostStrips;
    m_more->setText(more > 0 ? tr("and %n more", nullptr, more) : QString());
    m_more->setVisible(more > 0);
    setVisible(!m_strips.empty());
}

} // namespace dramatis::ui
