// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/capture/capture_observations.h"
#include "core/report/sections.h"
#include "core/report/timeline_line.h"
#include "core/report/tr.h"
#include "core/report/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::report {

namespace {

// No std:: type: lupdate would lose the context of what follows.
constexpr unsigned kResourceRows = 12;
constexpr unsigned kOperationRows = 10;
constexpr unsigned kObservationRows = 12;

TableBlock groupTable(const std::vector<traffic::GroupTotals> &groups,
                      std::size_t most,
                      const QString &title,
                      double all,
                      const QString &caption)
{
    TableBlock table;
    table.columns = {{title, false, 3},
                     {Tr::tr("Requests"), true},
                     {Tr::tr("Share"), true},
                     {Tr::tr("Mean"), true},
                     {Tr::tr("Response"), true},
                     {Tr::tr("Errors"), true},
                     {Tr::tr("p50"), true},
                     {Tr::tr("p95"), true}};
    for (const traffic::GroupTotals &group : groups) {
        if (table.rows.size() == most)
            break;
        const traffic::ExchangeTotals &totals = group.totals;
        const auto exchanges = static_cast<double>(totals.exchanges);
        table.rows.push_back({cell(group.name.isEmpty() ? Tr::tr("(none named)") : group.name),
                              cell(text::count(exchanges)),
                              cell(text::percent(exchanges / std::max(all, 1.0))),
                              cell(text::rate(group.meanRate)),
                              cell(text::bytes(totals.meanResponseSize())),
                              cell(text::percent(totals.errorRate())),
                              cell(text::duration(totals.latencyP50)),
                              cell(text::duration(totals.latencyP95))});
    }
    table.caption = groups.size() > most ? Tr::tr("%1 The %2 with most requests of %3.")
                                               .arg(caption)
                                               .arg(most)
                                               .arg(groups.size())
                                         : caption;
    return table;
}

/// What is unusual in the capture, warnings first.
TableBlock observationTable(const std::vector<traffic::Observation> &observations)
{
    TableBlock table;
    table.columns = {{Tr::tr("What"), false, 1},
                     {Tr::tr("Where"), false, 1},
                     {Tr::tr("When"), false, 2},
                     {Tr::tr("Details"), false, 4}};
    for (const traffic::Observation &one : observations) {
        if (table.rows.size() == kObservationRows)
            break;
        table.rows.push_back(
            {cell(traffic::observationName(one.kind)),
             cell(one.resource.isEmpty() ? Tr::tr("all") : one.resource),
             cell(isKnown(one.from) ? timeRange(one.from, one.to) : Tr::tr("throughout")),
             cell(one.text)});
    }
    table.caption = Tr::tr("What to look at.");
    return table;
}

Section build(const Subject &subject)
{
    Section section;
    if (!subject.statistics || !subject.import) {
        section.heading = Tr::tr("Captures: none");
        section.blocks.push_back(body(Tr::tr("No capture was imported.")));
        return section;
    }
    const traffic::CaptureStatistics &statistics = *subject.statistics;
    const auto all = static_cast<double>(statistics.totals.exchanges);
    const double seconds = static_cast<double>(statistics.lastTime - statistics.firstTime)
                           / static_cast<double>(kNanosecondsPerSecond);
    section.heading =
        Tr::tr("Captures: %1 requests in %2").arg(text::count(all), text::duration(seconds));
    section.blocks.push_back(
        body(Tr::tr("%1, read as %2, %3. Resources are named by the rule “%4”.")
                 .arg(subject.captureName,
                      subject.import->format,
                      timeRange(statistics.firstTime, statistics.lastTime),
                      traffic::ruleName(subject.rule))));
    section.blocks.push_back(
        KeyFiguresBlock{{{Tr::tr("Requests"),
                          text::count(all),
                          {},
                          Tr::tr("%1 resources").arg(statistics.resources.size())},
                         {Tr::tr("Mean rate"),
                          text::rate(statistics.meanRate),
                          {},
                          Tr::tr("peak minute %1").arg(text::rate(statistics.peakRate))},
                         {Tr::tr("Errors"),
                          text::percent(statistics.totals.errorRate()),
                          {},
                          Tr::tr("5xx, timeouts, aborts")},
                         {Tr::tr("p95 latency"),
                          text::duration(statistics.totals.latencyP95),
                          {},
                          Tr::tr("median %1").arg(text::duration(statistics.totals.latencyP50))}}});

    LineChart rate;
    rate.valueTitle = Tr::tr("Requests (req/s)");
    rate.axis = AxisKind::Time;
    rate.lines.push_back(timelineLine(
        statistics.timeline, statistics.timeline.rate, 1, {}, {SeriesStyle::Kind::Series, 0}));
    section.blocks.push_back(FigureBlock{rate, Tr::tr("Load of all resources."), false, 0.26});
    if (anyKnown(statistics.timeline.latencyP95)) {
        LineChart latency;
        latency.valueTitle = Tr::tr("Latency (ms, log)");
        latency.axis = AxisKind::Time;
        latency.logarithmic = true;
        latency.fromZero = false;
        latency.lines.push_back(timelineLine(statistics.timeline,
                                             statistics.timeline.latencyP95,
                                             1e3,
                                             Tr::tr("p95"),
                                             {SeriesStyle::Kind::Series, 1}));
        latency.lines.push_back(timelineLine(statistics.timeline,
                                             statistics.timeline.latencyP50,
                                             1e3,
                                             Tr::tr("p50"),
                                             {SeriesStyle::Kind::Series, 6}));
        section.blocks.push_back(
            FigureBlock{latency, Tr::tr("Latency of all resources."), false, 0.26});
    }
    section.blocks.push_back(groupTable(
        statistics.resources, kResourceRows, Tr::tr("Resource"), all, Tr::tr("Resources.")));
    section.blocks.push_back(groupTable(
        statistics.operations, kOperationRows, Tr::tr("Operation"), all, Tr::tr("Operations.")));
    if (subject.import->skipped > 0)
        section.blocks.push_back(body(
            Tr::tr("%1 of %2 records gave no exchange (%3); the first: %4, %5.")
                .arg(text::count(static_cast<double>(subject.import->skipped)),
                     text::count(static_cast<double>(subject.import->records)),
                     text::percent(static_cast<double>(subject.import->skipped)
                                   / static_cast<double>(
                                       std::max<std::uint64_t>(subject.import->records, 1))),
                     subject.import->samples.isEmpty() ? text::unknown()
                                                       : subject.import->samples.first().place,
                     subject.import->samples.isEmpty() ? text::unknown()
                                                       : subject.import->samples.first().reason)));
    else
        section.blocks.push_back(body(Tr::tr("Every record could be read.")));
    for (const QString &remark : capture::captureNotes(*subject.import, statistics))
        section.blocks.push_back(note(remark));
    const auto observations = capture::captureObservations(*subject.import, statistics);
    if (!observations.empty())
        section.blocks.push_back(observationTable(observations));
    return section;
}

} // namespace

SectionKind capturesSection()
{
    return {u"captures"_s, Tr::tr("Captures"), build};
}

} // namespace dramatis::report
