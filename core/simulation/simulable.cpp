// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/faults.h"
#include "core/simulation/scenario.h"
#include "core/simulation/tr.h"

using namespace Qt::StringLiterals;

// What a scenario may say and the engine does not play yet. Every such key is one line of a table,
// refused by name: a figure that silently leaves out what was asked for would be worse than none.

namespace dramatis::simulation {

using namespace topology;

namespace {

/// A feature that is not built: the key that asks for it, whether an item does, and what it is.
template<typename T>
struct Missing
{
    QString key;
    bool (*isUsed)(const T &);
    QString what;
};

bool isBalancer(const Node &node)
{
    return node.kind == NodeKind::LoadBalancer;
}

/// A balancer that takes no time is no station: it has no queue and serves nothing itself.
bool isPassThrough(const Node &node)
{
    return isBalancer(node) && !node.serviceTime;
}

std::vector<Missing<Node>> missingOfNodes()
{
    using N = Node;
    return {
        {u"kind"_s, [](const N &n) { return n.kind == NodeKind::Queue; }, Tr::tr("a queue node")},
        {u"discipline"_s,
         [](const N &n) { return n.discipline != Discipline::Fcfs; },
         Tr::tr("a discipline other than fcfs")},
        {u"onFull"_s,
         [](const N &n) { return n.queueLimit && n.onFull == OnFull::Block; },
         Tr::tr("blocking on a full queue")},
        {u"limits"_s, [](const N &n) { return n.limits != Limits{}; }, Tr::tr("a limit of a node")},
        {u"mtbf"_s, [](const N &n) { return n.mtbf.has_value(); }, Tr::tr("random failure")},
        {u"autoscale"_s, [](const N &n) { return n.autoscale.has_value(); }, Tr::tr("autoscaling")},
        {u"cache"_s,
         [](const N &n) { return n.cache.has_value(); },
         Tr::tr("a cache's hits and misses")},
        {u"readReplicas"_s,
         [](const N &n) { return n.readReplicas > 0; },
         Tr::tr("reading from replicas")},
        {u"maxAge"_s, [](const N &n) { return n.maxAge.has_value(); }, Tr::tr("a maximum age")},
        {u"outlierEjection"_s,
         [](const N &n) { return n.outlierEjection.has_value(); },
         Tr::tr("ejecting outliers")},
        {u"queueLimit"_s,
         [](const N &n) { return isPassThrough(n) && n.queueLimit.has_value(); },
         Tr::tr("a queue of a load balancer without service time")},
        {u"errorRate"_s,
         [](const N &n) { return isPassThrough(n) && n.errorRate > 0; },
         Tr::tr("an error rate of a load balancer without service time")},
        {u"priority"_s, [](const N &n) { return n.priority != 0; }, Tr::tr("priority of a source")},
        {u"arrivals.model"_s,
         [](const N &n) { return n.arrivals.model == ArrivalModel::Closed; },
         Tr::tr("a closed group of users")},
    };
}

std::vector<Missing<Call>> missingOfCalls()
{
    using C = Call;
    return {
        {u"retries.attempts"_s,
         [](const C &c) { return c.retries.attempts > 1; },
         Tr::tr("retrying")},
        {u"hedge"_s, [](const C &c) { return c.hedge.has_value(); }, Tr::tr("hedging")},
        {u"breaker"_s,
         [](const C &c) { return c.breaker.has_value(); },
         Tr::tr("a circuit breaker")},
        {u"pool"_s, [](const C &c) { return c.pool.has_value(); }, Tr::tr("a connection pool")},
        {u"rateLimit"_s,
         [](const C &c) { return c.rateLimit.has_value(); },
         Tr::tr("a rate limit")},
        {u"optional"_s, [](const C &c) { return c.optional; }, Tr::tr("an optional call")},
        {u"async"_s, [](const C &c) { return c.async; }, Tr::tr("a call that nobody waits for")},
        {u"onMiss"_s, [](const C &c) { return c.onMiss; }, Tr::tr("a call on a cache miss")},
        {u"group"_s, [](const C &c) { return c.group.has_value(); }, Tr::tr("a parallel group")},
        {u"bandwidth"_s, [](const C &c) { return c.bandwidth.has_value(); }, Tr::tr("bandwidth")},
        {u"propagateDeadline"_s,
         [](const C &c) { return c.propagateDeadline; },
         Tr::tr("passing the deadline on")},
    };
}

/// Kinds of fault that are played.
QStringList builtFaults()
{
    QStringList kinds;
    for (const Fault &fault : allFaults())
        kinds.append(fault.id);
    return kinds;
}

Error notBuilt(const QString &path, const QString &what)
{
    return makeError(
        ErrorKind::Unsupported,
        Tr::tr("%1: %2 is not simulated yet; remove the key to run without it").arg(path, what));
}

Error cannotRun(const QString &path, const QString &why)
{
    return makeError(ErrorKind::InvalidArgument, QString(path + u": " + why));
}

template<typename T>
Result<> checkFeatures(const T &item, const QString &path, const std::vector<Missing<T>> &missing)
{
    for (const Missing<T> &feature : missing) {
        if (feature.isUsed(item))
            return notBuilt(QString(path + u'.' + feature.key), feature.what);
    }
    return {};
}

Result<> checkSource(const Topology &topology, const Node &source, const QString &path)
{
    const Arrivals &arrivals = source.arrivals;
    const bool plays =
        arrivals.model == ArrivalModel::Bootstrap || arrivals.model == ArrivalModel::Replay;
    if (plays && (!arrivals.sample || arrivals.sample->windows.empty()))
        return cannotRun(QString(path + u".arrivals.sample"),
                         Tr::tr("the source needs captured arrivals to draw from; take them from a "
                                "persona, or give the source a rate"));
    if (arrivals.model == ArrivalModel::Constant && !arrivals.rate)
        return cannotRun(QString(path + u".arrivals.rate"),
                         Tr::tr("how often requests come is missing"));
    if (arrivals.model == ArrivalModel::Poisson && !arrivals.rate && arrivals.intensity.empty())
        return cannotRun(QString(path + u".arrivals"),
                         Tr::tr("give the source a rate or an intensity"));
    if (topology.callsFrom(source.id).empty())
        return cannotRun(path,
                         Tr::tr("the source calls nothing; connect it to what its requests enter"));
    return {};
}

Result<> checkStation(const Topology &topology, const Node &node, const QString &path)
{
    if (!isBalancer(node)) {
        if (!node.serviceTime)
            return cannotRun(QString(path + u".serviceTime"),
                             Tr::tr("how long a request takes is missing"));
        return {};
    }
    const std::vector<const Call *> calls = topology.callsFrom(node.id);
    if (calls.empty())
        return cannotRun(
            path, Tr::tr("nothing stands behind the load balancer; connect it to a service"));
    return {};
}

Result<> checkNodes(const Topology &topology)
{
    const std::vector<Missing<Node>> missing = missingOfNodes();
    bool hasSource = false;
    for (const Node &node : topology.nodes) {
        const QString path = u"nodes." + node.id;
        DRAMATIS_CHECK(checkFeatures(node, path, missing));
        if (node.kind == NodeKind::Source) {
            hasSource = true;
            DRAMATIS_CHECK(checkSource(topology, node, path));
        } else {
            DRAMATIS_CHECK(checkStation(topology, node, path));
        }
    }
    if (!hasSource)
        return cannotRun(u"nodes"_s, Tr::tr("nothing comes to the system; add a source"));
    return {};
}

} // namespace

Result<> checkSimulable(const Scenario &scenario)
{
    DRAMATIS_CHECK(checkNodes(scenario.topology));
    const std::vector<Missing<Call>> missing = missingOfCalls();
    for (const Call &call : scenario.topology.calls)
        DRAMATIS_CHECK(checkFeatures(call, QString(u"calls." + call.id()), missing));
    for (std::size_t i = 0; i < scenario.faults.size(); ++i) {
        const FaultSpec &fault = scenario.faults[i];
        const QString path = u"faults[" + QString::number(i) + u']';
        if (!builtFaults().contains(fault.kind))
            return makeError(ErrorKind::Unsupported,
                             Tr::tr("%1: the fault “%2” is not simulated yet; remove it, or use %3")
                                 .arg(path, fault.kind, builtFaults().join(u", ")));
    }
    return {};
}

} // namespace dramatis::simulation
