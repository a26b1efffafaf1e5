// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/statistics.h"
#include "core/simulation/scenario.h"

#include <QJsonObject>
#include <QMap>
#include <QString>

#include <memory>
#include <vector>

namespace dramatis::simulation {

/// One figure of a run: its value in every replication (NaN: nothing happened), in the order of
/// replications, so that runs with common random numbers can be compared pair by pair.
struct Measure
{
    std::vector<double> values;

    [[nodiscard]] Figure figure() const { return figureOf(values); }
    bool operator==(const Measure &other) const;
};

struct ResponseMeasures
{
    Measure mean, p50, p90, p95, p99, p999, max; ///< s
};

struct ErrorMeasures
{
    Measure rejected, timeout, failed; ///< fractions of arrivals
};

/// What SCENARIO.md writes under `nodes`.
struct NodeResult
{
    Measure utilization;   ///< [0, 1]
    Measure occupancy;     ///< [0, 1]
    Measure throughput;    ///< 1/s
    Measure queueLength;   ///< mean waiting
    Measure waitingTime;   ///< s
    Measure residenceTime; ///< s
    ResponseMeasures responseTime;
    Measure errorRate;
    ErrorMeasures errors;
    Measure instances; ///< mean up
    Measure availability;
    Measure cost;                             ///< money per hour
    Measure arrivals;                         ///< 1/s
    std::vector<Measure> instanceUtilization; ///< per instance, [0, 1]
};

struct CallResult
{
    QString from;
    QString to;
    Measure throughput;   ///< completed calls per second
    Measure bytes;        ///< B/s, request and response; NaN where sizes are unknown
    Measure retries;      ///< 1/s
    Measure poolWait;     ///< s
    Measure timeouts;     ///< fraction of attempts
    Measure responseP999; ///< s, as the caller sees it, successful ones
};

struct Breakdown
{
    Measure waiting; ///< s per request
    Measure service; ///< s per request
};

struct SourceResult
{
    Measure throughput; ///< completions per second, errors included
    Measure offered;    ///< arrivals per second
    Measure goodput;    ///< useful answers before the deadline, per second
    ResponseMeasures responseTime;
    Measure errorRate;
    Measure degraded;
    Measure waste;                      ///< fraction of work finished after the caller gave up
    QMap<QString, Breakdown> breakdown; ///< by node
    Measure network;                    ///< s per request
};

struct RecoveryResult
{
    int fault = 0;
    bool recovered = false;
    Measure timeToRecover; ///< s
};

enum class Verdict { Pass, Fail, Undecided };

struct ObjectiveResult
{
    Objective objective;
    Figure value;
    Verdict verdict = Verdict::Undecided;
};

/// One line over time, mean over replications; NaN where nothing happened.
struct Series
{
    QString on;     ///< node or source id
    QString metric; ///< "throughput", "offered", "goodput", "p50", "p95", "p99", "errorRate",
                    ///< "utilization", "queueLength"
    std::vector<float> values; ///< one per step
    bool operator==(const Series &other) const;
};

struct TimeSeries
{
    double stepSeconds = 1;
    std::vector<Series> series;

    [[nodiscard]] const Series *find(const QString &on, const QString &metric) const;
};

/// The result of simulating a scenario, with all its replications.
struct RunResult
{
    QString scenarioHash;
    QString scenarioName;
    QString engine; ///< name and version
    std::uint64_t seed = 1;
    int replications = 0;
    double duration = 0; ///< s
    double warmup = 0;   ///< s, the largest cut
    double events = 0;
    double eventsPerSecond = 0;
    bool partial = false; ///< cancelled before it was complete
    QMap<QString, NodeResult> nodes;
    std::vector<CallResult> calls;
    QMap<QString, SourceResult> sources;
    std::vector<RecoveryResult> recovery;
    Verdict overall = Verdict::Pass;
    std::vector<ObjectiveResult> objectives;
    TimeSeries series;

    /// The measure at a metric path on a node or source ("responseTime.p95"), or nullptr.
    [[nodiscard]] const Measure *measure(const QString &on, const QString &metric) const;
};

using RunResultPtr = std::shared_ptr<const RunResult>;

/// The document of `simulate --json`.
[[nodiscard]] QJsonObject runToJson(const RunResult &run);
/// Everything of a run, for the project: runFromStored(runToStored(r)) gives r again.
[[nodiscard]] QJsonObject runToStored(const RunResult &run);
/// @errors Format with the path of what is wrong
[[nodiscard]] Result<RunResult> runFromStored(const QJsonObject &stored);

} // namespace dramatis::simulation
