// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dramatis::traffic {

/// Quantiles of measured integers (ns, B) in bounded memory: exact while there are at most `exact`
/// values, beyond that from a logarithmic histogram of 128 buckets per octave, whose answers are
/// off by at most 1/256 (0.4 %) of the value; least and greatest are always exact. What it answers
/// depends on the multiset of values alone, not on their order.
class QuantileSketch
{
public:
    static constexpr std::size_t kDefaultExact = std::size_t{1} << 14;

    explicit QuantileSketch(std::size_t exact = kDefaultExact) : m_exact(exact) {}

    /// @param value  >= 0; a negative one counts as 0
    void add(std::int64_t value);
    void clear();

    [[nodiscard]] std::uint64_t count() const { return m_count; }
    [[nodiscard]] bool isExact() const { return m_counts.empty(); }

    /// The quantile in the values' unit times `factor`, by linear interpolation between order
    /// statistics (type 7 of Hyndman and Fan, The American Statistician 50, 1996); NaN for no
    /// values. May reorder the values that are kept.
    [[nodiscard]] double quantile(double probability, double factor = 1);
    /// Values at `points` equally spaced probabilities from 0 to 1, empty for no values.
    [[nodiscard]] std::vector<double> quantileFunction(std::size_t points, double factor = 1);

private:
    void addToHistogram(std::int64_t value);
    void fold();
    [[nodiscard]] double histogramValueAt(std::uint64_t rank) const;

    std::size_t m_exact;
    std::uint64_t m_count = 0;
    std::vector<std::int64_t> m_values;  ///< all of them, while exact
    std::vector<std::uint64_t> m_counts; ///< by bucket - m_firstBucket, once folded
    std::size_t m_firstBucket = 0;
    std::int64_t m_least = 0; ///< once folded
    std::int64_t m_greatest = 0;
};

} // namespace dramatis::traffic
