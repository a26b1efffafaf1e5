// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/advice.h"
#include "core/practice/rules.h"

namespace dramatis::practice {

/// Two runs with common random numbers, before and after a change.
struct Comparison
{
    Effect target;               ///< the figure that must improve
    std::vector<Effect> effects; ///< p95, p99, error rate and goodput of every source
    bool isImproved = false;     ///< the target falls, and its interval excludes 0
    QStringList worsened;        ///< translated: what got worse, within what is allowed
    QString violation;           ///< translated: the first guard that does not hold; empty: all do
};

/// A scenario and what its run showed.
struct Trial
{
    const simulation::Scenario &scenario;
    const simulation::RunResult &run;
};

/// Compares replication by replication. Guards, for every source: p99 and goodput may worsen by at
/// most 2 %, the error rate by at most 0.1 points. A guard is broken where the mean worsening is
/// beyond that and its interval excludes 0; a cautious experiment wants the far end of the interval
/// within what is allowed. A source that answered before and answers nothing after breaks its
/// guard. In overload (isRejectingFine) neither errors nor p99 but goodput alone is held, at
/// goodputShare of what it was.
[[nodiscard]] Comparison
compareTrials(const Trial &before, const Trial &after, const Experiment &experiment);

/// A figure of a run by replication, those that only experiments know included; nullopt where it is
/// absent.
[[nodiscard]] std::optional<simulation::Measure>
measureOf(const Trial &trial, const QString &on, const QString &metric);

/// Paired, by replication; unknown figures where one of the two is absent.
[[nodiscard]] Effect effectOf(const Trial &before,
                              const Trial &after,
                              const QString &on,
                              const QString &metric,
                              const QString &unit);

/// Money per hour of all instances.
[[nodiscard]] double costPerHour(const topology::Topology &topology);

} // namespace dramatis::practice
