// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/in_flight.h"

#include "core/base/statistics.h"

#include <queue>

#include <algorithm>
#include <cmath>
#include <functional>
#include <string_view>

namespace dramatis::topology {

namespace {

constexpr double kBucketsPerOctave = 64;
constexpr double kShortest = 1e-9; // s; anything shorter shares a bucket
constexpr std::size_t kMostLevels = 2048;
constexpr std::int64_t kMinute = 60 * kNanosecondsPerSecond;
constexpr std::size_t kMostKinds = 4096;
constexpr std::uint16_t kUnavailable = 503;

/// Ends of what is in flight, the next one first.
using Ends = std::priority_queue<std::int64_t, std::vector<std::int64_t>, std::greater<>>;

/// What is counted of one resource while the table is walked.
struct Watch
{
    Ends ends;
    std::map<std::int64_t, std::uint32_t> minutes; ///< exchanges by minute since the epoch
    std::int64_t first = kUnknown;
    std::int64_t last = kUnknown;
};

bool isFailure(traffic::Outcome outcome)
{
    return outcome == traffic::Outcome::ServerError || outcome == traffic::Outcome::Timeout
           || outcome == traffic::Outcome::Aborted;
}

void count(const traffic::ExchangeChunk &chunk,
           std::size_t row,
           const std::vector<OperationKind> &kinds,
           Watch &watch,
           InFlightProfile &profile)
{
    const std::int64_t begin = chunk.begin[row];
    ++profile.exchanges;
    ++watch.minutes[begin / kMinute];
    if (!isKnown(watch.first))
        watch.first = begin;
    watch.last = begin;
    const std::int64_t latency = chunk.latency[row];
    if (!isKnown(latency) || latency < 0)
        return;
    ++profile.knownLatencies;
    while (!watch.ends.empty() && watch.ends.top() <= begin)
        watch.ends.pop();
    const std::size_t found = std::min(watch.ends.size(), kMostLevels - 1);
    if (profile.levels.size() <= found)
        profile.levels.resize(found + 1);
    InFlightLevel &level = profile.levels[found];
    const double seconds = static_cast<double>(latency) * 1e-9;
    const traffic::Outcome outcome = chunk.outcome[row];
    const bool rejected = chunk.status[row] == kUnavailable;
    ++level.arrivals;
    level.outcomes += outcome == traffic::Outcome::Unknown ? 0 : 1;
    level.errors += outcome == traffic::Outcome::ServerError ? 1 : 0;
    if (rejected) {
        ++level.rejections;
        level.rejectionTime += seconds;
        return;
    }
    if (!isFailure(outcome)) {
        level.latencies.add(seconds);
        profile.byKind[{kinds[number(chunk.operation[row])], found}].add(
            {1, seconds, seconds * seconds});
    }
    watch.ends.push(begin + latency);
}

/// 95th percentile of the rates of all minutes from first to last; the mean rate where that is
/// under a minute.
double peakRate(const Watch &watch, std::uint64_t exchanges)
{
    if (!isKnown(watch.first))
        return 0;
    const double span = static_cast<double>(watch.last - watch.first) * 1e-9;
    if (span < 60)
        return static_cast<double>(exchanges) / std::max(span, 1.0);
    const auto all = static_cast<std::size_t>(watch.last / kMinute - watch.first / kMinute + 1);
    std::vector<double> rates;
    for (const auto &minute : watch.minutes)
        rates.push_back(minute.second / 60.0);
    std::sort(rates.begin(), rates.end());
    // Idle minutes are zeros below all others: look up the rank among all minutes.
    const double rank =
        0.95 * static_cast<double>(all - 1) - static_cast<double>(all - rates.size());
    if (rank < 0)
        return rates.front();
    return sortedQuantile(rates,
                          rates.size() < 2 ? 0 : rank / static_cast<double>(rates.size() - 1));
}

} // namespace

void TimeHistogram::add(double seconds)
{
    const double clipped = std::max(seconds, kShortest);
    ++m_buckets[static_cast<int>(std::floor(std::log2(clipped) * kBucketsPerOctave))];
    m_min = m_count == 0 ? seconds : std::min(m_min, seconds);
    m_max = m_count == 0 ? seconds : std::max(m_max, seconds);
    ++m_count;
    m_sum += seconds;
    m_squares += seconds * seconds;
}

void TimeHistogram::add(const TimeHistogram &other)
{
    if (other.m_count == 0)
        return;
    for (const auto &bucket : other.m_buckets)
        m_buckets[bucket.first] += bucket.second;
    m_min = m_count == 0 ? other.m_min : std::min(m_min, other.m_min);
    m_max = m_count == 0 ? other.m_max : std::max(m_max, other.m_max);
    m_count += other.m_count;
    m_sum += other.m_sum;
    m_squares += other.m_squares;
}

double TimeHistogram::mean() const
{
    return m_count == 0 ? std::nan("") : m_sum / static_cast<double>(m_count);
}

double TimeHistogram::variance() const
{
    if (m_count < 2)
        return std::nan("");
    const double n = static_cast<double>(m_count);
    return std::max(0.0, (m_squares - m_sum * m_sum / n) / (n - 1));
}

double TimeHistogram::quantile(double probability) const
{
    if (m_count == 0)
        return std::nan("");
    if (probability >= 1)
        return m_max;
    const double rank = probability * static_cast<double>(m_count);
    double below = 0;
    for (const auto &bucket : m_buckets) {
        const double here = static_cast<double>(bucket.second);
        if (below + here >= rank) {
            const double part = std::clamp((rank - below) / here, 0.0, 1.0);
            const double value = std::exp2((bucket.first + part) / kBucketsPerOctave);
            return std::clamp(value, m_min, m_max);
        }
        below += here;
    }
    return m_max;
}

void Moments::add(const Moments &other)
{
    count += other.count;
    sum += other.sum;
    squares += other.squares;
}

std::vector<OperationKind> operationKinds(const traffic::ExchangeTable &table)
{
    const table::StringPool &pool = *table.pools().operations;
    table::StringPool names(kMostKinds);
    std::vector<OperationKind> kinds;
    kinds.reserve(pool.size());
    for (std::uint32_t id = 0; id < pool.size(); ++id) {
        const std::string_view operation = pool.at(StringId{id});
        const std::size_t slash = operation.find('/');
        const std::size_t end =
            slash == std::string_view::npos ? slash : operation.find_first_of("/?", slash + 1);
        kinds.push_back(number(names.intern(operation.substr(0, end))));
    }
    return kinds;
}

void InFlightLevel::add(const InFlightLevel &other)
{
    latencies.add(other.latencies);
    arrivals += other.arrivals;
    outcomes += other.outcomes;
    errors += other.errors;
    rejections += other.rejections;
    rejectionTime += other.rejectionTime;
}

void InFlightProfile::add(const InFlightProfile &other)
{
    if (levels.size() < other.levels.size())
        levels.resize(other.levels.size());
    for (std::size_t i = 0; i < other.levels.size(); ++i)
        levels[i].add(other.levels[i]);
    for (const auto &[key, moments] : other.byKind)
        byKind[key].add(moments);
    exchanges += other.exchanges;
    knownLatencies += other.knownLatencies;
    peakRate = std::max(peakRate, other.peakRate);
}

Result<std::vector<InFlightProfile>> inFlightProfiles(const traffic::ExchangeTable &table,
                                                      JobControl &job)
{
    std::vector<InFlightProfile> profiles(table.resources().size());
    std::vector<Watch> watches(profiles.size());
    const std::vector<OperationKind> kinds = operationKinds(table);
    DRAMATIS_CHECK(table.walk(job, [&](const traffic::ExchangeChunk &chunk) -> Result<> {
        for (std::size_t row = 0; row < chunk.size(); ++row) {
            const std::size_t resource = number(chunk.resource[row]);
            count(chunk, row, kinds, watches[resource], profiles[resource]);
        }
        return {};
    }));
    for (std::size_t i = 0; i < profiles.size(); ++i)
        profiles[i].peakRate = peakRate(watches[i], profiles[i].exchanges);
    return profiles;
}

} // namespace dramatis::topology
