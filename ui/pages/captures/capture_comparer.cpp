// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/captures/capture_comparer.h"

#include "core/jobs/job_list.h"
#include "core/project/counted_capture.h"
#include "core/report/timeline_line.h"

using namespace Qt::StringLiterals;

namespace dramatis::ui {

CaptureComparer::CaptureComparer(const PageServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_job(this)
{}

void CaptureComparer::compare(const project::CaptureRecord &a, const project::CaptureRecord &b)
{
    using Compared = std::shared_ptr<const traffic::CaptureComparison>;
    const auto work = [a, b](JobControl &job) -> Result<Compared> {
        DRAMATIS_TRY(const traffic::ExchangeTablePtr first, project::exchangesOf(a));
        DRAMATIS_TRY(const traffic::ExchangeTablePtr second, project::exchangesOf(b));
        DRAMATIS_TRY(traffic::CaptureComparison comparison,
                     traffic::compareCaptures(*first, *second, job));
        return std::make_shared<const traffic::CaptureComparison>(std::move(comparison));
    };
    const auto future = m_job.start(&m_services.pool, work, [this](Result<Compared> result) {
        if (result)
            emit compared(*result);
        else if (result.error().kind != ErrorKind::Cancelled)
            emit failed(result.error());
    });
    m_services.jobs.add(QFuture<void>(future), tr("Compare %1 and %2").arg(a.name, b.name));
}

std::vector<report::LineChart> comparisonCharts(const traffic::CaptureTimeline &a,
                                                const traffic::CaptureTimeline &b)
{
    using Kind = report::SeriesStyle::Kind;
    constexpr auto kOrigin = report::TimelineOrigin::Begin;
    std::vector<report::LineChart> charts;
    const auto add = [&](const QString &title,
                         const std::vector<double> traffic::CaptureTimeline::*values,
                         double factor,
                         bool logarithmic) {
        if (!report::anyKnown(a.*values) || !report::anyKnown(b.*values))
            return;
        report::LineChart chart;
        chart.valueTitle = title;
        chart.axis = report::AxisKind::Seconds;
        chart.logarithmic = logarithmic;
        chart.lines = {
            report::timelineLine(a, a.*values, factor, u"A"_s, {Kind::Series, 0}, kOrigin),
            report::timelineLine(b, b.*values, factor, u"B"_s, {Kind::Series, 1}, kOrigin)};
        charts.push_back(std::move(chart));
    };
    add(CaptureComparer::tr("Requests (req/s)"), &traffic::CaptureTimeline::rate, 1, false);
    add(CaptureComparer::tr("p95 latency (ms, log)"),
        &traffic::CaptureTimeline::latencyP95,
        1e3,
        true);
    return charts;
}

} // namespace dramatis::ui
