// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/query/query_statements.h"

#include <array>

namespace dramatis::capture {

/// Quantiles of latencies of which only the counts in logarithmic buckets are known: never further
/// from the truth than its bucket is wide.
class BucketQuantiles
{
public:
    /// @param least  of all latencies, ns: where the first bucket begins
    BucketQuantiles(const LatencyEdges &edges, double least) : m_edges(edges), m_least(least) {}

    /// How many lie below the upper end of `bucket`; of the last one, all.
    void setBelow(std::size_t bucket, double count) { m_below[bucket] = count; }
    /// Adds what another one of the same edges counted.
    void add(const BucketQuantiles &other)
    {
        for (std::size_t i = 0; i < m_below.size(); ++i)
            m_below[i] += other.m_below[i];
    }
    /// ns, geometric between the ends of the bucket that the rank (count - 1) * probability falls
    /// into; NaN for none.
    [[nodiscard]] double quantile(double probability) const;

private:
    LatencyEdges m_edges;
    double m_least;
    std::array<double, kLatencyBuckets> m_below{};
};

} // namespace dramatis::capture
