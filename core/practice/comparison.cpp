// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/comparison.h"

#include "core/base/text.h"
#include "core/practice/rules/balance.h"
#include "core/practice/tr.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::practice {

namespace {

constexpr double kRelativeGuard = 0.02; ///< p99, goodput
constexpr double kErrorGuard = 0.001;   ///< error rate, a fraction

/// How much worse a guarded figure got, in its unit, with the half-width of that.
struct Worsening
{
    double mean = 0;
    double halfWidth = 0;
    double allowed = 0;
    bool isLost = false; ///< it was known before and is not any more
};

bool isBroken(const Worsening &worsening, bool isCautious)
{
    if (worsening.isLost)
        return true;
    const double halfWidth = std::isnan(worsening.halfWidth) ? 0 : worsening.halfWidth;
    if (isCautious)
        return worsening.mean + halfWidth > worsening.allowed;
    return worsening.mean > worsening.allowed && worsening.mean - halfWidth > 0;
}

bool isSeen(const Worsening &worsening)
{
    return worsening.mean > 0
           && worsening.mean - (std::isnan(worsening.halfWidth) ? 0 : worsening.halfWidth) > 0;
}

Worsening worseningOf(const Effect &effect, bool higherIsWorse, double allowed)
{
    Worsening worsening;
    worsening.isLost = effect.before.isKnown() && !effect.after.isKnown();
    worsening.allowed = allowed;
    if (effect.difference.isKnown()) {
        worsening.mean = higherIsWorse ? effect.difference.mean : -effect.difference.mean;
        worsening.halfWidth = effect.difference.halfWidth;
    }
    return worsening;
}

QString p99Text(const Effect &effect)
{
    if (!effect.after.isKnown())
        return Tr::tr("%1 gets no answer any more").arg(effect.on);
    return Tr::tr("p99 of %1: %2 → %3")
        .arg(effect.on, text::duration(effect.before.mean), text::duration(effect.after.mean));
}

QString errorText(const Effect &effect)
{
    return Tr::tr("errors of %1: %2 → %3")
        .arg(effect.on, text::percent(effect.before.mean), text::percent(effect.after.mean));
}

QString goodputText(const Effect &effect)
{
    return Tr::tr("goodput of %1: %2 → %3")
        .arg(effect.on, text::rate(effect.before.mean), text::rate(effect.after.mean));
}

void hold(Comparison &comparison, const Worsening &worsening, bool isCautious, const QString &what)
{
    if (isBroken(worsening, isCautious)) {
        if (comparison.violation.isEmpty())
            comparison.violation = what;
    } else if (isSeen(worsening)) {
        comparison.worsened.append(what);
    }
}

void holdGuards(Comparison &comparison,
                const QString &source,
                const Trial &before,
                const Trial &after,
                const Experiment &experiment)
{
    const Effect p95 = effectOf(before, after, source, u"responseTime.p95"_s, u"s"_s);
    const Effect p99 = effectOf(before, after, source, u"responseTime.p99"_s, u"s"_s);
    const Effect errors = effectOf(before, after, source, u"errorRate"_s, u"fraction"_s);
    const Effect goodput = effectOf(before, after, source, u"goodput"_s, u"1/s"_s);
    comparison.effects.insert(comparison.effects.end(), {p95, p99, errors, goodput});

    if (!experiment.isRejectingFine) {
        hold(comparison,
             worseningOf(errors, true, kErrorGuard),
             experiment.isCautious,
             errorText(errors));
        hold(comparison,
             worseningOf(p99, true, kRelativeGuard * p99.before.mean),
             experiment.isCautious,
             p99Text(p99));
    }
    const double lost = experiment.goodputShare > 0 ? 1 - experiment.goodputShare : kRelativeGuard;
    hold(comparison,
         worseningOf(goodput, false, lost * goodput.before.mean),
         experiment.isCautious,
         goodputText(goodput));
}

} // namespace

std::optional<simulation::Measure>
measureOf(const Trial &trial, const QString &on, const QString &metric)
{
    if (metric == kInstances) {
        const topology::Node *node = trial.scenario.topology.find(on);
        if (!node)
            return std::nullopt;
        return simulation::Measure{std::vector<double>(
            static_cast<std::size_t>(std::max(2, trial.run.replications)), node->instances)};
    }
    if (metric == kImbalance) {
        const auto node = trial.run.nodes.constFind(on);
        if (node == trial.run.nodes.constEnd())
            return std::nullopt;
        return imbalanceOf(node->instanceUtilization);
    }
    const simulation::Measure *measure = trial.run.measure(on, metric);
    return measure ? std::optional(*measure) : std::nullopt;
}

Effect effectOf(const Trial &before,
                const Trial &after,
                const QString &on,
                const QString &metric,
                const QString &unit)
{
    Effect effect;
    effect.on = on;
    effect.metric = metric;
    effect.unit = unit;
    const auto first = measureOf(before, on, metric);
    const auto second = measureOf(after, on, metric);
    if (first)
        effect.before = first->figure();
    if (second)
        effect.after = second->figure();
    if (first && second && first->values.size() == second->values.size())
        effect.difference = pairedDifference(first->values, second->values);
    return effect;
}

Comparison compareTrials(const Trial &before, const Trial &after, const Experiment &experiment)
{
    Comparison comparison;
    comparison.target = effectOf(before, after, experiment.on, experiment.metric, experiment.unit);
    const Figure &difference = comparison.target.difference;
    const double halfWidth = experiment.isStructural ? 0 : difference.halfWidth;
    comparison.isImproved = difference.isKnown() && difference.mean + halfWidth < 0;
    for (auto it = before.run.sources.constBegin(); it != before.run.sources.constEnd(); ++it)
        holdGuards(comparison, it.key(), before, after, experiment);
    return comparison;
}

double costPerHour(const topology::Topology &topology)
{
    double cost = 0;
    for (const topology::Node &node : topology.nodes) {
        if (node.kind != topology::NodeKind::Source)
            cost += node.costPerHour * node.instances;
    }
    return cost;
}

} // namespace dramatis::practice
