// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/rules/over_provision.h"

#include "core/base/text.h"
#include "core/practice/judgement.h"
#include "core/practice/rules/min_instances.h"
#include "core/practice/rules/utilisation.h"
#include "core/practice/tr.h"
#include "core/topology/structure.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::practice {

namespace {

/// What redundancy and capacity ask for at least, whatever the node idles.
int leastInstances(const RuleContext &context, const topology::Node &node, const Figure &peak)
{
    int least = 1;
    const Rule *redundancy = enabledRule(context.graph, u"minInstances"_s);
    if (redundancy && topology::requiredPathNodes(context.scenario.topology).contains(node.id))
        least = std::max(least, minInstancesOf(context, *redundancy, node));
    if (const Rule *capacity = enabledRule(context.graph, u"utilisation"_s)) {
        const double target = utilisationTarget(context, *capacity, node).threshold;
        const double highest = peak.mean + (peak.hasInterval() ? peak.halfWidth : 0);
        if (target > 0)
            least = std::max(least, static_cast<int>(std::ceil(node.instances * highest / target)));
    }
    return least;
}

std::vector<Finding> evaluate(const RuleContext &context, const Rule &rule)
{
    std::vector<Finding> findings;
    for (const topology::Node &node : context.scenario.topology.nodes) {
        if (!isStation(node) || node.assumed || !context.concerns(rule, node.id))
            continue;
        const Figure value = peakUtilisation(context, node.id);
        if (!value.isKnown())
            continue;
        Finding finding = findingOf(rule, node.id, Bound::AtLeast);
        finding.title =
            Tr::tr("%1 is busy for %2 of the peak").arg(node.id, text::percent(value.mean));
        const int least = leastInstances(context, node, value);
        if (node.instances <= least) {
            finding.value = value;
            finding.state = FindingState::Holds;
            finding.detail =
                Tr::tr("It has no more instances than redundancy and capacity ask for: %1.")
                    .arg(least);
        } else {
            finding.detail = Tr::tr("It has %1 instances; redundancy and capacity ask for %2.")
                                 .arg(node.instances)
                                 .arg(least);
            decide(finding, value, Bound::AtLeast, false, context.run.replications);
        }
        findings.push_back(std::move(finding));
    }
    return findings;
}

/// Fewer instances, as few less as make the rule hold. The instances are what falls; every guard is
/// held at the far end of its interval.
std::vector<Proposal> propose(const RuleContext &context, const Rule &, const Finding &finding)
{
    const topology::Node *node = context.scenario.topology.find(finding.on);
    if (!node)
        return {};
    const int least = leastInstances(context, *node, finding.value);
    Proposal proposal;
    for (int to = node->instances - 1; to >= least; --to)
        proposal.steps.push_back(
            {{replaceChange(u"nodes.%1.instances"_s.arg(node->id), node->instances, to)},
             Tr::tr("%1: %2 → %3 instances").arg(node->id).arg(node->instances).arg(to)});
    if (proposal.steps.empty())
        return {};
    const double wanted = std::floor(node->instances * finding.value.mean / finding.threshold);
    proposal.guess = static_cast<std::size_t>(std::clamp(
        node->instances - 1 - wanted, 0.0, static_cast<double>(proposal.steps.size()) - 1));
    proposal.experiment.on = node->id;
    proposal.experiment.metric = kInstances;
    proposal.experiment.unit = u"count"_s;
    proposal.experiment.isCautious = true;
    proposal.experiment.isStructural = true;
    return {proposal};
}

} // namespace

RuleKind overProvisionKind()
{
    return {u"overProvision"_s, u"fraction"_s, {}, false, evaluate, propose, nullptr};
}

} // namespace dramatis::practice
