// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/rules/utilisation.h"

#include "core/base/text.h"
#include "core/practice/call_graph.h"
#include "core/practice/judgement.h"
#include "core/practice/queueing.h"
#include "core/practice/tr.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace dramatis::practice {

namespace {

constexpr double kHottest = 0.95; ///< an adapted target goes no further
constexpr int kMostTimes = 16;    ///< the search grows a node to at most this many times its size

/// Seconds that the mean request of a source spends on work and network, not waiting; the node's
/// own service time where the run does not tell.
double workOf(const RuleContext &context, const QString &source, const topology::Node &node)
{
    const double own = node.serviceTime->expectation();
    const auto found = context.run.sources.constFind(source);
    if (found == context.run.sources.constEnd() || found->breakdown.isEmpty())
        return own;
    double work = 0;
    for (const simulation::Breakdown &part : found->breakdown)
        work += part.service.figure().mean;
    if (const Figure network = found->network.figure(); network.isKnown())
        work += network.mean;
    return std::isnan(work) ? own : std::max(work, own);
}

/// The objective that leaves the node least room, and that room (s).
struct Room
{
    const simulation::Objective *objective = nullptr;
    double room = std::numeric_limits<double>::infinity();
};

Room tightestRoom(const RuleContext &context, const topology::Node &node)
{
    Room tightest;
    for (const simulation::Objective &objective : context.scenario.objectives) {
        const topology::Node *source = context.scenario.topology.find(objective.on);
        if (!source || source->kind != topology::NodeKind::Source || !objective.atMost
            || !objective.metric.startsWith(u"responseTime."_s)
            || !visitsPerRequest(context.scenario.topology, objective.on).contains(node.id))
            continue;
        const double room = *objective.atMost - workOf(context, objective.on, node);
        if (room < tightest.room)
            tightest = {&objective, room};
    }
    return tightest;
}

/// Squared variation of a source's gaps by its personas, its captured windows or its model.
double
sourceVariation(const RuleContext &context, const topology::Node &source, QStringList *personas)
{
    double weighted = 0;
    double shares = 0;
    for (const topology::PersonaShare &share : source.personas) {
        const persona::Persona *persona =
            context.personas ? context.personas->find(share.name) : nullptr;
        if (!persona || std::isnan(persona->burstiness))
            continue;
        weighted += share.share * persona->burstiness * persona->burstiness;
        shares += share.share;
        if (personas && !personas->contains(share.name))
            personas->append(share.name);
    }
    if (shares > 0)
        return weighted / shares;
    const topology::Arrivals &arrivals = source.arrivals;
    switch (arrivals.model) {
    case topology::ArrivalModel::Constant:
        return 0;
    case topology::ArrivalModel::Renewal:
        return arrivals.cv * arrivals.cv;
    case topology::ArrivalModel::Bootstrap:
    case topology::ArrivalModel::Replay: {
        double sum = 0;
        double count = 0;
        if (arrivals.sample) {
            for (const topology::SampleWindow &window : arrivals.sample->windows) {
                if (std::isnan(window.gapCv))
                    continue;
                sum += window.count * window.gapCv * window.gapCv;
                count += window.count;
            }
        }
        return count > 0 ? sum / count : 1;
    }
    case topology::ArrivalModel::Poisson:
    case topology::ArrivalModel::Closed:
        return 1;
    }
    Q_UNREACHABLE();
}

QString stateTitle(const topology::Node &node, const Figure &value)
{
    if (value.mean > 1)
        return Tr::tr("%1 is asked for %2 of what it can serve in the peak")
            .arg(node.id, text::percent(value.mean));
    return Tr::tr("%1 runs at %2 in the peak").arg(node.id, text::percent(value.mean));
}

std::vector<Finding> evaluate(const RuleContext &context, const Rule &rule)
{
    std::vector<Finding> findings;
    for (const topology::Node &node : context.scenario.topology.nodes) {
        if (!isStation(node) || !context.concerns(rule, node.id))
            continue;
        if (node.assumed) {
            findings.push_back(notApplicable(rule,
                                             node.id,
                                             Tr::tr("The service time of %1 is assumed, for the "
                                                    "capture has no latency: nothing can "
                                                    "be said about its capacity.")
                                                 .arg(node.id)));
            continue;
        }
        const Figure value = peakUtilisation(context, node.id);
        if (!value.isKnown()) {
            findings.push_back(
                notApplicable(rule, node.id, Tr::tr("The run shows nothing of %1.").arg(node.id)));
            continue;
        }
        Finding finding = findingOf(rule, node.id, Bound::AtMost);
        const UtilisationTarget target = utilisationTarget(context, rule, node);
        finding.threshold = target.threshold;
        finding.adapted = target.isAdapted;
        finding.adaptedTo = target.adaptedTo;
        finding.title = stateTitle(node, value);
        const double factor = context.peak.factor(node.id);
        finding.detail =
            context.peak.isPlayed
                ? Tr::tr("Simulated at the peak rate.")
                : Tr::tr("At the peak rate, the 95th percentile of one-minute rates: %1 times "
                         "the mean of the run.")
                      .arg(text::number(factor));
        if (!target.detail.isEmpty())
            finding.detail += u' ' + target.detail;
        decide(finding, value, Bound::AtMost, false, context.run.replications);
        findings.push_back(std::move(finding));
    }
    return findings;
}

/// More instances, or more workers in each: for a database bigger before more, since its data would
/// have to be copied.
std::vector<Proposal> propose(const RuleContext &context, const Rule &, const Finding &finding)
{
    const topology::Node *node = context.scenario.topology.find(finding.on);
    if (!node)
        return {};
    const double times = std::max(finding.value.mean / std::max(finding.threshold, 1e-6), 1.0);
    std::vector<Proposal> proposals;
    for (const QString &key : {u"instances"_s, u"workers"_s}) {
        const int now = key == u"instances"_s ? node->instances : node->workers;
        Proposal proposal;
        proposal.steps = growSteps(*node, key, now * kMostTimes);
        const double wanted = std::ceil(now * times - 1e-9);
        proposal.guess = static_cast<std::size_t>(
            std::clamp(wanted - now - 1, 0.0, static_cast<double>(proposal.steps.size()) - 1));
        proposal.experiment.on = node->id;
        proposal.experiment.metric = u"utilization"_s;
        proposal.experiment.unit = u"fraction"_s;
        proposals.push_back(std::move(proposal));
    }
    if (node->kind == topology::NodeKind::Database)
        std::swap(proposals.front(), proposals.back());
    return proposals;
}

} // namespace

bool isStation(const topology::Node &node)
{
    return node.serviceTime && node.kind != topology::NodeKind::Source
           && node.kind != topology::NodeKind::External && node.kind != topology::NodeKind::Queue;
}

Figure peakUtilisation(const RuleContext &context, const QString &node)
{
    const simulation::NodeResult *result = context.result(node);
    if (!result)
        return {};
    Figure figure = result->utilization.figure();
    const double factor = context.peak.factor(node);
    figure.mean *= factor;
    figure.halfWidth *= factor;
    return figure;
}

double arrivalVariation(const RuleContext &context, const QString &node, QStringList *personas)
{
    double weighted = 0;
    double rates = 0;
    for (const topology::Node &source : context.scenario.topology.nodes) {
        if (source.kind != topology::NodeKind::Source)
            continue;
        const double visits = visitsPerRequest(context.scenario.topology, source.id).value(node, 0);
        const double rate = meanRate(context.scenario, source);
        if (visits <= 0 || std::isnan(rate))
            continue;
        weighted += visits * rate * sourceVariation(context, source, personas);
        rates += visits * rate;
    }
    return rates > 0 ? weighted / rates : 1;
}

UtilisationTarget
utilisationTarget(const RuleContext &context, const Rule &rule, const topology::Node &node)
{
    UtilisationTarget target;
    target.threshold = rule.threshold;
    if (rule.parameters.contains(kOverride)) {
        target.threshold = rule.parameters.value(kOverride).toDouble();
        target.detail = Tr::tr("The target is yours.");
        return target;
    }
    const Room room = tightestRoom(context, node);
    if (!room.objective)
        return target;
    const QString objective =
        u"%1 %2"_s.arg(room.objective->on, room.objective->metric.section(u'.', 1));
    if (room.room <= 0) {
        target.detail =
            Tr::tr("The objective %1 ≤ %2 is shorter than the work itself: no utilisation meets "
                   "it, so the target keeps its default.")
                .arg(objective, text::duration(*room.objective->atMost));
        return target;
    }
    QStringList personas;
    const double ca2 = arrivalVariation(context, node.id, &personas);
    const double cs2 = node.serviceTime->squaredCv();
    const double service = node.serviceTime->expectation();
    target.isAdapted = true;
    target.threshold =
        std::min(kHottest, highestUtilisation(node.servers(), service, ca2, cs2, room.room / 2));
    target.adaptedTo = personas.isEmpty() ? objective : personas.join(u", "_s);
    target.detail =
        Tr::tr("Target for %1 ≤ %2: there the mean wait is half of the %3 that the work leaves "
               "(Allen-Cunneen, ca² %4, cs² %5, %6 servers).")
            .arg(objective,
                 text::duration(*room.objective->atMost),
                 text::duration(room.room),
                 text::number(ca2),
                 text::number(cs2))
            .arg(node.servers());
    return target;
}

RuleKind utilisationKind()
{
    return {u"utilisation"_s, u"fraction"_s, {}, false, evaluate, propose, nullptr};
}

} // namespace dramatis::practice
