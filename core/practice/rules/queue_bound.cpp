// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/rules/queue_bound.h"

#include "core/base/text.h"
#include "core/practice/call_graph.h"
#include "core/practice/judgement.h"
#include "core/practice/queueing.h"
#include "core/practice/rules/utilisation.h"
#include "core/practice/tr.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace dramatis::practice {

namespace {

constexpr double kBursty = 1.5; ///< coefficient of variation of gaps from which arrivals are bursty
constexpr double kOverload = 1.5; ///< times the peak rate
constexpr double kGoodput = 0.9;  ///< of the best, PRACTICES CAP-03

double parameter(const Rule &rule, const QString &key, double otherwise)
{
    return rule.parameters.value(key).toDouble(otherwise);
}

/// Servers that share one queue: behind a balancer each instance has its own.
int serversOfQueue(const topology::Topology &topology, const topology::Node &node)
{
    return isBalanced(topology, node.id) ? node.workers : node.servers();
}

/// The shortest timeout of those who call a node.
std::optional<double> shortestTimeout(const topology::Topology &topology, const QString &node)
{
    std::optional<double> shortest;
    for (const topology::Call &call : topology.calls) {
        if (call.to == node && call.timeout)
            shortest = std::min(shortest.value_or(*call.timeout), *call.timeout);
    }
    return shortest;
}

/// Waiting places per worker: q, or for bursty arrivals what a caller waits out, TO / S - 1. One
/// place is always allowed, or a single worker could have none.
void setThreshold(Finding &finding,
                  const RuleContext &context,
                  const Rule &rule,
                  const topology::Node &node)
{
    const int servers = serversOfQueue(context.scenario.topology, node);
    const double onePlace = 1.0 / servers;
    if (rule.parameters.contains(kOverride)) {
        finding.threshold = std::max(finding.threshold, onePlace);
        return;
    }
    QStringList personas;
    const double variation = std::sqrt(arrivalVariation(context, node.id, &personas));
    const auto timeout = shortestTimeout(context.scenario.topology, node.id);
    const double service = node.serviceTime->expectation();
    if (variation >= parameter(rule, u"burstyFrom"_s, kBursty) && timeout && service > 0
        && *timeout / service - 1 > finding.threshold) {
        finding.threshold = *timeout / service - 1;
        finding.adapted = true;
        finding.adaptedTo = personas.join(u", "_s);
    }
    finding.threshold = std::max(finding.threshold, onePlace);
}

std::vector<Finding> evaluate(const RuleContext &context, const Rule &rule)
{
    std::vector<Finding> findings;
    const topology::Topology &topology = context.scenario.topology;
    for (const topology::Node &node : topology.nodes) {
        if (!isStation(node) || !context.concerns(rule, node.id))
            continue;
        if (node.discipline == topology::Discipline::ProcessorSharing) {
            findings.push_back(notApplicable(
                rule,
                node.id,
                Tr::tr("%1 shares its workers among all requests: none waits.").arg(node.id)));
            continue;
        }
        if (node.assumed) {
            findings.push_back(notApplicable(
                rule,
                node.id,
                Tr::tr("The workers of %1 are assumed, for the capture has no latency.")
                    .arg(node.id)));
            continue;
        }
        const int servers = serversOfQueue(topology, node);
        Finding finding = findingOf(rule, node.id, Bound::AtMost);
        setThreshold(finding, context, rule, node);
        if (!node.queueLimit) {
            finding.title = Tr::tr("%1 lets requests wait without bound").arg(node.id);
            decide(finding, {std::numeric_limits<double>::infinity(), 0}, Bound::AtMost, true, 0);
        } else {
            finding.title = Tr::tr("%1 lets up to %2 requests wait for %3 workers")
                                .arg(node.id)
                                .arg(*node.queueLimit)
                                .arg(servers);
            finding.detail = Tr::tr("When it is full, the last is answered after %1.")
                                 .arg(text::duration(fullQueueResponse(
                                     servers, *node.queueLimit, node.serviceTime->expectation())));
            decide(finding,
                   {static_cast<double>(*node.queueLimit) / servers, 0},
                   Bound::AtMost,
                   true,
                   0);
        }
        findings.push_back(std::move(finding));
    }
    return findings;
}

/// The largest bound that the rule allows. It shows its worth in overload: what is answered is
/// answered sooner, and at least 90 % of it as before.
std::vector<Proposal> propose(const RuleContext &context, const Rule &rule, const Finding &finding)
{
    const topology::Topology &topology = context.scenario.topology;
    const topology::Node *node = topology.find(finding.on);
    const QString source = busiestSource(context.scenario, finding.on);
    if (!node || source.isEmpty())
        return {};
    const int limit = std::max(
        1,
        static_cast<int>(std::floor(finding.threshold * serversOfQueue(topology, *node) + 1e-9)));
    const QJsonValue from =
        node->queueLimit ? QJsonValue(*node->queueLimit) : QJsonValue(QJsonValue::Null);
    const QString before =
        node->queueLimit ? QString::number(*node->queueLimit) : Tr::tr("unbounded");
    Proposal proposal;
    proposal.steps.push_back(
        {{replaceChange(u"nodes.%1.queueLimit"_s.arg(node->id), from, limit)},
         Tr::tr("%1: waiting places %2 → %3").arg(node->id, before).arg(limit)});
    proposal.experiment.load = parameter(rule, u"overload"_s, kOverload);
    proposal.experiment.on = source;
    proposal.experiment.metric = u"responseTime.p99"_s;
    proposal.experiment.unit = u"s"_s;
    proposal.experiment.isRejectingFine = true;
    proposal.experiment.goodputShare = kGoodput;
    return {proposal};
}

} // namespace

RuleKind queueBoundKind()
{
    return {u"queueBound"_s,
            u"ratio"_s,
            {u"burstyFrom"_s, u"overload"_s},
            true,
            evaluate,
            propose,
            nullptr};
}

} // namespace dramatis::practice
