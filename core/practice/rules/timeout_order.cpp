// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/rules/timeout_order.h"

#include "core/base/text.h"
#include "core/practice/judgement.h"
#include "core/practice/tr.h"
#include "core/topology/structure.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::practice {

namespace {

constexpr double kMargin = 0.98; ///< an inner timeout ends this much before it must
constexpr double kResolution =
    0.001; ///< s: proposed timeouts are whole milliseconds where they can be

/// A call into a node and one out of it, both with a timeout.
struct Pair
{
    const topology::Call *outer = nullptr;
    const topology::Call *inner = nullptr;
};

/// Longest time spent waiting between attempts (full jitter draws up to it).
double backoffOf(const topology::Retries &retries)
{
    double total = 0;
    double wait = retries.backoff.base;
    for (int attempt = 1; attempt < retries.attempts; ++attempt) {
        total += std::min(wait, retries.backoff.max.value_or(wait));
        wait *= retries.backoff.factor;
    }
    return total;
}

double localWork(const topology::Topology &topology, const QString &node)
{
    const topology::Node *found = topology.find(node);
    return found && found->serviceTime ? found->serviceTime->expectation() : 0;
}

/// For every inner call the outer one with the shortest timeout.
std::vector<Pair> pairsOf(const topology::Topology &topology)
{
    std::vector<Pair> pairs;
    for (const topology::Call &inner : topology.calls) {
        if (!inner.timeout || inner.propagateDeadline || !topology::isSynchronous(topology, inner))
            continue;
        const topology::Call *shortest = nullptr;
        for (const topology::Call &outer : topology.calls) {
            if (outer.to == inner.from && outer.timeout && topology::isSynchronous(topology, outer)
                && (!shortest || *outer.timeout < *shortest->timeout))
                shortest = &outer;
        }
        if (shortest)
            pairs.push_back({shortest, &inner});
    }
    return pairs;
}

std::vector<Finding> evaluate(const RuleContext &context, const Rule &rule)
{
    const topology::Topology &topology = context.scenario.topology;
    std::vector<Finding> findings;
    for (const Pair &pair : pairsOf(topology)) {
        if (!context.concerns(rule, pair.inner->from))
            continue;
        const topology::Retries &retries = pair.inner->retries;
        const double work = localWork(topology, pair.inner->from);
        const double needed = retries.attempts * *pair.inner->timeout + backoffOf(retries) + work;
        Finding finding = findingOf(rule, pair.inner->id(), Bound::Below);
        finding.threshold = *pair.outer->timeout;
        finding.title =
            needed < finding.threshold
                ? Tr::tr("%1 ends before %2 gives up").arg(pair.inner->id(), pair.outer->from)
                : Tr::tr("%1 gives up before %2 ends").arg(pair.outer->from, pair.inner->id());
        finding.detail =
            Tr::tr("Attempts: %1 of %2 each, %3 between them, %4 of work beside them: %5. "
                   "The timeout of %6 is %7.")
                .arg(QString::number(retries.attempts),
                     text::duration(*pair.inner->timeout),
                     text::duration(backoffOf(retries)),
                     text::duration(work),
                     text::duration(needed),
                     pair.outer->id(),
                     text::duration(*pair.outer->timeout));
        decide(finding, {needed, 0}, Bound::Below, true, 0);
        findings.push_back(std::move(finding));
    }
    if (findings.empty())
        findings.push_back(
            notApplicable(rule, {}, Tr::tr("No two calls with a timeout follow one another.")));
    return findings;
}

/// The longest inner timeout that ends before the outer one.
std::vector<Proposal> propose(const RuleContext &context, const Rule &, const Finding &finding)
{
    const topology::Topology &topology = context.scenario.topology;
    for (const Pair &pair : pairsOf(topology)) {
        if (pair.inner->id() != finding.on)
            continue;
        const topology::Retries &retries = pair.inner->retries;
        const double room =
            *pair.outer->timeout - localWork(topology, pair.inner->from) - backoffOf(retries);
        double timeout = kMargin * room / retries.attempts;
        if (timeout > kResolution)
            timeout = std::floor(timeout / kResolution) * kResolution;
        if (timeout <= 0)
            return {};
        Proposal proposal;
        proposal.steps.push_back(
            {{replaceChange(
                 u"calls.%1.timeout"_s.arg(pair.inner->id()), *pair.inner->timeout, timeout)},
             Tr::tr("%1: timeout %2 → %3")
                 .arg(pair.inner->id(),
                      text::duration(*pair.inner->timeout),
                      text::duration(timeout))});
        proposal.experiment.load = 1.5;
        proposal.experiment.on = busiestSource(context.scenario, pair.inner->to);
        proposal.experiment.metric = u"waste"_s;
        proposal.experiment.unit = u"fraction"_s;
        return {proposal};
    }
    return {};
}

} // namespace

RuleKind timeoutOrderKind()
{
    return {u"timeoutOrder"_s, u"s"_s, {}, true, evaluate, propose, nullptr};
}

} // namespace dramatis::practice
