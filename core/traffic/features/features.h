// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/feature_space.h"

#include <QCoreApplication>

#include <limits>

/// The features, one file each. What cannot be told of a window is kMissing (NaN).
namespace dramatis::traffic::features {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(dramatis::traffic)
};

inline constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

/// Mean of `count` values, kMissing for none.
[[nodiscard]] inline double meanOf(double sum, double count)
{
    return count > 0 ? sum / count : kMissing;
}

/// Exchanges per second.
[[nodiscard]] Feature requestRate();
/// Mean size of a request, over those whose size is known.
[[nodiscard]] Feature requestSize();
/// Mean size of a response, over those whose size is known.
[[nodiscard]] Feature responseSize();
/// Bytes of requests and responses per second, as far as they are known.
[[nodiscard]] Feature dataRate();
/// Share of server errors, timeouts and aborts among exchanges with known outcome.
[[nodiscard]] Feature errorRate();
/// Median latency, over those that are known.
[[nodiscard]] Feature latencyP50();
/// 95th percentile of latency, over those that are known.
[[nodiscard]] Feature latencyP95();
/// Coefficient of variation of the gaps between requests: 0 evenly paced, 1 at random, above it in
/// bursts.
[[nodiscard]] Feature burstiness();
/// Share of unsafe methods among the known ones.
[[nodiscard]] Feature writeShare();
/// Mean number of exchanges in flight, by Little's law (Operations Research 9, 1961): arrivals per
/// second times mean latency. Exchanges of unknown latency count with the mean of the others.
[[nodiscard]] Feature concurrency();

} // namespace dramatis::traffic::features
