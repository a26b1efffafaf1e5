// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graphview/graph_look.h"

#include "core/base/text.h"
#include "core/report/wording.h"
#include "core/topology/layout.h"
#include "core/topology/topology_json.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(dramatis::graphview)
};

QString serversText(const topology::Node &node)
{
    if (node.kind == topology::NodeKind::Source)
        return {};
    if (node.serviceTime)
        return Tr::tr("%1 × %n worker(s)", nullptr, node.workers).arg(node.instances);
    return report::kindWord(node.kind);
}

QString sourceText(const topology::Node &node)
{
    switch (node.arrivals.model) {
    case topology::ArrivalModel::Poisson:
        return Tr::tr("random arrivals");
    case topology::ArrivalModel::Bootstrap:
        return Tr::tr("as captured");
    case topology::ArrivalModel::Renewal:
        return Tr::tr("renewal arrivals");
    case topology::ArrivalModel::Closed:
        return Tr::tr("%n user(s)", nullptr, node.arrivals.users);
    case topology::ArrivalModel::Replay:
        return Tr::tr("replay");
    case topology::ArrivalModel::Constant:
        return Tr::tr("even arrivals");
    }
    return {};
}

/// What a key of a scenario file is called in the program.
QString keyWord(const QString &key)
{
    if (key == u"instances")
        return Tr::tr("instances");
    if (key == u"workers")
        return Tr::tr("workers");
    if (key == u"queueLimit")
        return Tr::tr("waiting places");
    if (key == u"timeout")
        return Tr::tr("timeout");
    return key;
}

/// The keys in which two JSON objects differ, as "Δ 1 → 2 workers"; the first few.
QString changeText(const QJsonObject &before, const QJsonObject &after)
{
    QStringList parts;
    QStringList keys = before.keys() + after.keys();
    keys.removeDuplicates();
    keys.sort();
    for (const QString &key : keys) {
        const QJsonValue was = before.value(key);
        const QJsonValue is = after.value(key);
        if (was == is)
            continue;
        const auto shown = [&key](const QJsonValue &value) {
            // What is left out has its default; of those that change, one is the usual default.
            if (value.isUndefined() || value.isNull())
                return key == u"workers" || key == u"instances" ? u"1"_s : u"∅"_s;
            return value.isDouble() ? QString::number(value.toDouble())
                                    : value.toVariant().toString();
        };
        parts << Tr::tr("%1 → %2 %3").arg(shown(was), shown(is), keyWord(key));
    }
    return parts.isEmpty() ? QString() : u"Δ "_s + parts.mid(0, 2).join(u", ");
}

/// One part alone as JSON: a whole topology would write every source's captured arrivals for it.
QJsonObject jsonOf(const topology::Node &node)
{
    topology::Topology one;
    one.nodes = {node};
    QJsonObject scenario;
    topology::topologyToJson(one, scenario);
    return scenario.value(u"nodes"_s).toArray().first().toObject();
}

QJsonObject jsonOf(const topology::Call &call)
{
    topology::Topology one;
    one.calls = {call};
    QJsonObject scenario;
    topology::topologyToJson(one, scenario);
    return scenario.value(u"calls"_s).toArray().first().toObject();
}

void markDifference(NodeLook &look,
                    const topology::Topology &now,
                    const topology::Topology &base,
                    std::size_t i)
{
    const topology::Node *before = base.find(look.id);
    if (!before) {
        look.difference = Difference::Added;
        look.differenceText = u"+"_s;
    } else if (!(*before == now.nodes[i])) {
        look.difference = Difference::Changed;
        look.differenceText = changeText(jsonOf(*before), jsonOf(now.nodes[i]));
    }
}

NodeLook nodeLook(const topology::Node &node, const practice::UsageGraph &usage)
{
    NodeLook look;
    look.id = node.id;
    look.kind = node.kind;
    look.height = kMeasures.heightOf(node);
    look.left = node.kind == topology::NodeKind::Source ? sourceText(node) : serversText(node);
    if (const practice::UsageNode *used = usage.find(node.id)) {
        if (node.kind == topology::NodeKind::Source)
            look.right = text::rate(used->rate.mean);
        else if (used->p95.isKnown())
            look.right = text::duration(used->p95.mean);
        if (node.serviceTime && used->utilization.isKnown())
            look.utilization = used->utilization.mean;
    }
    return look;
}

EdgeLook edgeLook(const topology::Call &call, const practice::UsageGraph &usage)
{
    EdgeLook look;
    look.from = call.from;
    look.to = call.to;
    look.optional = call.optional;
    look.queued = call.async;
    if (const practice::UsageEdge *used = usage.findEdge(call.from, call.to);
        used && used->rate.isKnown()) {
        look.rate = used->rate.mean;
        look.label = text::rate(look.rate);
    }
    return look;
}

/// How many calls each source makes, by its id.
QHash<QString, int> callsOfSources(const topology::Topology &topology)
{
    QHash<QString, int> calls;
    for (const topology::Node &node : topology.nodes)
        if (node.kind == topology::NodeKind::Source)
            calls.insert(node.id, 0);
    for (const topology::Call &call : topology.calls)
        if (const auto source = calls.find(call.from); source != calls.end())
            ++*source;
    return calls;
}

} // namespace

double EdgeLook::width() const
{
    return rate > 1 ? std::clamp(1 + 1.4 * std::log10(rate), 1.0, 6.0) : 1;
}

const NodeLook *GraphLook::find(const QString &id) const
{
    const auto it = std::find_if(
        nodes.begin(), nodes.end(), [&id](const NodeLook &node) { return node.id == id; });
    return it == nodes.end() ? nullptr : &*it;
}

QRectF GraphLook::bounds() const
{
    QRectF all;
    for (const NodeLook &node : nodes)
        all |= node.outline();
    for (const EdgeLook &edge : edges)
        for (const QPointF &point : edge.route)
            all |= QRectF(point, QSizeF(1, 1));
    return all;
}

GraphLook lookOf(const report::GraphDrawing &drawing)
{
    GraphLook look;
    topology::Topology shown = drawing.topology;
    const std::size_t present = shown.nodes.size();
    const std::size_t presentCalls = shown.calls.size();
    if (drawing.base) { // what was removed is drawn too, faintly
        for (const topology::Node &node : drawing.base->nodes)
            if (!drawing.topology.find(node.id))
                shown.nodes.push_back(node);
        for (const topology::Call &call : drawing.base->calls)
            if (!drawing.topology.findCall(call.from, call.to))
                shown.calls.push_back(call);
    }
    const topology::Layout layout = topology::layeredLayout(shown);
    QSet<QString> moved; // a laid-out route no longer fits their edges
    int personas = 0;
    for (std::size_t i = 0; i < shown.nodes.size(); ++i) {
        NodeLook node = nodeLook(shown.nodes[i], drawing.usage);
        if (!shown.nodes[i].personas.empty())
            node.personaStyle = personas++;
        node.position = layout.nodes.value(node.id);
        if (const auto own = drawing.positions.find(node.id); own != drawing.positions.end()) {
            node.position = *own;
            moved.insert(node.id);
        }
        if (const auto badge = drawing.badges.find(node.id); badge != drawing.badges.end())
            node.badge = *badge;
        if (i >= present)
            node.difference = Difference::Removed;
        else if (drawing.base)
            markDifference(node, drawing.topology, *drawing.base, i);
        look.nodes.push_back(std::move(node));
    }
    const QHash<QString, int> callsOfSource = callsOfSources(shown);
    for (std::size_t i = 0; i < shown.calls.size(); ++i) {
        EdgeLook edge = edgeLook(shown.calls[i], drawing.usage);
        if (const auto badge = drawing.badges.find(edge.id()); badge != drawing.badges.end())
            edge.badge = *badge;
        if (!moved.contains(edge.from) && !moved.contains(edge.to) && i < layout.routes.size())
            edge.route = layout.routes[i];
        // The rate of a source's only call is its own, which it shows.
        edge.rateInSource = callsOfSource.value(edge.from) == 1;
        if (i >= presentCalls) {
            edge.difference = Difference::Removed;
        } else if (drawing.base) {
            const topology::Call *before = drawing.base->findCall(edge.from, edge.to);
            if (!before) {
                edge.difference = Difference::Added;
            } else if (!(*before == shown.calls[i])) {
                edge.difference = Difference::Changed;
                edge.differenceText = changeText(jsonOf(*before), jsonOf(shown.calls[i]));
            }
        }
        look.edges.push_back(std::move(edge));
    }
    return look;
}

} // namespace dramatis::ui
