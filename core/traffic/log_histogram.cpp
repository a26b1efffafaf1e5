// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/log_histogram.h"

#include <QtGlobal>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace dramatis::traffic {

void LogHistogram::add(std::int64_t value)
{
    Q_ASSERT(value >= 0);
    const auto size = static_cast<std::uint64_t>(value);
    std::size_t block = 0;
    std::size_t bucket = size;
    if (size >= kPerOctave) {
        const auto shift = static_cast<std::size_t>(std::bit_width(size)) - 8;
        block = shift + 1;
        bucket = (size >> shift) - kPerOctave;
    }
    if (!m_blocks[block])
        m_blocks[block] = std::make_unique<Block>();
    ++(*m_blocks[block])[bucket];
    m_least = m_count == 0 ? value : std::min(m_least, value);
    m_largest = std::max(m_largest, value);
    ++m_count;
}

void LogHistogram::clear()
{
    for (auto &block : m_blocks) {
        if (block)
            block->fill(0);
    }
    m_count = 0;
    m_largest = 0;
}

double LogHistogram::quantile(double probability) const
{
    if (m_count == 0)
        return std::numeric_limits<double>::quiet_NaN();
    const double rank = probability * static_cast<double>(m_count - 1);
    const auto lower = static_cast<std::uint64_t>(rank);
    const double part = rank - std::floor(rank);
    const double value = valueAt(lower);
    return part > 0 ? value + part * (valueAt(std::min(lower + 1, m_count - 1)) - value) : value;
}

/// The value of the given rank: the middle of its bucket, within the least and the largest value.
double LogHistogram::valueAt(std::uint64_t rank) const
{
    std::uint64_t before = 0;
    for (std::size_t block = 0; block < m_blocks.size(); ++block) {
        if (!m_blocks[block])
            continue;
        for (std::size_t bucket = 0; bucket < kPerOctave; ++bucket) {
            before += (*m_blocks[block])[bucket];
            if (before <= rank)
                continue;
            if (block == 0)
                return static_cast<double>(bucket);
            // Buckets of block 1 are one wide, so their middle is the value itself.
            const double width = std::ldexp(1.0, static_cast<int>(block) - 1);
            const double first = static_cast<double>(kPerOctave + bucket) * width;
            return std::clamp(first + (width - 1) / 2,
                              static_cast<double>(m_least),
                              static_cast<double>(m_largest));
        }
    }
    return static_cast<double>(m_largest);
}

} // namespace dramatis::traffic
