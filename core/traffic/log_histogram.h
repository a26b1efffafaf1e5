// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>

namespace dramatis::traffic {

/// Counts of non-negative integers in buckets that grow with the value: 128 per octave, so that a
/// quantile is off by at most 0.4 % (values below 128 are exact). Memory follows the octaves that
/// occur.
class LogHistogram
{
public:
    void add(std::int64_t value);
    void clear();
    [[nodiscard]] std::uint64_t count() const { return m_count; }
    /// The value at `probability` in [0, 1] by rank (count - 1) * probability, interpolated between
    /// neighbours (type 7 of Hyndman and Fan); NaN for no values.
    [[nodiscard]] double quantile(double probability) const;

private:
    static constexpr std::size_t kPerOctave = 128;
    using Block = std::array<std::uint32_t, kPerOctave>;

    [[nodiscard]] double valueAt(std::uint64_t rank) const;

    /// Block 0 holds the values below 128, block i those in [2^(6 + i), 2^(7 + i)).
    std::array<std::unique_ptr<Block>, 57> m_blocks;
    std::uint64_t m_count = 0;
    std::int64_t m_least = 0;
    std::int64_t m_largest = 0;
};

} // namespace dramatis::traffic
