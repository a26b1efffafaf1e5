// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/topology.h"

#include <algorithm>

namespace dramatis::topology {

namespace {

/// The domain of `used` that is named least often, the first named of several.
QString leastUsed(const QStringList &used)
{
    QString best = used.constFirst();
    for (const QString &candidate : used) {
        if (used.count(candidate) < used.count(best))
            best = candidate;
    }
    return best;
}

} // namespace

const Node *Topology::find(const QString &id) const
{
    const auto found =
        std::find_if(nodes.begin(), nodes.end(), [&](const Node &node) { return node.id == id; });
    return found == nodes.end() ? nullptr : &*found;
}

Node *Topology::find(const QString &id)
{
    return const_cast<Node *>(std::as_const(*this).find(id));
}

const Call *Topology::findCall(const QString &from, const QString &to) const
{
    const auto found = std::find_if(calls.begin(), calls.end(), [&](const Call &call) {
        return call.from == from && call.to == to;
    });
    return found == calls.end() ? nullptr : &*found;
}

Call *Topology::findCall(const QString &from, const QString &to)
{
    return const_cast<Call *>(std::as_const(*this).findCall(from, to));
}

std::vector<const Call *> Topology::callsFrom(const QString &id) const
{
    std::vector<const Call *> found;
    for (const Call &call : calls) {
        if (call.from == id)
            found.push_back(&call);
    }
    return found;
}

void setInstances(Node &node, int instances)
{
    node.instances = instances;
    if (node.domains.size() > 1) {
        while (node.domains.size() > instances)
            node.domains.removeLast();
        while (node.domains.size() < instances)
            node.domains.append(leastUsed(node.domains));
    }
    if (!node.instanceNames.isEmpty()) {
        while (node.instanceNames.size() > instances)
            node.instanceNames.removeLast();
        for (int next = 1; node.instanceNames.size() < instances; ++next) {
            const QString name = node.id + u'-' + QString::number(next);
            if (!node.instanceNames.contains(name))
                node.instanceNames.append(name);
        }
    }
}

} // namespace dramatis::topology
