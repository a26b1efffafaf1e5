// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/traffic/exchange_table.h"
#include "core/traffic/latency_map.h"
#include "core/traffic/observation.h"

#include <cstdint>
#include <limits>
#include <map>
#include <vector>

namespace dramatis::traffic {

/// Counts and sums of a group of exchanges. Sums are over known values; means of nothing are NaN.
struct ExchangeTotals
{
    std::uint64_t exchanges = 0;
    std::uint64_t knownOutcomes = 0;
    std::uint64_t errors = 0; ///< server errors, timeouts, aborts
    std::int64_t requestBytes = 0;
    std::int64_t responseBytes = 0;
    std::uint64_t knownRequestBytes = 0;
    std::uint64_t knownResponseBytes = 0;
    std::uint64_t knownLatencies = 0;
    std::uint64_t knownTransfers = 0;
    double transferSum = 0;                                       ///< s
    double latencyP50 = std::numeric_limits<double>::quiet_NaN(); ///< s
    double latencyP95 = std::numeric_limits<double>::quiet_NaN(); ///< s

    [[nodiscard]] bool hasSizes() const { return knownRequestBytes + knownResponseBytes > 0; }
    [[nodiscard]] double errorRate() const; ///< NaN where no outcome is known
    [[nodiscard]] double meanRequestSize() const;
    [[nodiscard]] double meanResponseSize() const;
    [[nodiscard]] double meanTransfer() const; ///< s
    /// B/s of what came within `seconds`: 0 where nothing came, NaN where no size is known.
    [[nodiscard]] double dataRate(double seconds) const;
};

/// One resource, operation or client with its totals.
struct GroupTotals
{
    QString name;
    ExchangeTotals totals;
    double meanRate =
        0; ///< 1/s over the time between the capture's first and last exchange, >= 1 s
    double peakRate =
        0; ///< 1/s, 95th percentile of the rates of minutes with traffic (resources only)
};

/// The exchanges that one resource made with another (see calls.h for who counts as one).
struct CallTotals
{
    QString caller;
    QString callee;
    ExchangeTotals totals;
    double perRequest = 0; ///< calls for each exchange of the caller
};

/// A capture over time: at most 3,600 steps of equal width.
struct CaptureTimeline
{
    double stepSeconds = 1;
    std::int64_t begin = kUnknown;  ///< ns, start of step 0
    std::vector<double> rate;       ///< 1/s
    std::vector<double> errorRate;  ///< fraction, NaN where nothing
    std::vector<double> dataRate;   ///< B/s; NaN where no size is known
    std::vector<double> latencyP50; ///< s, NaN where nothing
    std::vector<double> latencyP95; ///< s
};

/// What a capture holds, for its page, the report and `import --json`.
struct CaptureStatistics
{
    ExchangeTotals totals;
    std::int64_t firstTime = kUnknown; ///< begin of the first exchange, ns
    std::int64_t lastTime = kUnknown;  ///< begin of the last exchange, ns
    std::map<int, std::uint64_t> statuses;
    std::uint64_t clients = 0;
    double meanRate = 0; ///< 1/s over the time from first to last, at least 1 s
    double peakRate = 0; ///< 1/s, 95th percentile of the rates of minutes with traffic
    std::vector<GroupTotals> resources;  ///< most exchanges first, all that have a name
    std::vector<GroupTotals> operations; ///< by route, the 1,000 with most exchanges
    std::vector<GroupTotals> topClients; ///< the 1,000 with most exchanges
    CaptureTimeline timeline;
    LatencyMap latencyMap;                 ///< of the latencies that are known
    std::vector<CallTotals> calls;         ///< most calls first, at most 4,096
    std::vector<Observation> observations; ///< what a person should look at
    /// The capture's stamps have no fraction: every begin, or every begin + latency (logs that
    /// stamp the end), lies on a whole second. Gaps between exchanges then say nothing above 0.2/s.
    bool wholeSeconds = false;
};

/// Walks the table twice. Latency quantiles are by histograms and off by at most 0.4 %; all else is
/// exact. Minutes of the peak rates count from the first exchange, the last, incomplete one is left
/// out. Cost: O(exchanges), memory O(resources + operations + clients) and some MiB for what is
/// observed.
/// @errors Cancelled; Io, Format of the store
/// @param from, to  restrict to begin in [from, to), ns; kUnknown leaves that end open
[[nodiscard]] Result<CaptureStatistics> captureStatistics(const ExchangeTable &table,
                                                          JobControl &job,
                                                          std::int64_t from = kUnknown,
                                                          std::int64_t to = kUnknown);

} // namespace dramatis::traffic
