// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/warmup.h"

#include <cmath>

namespace dramatis::simulation {

namespace {

constexpr std::size_t kBatch = 5;

/// Means of five values each; a NaN takes the value before it (the first known one at the
/// beginning).
std::vector<double> batchMeans(std::span<const float> series)
{
    double last = std::numeric_limits<double>::quiet_NaN();
    for (const float value : series) {
        if (!std::isnan(value)) {
            last = static_cast<double>(value);
            break;
        }
    }
    std::vector<double> means;
    if (std::isnan(last))
        return means;
    means.reserve(series.size() / kBatch);
    double sum = 0;
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (!std::isnan(series[i]))
            last = static_cast<double>(series[i]);
        sum += last;
        if (i % kBatch == kBatch - 1) {
            means.push_back(sum / kBatch);
            sum = 0;
        }
    }
    return means;
}

} // namespace

std::size_t mser5Cut(std::span<const float> series)
{
    const std::vector<double> means = batchMeans(series);
    const std::size_t count = means.size();
    if (count < 4)
        return 0;
    // Centred first, so that sums of squares lose no digits; from the back, so that it is one pass.
    double centre = 0;
    for (const double value : means)
        centre += value / static_cast<double>(count);
    double sum = 0;
    double squares = 0;
    double least = std::numeric_limits<double>::infinity();
    std::size_t cut = 0;
    for (std::size_t i = count; i-- > 0;) {
        const double value = means[i] - centre;
        sum += value;
        squares += value * value;
        if (i > count / 2)
            continue;
        const auto left = static_cast<double>(count - i);
        const double marginalError = (squares - sum * sum / left) / (left * left);
        if (marginalError <= least) { // the earlier cut where they are equal
            least = marginalError;
            cut = i;
        }
    }
    return cut * kBatch;
}

std::int64_t warmupCut(const std::vector<Observations> &replications, const Schedule &schedule)
{
    if (schedule.givenWarmup != kNever)
        return schedule.givenWarmup;
    if (!schedule.seekWarmup || replications.empty())
        return 0;
    std::size_t largest = 0;
    for (std::size_t line = 0; line < replications.front().warmup.size(); ++line) {
        const std::size_t steps = replications.front().warmup[line].size();
        std::vector<float> average(steps);
        for (std::size_t step = 0; step < steps; ++step) {
            double sum = 0;
            double known = 0;
            for (const Observations &replication : replications) {
                const float value = replication.warmup[line][step];
                sum += std::isnan(value) ? 0.0 : static_cast<double>(value);
                known += std::isnan(value) ? 0 : 1;
            }
            average[step] = static_cast<float>(sum / known); // NaN where none knows
        }
        largest = std::max(largest, mser5Cut(average));
    }
    const std::int64_t time = static_cast<std::int64_t>(largest) * schedule.step;
    const std::int64_t segments = (time + schedule.segment - 1) / schedule.segment;
    const std::int64_t atMost = schedule.end / 2 / schedule.segment;
    return std::min(segments, atMost) * schedule.segment;
}

} // namespace dramatis::simulation
