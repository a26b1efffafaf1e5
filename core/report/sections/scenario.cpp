// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/report/sections.h"
#include "core/report/tr.h"
#include "core/report/wording.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::report {

namespace {

constexpr unsigned kMostLines = 6; ///< of a chart

TableBlock sourceTable(const simulation::RunResult &run)
{
    TableBlock table;
    table.columns = {{Tr::tr("Source"), false, 2},
                     {Tr::tr("Offered"), true, 1.3},
                     {Tr::tr("Goodput"), true, 1.3},
                     {Tr::tr("p50"), true, 1.3},
                     {Tr::tr("p95"), true, 1.3},
                     {Tr::tr("p99"), true, 1.3},
                     {Tr::tr("Errors"), true, 1.3}};
    for (auto it = run.sources.begin(); it != run.sources.end(); ++it)
        table.rows.push_back({strong(it.key()),
                              cell(figureText(it->offered.figure(), u"1/s"_s)),
                              cell(figureText(it->goodput.figure(), u"1/s"_s)),
                              cell(figureText(it->responseTime.p50.figure(), u"s"_s)),
                              cell(figureText(it->responseTime.p95.figure(), u"s"_s)),
                              cell(figureText(it->responseTime.p99.figure(), u"s"_s)),
                              cell(figureText(it->errorRate.figure(), u"fraction"_s))});
    table.caption =
        Tr::tr("End to end, per source; ± is the half-width of the 95 % interval over %n "
               "replication(s).",
               nullptr,
               run.replications);
    return table;
}

TableBlock nodeTable(const Subject &subject)
{
    const simulation::RunResult &run = *subject.run;
    TableBlock table;
    table.columns = {{Tr::tr("Node"), false, 2},
                     {Tr::tr("Servers"), true, 1.2},
                     {Tr::tr("Throughput"), true, 1.4},
                     {Tr::tr("Utilisation"), true, 1.3},
                     {Tr::tr("Waiting"), true, 1.3},
                     {Tr::tr("p95"), true, 1.3},
                     {Tr::tr("Errors"), true, 1.3}};
    for (const topology::Node &node : subject.scenario->topology.nodes) {
        const auto result = run.nodes.find(node.id);
        if (result == run.nodes.end())
            continue;
        const bool station = node.serviceTime.has_value();
        table.rows.push_back(
            {strong(node.id),
             cell(station ? Tr::tr("%1 × %2").arg(node.instances).arg(node.workers)
                          : text::unknown()),
             cell(figureText(result->throughput.figure(), u"1/s"_s)),
             cell(station ? figureText(result->utilization.figure(), u"fraction"_s)
                          : text::unknown()),
             cell(station ? figureText(result->waitingTime.figure(), u"s"_s) : text::unknown()),
             cell(figureText(result->responseTime.p95.figure(), u"s"_s)),
             cell(figureText(result->errorRate.figure(), u"fraction"_s))});
    }
    table.caption = Tr::tr(
        "Nodes: servers are instances × workers; utilisation is their own service over the time "
        "they were there.");
    return table;
}

/// The persona's place in the set, which is its colour, of a source; -1 for another node.
int personaPlace(const Subject &subject, const QString &id)
{
    const topology::Node *node = subject.scenario->topology.find(id);
    if (!node || node->personas.empty() || !subject.personas)
        return -1;
    const auto &personas = subject.personas->personas;
    const auto it =
        std::find_if(personas.begin(), personas.end(), [node](const persona::Persona &persona) {
            return persona.name == node->personas.front().name;
        });
    return it == personas.end() ? -1 : static_cast<int>(it - personas.begin());
}

LineChart overTime(const Subject &subject,
                   const QStringList &on,
                   const QString &metric,
                   double factor,
                   const QString &title,
                   bool logarithmic)
{
    const simulation::TimeSeries &series = subject.run->series;
    LineChart chart;
    chart.valueTitle = title;
    chart.axis = AxisKind::Seconds;
    chart.logarithmic = logarithmic;
    chart.fromZero = !logarithmic;
    for (const QString &id : on) {
        const simulation::Series *found = series.find(id, metric);
        if (!found || chart.lines.size() == kMostLines)
            continue;
        Line line;
        line.name = id;
        const int place = personaPlace(subject, id);
        line.style = {SeriesStyle::Kind::Persona,
                      place >= 0 ? place : static_cast<int>(chart.lines.size())};
        // At most 300 points: what a page can show.
        const std::size_t fold = std::max<std::size_t>(1, (found->values.size() + 299) / 300);
        for (std::size_t i = 0; i < found->values.size(); i += fold) {
            double sum = 0;
            int known = 0;
            const std::size_t end = std::min(i + fold, found->values.size());
            for (std::size_t j = i; j < end; ++j) {
                if (!std::isnan(found->values[j])) {
                    sum += static_cast<double>(found->values[j]);
                    ++known;
                }
            }
            line.x.push_back((static_cast<double>(i) + static_cast<double>(end - i) / 2)
                             * series.stepSeconds);
            line.y.push_back(known > 0 ? sum / known * factor : std::nan(""));
        }
        chart.lines.push_back(std::move(line));
    }
    return chart;
}

void addFaults(LineChart &chart, const simulation::Scenario &scenario)
{
    for (const simulation::FaultSpec &fault : scenario.faults)
        chart.spans.push_back({fault.at,
                               fault.duration ? fault.at + *fault.duration : scenario.run.duration,
                               Tr::tr("%1 of %2").arg(fault.kind, fault.target)});
}

void addCharts(Section &section, const Subject &subject)
{
    const simulation::RunResult &run = *subject.run;
    if (run.series.series.empty())
        return;
    QStringList stations;
    for (const topology::Node &node : subject.scenario->topology.nodes)
        if (node.serviceTime)
            stations << node.id;
    std::vector<FigureBlock> figures;
    const auto add = [&](LineChart chart, const QString &caption) {
        if (chart.lines.empty())
            return;
        addFaults(chart, *subject.scenario);
        figures.push_back({std::move(chart), caption, false, 0.28});
    };
    add(overTime(
            subject, run.sources.keys(), u"throughput"_s, 1, Tr::tr("Throughput (req/s)"), false),
        Tr::tr("Throughput of each source, mean of the replications."));
    add(overTime(subject, run.sources.keys(), u"p95"_s, 1e3, Tr::tr("p95 latency (ms, log)"), true),
        Tr::tr("p95 of each source, mean of the replications."));
    add(overTime(subject, stations, u"utilization"_s, 100, Tr::tr("Utilisation (%)"), false),
        Tr::tr("Utilisation of each station, mean of the replications."));
    for (FigureBlock &figure : figures)
        section.blocks.push_back(std::move(figure));
}

TableBlock objectiveTable(const simulation::RunResult &run)
{
    TableBlock table;
    table.columns = {{Tr::tr("Objective"), false, 3},
                     {Tr::tr("Value"), true, 1.5},
                     {Tr::tr("Verdict"), false, 1}};
    for (const simulation::ObjectiveResult &result : run.objectives) {
        const QString unit =
            result.objective.metric == u"errorRate" || result.objective.metric == u"utilization"
                ? u"fraction"_s
            : result.objective.metric.contains(u"Time") ? u"s"_s
                                                        : QString();
        const QString bound =
            result.objective.atMost
                ? Tr::tr("at most %1").arg(valueText(*result.objective.atMost, unit))
                : Tr::tr("at least %1").arg(valueText(result.objective.atLeast.value_or(0), unit));
        table.rows.push_back(
            {cell(Tr::tr("%1 of %2 %3")
                      .arg(metricName(result.objective.metric), result.objective.on, bound)),
             cell(figureText(result.value, unit)),
             strong(verdictWord(result.verdict))});
    }
    table.caption =
        Tr::tr("Undecided: the interval crosses the bound; more replications would tell.");
    return table;
}

Section build(const Subject &subject)
{
    Section section;
    if (!subject.scenario) {
        section.heading = Tr::tr("Scenario: none");
        section.blocks.push_back(body(Tr::tr("No scenario was made.")));
        return section;
    }
    const simulation::Scenario &scenario = *subject.scenario;
    section.heading = Tr::tr("Scenario: %1").arg(scenario.name);
    const auto sources = std::count_if(
        scenario.topology.nodes.begin(),
        scenario.topology.nodes.end(),
        [](const topology::Node &node) { return node.kind == topology::NodeKind::Source; });
    section.blocks.push_back(body(
        Tr::tr("%1 sources and %2 other nodes, %3 calls, %4 faults. Played for %5 at scale %6%7.")
            .arg(sources)
            .arg(scenario.topology.nodes.size() - static_cast<std::size_t>(sources))
            .arg(scenario.topology.calls.size())
            .arg(scenario.faults.size())
            .arg(text::duration(scenario.run.duration),
                 text::number(scenario.run.scale),
                 scenario.run.peak ? Tr::tr(", peak hours only") : QString())));
    for (const QString &remark : subject.stationNotes)
        section.blocks.push_back(note(remark));
    if (!subject.run) {
        section.blocks.push_back(body(Tr::tr("The scenario was not simulated yet.")));
        return section;
    }
    if (subject.run->partial)
        section.blocks.push_back(
            note(Tr::tr("The run was stopped: the figures are of %n replication(s).",
                        nullptr,
                        subject.run->replications)));
    section.blocks.push_back(sourceTable(*subject.run));
    if (!subject.run->objectives.empty())
        section.blocks.push_back(objectiveTable(*subject.run));
    section.blocks.push_back(nodeTable(subject));
    addCharts(section, subject);
    return section;
}

} // namespace

SectionKind scenarioSection()
{
    return {u"scenario"_s, Tr::tr("Scenario"), build};
}

} // namespace dramatis::report
