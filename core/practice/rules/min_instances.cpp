// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/rules/min_instances.h"

#include "core/practice/judgement.h"
#include "core/practice/tr.h"
#include "core/topology/structure.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::practice {

namespace {

std::vector<Finding> evaluate(const RuleContext &context, const Rule &rule)
{
    std::vector<Finding> findings;
    for (const QString &id : topology::requiredPathNodes(context.scenario.topology)) {
        const topology::Node *node = context.scenario.topology.find(id);
        const int least = minInstancesOf(context, rule, *node);
        if (least == 0)
            continue;
        Finding finding = findingOf(rule, id, Bound::AtLeast);
        finding.threshold = least;
        if (node->instances == 1)
            finding.title = Tr::tr("%1 has a single instance").arg(id);
        else
            finding.title = Tr::tr("%1 has %2 instances").arg(id).arg(node->instances);
        finding.detail = Tr::tr("Every request that needs it fails while it is down.");
        if (node->instances >= least)
            finding.detail = Tr::tr("The others serve on while one is down.");
        decide(finding, {static_cast<double>(node->instances), 0}, Bound::AtLeast, true, 0);
        findings.push_back(std::move(finding));
    }
    return findings;
}

/// As many instances as the rule wants; one of them crashes for a fifth of the run, and fewer
/// requests of the source that needs the node most should fail than with those there are.
std::vector<Proposal> propose(const RuleContext &context, const Rule &, const Finding &finding)
{
    const topology::Node *node = context.scenario.topology.find(finding.on);
    const QString source = busiestSource(context.scenario, finding.on);
    if (!node || source.isEmpty())
        return {};
    Proposal proposal;
    proposal.steps =
        growSteps(*node,
                  u"instances"_s,
                  std::max(static_cast<int>(std::ceil(finding.threshold)), node->instances + 1));
    proposal.guess = proposal.steps.size() - 1;
    simulation::FaultSpec crash;
    crash.kind = u"crash"_s;
    crash.target = node->id;
    crash.instance = 0;
    crash.at = 0.4;
    crash.duration = 0.2;
    proposal.experiment.faults = {crash};
    proposal.experiment.on = source;
    proposal.experiment.metric = u"errorRate"_s;
    proposal.experiment.unit = u"fraction"_s;
    return {proposal};
}

} // namespace

int minInstancesOf(const RuleContext &context, const Rule &rule, const topology::Node &node)
{
    const bool canBeMore =
        node.kind == topology::NodeKind::LoadBalancer || node.kind == topology::NodeKind::Service
        || node.kind == topology::NodeKind::Cache || node.kind == topology::NodeKind::Database;
    if (!canBeMore || !context.concerns(rule, node.id))
        return 0;
    const bool isOverridden = rule.parameters.contains(kOverride);
    const double wanted =
        isOverridden ? rule.parameters.value(kOverride).toDouble() : rule.threshold;
    const Role *role = context.graph.role(context.match.roles.value(node.id));
    const int least = static_cast<int>(std::ceil(wanted));
    return role && !isOverridden ? std::max(least, role->minInstances) : least;
}

RuleKind minInstancesKind()
{
    return {u"minInstances"_s, u"count"_s, {}, true, evaluate, propose, nullptr};
}

} // namespace dramatis::practice
