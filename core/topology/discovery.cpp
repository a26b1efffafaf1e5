// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/discovery.h"

#include "core/base/text.h"
#include "core/topology/arrival_samples.h"
#include "core/topology/observed_calls.h"
#include "core/topology/station_estimate.h"
#include "core/topology/tr.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <map>

namespace dramatis::topology {

using namespace Qt::StringLiterals;

namespace {

constexpr double kSameOperations = 0.5;  // cosine of two resources' operation counts
constexpr double kLeastOwnShare = 0.1;   // of a caller's latency that is its own
constexpr double kCountTolerance = 0.02; // calls each that are no further call

/// Lower case letters and digits, one dash for anything else: an id that reads well in a path.
QString slug(const QString &name)
{
    QString id;
    for (const QChar c : name.toLower()) {
        if (c.isLetterOrNumber())
            id.append(c);
        else if (!id.isEmpty() && !id.endsWith(u'-'))
            id.append(u'-');
    }
    if (id.endsWith(u'-'))
        id.chop(1);
    return id;
}

/// Gives out ids, each once.
class Ids
{
public:
    QString take(const QString &name, const QString &otherwise)
    {
        const QString wanted = slug(name);
        const QString base = wanted.isEmpty() ? otherwise : wanted;
        QString id = base;
        for (int next = 2; m_taken.contains(id); ++next)
            id = base + u'-' + QString::number(next);
        m_taken.insert(id);
        return id;
    }

private:
    QSet<QString> m_taken;
};

/// How often a resource was asked for what, by method and first path segment.
using OperationCounts = std::map<OperationKind, double>;

double cosine(const OperationCounts &a, const OperationCounts &b)
{
    double product = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (const auto &[name, count] : a) {
        squaresA += count * count;
        const auto other = b.find(name);
        product += other == b.end() ? 0 : count * other->second;
    }
    for (const auto &entry : b)
        squaresB += entry.second * entry.second;
    return squaresA > 0 && squaresB > 0 ? product / std::sqrt(squaresA * squaresB) : 0;
}

Result<std::vector<OperationCounts>> operationsOf(const traffic::ExchangeTable &table,
                                                  JobControl &job)
{
    std::vector<OperationCounts> counts(table.resources().size());
    const std::vector<OperationKind> kinds = operationKinds(table);
    DRAMATIS_CHECK(table.walk(job, [&](const traffic::ExchangeChunk &chunk) -> Result<> {
        for (std::size_t row = 0; row < chunk.size(); ++row)
            counts[number(chunk.resource[row])][kinds[number(chunk.operation[row])]] += 1;
        return {};
    }));
    return counts;
}

/// Resources that make one station: upstream instances of a host with the same operations, or one
/// alone.
struct Group
{
    StringId host{};
    std::vector<StringId> members; ///< by name
    OperationCounts operations;
};

Result<std::vector<Group>> groupsOf(const traffic::ExchangeTable &table,
                                    const std::vector<StringId> &resources,
                                    JobControl &job)
{
    std::vector<Group> groups;
    const bool areInstances = table.rule() == traffic::ResourceRule::Server;
    std::vector<OperationCounts> operations;
    if (areInstances) {
        DRAMATIS_TRY(operations, operationsOf(table, job));
    }
    for (const StringId resource : resources) {
        if (!areInstances) {
            groups.push_back({{}, {resource}, {}});
            continue;
        }
        const StringId host = table.hostOf(resource);
        const OperationCounts &own = operations[number(resource)];
        const auto like = std::find_if(groups.begin(), groups.end(), [&](const Group &group) {
            return group.host == host && cosine(group.operations, own) >= kSameOperations;
        });
        if (like == groups.end()) {
            groups.push_back({host, {resource}, own});
            continue;
        }
        like->members.push_back(resource);
        for (const auto &[name, count] : own)
            like->operations[name] += count;
    }
    return groups;
}

Node stationOf(const StationEstimate &estimate)
{
    Node node;
    node.kind = NodeKind::Service;
    node.workers = estimate.workers;
    node.serviceTime = estimate.serviceTime;
    node.assumed = !estimate.latencyKnown;
    node.errorRate = estimate.errorRate;
    node.queueLimit = estimate.queueLimit;
    return node;
}

/// Builds the topology of a capture part by part.
class Discovery
{
public:
    Discovery(const traffic::ExchangeTable &table, const std::vector<InFlightProfile> &profiles)
        : m_table(table)
        , m_profiles(profiles)
    {}

    /// A station for a group, with a load balancer before several instances.
    void addStation(const Group &group)
    {
        InFlightProfile profile;
        QStringList names;
        for (const StringId member : group.members) {
            profile.add(m_profiles[number(member)]);
            names.append(m_table.resources().text(member));
        }
        StationEstimate estimate = estimateStation(profile);
        estimate.resource = names.join(u", ");
        Node node = stationOf(estimate);
        const bool isGroup = group.members.size() > 1;
        const QString host = m_table.pools().hosts->text(group.host);
        QString entry;
        if (isGroup) {
            Node balancer;
            balancer.kind = NodeKind::LoadBalancer;
            balancer.id = m_ids.take(host, u"balancer"_s);
            entry = balancer.id;
            m_found.topology.nodes.push_back(std::move(balancer));
            node.id = m_ids.take(u"app"_s, {});
            node.instances = static_cast<int>(group.members.size());
            node.instanceNames = names;
            Call call;
            call.from = entry;
            call.to = node.id;
            m_found.topology.calls.push_back(std::move(call));
        } else {
            node.id = m_ids.take(names.constFirst(), u"service"_s);
            node.instanceNames = names;
            entry = node.id;
        }
        for (const StringId member : group.members) {
            m_entryOf.insert(number(member), entry);
            m_stationOf.insert(number(member), node.id);
        }
        if (!estimate.note.isEmpty())
            m_found.notes.append(node.id + u": " + estimate.note);
        m_found.stations.push_back(std::move(estimate));
        m_found.topology.nodes.push_back(std::move(node));
    }

    void addSource(const persona::Persona &persona,
                   std::shared_ptr<const ArrivalSample> sample,
                   const std::vector<std::uint64_t> &counts)
    {
        std::map<QString, std::uint64_t> byEntry;
        for (std::size_t resource = 0; resource < counts.size(); ++resource) {
            const auto entry = m_entryOf.constFind(static_cast<std::uint32_t>(resource));
            if (counts[resource] > 0 && entry != m_entryOf.constEnd())
                byEntry[*entry] += counts[resource];
        }
        if (byEntry.empty()) {
            m_found.notes.append(
                Tr::tr("%1 is of requests that other resources make; it is no source.")
                    .arg(persona.name));
            return;
        }
        Node source;
        source.id = m_ids.take(persona.name, u"persona"_s);
        source.kind = NodeKind::Source;
        source.personas = {{persona.name, 1}};
        source.arrivals.model = ArrivalModel::Bootstrap;
        source.arrivals.sample = std::move(sample);
        const double all = static_cast<double>(source.arrivals.sample->offsets.size());
        for (const auto &[entry, count] : byEntry) {
            Call call;
            call.from = source.id;
            call.to = entry;
            if (byEntry.size() > 1)
                call.share = static_cast<double>(count) / all;
            m_calls.push_back(std::move(call));
        }
        m_sources.push_back(std::move(source));
    }

    /// The calls between stations, and the service times without them: a caller waits for the
    /// answer while it holds a worker.
    void addCalls(const ObservedCalls &observed)
    {
        std::map<QString, StationLoad> loads;
        for (auto it = m_stationOf.constBegin(); it != m_stationOf.constEnd(); ++it) {
            loads[*it].requests += observed.exchanges[it.key()];
            loads[*it].latency += observed.latencySum[it.key()];
        }
        std::vector<ObservedCall> between; // the first of each pair stands for all of it
        for (const ObservedCall &call : observed.calls) {
            const QString from = m_stationOf.value(number(call.caller));
            const QString to = m_entryOf.value(number(call.callee));
            if (from.isEmpty() || to.isEmpty() || from == m_stationOf.value(number(call.callee)))
                continue;
            loads[from].waiting += call.latencySum;
            const auto same = std::find_if(between.begin(), between.end(), [&](const auto &other) {
                return m_stationOf.value(number(other.caller)) == from
                       && m_entryOf.value(number(other.callee)) == to;
            });
            if (same == between.end())
                between.push_back(call);
            else
                same->calls += call.calls;
        }
        for (const ObservedCall &call : between)
            addCall(m_stationOf.value(number(call.caller)),
                    m_entryOf.value(number(call.callee)),
                    call.calls / loads[m_stationOf.value(number(call.caller))].requests);
        for (Node &node : m_found.topology.nodes) {
            const StationLoad load = loads.contains(node.id) ? loads[node.id] : StationLoad{};
            if (node.kind != NodeKind::Service || !(load.waiting > 0) || !(load.latency > 0)
                || !node.serviceTime || node.assumed)
                continue;
            const double own = 1 - load.waiting / load.latency;
            node.serviceTime = scaledTimes(*node.serviceTime, std::max(kLeastOwnShare, own));
            m_found.notes.append(
                own >= kLeastOwnShare
                    ? Tr::tr("%1: its service time is its latency less that of its calls, %2.")
                          .arg(node.id, text::percent(own))
                    : Tr::tr("%1: its calls take longer than it does, so they run in parallel or "
                             "nobody waits for them; %2 of its latency is taken for its own.")
                          .arg(node.id, text::percent(kLeastOwnShare)));
        }
    }

    void note(const QString &text) { m_found.notes.append(text); }

    /// Sources first, as requests run.
    Discovered finish()
    {
        Topology &topology = m_found.topology;
        topology.nodes.insert(topology.nodes.begin(), m_sources.begin(), m_sources.end());
        topology.calls.insert(topology.calls.begin(), m_calls.begin(), m_calls.end());
        return std::move(m_found);
    }

private:
    /// What a station did, to tell its own time from that of its calls.
    struct StationLoad
    {
        double requests = 0;
        double latency = 0; ///< s, of all of them
        double waiting = 0; ///< s, of their calls
    };

    /// Whether calls lead from one station to another.
    [[nodiscard]] bool leads(const QString &from, const QString &to) const
    {
        if (from == to)
            return true;
        return std::any_of(
            m_found.topology.calls.begin(), m_found.topology.calls.end(), [&](const Call &call) {
                return call.from == from && leads(call.to, to);
            });
    }

    /// @param each  calls for each request of the caller
    void addCall(const QString &from, const QString &to, double each)
    {
        if (leads(to, from)) {
            m_found.notes.append(
                Tr::tr("%1 calls %2 and is called by it; the rarer way is left out.")
                    .arg(from, to));
            return;
        }
        Call call;
        call.from = from;
        call.to = to;
        call.count = std::max(1, static_cast<int>(std::ceil(each - kCountTolerance)));
        call.probability = std::min(1.0, each / call.count);
        m_found.topology.calls.push_back(std::move(call));
    }

    const traffic::ExchangeTable &m_table;
    const std::vector<InFlightProfile> &m_profiles;
    Discovered m_found;
    Ids m_ids;
    QHash<std::uint32_t, QString> m_entryOf;   ///< node that requests of a resource enter at
    QHash<std::uint32_t, QString> m_stationOf; ///< node that serves them
    std::vector<Node> m_sources;
    std::vector<Call> m_calls;
};

/// Resources that personas hold, and those that ask or are asked inside, by name.
std::vector<StringId> heldResources(const traffic::ExchangeTable &table,
                                    const PersonaArrivals &arrivals,
                                    const ObservedCalls &calls)
{
    std::vector<bool> isInCall(table.resources().size(), false);
    for (const ObservedCall &call : calls.calls) {
        isInCall[number(call.caller)] = true;
        isInCall[number(call.callee)] = true;
    }
    std::vector<StringId> resources;
    for (std::uint32_t id = 0; id < table.resources().size(); ++id) {
        const bool held = std::any_of(arrivals.counts.begin(),
                                      arrivals.counts.end(),
                                      [id](const auto &counts) { return counts[id] > 0; });
        if (held || isInCall[id])
            resources.push_back(StringId{id});
    }
    std::sort(resources.begin(), resources.end(), [&table](StringId a, StringId b) {
        return table.resources().at(a) < table.resources().at(b);
    });
    return resources;
}

} // namespace

Result<Discovered> discoverTopology(const traffic::ExchangeTable &table,
                                    const traffic::WindowTable &windows,
                                    const persona::PersonaSet &personas,
                                    JobControl &job)
{
    if (personas.personas.empty())
        return makeError(
            ErrorKind::InvalidArgument,
            Tr::tr("There are no personas to build a topology from; find some first, for "
                   "instance with a larger eps."));
    JobSlice profileJob(job, 0, 0.4);
    DRAMATIS_TRY(const std::vector<InFlightProfile> profiles, inFlightProfiles(table, profileJob));
    JobSlice callJob(job, 0.4, 0.5);
    DRAMATIS_TRY(const ObservedCalls calls, observedCalls(table, callJob));
    JobSlice arrivalJob(job, 0.5, 0.8);
    DRAMATIS_TRY(const PersonaArrivals arrivals,
                 personaArrivals(table, windows, personas, arrivalJob, calls.isInternal));
    JobSlice groupJob(job, 0.8, 1);
    DRAMATIS_TRY(const std::vector<Group> groups,
                 groupsOf(table, heldResources(table, arrivals, calls), groupJob));

    Discovery discovery(table, profiles);
    for (const Group &group : groups)
        discovery.addStation(group);
    if (!calls.calls.empty())
        discovery.addCalls(calls);
    for (std::size_t p = 0; p < personas.personas.size(); ++p)
        discovery.addSource(personas.personas[p], arrivals.samples[p], arrivals.counts[p]);
    if (arrivals.unclustered > 0)
        discovery.note(
            Tr::tr("%1 of the exchanges are in no persona (noise and sparse windows) and are "
                   "not played.")
                .arg(text::percent(static_cast<double>(arrivals.unclustered)
                                   / static_cast<double>(table.size()))));
    return discovery.finish();
}

} // namespace dramatis::topology
