// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/latest_job.h"
#include "core/project/state.h"
#include "core/report/report.h"
#include "core/traffic/compare_captures.h"
#include "ui/pages/base/document_page.h"

#include <QObject>

#include <memory>

namespace dramatis::ui {

/// Compares two captures of a project in a worker; without widgets.
class CaptureComparer : public QObject
{
    Q_OBJECT

public:
    explicit CaptureComparer(const PageServices &services, QObject *parent = nullptr);

    /// Supersedes the comparison before.
    void compare(const project::CaptureRecord &a, const project::CaptureRecord &b);
    void cancel() { m_job.cancel(); }
    [[nodiscard]] bool isRunning() const { return m_job.isRunning(); }

signals:
    void compared(const std::shared_ptr<const dramatis::traffic::CaptureComparison> &comparison);
    void failed(const dramatis::Error &error);

private:
    PageServices m_services;
    LatestJob<std::shared_ptr<const traffic::CaptureComparison>> m_job;
};

/// Requests and latency of two captures over the time since each began, those that both have.
[[nodiscard]] std::vector<report::LineChart> comparisonCharts(const traffic::CaptureTimeline &a,
                                                              const traffic::CaptureTimeline &b);

} // namespace dramatis::ui
