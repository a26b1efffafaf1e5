// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_line.h"

#include "ui/base/elided_label.h"
#include "ui/jobs/job_bar.h"

#include <QLabel>
#include <QTimeZone>

namespace dramatis::ui {

namespace {

constexpr int kLineHeight = 28;
constexpr int kEdge = 12;

} // namespace

StatusLine::StatusLine(JobList &jobs, QWidget *parent)
    : QStatusBar(parent)
    , m_sentence(new ElidedLabel({}, this))
    , m_jobBar(new JobBar(jobs, this))
    , m_saved(new QLabel(this))
{
    setSizeGripEnabled(false);
    setMinimumHeight(kLineHeight);
    setContentsMargins(kEdge, 0, kEdge, 0);
    m_sentence->setElideMode(Qt::ElideRight);
    auto *zone = new QLabel(QString::fromUtf8(QTimeZone::systemTimeZoneId()), this);
    zone->setToolTip(tr("All times are shown in this zone"));
    addWidget(m_sentence, 1);
    addPermanentWidget(m_jobBar);
    addPermanentWidget(m_saved);
    addPermanentWidget(zone);
}

void StatusLine::setSentence(const QString &text)
{
    m_sentence->setText(text);
}

void StatusLine::setSaved(const QString &text)
{
    m_saved->setText(text);
}

QString StatusLine::sentence() const
{
    return m_sentence->text();
}

} // namespace dramatis::ui
