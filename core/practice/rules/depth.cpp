// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/rules/depth.h"

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

    std::vector<Finding> findings;
    for (const QStringList &cycle : topology::synchronousCycles(topology)) {
        Finding finding = findingOf(rule, cycle.first(), Bound::AtMost);
        finding.threshold = 0;
        finding.defaultThreshold = 0;
        finding.title = Tr::tr("%1 wait for one another").arg(cycle.join(u", "_s));
        finding.detail =
            Tr::tr("Their calls go in a circle: all their workers may be held by one another.");
        decide(finding, {1, 0}, Bound::AtMost, true, 0);
        findings.push_back(std::move(finding));
    }
    QStringList path;
    const int depth = topology::synchronousDepth(topology, &path);
    Finding finding = findingOf(rule, path.isEmpty() ? QString() : path.last(), Bound::AtMost);
    finding.title = Tr::tr("Calls that are waited for are %1 deep").arg(depth);
    if (!path.isEmpty())
        finding.detail = Tr::tr("Along %1.").arg(path.join(u" > "_s));
    decide(finding, {static_cast<double>(depth), 0}, Bound::AtMost, true, 0);
    findings.push_back(std::move(finding));
    return findings;
}

} // namespace

RuleKind depthKind()
{
    return {u"depth"_s, u"count"_s, {}, true, evaluate, nullptr, nullptr};
}

} // namespace dramatis::practice
