// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/import.h"
#include "core/traffic/capture_statistics.h"

#include <QJsonObject>

namespace dramatis::capture {

/// What `import --json` prints: the fields of SCENARIO.md, "Others". Sums of which nothing is known
/// and times of no exchange are absent. Beyond those, and absent where there is nothing:
///
/// - `observations [{kind, severity: warning | info, text, count, from, to, resource}]`: what to
/// look
///   at; times and resource are absent where it is of the whole capture. Kinds: silence,
///   unanswered, error-burst, retries, closed-loop, clock-steps.
/// - `calls [{from, to, calls, errors, perRequest, latencyP50, latencyP95}]`: what resources ask of
///   one another (see core/traffic/calls.h); s, and calls for each request of the caller.
/// - `transferMean`: s that requests and answers were on the wire, which is no part of the latency.
/// - `latencyMap {begin, stepSeconds, bounds [s], counts [[n]]}`: exchanges by step of time, then
///   bucket of latency; `bounds` has one more entry than a row of `counts`.
[[nodiscard]] QJsonObject importToJson(const Imported &imported,
                                       const traffic::CaptureStatistics &statistics);

} // namespace dramatis::capture
