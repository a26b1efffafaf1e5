// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/rules/critical_path.h"

#include "core/base/text.h"
#include "core/practice/judgement.h"
#include "core/practice/tr.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::practice {

namespace {

/// Seconds per request that a node takes of a source's mean request, by replication.
std::vector<double> secondsAt(const simulation::Breakdown &part)
{
    std::vector<double> seconds;
    for (std::size_t r = 0; r < part.service.values.size(); ++r) {
        const double waiting = r < part.waiting.values.size() ? part.waiting.values[r] : 0;
        seconds.push_back((std::isnan(waiting) ? 0 : waiting) + part.service.values[r]);
    }
    return seconds;
}

/// One source: the node that takes most of its mean request, and which share.
Finding evaluateSource(const RuleContext &context, const Rule &rule, const QString &source)
{
    const simulation::SourceResult &result = context.run.sources[source];
    std::vector<double> total;
    QString heaviest;
    std::vector<double> heaviestSeconds;
    int parts = 0;
    for (auto it = result.breakdown.constBegin(); it != result.breakdown.constEnd(); ++it) {
        const std::vector<double> seconds = secondsAt(it.value());
        const double here = figureOf(seconds).mean;
        if (!(here > 0))
            continue;
        ++parts;
        total.resize(std::max(total.size(), seconds.size()), 0);
        for (std::size_t r = 0; r < seconds.size(); ++r)
            total[r] += std::isnan(seconds[r]) ? 0 : seconds[r];
        if (heaviest.isEmpty() || here > figureOf(heaviestSeconds).mean) {
            heaviest = it.key();
            heaviestSeconds = seconds;
        }
    }
    if (parts < 2)
        return notApplicable(
            rule,
            source,
            Tr::tr("Requests of %1 are served by one part alone, so its share says nothing.")
                .arg(source));
    for (std::size_t r = 0; r < total.size() && r < result.network.values.size(); ++r)
        total[r] += std::isnan(result.network.values[r]) ? 0 : result.network.values[r];
    std::vector<double> shares;
    for (std::size_t r = 0; r < heaviestSeconds.size(); ++r)
        shares.push_back(heaviestSeconds[r] / total[r]);

    Finding finding = findingOf(rule, heaviest, Bound::AtMost);
    const Figure share = figureOf(shares);
    finding.title = Tr::tr("%1 makes %2 of the response time of %3")
                        .arg(heaviest, text::percent(share.mean), source);
    finding.detail = Tr::tr("Of the mean request: waiting and service on its path.");
    decide(finding, share, Bound::AtMost, false, context.run.replications);
    return finding;
}

std::vector<Finding> evaluate(const RuleContext &context, const Rule &rule)
{
    std::vector<Finding> findings;
    for (const topology::Node &node : context.scenario.topology.nodes) {
        if (node.kind == topology::NodeKind::Source && context.run.sources.contains(node.id))
            findings.push_back(evaluateSource(context, rule, node.id));
    }
    return findings;
}

constexpr double kFaster = 0.8; ///< of the service time, PRACTICES TOP-03

/// The node's service a fifth faster: how much of the source's p99 that takes away is the
/// counterfactual.
std::optional<WhatIf> whatIf(const RuleContext &context, const Finding &finding)
{
    WhatIf change{context.scenario, {}, u"responseTime.p99"_s, {}};
    topology::Node *node = change.scenario.topology.find(finding.on);
    if (!node || !node->serviceTime)
        return std::nullopt;
    topology::Distribution &service = *node->serviceTime;
    for (double *time : {&service.mean, &service.min, &service.max})
        *time *= kFaster;
    for (double &time : service.quantiles)
        time *= kFaster;
    change.on = busiestSource(context.scenario, finding.on);
    change.text = Tr::tr("With service at %1 20 % faster, p99 of %2 changes by %3.")
                      .arg(finding.on, change.on, u"%1"_s);
    return change;
}

} // namespace

RuleKind criticalPathKind()
{
    return {u"criticalPath"_s, u"fraction"_s, {}, false, evaluate, nullptr, whatIf};
}

} // namespace dramatis::practice
