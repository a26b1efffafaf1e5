// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/latency_map.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace dramatis::traffic {

namespace {

constexpr std::size_t kMostMapSteps = 360;
constexpr std::size_t kAllBuckets = 63 * kLatencyBucketsPerOctave;

} // namespace

double LatencyMap::lowest(std::size_t row) const
{
    return std::exp2(static_cast<double>(firstBucket + static_cast<std::int64_t>(row))
                     / static_cast<double>(kLatencyBucketsPerOctave))
           * 1e-9;
}

std::int64_t latencyBucketOf(std::int64_t latency) noexcept
{
    if (latency < 2)
        return 0;
    const int octave = static_cast<int>(std::bit_width(static_cast<std::uint64_t>(latency))) - 1;
    const double mantissa = std::ldexp(static_cast<double>(latency), -octave);
    constexpr std::array kBounds{1.189207115002721, 1.4142135623730951, 1.681792830507429};
    std::int64_t part = 0;
    for (const double bound : kBounds)
        part += mantissa >= bound ? 1 : 0;
    return octave * kLatencyBucketsPerOctave + part;
}

LatencyMapBuilder::LatencyMapBuilder(std::int64_t begin, std::int64_t step, std::size_t steps)
    : m_begin(begin)
{
    const std::size_t together = (steps + kMostMapSteps - 1) / kMostMapSteps;
    m_step = step * static_cast<std::int64_t>(together);
    m_steps = (steps + together - 1) / together;
    m_counts.assign(m_steps * kAllBuckets, 0);
}

void LatencyMapBuilder::add(std::int64_t time, std::int64_t latency)
{
    if (!isKnown(latency))
        return;
    const auto step = static_cast<std::size_t>((time - m_begin) / m_step);
    const auto bucket =
        std::min(kAllBuckets - 1, static_cast<std::size_t>(latencyBucketOf(latency)));
    ++m_counts[std::min(step, m_steps - 1) * kAllBuckets + bucket];
}

LatencyMap LatencyMapBuilder::result() const
{
    LatencyMap map;
    std::size_t first = kAllBuckets;
    std::size_t last = 0;
    bool isEmpty = true;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        if (m_counts[i] == 0)
            continue;
        isEmpty = false;
        if (const std::size_t bucket = i % kAllBuckets; bucket > 0) {
            first = std::min(first, bucket);
            last = std::max(last, bucket);
        }
    }
    if (isEmpty)
        return map;
    first = std::min(first, last); // nothing but zeros: they are all that there is
    map.stepSeconds = static_cast<double>(m_step) * 1e-9;
    map.begin = m_begin;
    map.firstBucket = static_cast<std::int64_t>(first);
    map.rows = last - first + 1;
    map.counts.reserve(m_steps * map.rows);
    for (std::size_t step = 0; step < m_steps; ++step) {
        const std::uint32_t *counts = &m_counts[step * kAllBuckets];
        for (std::size_t bucket = first; bucket <= last; ++bucket)
            map.counts.push_back(counts[bucket]);
        if (first > 0)
            map.counts[step * map.rows] += counts[0];
    }
    return map;
}

} // namespace dramatis::traffic
