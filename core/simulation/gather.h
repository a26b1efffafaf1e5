// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/collector.h"
#include "core/simulation/run_result.h"

#include <vector>

namespace dramatis::simulation {

/// The metric's word in a TimeSeries.
[[nodiscard]] QString seriesMetricId(SeriesMetric metric);

/// Means over replications of the series, added in their order; replications can be forgotten
/// afterwards.
class SeriesMean
{
public:
    void add(const std::vector<StepSeries> &series);
    [[nodiscard]] TimeSeries result(const Model &model, const Schedule &schedule) const;

private:
    struct Line
    {
        std::uint32_t node;
        SeriesMetric metric;
        std::vector<double> sums;
        std::vector<std::uint32_t> known;
    };
    std::vector<Line> m_lines;
};

/// The figures of all replications, of what came after `cut` (ns). Fills nodes, calls, sources,
/// recovery, replications, events, warmup; the rest is the caller's.
[[nodiscard]] RunResult gathered(const Scenario &scenario,
                                 const Model &model,
                                 const Schedule &schedule,
                                 const std::vector<Observations> &replications,
                                 std::int64_t cut);

} // namespace dramatis::simulation
