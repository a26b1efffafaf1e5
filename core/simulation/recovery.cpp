// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/recovery.h"

#include "core/base/statistics.h"

#include <algorithm>
#include <cmath>

namespace dramatis::simulation {

namespace {

constexpr std::size_t kCalmSteps = 5;

/// Seconds from `end` until the backlog is normal again; NaN if it never is.
double timeToRecover(const std::vector<float> &backlog, double begin, double end, double step)
{
    const auto before = std::min(static_cast<std::size_t>(begin / step), backlog.size());
    const std::vector<double> usual(backlog.begin(),
                                    backlog.begin() + static_cast<std::ptrdiff_t>(before));
    const double normal = usual.empty() ? 0 : quantile(usual, 0.99);
    std::size_t calm = 0;
    for (auto i = static_cast<std::size_t>(end / step); i < backlog.size(); ++i) {
        calm = static_cast<double>(backlog[i]) <= normal ? calm + 1 : 0;
        if (calm == kCalmSteps || (calm > 0 && i + 1 == backlog.size()))
            return std::max(0.0, static_cast<double>(i + 1 - calm) * step - end);
    }
    return std::numeric_limits<double>::quiet_NaN();
}

} // namespace

std::vector<RecoveryResult> recoveries(const std::vector<FaultSpec> &faults,
                                       const std::vector<Observations> &replications,
                                       const Schedule &schedule)
{
    const double step = static_cast<double>(schedule.step) * 1e-9;
    std::vector<RecoveryResult> results;
    for (std::size_t fault = 0; fault < faults.size(); ++fault) {
        RecoveryResult result;
        result.fault = static_cast<int>(fault);
        for (const Observations &observed : replications) {
            const double end = faults[fault].at + faults[fault].duration.value_or(0);
            result.timeToRecover.values.push_back(
                faults[fault].duration
                    ? timeToRecover(observed.backlog, faults[fault].at, end, step)
                    : std::numeric_limits<double>::quiet_NaN());
        }
        result.recovered = std::none_of(result.timeToRecover.values.begin(),
                                        result.timeToRecover.values.end(),
                                        [](double time) { return std::isnan(time); });
        results.push_back(std::move(result));
    }
    return results;
}

} // namespace dramatis::simulation
