// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/metrics.h"

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

Precision precisionOf(const Metric &metric, const Evidence &evidence)
{
    if (!metric.terms)
        return {};
    std::vector<double> numerators;
    std::vector<double> denominators;
    std::vector<bool> isAdjacent;
    const traffic::Window *last = nullptr;
    for (const traffic::Window *window : evidence.windows) {
        const RatioTerms terms = metric.terms(*window, evidence.table->widthSeconds);
        if (!(terms.denominator > 0))
            continue;
        numerators.push_back(terms.numerator);
        denominators.push_back(terms.denominator);
        isAdjacent.push_back(last && last->resource == window->resource
                             && last->slice + 1 == window->slice);
        last = window;
    }
    const Estimate estimate = ratioEstimate(numerators, denominators, isAdjacent);
    return {estimate.error, estimate.freedom};
}

Estimate estimateOf(const Metric &metric, const Persona &persona)
{
    Estimate estimate;
    const auto edit = persona.edits.find(metric.id);
    estimate.value = edit == persona.edits.end() ? metric.value(persona) : edit->second.measured;
    if (const auto known = persona.precision.find(metric.id); known != persona.precision.end()) {
        estimate.error = known->second.error;
        estimate.freedom = known->second.freedom;
    }
    return estimate;
}

namespace metrics {

namespace {

/// sortedQuantile() without sorting a million windows: the values are only parted at its place.
double selectedQuantile(std::vector<double> &values, double probability)
{
    const double place = probability * static_cast<double>(values.size() - 1);
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(place);
    std::nth_element(values.begin(), at, values.end());
    if (at + 1 == values.end())
        return *at;
    return *at + (place - std::floor(place)) * (*std::min_element(at + 1, values.end()) - *at);
}

} // namespace

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
    spread.p50 = selectedQuantile(values, 0.5);
    spread.p95 = selectedQuantile(values, 0.95);
    spread.max = *std::max_element(values.begin(), values.end());
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
