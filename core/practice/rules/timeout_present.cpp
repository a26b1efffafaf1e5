// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/rules/timeout_present.h"

#include "core/base/text.h"
#include "core/practice/judgement.h"
#include "core/practice/tr.h"
#include "core/topology/structure.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace dramatis::practice {

namespace {

/// p99.9 of a call as its caller sees it, else of the callee's own responses (s).
Figure slowestOf(const RuleContext &context, const topology::Call &call)
{
    const auto found = std::find_if(context.run.calls.begin(),
                                    context.run.calls.end(),
                                    [&call](const simulation::CallResult &result) {
                                        return result.from == call.from && result.to == call.to;
                                    });
    if (found != context.run.calls.end()) {
        if (const Figure figure = found->responseP999.figure(); figure.isKnown())
            return figure;
    }
    const simulation::NodeResult *callee = context.result(call.to);
    return callee ? callee->responseTime.p999.figure() : Figure{};
}

/// Whether the rule speaks of a call: waited for, not the clients' own, and not between roles whose
/// relation needs no timeout.
bool isMeant(const RuleContext &context, const Rule &rule, const topology::Call &call)
{
    const topology::Node *from = context.scenario.topology.find(call.from);
    if (!from || from->kind == topology::NodeKind::Source || call.propagateDeadline
        || !topology::isSynchronous(context.scenario.topology, call)
        || !context.concerns(rule, call.from))
        return false;
    const Relation *relation = context.graph.relation(context.match.roles.value(call.from),
                                                      context.match.roles.value(call.to));
    return !relation || relation->timeoutNeeded;
}

Finding evaluateCall(const RuleContext &context, const Rule &rule, const topology::Call &call)
{
    Finding finding = findingOf(rule, call.id(), Bound::AtMost);
    const Figure slowest = slowestOf(context, call);
    const double margin = rule.parameters.value(u"margin"_s).toDouble(1.5);
    const QString advised =
        slowest.isKnown() ? Tr::tr("%1 times its p99.9 is %2.")
                                .arg(text::number(margin), text::duration(margin * slowest.mean))
                          : QString();
    if (!call.timeout) {
        finding.title = Tr::tr("%1 waits for %2 without a timeout").arg(call.from, call.to);
        finding.detail = advised;
        decide(finding, {std::numeric_limits<double>::infinity(), 0}, Bound::AtMost, true, 0);
    } else if (!slowest.isKnown() || slowest.mean <= 0) {
        finding.title =
            Tr::tr("%1 has a timeout of %2").arg(call.id(), text::duration(*call.timeout));
        finding.state = FindingState::NotApplicable;
        finding.detail = Tr::tr("The run shows no response of %1 to hold it against.").arg(call.to);
    } else {
        // The relative half-width of a quotient with an exact numerator is that of its denominator.
        const double ratio = *call.timeout / slowest.mean;
        finding.title = Tr::tr("%1 has a timeout of %2, %3 times the callee's p99.9")
                            .arg(call.id(), text::duration(*call.timeout), text::number(ratio));
        finding.detail = advised;
        decide(finding,
               {ratio, ratio * slowest.halfWidth / slowest.mean},
               Bound::AtMost,
               false,
               context.run.replications);
    }
    if (finding.state == FindingState::Deviates) {
        // Its worth shows only while a callee hangs, and that fault is not simulated yet.
        finding.verifiable = false;
        finding.detail =
            QString(finding.detail + u' '
                    + Tr::tr("Verifying it takes a callee that hangs, which is not simulated "
                             "yet; so nothing is recommended."))
                .trimmed();
    }
    return finding;
}

std::vector<Finding> evaluate(const RuleContext &context, const Rule &rule)
{
    std::vector<Finding> findings;
    for (const topology::Call &call : context.scenario.topology.calls) {
        if (isMeant(context, rule, call))
            findings.push_back(evaluateCall(context, rule, call));
    }
    return findings;
}

} // namespace

RuleKind timeoutPresentKind()
{
    return {u"timeoutPresent"_s, u"ratio"_s, {u"margin"_s}, false, evaluate, nullptr, nullptr};
}

} // namespace dramatis::practice
