// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/topology/arrivals.h"
#include "core/topology/distribution.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace dramatis::topology {

enum class NodeKind { Source, LoadBalancer, Service, Cache, Database, Queue, External };

enum class Discipline { Fcfs, ProcessorSharing, Priority, Lifo };

enum class OnFull { Reject, Block };

enum class BalancingPolicy { RoundRobin, Random, LeastConnections, PowerOfTwo };

/// A persona bound to a source, by name, with its share of the source's traffic.
struct PersonaShare
{
    QString name;
    double share = 1;
    bool operator==(const PersonaShare &) const = default;
};

struct Limits
{
    std::optional<double> rate;  ///< 1/s
    std::optional<int> inFlight; ///< shed above
    bool operator==(const Limits &) const = default;
};

struct OutlierEjection
{
    int consecutiveErrors = 5;
    double interval = 10; ///< s
    double ejectFor = 30; ///< s
    double maxEjected = 0.1;
    bool operator==(const OutlierEjection &) const = default;
};

struct CacheModel
{
    std::optional<double> hitRatio; ///< fixed; else simulated from the following
    int keys = 0;
    double zipf = 0;
    int capacity = 0;
    std::optional<double> ttl; ///< s
    bool cold = false;
    bool operator==(const CacheModel &) const = default;
};

struct Autoscale
{
    double target = 0.6;
    int min = 1;
    int max = 1;
    double startDelay = 0; ///< s
    double upCooldown = 0;
    double downCooldown = 300;
    double every = 15;
    double window = 60;
    bool operator==(const Autoscale &) const = default;
};

/// A part of the system. Which keys count depends on `kind`; defaults are those of SCENARIO.md.
struct Node
{
    QString id;
    NodeKind kind = NodeKind::Service;

    // stations
    int instances = 1;
    int workers = 1;
    QStringList instanceNames; ///< what the capture calls them; empty, or one per instance
    QStringList domains;       ///< failure domain of each instance, or one for all; empty: none
    std::optional<Distribution> serviceTime;
    bool assumed =
        false; ///< service time and workers are assumed, not observed (no latency in the capture)
    Discipline discipline = Discipline::Fcfs;
    std::optional<int> queueLimit; ///< waiting places; none is unbounded
    OnFull onFull = OnFull::Reject;
    Limits limits;
    double errorRate = 0;
    std::optional<double> mtbf; ///< s
    std::optional<double> mttr; ///< s
    double costPerHour = 0;     ///< money per instance and hour
    int readReplicas = 0;
    std::optional<OutlierEjection> outlierEjection;
    BalancingPolicy policy = BalancingPolicy::RoundRobin;
    std::optional<CacheModel> cache;
    std::optional<Autoscale> autoscale;
    std::optional<double> maxAge; ///< s, queue

    // sources
    std::vector<PersonaShare> personas;
    std::optional<double> deadline; ///< s
    int priority = 0;
    Arrivals arrivals;

    [[nodiscard]] int servers() const { return instances * workers; }
    bool operator==(const Node &) const = default;
};

/// Changes the number of instances (>= 1) and what is written per instance with it: further
/// instances go to the failure domain that has the fewest, names are cut or continued ("web-4").
void setInstances(Node &node, int instances);

struct Backoff
{
    double base = 0; ///< s
    double factor = 2;
    std::optional<double> max; ///< s
    bool fullJitter = false;
    bool operator==(const Backoff &) const = default;
};

struct Retries
{
    int attempts = 1; ///< the first one counts
    Backoff backoff;
    std::optional<double> budget; ///< retries per first attempt over 10 s
    bool operator==(const Retries &) const = default;
};

struct Breaker
{
    double errorRate = 0.5;
    int minRequests = 100;
    double openFor = 60; ///< s
    bool operator==(const Breaker &) const = default;
};

struct Hedge
{
    std::optional<double> after; ///< s; none means after the p95
    bool operator==(const Hedge &) const = default;
};

/// A call between two nodes; from a source it is where its requests enter.
struct Call
{
    QString from;
    QString to;
    double probability = 1;
    int count = 1;
    std::optional<double> share; ///< of a node's calls that have one exactly one is made
    std::optional<int> group;    ///< those with the same one run in parallel and are joined
    bool holdsWorker = true;
    std::optional<double> write;         ///< share of writes
    std::optional<Distribution> latency; ///< network, each way; none is 0
    std::optional<double> bandwidth;     ///< B/s; none is unlimited
    std::optional<double> timeout;       ///< s, of one attempt
    bool propagateDeadline = false;
    Retries retries;
    std::optional<Hedge> hedge;
    std::optional<Breaker> breaker;
    std::optional<int> pool;
    std::optional<double> rateLimit; ///< 1/s
    bool optional = false;
    bool async = false;
    bool onMiss = false;

    [[nodiscard]] QString id() const { return from + u'>' + to; }
    bool operator==(const Call &) const = default;
};

/// The system: nodes and calls in the order they were written, domains as a tree (child -> parent,
/// empty for a root).
struct Topology
{
    std::vector<Node> nodes;
    std::vector<Call> calls;
    QMap<QString, QString> domains;

    [[nodiscard]] const Node *find(const QString &id) const;
    [[nodiscard]] Node *find(const QString &id);
    /// The first call from one to the other, or nullptr.
    [[nodiscard]] const Call *findCall(const QString &from, const QString &to) const;
    [[nodiscard]] Call *findCall(const QString &from, const QString &to);
    [[nodiscard]] std::vector<const Call *> callsFrom(const QString &id) const;
    bool operator==(const Topology &) const = default;
};

} // namespace dramatis::topology
