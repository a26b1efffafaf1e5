// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/wording.h"

#include "core/base/text.h"
#include "core/base/unknown.h"
#include "core/report/tr.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace dramatis::report {

Cell cell(const QString &text)
{
    Cell result;
    result.text = text;
    return result;
}

Cell strong(const QString &text)
{
    Cell result = cell(text);
    result.strong = true;
    return result;
}

Block body(const QString &text)
{
    return Paragraph{text, Paragraph::Style::Body};
}

Block note(const QString &text)
{
    return Paragraph{text, Paragraph::Style::Note};
}

Block heading(const QString &text)
{
    return Paragraph{text, Paragraph::Style::Heading};
}

QString figureText(const Figure &figure, const QString &unit)
{
    if (unit == u"s")
        return text::durationInterval(figure);
    if (unit == u"fraction")
        return text::percentInterval(figure);
    if (unit == u"1/s")
        return text::interval(figure, 1, Tr::tr("req/s"));
    if (unit == u"B" || unit == u"B/s")
        return figure.isKnown() ? valueText(figure.mean, unit) : text::unknown();
    return text::interval(figure, 1, {});
}

QString valueText(double value, const QString &unit)
{
    if (unit == u"s")
        return text::duration(value);
    if (unit == u"fraction")
        return text::percent(value);
    if (unit == u"1/s")
        return text::rate(value);
    if (unit == u"B")
        return text::bytes(value);
    if (unit == u"B/s")
        return text::byteRate(value);
    return text::number(value);
}

QString differenceText(const Figure &figure, const QString &unit)
{
    const QString shown = figureText(figure, unit);
    return figure.isKnown() && figure.mean > 0 ? QString(u'+' + shown) : shown;
}

QString metricName(const QString &metric)
{
    if (metric == u"responseTime.p95")
        return Tr::tr("p95");
    if (metric == u"responseTime.p99")
        return Tr::tr("p99");
    if (metric == u"responseTime.mean")
        return Tr::tr("mean response time");
    if (metric == u"errorRate")
        return Tr::tr("error rate");
    if (metric == u"goodput")
        return Tr::tr("goodput");
    if (metric == u"utilization")
        return Tr::tr("utilisation");
    if (metric == u"waitingTime")
        return Tr::tr("waiting time");
    if (metric == u"queueLength")
        return Tr::tr("queue length");
    if (metric == u"throughput")
        return Tr::tr("throughput");
    return metric;
}

QString verdictWord(simulation::Verdict verdict)
{
    switch (verdict) {
    case simulation::Verdict::Pass:
        return Tr::tr("pass");
    case simulation::Verdict::Fail:
        return Tr::tr("fail");
    case simulation::Verdict::Undecided:
        return Tr::tr("undecided");
    }
    return {};
}

QString kindWord(topology::NodeKind kind)
{
    switch (kind) {
    case topology::NodeKind::Source:
        return Tr::tr("source");
    case topology::NodeKind::LoadBalancer:
        return Tr::tr("load balancer");
    case topology::NodeKind::Service:
        return Tr::tr("service");
    case topology::NodeKind::Cache:
        return Tr::tr("cache");
    case topology::NodeKind::Database:
        return Tr::tr("database");
    case topology::NodeKind::Queue:
        return Tr::tr("queue");
    case topology::NodeKind::External:
        return Tr::tr("external service");
    }
    return {};
}

QString timeRange(std::int64_t from, std::int64_t to)
{
    if (!isKnown(from) || !isKnown(to))
        return text::unknown();
    const QLocale locale;
    const QDateTime first = QDateTime::fromMSecsSinceEpoch(from / 1'000'000, Qt::UTC);
    const QDateTime last = QDateTime::fromMSecsSinceEpoch(to / 1'000'000, Qt::UTC);
    const QString full = u"d MMM yyyy HH:mm"_s;
    const QString end = locale.toString(last, first.date() == last.date() ? u"HH:mm"_s : full);
    return locale.toString(first, full) + u" – "_s + end + u" UTC"_s;
}

} // namespace dramatis::report
