// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/run_result.h"

#include <QString>

// Every measure of a result with its path, in one place: for the documents, for paths of objectives
// and for filling. `visit(path, measure)` is called for each; results may be const.

namespace dramatis::simulation {

template<typename Response, typename Visit>
void visitResponse(Response &response, Visit &&visit)
{
    visit(QStringLiteral("responseTime.mean"), response.mean);
    visit(QStringLiteral("responseTime.p50"), response.p50);
    visit(QStringLiteral("responseTime.p90"), response.p90);
    visit(QStringLiteral("responseTime.p95"), response.p95);
    visit(QStringLiteral("responseTime.p99"), response.p99);
    visit(QStringLiteral("responseTime.p999"), response.p999);
    visit(QStringLiteral("responseTime.max"), response.max);
}

/// The measures of a node that the run document has.
template<typename Node, typename Visit>
void visitNodeDocument(Node &node, Visit &&visit)
{
    visit(QStringLiteral("utilization"), node.utilization);
    visit(QStringLiteral("occupancy"), node.occupancy);
    visit(QStringLiteral("throughput"), node.throughput);
    visit(QStringLiteral("queueLength"), node.queueLength);
    visit(QStringLiteral("waitingTime"), node.waitingTime);
    visit(QStringLiteral("residenceTime"), node.residenceTime);
    visitResponse(node.responseTime, visit);
    visit(QStringLiteral("errorRate"), node.errorRate);
    visit(QStringLiteral("errors.rejected"), node.errors.rejected);
    visit(QStringLiteral("errors.timeout"), node.errors.timeout);
    visit(QStringLiteral("errors.failed"), node.errors.failed);
    visit(QStringLiteral("instances"), node.instances);
    visit(QStringLiteral("availability"), node.availability);
    visit(QStringLiteral("cost"), node.cost);
}

/// All measures of a node but those per instance.
template<typename Node, typename Visit>
void visitNode(Node &node, Visit &&visit)
{
    visitNodeDocument(node, visit);
    visit(QStringLiteral("arrivals"), node.arrivals);
}

/// The measures of a source that the run document has, but for the breakdown.
template<typename Source, typename Visit>
void visitSourceDocument(Source &source, Visit &&visit)
{
    visit(QStringLiteral("throughput"), source.throughput);
    visit(QStringLiteral("goodput"), source.goodput);
    visitResponse(source.responseTime, visit);
    visit(QStringLiteral("errorRate"), source.errorRate);
    visit(QStringLiteral("degraded"), source.degraded);
    visit(QStringLiteral("waste"), source.waste);
    visit(QStringLiteral("breakdown.network"), source.network);
}

/// All measures of a source but the breakdown by node.
template<typename Source, typename Visit>
void visitSource(Source &source, Visit &&visit)
{
    visitSourceDocument(source, visit);
    visit(QStringLiteral("offered"), source.offered);
}

template<typename Call, typename Visit>
void visitCallDocument(Call &call, Visit &&visit)
{
    visit(QStringLiteral("throughput"), call.throughput);
    visit(QStringLiteral("bytes"), call.bytes);
    visit(QStringLiteral("retries"), call.retries);
    visit(QStringLiteral("poolWait"), call.poolWait);
}

template<typename Call, typename Visit>
void visitCall(Call &call, Visit &&visit)
{
    visitCallDocument(call, visit);
    visit(QStringLiteral("timeouts"), call.timeouts);
    visit(QStringLiteral("responseP999"), call.responseP999);
}

} // namespace dramatis::simulation
