// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/templates.h"

#include "core/topology/topology_json.h"
#include "core/topology/tr.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace dramatis::topology {

namespace {

/// A template is ours, so that it can be read is a matter of tests.
Topology fromResource(const QString &id)
{
    QFile file(u":/templates/"_s + id + u".json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto topology = topologyFromJson(QJsonDocument::fromJson(file.readAll()).object());
    Q_ASSERT_X(topology.has_value(), "fromResource", qPrintable(id));
    return topology ? *topology : Topology();
}

} // namespace

const QList<TopologyTemplate> &allTemplates()
{
    static const QList<TopologyTemplate> templates{
        {u"three-tier"_s,
         Tr::tr("Three tiers"),
         Tr::tr("Clients, a load balancer, three web instances in three zones and a database."),
         [] { return fromResource(u"three-tier"_s); }},
    };
    return templates;
}

} // namespace dramatis::topology
