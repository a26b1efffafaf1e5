// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/topology/topology.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace dramatis::simulation {

/// Something that happens to the system at a time. `kind` is the id of an entry of allFaults().
struct FaultSpec
{
    QString kind; ///< crash, zoneOutage, slow, hang, error, capacity, partition, surge, cacheFlush,
                  ///< rollingRestart
    QString target;                 ///< node, domain or source id
    QString from;                   ///< partition
    QString to;                     ///< partition
    std::optional<int> instance;    ///< from 0; none is all
    double at = 0;                  ///< s from the start of the run
    std::optional<double> duration; ///< s; none is to the end
    std::optional<double> factor;   ///< slow, capacity, surge
    std::optional<double> share;    ///< hang, error
    std::optional<int> down;        ///< rollingRestart
    std::optional<double> gap;      ///< rollingRestart, s
    bool operator==(const FaultSpec &) const = default;
};

/// A promise to hold a run against, e.g. responseTime.p95 of "shoppers" at most 0.25.
struct Objective
{
    QString on;     ///< node or source id
    QString metric; ///< path of a figure in the run document
    std::optional<double> atMost;
    std::optional<double> atLeast;
    bool operator==(const Objective &) const = default;
};

struct RunOptions
{
    double duration = 3600;            ///< s, warm-up included
    std::optional<std::int64_t> start; ///< ns since the epoch; none: first peak hour
    double scale = 1;                  ///< multiplies arrival rates and closed users
    bool peak = false;                 ///< play the peak hours only
    std::optional<double> warmup;      ///< s; none is "auto" (MSER-5)
    int replications = 10;
    std::uint64_t seed = 1;
    std::optional<double> precision; ///< relative half-width to stop at
    bool operator==(const RunOptions &) const = default;
};

struct Scenario
{
    QString name;
    topology::Topology topology;
    std::vector<FaultSpec> faults;
    std::vector<Objective> objectives;
    RunOptions run;
    bool operator==(const Scenario &) const = default;
};

/// Reads the JSON of SCENARIO.md.
/// @errors Format: what is wrong with its path ("calls[3].timeout: must be > 0"), a newer version
[[nodiscard]] Result<Scenario> scenarioFromJson(const QJsonObject &json);
[[nodiscard]] QJsonObject scenarioToJson(const Scenario &scenario);
/// Parses text, naming line and column of a syntax error.
[[nodiscard]] Result<Scenario> scenarioFromText(const QByteArray &text);
/// SHA-256 (hex) of the scenario's canonical JSON.
[[nodiscard]] QString scenarioHash(const Scenario &scenario);

/// JSON Schema (draft 7) of a scenario file, made of the very fields that are read;
/// resources/schema/dramatis-scenario.schema.json is its text.
[[nodiscard]] QJsonObject scenarioSchema();

/// Sets what a path of `--set` and of advice names: `nodes.web.workers`, `calls.web>db.timeout`,
/// `run.scale`. `value` is JSON text (`4`, `0.5`, `"ps"`, `null`). The scenario is read anew, so
/// every rule of scenarioFromJson holds.
/// @errors InvalidArgument naming the path and what there is instead
[[nodiscard]] Result<Scenario>
withValue(const Scenario &scenario, const QString &path, const QJsonValue &value);
/// The value at a path, default included.
[[nodiscard]] Result<QJsonValue> valueAt(const Scenario &scenario, const QString &path);

/// Whether every feature the scenario uses is built: the first that is not, named with its path
/// ("nodes.web.autoscale: autoscaling is not simulated yet; remove the key to run without it").
/// @errors Unsupported; InvalidArgument: a scenario that cannot run (no source, a bootstrap without
/// sample,
///         a source that calls nothing, a station without serviceTime)
[[nodiscard]] Result<> checkSimulable(const Scenario &scenario);

} // namespace dramatis::simulation
