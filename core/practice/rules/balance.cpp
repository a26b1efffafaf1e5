// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/rules/balance.h"

#include "core/base/statistics.h"
#include "core/base/text.h"
#include "core/practice/call_graph.h"
#include "core/practice/judgement.h"
#include "core/practice/tr.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::practice {

namespace {

constexpr double kIdle = 0.01; ///< mean utilisation below which an uneven balance harms nobody

struct Busiest
{
    std::size_t instance = 0;
    Figure ratio; ///< its utilisation over the mean of all
    double mean = 0;
};

/// The instance that is busiest over all replications, and its ratio in each. (The busiest of each
/// replication by itself would be above the mean even where all are alike.)
Busiest busiestOf(const std::vector<simulation::Measure> &instances)
{
    std::vector<double> means;
    for (const simulation::Measure &instance : instances)
        means.push_back(instance.figure().mean);
    Busiest busiest;
    busiest.instance =
        static_cast<std::size_t>(std::max_element(means.begin(), means.end()) - means.begin());
    busiest.mean = mean(means);
    busiest.ratio = imbalanceOf(instances).figure();
    return busiest;
}

QString instanceName(const topology::Node &node, std::size_t instance)
{
    const auto i = static_cast<qsizetype>(instance);
    return i < node.instanceNames.size() ? node.instanceNames[i]
                                         : QString(node.id + u'-' + QString::number(i + 1));
}

std::vector<Finding> evaluate(const RuleContext &context, const Rule &rule)
{
    std::vector<Finding> findings;
    for (const topology::Node &node : context.scenario.topology.nodes) {
        if (node.kind == topology::NodeKind::Source || node.instances < 2
            || !isBalanced(context.scenario.topology, node.id) || !context.concerns(rule, node.id))
            continue;
        const simulation::NodeResult *result = context.result(node.id);
        if (!result || result->instanceUtilization.size() < 2)
            continue;
        const Busiest busiest = busiestOf(result->instanceUtilization);
        if (!(busiest.mean >= kIdle)) {
            findings.push_back(
                notApplicable(rule, node.id, Tr::tr("The instances of %1 are idle.").arg(node.id)));
            continue;
        }
        Finding finding = findingOf(rule, node.id, Bound::AtMost);
        finding.title = Tr::tr("%1 is %2 times as busy as the mean of %3")
                            .arg(instanceName(node, busiest.instance),
                                 text::number(busiest.ratio.mean),
                                 node.id);
        finding.detail =
            Tr::tr("It runs at %1, the mean at %2.")
                .arg(text::percent(busiest.ratio.mean * busiest.mean), text::percent(busiest.mean));
        decide(finding, busiest.ratio, Bound::AtMost, false, context.run.replications);
        findings.push_back(std::move(finding));
    }
    if (findings.empty())
        findings.push_back(notApplicable(
            rule, {}, Tr::tr("No balancer here spreads requests over several instances.")));
    return findings;
}

struct Policy
{
    topology::BalancingPolicy policy;
    QString word; ///< of the scenario file
};

/// Another policy at the balancers before the node; least requests of two first, as the rule's
/// source says.
std::vector<Proposal> propose(const RuleContext &context, const Rule &, const Finding &finding)
{
    const std::vector<Policy> policies{
        {topology::BalancingPolicy::PowerOfTwo, u"powerOfTwo"_s},
        {topology::BalancingPolicy::LeastConnections, u"leastConnections"_s},
        {topology::BalancingPolicy::RoundRobin, u"roundRobin"_s},
        {topology::BalancingPolicy::Random, u"random"_s}};
    const auto wordOf = [&policies](topology::BalancingPolicy policy) {
        return std::find_if(policies.begin(),
                            policies.end(),
                            [policy](const Policy &entry) { return entry.policy == policy; })
            ->word;
    };
    std::vector<Proposal> proposals;
    for (const Policy &policy : policies) {
        Step step;
        for (const topology::Node &node : context.scenario.topology.nodes) {
            if (node.kind != topology::NodeKind::LoadBalancer || node.policy == policy.policy
                || !context.scenario.topology.findCall(node.id, finding.on))
                continue;
            step.changes.push_back(
                replaceChange(u"nodes.%1.policy"_s.arg(node.id), wordOf(node.policy), policy.word));
            step.title =
                Tr::tr("%1: policy %2 → %3").arg(node.id, wordOf(node.policy), policy.word);
        }
        if (step.changes.empty() || policy.policy == topology::BalancingPolicy::Random)
            continue;
        Proposal proposal;
        proposal.steps.push_back(std::move(step));
        proposal.experiment.on = finding.on;
        proposal.experiment.metric = kImbalance;
        proposal.experiment.unit = u"ratio"_s;
        proposals.push_back(std::move(proposal));
    }
    return proposals;
}

} // namespace

simulation::Measure imbalanceOf(const std::vector<simulation::Measure> &instances)
{
    if (instances.empty())
        return {};
    std::size_t busiest = 0;
    std::size_t replications = instances.front().values.size();
    for (std::size_t i = 0; i < instances.size(); ++i) {
        if (instances[i].figure().mean > instances[busiest].figure().mean)
            busiest = i;
        replications = std::min(replications, instances[i].values.size());
    }
    simulation::Measure ratio;
    for (std::size_t r = 0; r < replications; ++r) {
        double sum = 0;
        for (const simulation::Measure &instance : instances)
            sum += instance.values[r];
        ratio.values.push_back(instances[busiest].values[r] * static_cast<double>(instances.size())
                               / sum);
    }
    return ratio;
}

RuleKind balanceKind()
{
    return {u"balance"_s, u"ratio"_s, {}, false, evaluate, propose, nullptr};
}

} // namespace dramatis::practice
