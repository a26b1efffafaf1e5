// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/rules/amplification.h"

#include "core/base/text.h"
#include "core/practice/call_graph.h"
#include "core/practice/judgement.h"
#include "core/practice/tr.h"
#include "core/topology/structure.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::practice {

namespace {

std::vector<Finding> evaluate(const RuleContext &context, const Rule &rule)
{
    const topology::Topology &topology = context.scenario.topology;
    if (std::none_of(topology.calls.begin(), topology.calls.end(), [&](const topology::Call &call) {
            return topology::isSynchronous(topology, call);
        }))
        return {notApplicable(rule, {}, Tr::tr("No call here is waited for."))};
    const auto path = worstAttemptPath(topology);
    if (!path)
        return {notApplicable(
            rule,
            {},
            Tr::tr("Calls go in a circle, so attempts multiply without end; the circle "
                   "itself is a finding."))};
    const QString deepest = path->nodes.isEmpty() ? QString() : path->nodes.last();
    Finding finding = findingOf(rule, deepest, Bound::AtMost);
    finding.title = path->nodes.isEmpty() ? Tr::tr("Nothing is tried twice")
                                          : Tr::tr("Retries multiply to %1 on the way to %2")
                                                .arg(text::number(path->attempts), deepest);
    if (!path->nodes.isEmpty())
        finding.detail = Tr::tr("Along %1.").arg(path->nodes.join(u" > "_s));
    decide(finding, {path->attempts, 0}, Bound::AtMost, true, 0);
    return {finding};
}

/// Retries at one layer only: the calls of the worst path but the last that tries more than once
/// keep one attempt, the outermost first, until the product is low enough.
std::vector<Proposal> propose(const RuleContext &context, const Rule &, const Finding &finding)
{
    const topology::Topology &topology = context.scenario.topology;
    const auto path = worstAttemptPath(topology);
    if (!path)
        return {};
    Proposal proposal;
    Step step;
    double attempts = path->attempts;
    for (qsizetype i = 0; i + 1 < path->nodes.size() && attempts > finding.threshold; ++i) {
        const topology::Call *call = topology.findCall(path->nodes[i], path->nodes[i + 1]);
        if (!call || call->retries.attempts < 2)
            continue;
        attempts /= call->retries.attempts;
        step.changes.push_back(replaceChange(
            u"calls.%1.retries.attempts"_s.arg(call->id()), call->retries.attempts, 1));
        step.title = Tr::tr("%1: no retries above %2").arg(path->nodes.first(), path->nodes[i + 1]);
    }
    if (step.changes.empty())
        return {};
    proposal.steps.push_back(std::move(step));
    proposal.experiment.load = 1.5;
    proposal.experiment.on = finding.on;
    proposal.experiment.metric = u"arrivals"_s;
    proposal.experiment.unit = u"1/s"_s;
    return {proposal};
}

} // namespace

RuleKind amplificationKind()
{
    return {u"amplification"_s, u"ratio"_s, {}, true, evaluate, propose, nullptr};
}

} // namespace dramatis::practice
