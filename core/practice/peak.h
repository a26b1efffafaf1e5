// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/run_result.h"
#include "core/simulation/scenario.h"

#include <QMap>
#include <QString>

namespace dramatis::practice {

/// How much more is asked of each node at the peak rate than a run asked on average. The peak rate
/// is the 95th percentile of one-minute rates (DESIGN.md section 2), taken per node over what
/// reaches it: the captured arrivals of its sources minute by minute, times the visits per request.
/// It is taken from the arrivals, not from the run's series over time, because those are means over
/// replications, which play different minutes at the same time and so flatten the peaks. Sources by
/// hour of the week, whose replications are alike, do take the series `offered`; other sources
/// offer their rate all the time.
struct PeakLoad
{
    QMap<QString, double> factors; ///< peak rate over mean rate by node; absent nodes: 1
    bool isPlayed = false; ///< the run itself was played at the peak rate: every factor is 1

    [[nodiscard]] double factor(const QString &node) const
    {
        return isPlayed ? 1.0 : factors.value(node, 1.0);
    }
};

[[nodiscard]] PeakLoad peakLoad(const simulation::Scenario &scenario,
                                const simulation::RunResult &run);

/// The scenario at its peak rate, short, without its faults, for trials of the search. Captured
/// arrivals are those of the busiest tenth of the minutes, so that bursts stay as they were, scaled
/// to the 95th percentile of all minutes; sources by hour of the week get their peak rate as
/// Poisson.
///
/// @param run       of `scenario`, for rates that only a run tells
/// @param requests  per replication, about; the duration is at least 10 s
[[nodiscard]] simulation::Scenario peakScenario(const simulation::Scenario &scenario,
                                                const simulation::RunResult &run,
                                                double requests);

/// Mean arrivals per second of a source as the scenario plays it, scale included; NaN where only a
/// run can tell (closed sources).
[[nodiscard]] double meanRate(const simulation::Scenario &scenario, const topology::Node &source);

/// The source that sends most requests through a node; empty where none reaches it.
[[nodiscard]] QString busiestSource(const simulation::Scenario &scenario, const QString &node);

} // namespace dramatis::practice
