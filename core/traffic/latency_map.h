// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/unknown.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dramatis::traffic {

/// How many exchanges took how long, and when: counts by step of time and logarithmic bucket of
/// latency. At most 360 steps. Latencies of 0, which a log writes for what is shorter than its
/// clock tells, are counted in row 0.
struct LatencyMap
{
    double stepSeconds = 0;        ///< 0: no latency is known
    std::int64_t begin = kUnknown; ///< ns, start of step 0
    std::int64_t firstBucket = 0;  ///< bucket of row 0
    std::uint64_t rows = 0;        ///< buckets
    std::vector<double> counts;    ///< exchanges by step * rows + row

    [[nodiscard]] std::size_t steps() const { return rows == 0 ? 0 : counts.size() / rows; }
    [[nodiscard]] double count(std::size_t step, std::size_t row) const
    {
        return counts[step * rows + row];
    }
    /// Where row `row` begins, s; it ends where the next one begins.
    [[nodiscard]] double lowest(std::size_t row) const;
    bool operator==(const LatencyMap &) const = default;
};

/// Buckets an octave: the next bucket begins 19 % higher.
inline constexpr std::int64_t kLatencyBucketsPerOctave = 4;

/// Bucket b holds the latencies in [2^(b/4), 2^((b+1)/4)) ns; below 2 ns is bucket 0.
[[nodiscard]] std::int64_t latencyBucketOf(std::int64_t latency) noexcept;

/// Fills a LatencyMap.
class LatencyMapBuilder
{
public:
    /// @param begin  of step 0, ns
    /// @param step   ns; as many of these are put together as make at most 360
    /// @param steps  that the capture has
    LatencyMapBuilder(std::int64_t begin, std::int64_t step, std::size_t steps);
    /// @param latency  ns; kUnknown is passed over
    void add(std::int64_t time, std::int64_t latency);
    /// The counts, in rows from the least to the greatest latency that occurs.
    [[nodiscard]] LatencyMap result() const;

private:
    std::int64_t m_begin;
    std::int64_t m_step;
    std::size_t m_steps;
    std::vector<std::uint32_t> m_counts;
};

} // namespace dramatis::traffic
