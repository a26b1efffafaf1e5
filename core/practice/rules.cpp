// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/rules.h"

#include "core/practice/rules/amplification.h"
#include "core/practice/rules/balance.h"
#include "core/practice/rules/critical_path.h"
#include "core/practice/rules/depth.h"
#include "core/practice/rules/min_instances.h"
#include "core/practice/rules/over_provision.h"
#include "core/practice/rules/queue_bound.h"
#include "core/practice/rules/timeout_order.h"
#include "core/practice/rules/timeout_present.h"
#include "core/practice/rules/utilisation.h"
#include "core/practice/tr.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::practice {

const std::vector<RuleKind> &allRuleKinds()
{
    static const std::vector<RuleKind> kinds{
        utilisationKind(),
        balanceKind(),
        minInstancesKind(),
        timeoutOrderKind(),
        timeoutPresentKind(),
        amplificationKind(),
        queueBoundKind(),
        depthKind(),
        criticalPathKind(),
        overProvisionKind(),
    };
    return kinds;
}

const RuleKind *ruleKind(const QString &id)
{
    const auto &kinds = allRuleKinds();
    const auto found = std::find_if(
        kinds.begin(), kinds.end(), [&id](const RuleKind &kind) { return kind.id == id; });
    return found == kinds.end() ? nullptr : &*found;
}

const Rule *enabledRule(const PracticeGraph &graph, const QString &kind)
{
    const auto found =
        std::find_if(graph.rules.begin(), graph.rules.end(), [&kind](const Rule &rule) {
            return rule.enabled && rule.kind == kind;
        });
    return found == graph.rules.end() ? nullptr : &*found;
}

bool RuleContext::concerns(const Rule &rule, const QString &node) const
{
    return rule.roles.isEmpty() || rule.roles.contains(match.roles.value(node));
}

const simulation::NodeResult *RuleContext::result(const QString &node) const
{
    const auto found = run.nodes.constFind(node);
    return found == run.nodes.constEnd() ? nullptr : &*found;
}

Change replaceChange(const QString &path, const QJsonValue &from, const QJsonValue &to)
{
    return {u"replace"_s, path, from, to};
}

std::vector<Step> growSteps(const topology::Node &node, const QString &key, int most)
{
    const bool areInstances = key == u"instances"_s;
    const int now = areInstances ? node.instances : node.workers;
    std::vector<Step> steps;
    for (int to = now + 1; to <= most; ++to) {
        const QString title = areInstances
                                  ? Tr::tr("%1: %2 → %3 instances").arg(node.id).arg(now).arg(to)
                                  : Tr::tr("%1: %2 → %3 workers").arg(node.id).arg(now).arg(to);
        steps.push_back({{replaceChange(u"nodes.%1.%2"_s.arg(node.id, key), now, to)}, title});
    }
    return steps;
}

} // namespace dramatis::practice
