// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/metrics.h"

#include "core/base/statistics.h"
#include "core/persona/metrics/metric_files.h"

#include <algorithm>

namespace dramatis::persona {

const std::vector<Metric> &allMetrics()
{
    static const std::vector<Metric> all{
        metrics::requestRate(),
        metrics::requestSize(),
        metrics::responseSize(),
        metrics::dataRate(),
        metrics::errorRate(),
        metrics::latencyMean(),
        metrics::latencyP50(),
        metrics::latencyP95(),
        metrics::latencyP99(),
        metrics::concurrency(),
        metrics::burstiness(),
        metrics::gapMean(),
        metrics::writeShare(),
        metrics::peakToMean(),
    };
    return all;
}

const Metric *findMetric(const QString &id)
{
    const std::vector<Metric> &all = allMetrics();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Metric &metric) { return metric.id == id; });
    return found == all.end() ? nullptr : &*found;
}

namespace metrics {

void spreadOverWindows(Spread &spread,
                       const Evidence &evidence,
                       double (*figure)(const traffic::Window &, double))
{
    std::vector<double> values;
    values.reserve(evidence.windows.size());
    for (const traffic::Window *window : evidence.windows) {
        const double value = figure(*window, evidence.table->widthSeconds);
        if (!std::isnan(value))
            values.push_back(value);
    }
    if (values.empty())
        return;
    std::sort(values.begin(), values.end());
    spread.p50 = sortedQuantile(values, 0.5);
    spread.p95 = sortedQuantile(values, 0.95);
    spread.max = values.back();
}

double exchangeWeighted(const Evidence &evidence, double (*figure)(const traffic::Window &))
{
    double sum = 0;
    double weight = 0;
    for (const traffic::Window *window : evidence.windows) {
        const double value = figure(*window);
        if (std::isnan(value))
            continue;
        sum += value * window->exchanges;
        weight += window->exchanges;
    }
    return meanOf(sum, weight);
}

} // namespace metrics

} // namespace dramatis::persona
