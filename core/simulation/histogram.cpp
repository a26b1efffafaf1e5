// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/histogram.h"

#include <algorithm>
#include <limits>

namespace dramatis::simulation {

std::uint64_t Histogram::lowerOf(std::uint32_t bucket) noexcept
{
    const std::uint32_t octave = bucket / kPerOctave;
    const std::uint64_t within = bucket % kPerOctave;
    return octave == 0 ? within : (kPerOctave + within) << (octave - 1);
}

std::uint64_t Histogram::widthOf(std::uint32_t bucket) noexcept
{
    const std::uint32_t octave = bucket / kPerOctave;
    return octave == 0 ? 1 : std::uint64_t{1} << (octave - 1);
}

void Histogram::add(const Histogram &other)
{
    other.forEach([&](std::uint32_t bucket, std::uint32_t count) { m_counts[bucket] += count; });
    m_octaves |= other.m_octaves;
}

void Histogram::add(const SparseHistogram &other)
{
    for (const auto &[index, count] : other.buckets) {
        m_counts[index] += count;
        m_octaves |= std::uint64_t{1} << (index / kPerOctave);
    }
}

void Histogram::clear()
{
    for (std::uint64_t left = m_octaves; left != 0; left &= left - 1) {
        const auto first = m_counts.begin() + std::countr_zero(left) * int{kPerOctave};
        std::fill(first, first + int{kPerOctave}, 0u);
    }
    m_octaves = 0;
}

SparseHistogram Histogram::sparse() const
{
    SparseHistogram result;
    forEach([&](std::uint32_t bucket, std::uint32_t count) {
        result.buckets.push_back({bucket, count});
    });
    return result;
}

std::uint64_t Histogram::total() const
{
    std::uint64_t sum = 0;
    forEach([&](std::uint32_t, std::uint32_t count) { sum += count; });
    return sum;
}

void Histogram::quantilesInto(const double *probabilities,
                              std::size_t count,
                              std::int64_t least,
                              std::int64_t greatest,
                              double *result) const
{
    std::fill(result, result + count, std::numeric_limits<double>::quiet_NaN());
    const auto all = static_cast<double>(total());
    if (all == 0)
        return;
    std::size_t wanted = 0;
    double below = 0;
    forEach([&](std::uint32_t bucket, std::uint32_t here) {
        const auto inside = static_cast<double>(here);
        while (wanted < count && below + inside >= probabilities[wanted] * all) {
            const double part = (probabilities[wanted] * all - below) / inside;
            const double value =
                static_cast<double>(lowerOf(bucket)) + part * static_cast<double>(widthOf(bucket));
            result[wanted++] =
                std::clamp(value, static_cast<double>(least), static_cast<double>(greatest));
        }
        below += inside;
    });
    while (wanted < count) // rounding of probability times count
        result[wanted++] = static_cast<double>(greatest);
}

} // namespace dramatis::simulation
