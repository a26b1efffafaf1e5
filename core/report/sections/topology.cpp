// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/report/sections.h"
#include "core/report/tr.h"
#include "core/report/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::report {

namespace {

QString serviceText(const topology::Node &node)
{
    if (!node.serviceTime)
        return text::unknown();
    const QString mean = text::duration(node.serviceTime->expectation());
    return node.assumed ? Tr::tr("%1 (assumed)").arg(mean) : mean;
}

TableBlock nodeTable(const topology::Topology &topology)
{
    TableBlock table;
    table.columns = {{Tr::tr("Node"), false, 2},
                     {Tr::tr("Kind"), false, 1.3},
                     {Tr::tr("Instances"), true},
                     {Tr::tr("Workers"), true},
                     {Tr::tr("Service, mean"), true, 1.3},
                     {Tr::tr("Queue bound"), true}};
    for (const topology::Node &node : topology.nodes) {
        if (node.kind == topology::NodeKind::Source)
            continue; // the section on the scenario tells of them
        const bool station = node.serviceTime.has_value();
        table.rows.push_back({strong(node.id),
                              cell(kindWord(node.kind)),
                              cell(station ? QString::number(node.instances) : text::unknown()),
                              cell(station ? QString::number(node.workers) : text::unknown()),
                              cell(serviceText(node)),
                              cell(!station          ? text::unknown()
                                   : node.queueLimit ? QString::number(*node.queueLimit)
                                                     : Tr::tr("none"))});
    }
    table.caption = Tr::tr("Nodes of the topology that was simulated, without its sources.");
    return table;
}

TableBlock thresholdTable(const practice::AdaptiveGraph &adaptive)
{
    TableBlock table;
    table.columns = {{Tr::tr("Rule"), false, 1},
                     {Tr::tr("On"), false, 1.6},
                     {Tr::tr("Threshold"), true},
                     {Tr::tr("Default"), true},
                     {Tr::tr("Adapted to"), false, 1.6},
                     {Tr::tr("Source"), false, 2.4}};
    for (const practice::AdaptedThreshold &threshold : adaptive.thresholds)
        table.rows.push_back(
            {strong(threshold.rule),
             cell(threshold.on),
             cell(valueText(threshold.threshold, threshold.unit)),
             cell(valueText(threshold.defaultThreshold, threshold.unit)),
             cell(threshold.adaptedTo.isEmpty() ? text::unknown() : threshold.adaptedTo),
             cell(threshold.source.title)});
    table.caption = Tr::tr("Thresholds of the adaptive graph and where they come from.");
    return table;
}

Section build(const Subject &subject)
{
    Section section;
    if (!subject.scenario) {
        section.heading = Tr::tr("Topology: none");
        section.blocks.push_back(body(Tr::tr("There is no topology yet.")));
        return section;
    }
    GraphDrawing drawing;
    drawing.topology = subject.scenario->topology;
    drawing.positions = subject.positions;
    if (subject.run)
        drawing.usage = practice::usageGraph(*subject.scenario, *subject.run);
    if (subject.assessment)
        for (const practice::Finding &finding : subject.assessment->findings)
            if (finding.state == practice::FindingState::Deviates && !finding.on.isEmpty()) {
                const auto badge = drawing.badges.find(finding.on);
                if (badge == drawing.badges.end())
                    drawing.badges.insert(finding.on, finding.severity);
                else
                    *badge = std::max(*badge, finding.severity);
            }
    section.heading = Tr::tr("Topology: the graph");
    QString caption = Tr::tr("The topology with its usage; a glyph marks the worst finding.");
    if (subject.adaptive) {
        section.heading = Tr::tr("Topology: the adaptive best-practice graph");
        drawing.base = subject.scenario->topology;
        drawing.topology = subject.adaptive->changed.topology;
        caption = Tr::tr("The adaptive graph: usage as simulated, a glyph for the worst finding, "
                         "changes against "
                         "the captured topology marked.");
    }
    section.blocks.push_back(FigureBlock{std::move(drawing), caption, false, 0.75});
    section.blocks.push_back(nodeTable(subject.scenario->topology));
    if (subject.adaptive && !subject.adaptive->thresholds.empty())
        section.blocks.push_back(thresholdTable(*subject.adaptive));
    return section;
}

} // namespace

SectionKind topologySection()
{
    return {u"topology"_s, Tr::tr("Topology"), build};
}

} // namespace dramatis::report
