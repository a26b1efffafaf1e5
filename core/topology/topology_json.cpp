// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/topology_json.h"

#include "core/topology/topology_records.h"
#include "core/topology/tr.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace dramatis::topology {

namespace {

constexpr std::size_t kMostNodes = 100'000;
constexpr std::size_t kMostLinks = 1'000'000;

/// { "eu": null, "eu-a": "eu" }: the parent of each, null for a root.
JsonCodec<QMap<QString, QString>> domainsCodec()
{
    const JsonCodec<std::optional<QString>> parent = optionalCodec(textCodec());
    return {
        [parent](const QJsonValue &value, const QString &path) -> Result<QMap<QString, QString>> {
            DRAMATIS_TRY(const QJsonObject object, readJsonObject(value, path));
            QMap<QString, QString> domains;
            for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
                DRAMATIS_TRY(const auto read, parent.read(*it, jsonPath(path, it.key())));
                domains.insert(it.key(), read.value_or(QString()));
            }
            return domains;
        },
        [](const QMap<QString, QString> &domains, JsonForm) -> QJsonValue {
            QJsonObject object;
            for (auto it = domains.constBegin(); it != domains.constEnd(); ++it)
                object.insert(it.key(),
                              it->isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(*it));
            return object;
        },
        {{u"type"_s, u"object"_s}, {u"additionalProperties"_s, parent.schema}}};
}

/// Every parent exists, and following parents comes to an end.
Result<> checkDomains(const QMap<QString, QString> &domains)
{
    for (auto it = domains.constBegin(); it != domains.constEnd(); ++it) {
        const QString path = jsonPath(u"domains"_s, it.key());
        QSet<QString> seen{it.key()};
        for (QString parent = *it; !parent.isEmpty(); parent = domains.value(parent)) {
            if (!domains.contains(parent))
                return jsonError(path, Tr::tr("there is no domain “%1”").arg(parent));
            if (seen.contains(parent))
                return jsonError(path, Tr::tr("domains lie inside one another in a circle"));
            seen.insert(parent);
        }
    }
    return {};
}

/// Every id is there once, and the domains of instances exist.
Result<> checkNodes(const Topology &topology)
{
    QHash<QString, std::size_t> seen;
    for (std::size_t i = 0; i < topology.nodes.size(); ++i) {
        const Node &node = topology.nodes[i];
        const QString path = jsonPath(u"nodes"_s, i);
        const auto earlier = seen.constFind(node.id);
        if (earlier != seen.constEnd())
            return jsonError(
                jsonPath(path, u"id"_s),
                Tr::tr("“%1” is the id of nodes[%2] already").arg(node.id).arg(*earlier));
        seen.insert(node.id, i);
        for (const QString &domain : node.domains) {
            if (!topology.domains.contains(domain))
                return jsonError(jsonPath(path, u"domains"_s),
                                 Tr::tr("there is no domain “%1”").arg(domain));
        }
    }
    return {};
}

/// Both ends exist, and nobody calls itself or a source.
Result<> checkCalls(const Topology &topology)
{
    QHash<QString, const Node *> nodes;
    for (const Node &node : topology.nodes)
        nodes.insert(node.id, &node);
    for (std::size_t i = 0; i < topology.calls.size(); ++i) {
        const Call &call = topology.calls[i];
        const QString path = jsonPath(u"calls"_s, i);
        for (const auto &[key, id] :
             {std::pair{u"from"_s, call.from}, std::pair{u"to"_s, call.to}}) {
            if (!nodes.contains(id))
                return jsonError(jsonPath(path, key), Tr::tr("there is no node “%1”").arg(id));
        }
        if (call.from == call.to)
            return jsonError(jsonPath(path, u"to"_s), Tr::tr("a node cannot call itself"));
        if (nodes.value(call.to)->kind == NodeKind::Source)
            return jsonError(jsonPath(path, u"to"_s),
                             Tr::tr("“%1” is a source, which nobody can call").arg(call.to));
        if (call.onMiss && nodes.value(call.from)->kind != NodeKind::Cache)
            return jsonError(jsonPath(path, u"onMiss"_s),
                             Tr::tr("“%1” is no cache, so it cannot miss").arg(call.from));
    }
    return {};
}

/// All samples have the same slices, since sources share one stream of starts.
Result<> checkSamples(const Topology &topology)
{
    const ArrivalSample *first = nullptr;
    for (std::size_t i = 0; i < topology.nodes.size(); ++i) {
        const ArrivalSample *sample = topology.nodes[i].arrivals.sample.get();
        if (sample == nullptr)
            continue;
        if (first == nullptr)
            first = sample;
        if (sample->windows.size() != first->windows.size()
            || sample->windowSeconds != first->windowSeconds)
            return jsonError(
                jsonPath(jsonPath(u"nodes"_s, i), u"arrivals.sample"_s),
                Tr::tr("must have the same slices as the sources before it: %1 of %2 s")
                    .arg(first->windows.size())
                    .arg(first->windowSeconds));
    }
    return {};
}

} // namespace

Result<> checkTopology(const Topology &topology)
{
    DRAMATIS_CHECK(checkDomains(topology.domains));
    DRAMATIS_CHECK(checkNodes(topology));
    DRAMATIS_CHECK(checkCalls(topology));
    return checkSamples(topology);
}

const JsonRecord<Topology> &topologyRecord()
{
    static const JsonRecord<Topology> record(
        {jsonField(u"domains"_s, &Topology::domains, domainsCodec())
             .about(
                 u"Failure domains with the domain that each lies in, null for the outermost."_s),
         jsonField(u"nodes"_s, &Topology::nodes, listCodec(nodeRecord().codec(), 0, kMostNodes))
             .needed(),
         jsonField(u"calls"_s, &Topology::calls, listCodec(callRecord().codec(), 0, kMostLinks))},
        [](const Topology &topology, const QString &) { return checkTopology(topology); });
    return record;
}

Result<Topology> topologyFromJson(const QJsonObject &scenario)
{
    QJsonObject own;
    for (const JsonField<Topology> &field : topologyRecord().fields()) {
        if (scenario.contains(field.key))
            own.insert(field.key, scenario.value(field.key));
    }
    return topologyRecord().read(own, {});
}

void topologyToJson(const Topology &topology, QJsonObject &scenario)
{
    const QJsonObject own = topologyRecord().write(topology, JsonForm::Sparse);
    for (auto it = own.constBegin(); it != own.constEnd(); ++it)
        scenario.insert(it.key(), *it);
}

} // namespace dramatis::topology
