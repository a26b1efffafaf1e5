// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/quantile_sketch.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace dramatis::traffic {

namespace {

// Values below 256 have a bucket each; above, the leading bit and the seven bits after it name the
// bucket, so that a bucket's width is at most 1/128 of its values and its middle off by at most
// 1/256.
constexpr int kSubBits = 7;

std::size_t bucketOf(std::int64_t value)
{
    const auto bits = static_cast<std::uint64_t>(value);
    const int shift = std::max(0, static_cast<int>(std::bit_width(bits)) - (kSubBits + 1));
    return (static_cast<std::size_t>(shift) << kSubBits) + static_cast<std::size_t>(bits >> shift);
}

double middleOf(std::size_t bucket)
{
    if (bucket < (std::size_t{2} << kSubBits))
        return static_cast<double>(bucket);
    const std::size_t shift = (bucket >> kSubBits) - 1;
    const double width = std::ldexp(1.0, static_cast<int>(shift));
    const auto mantissa = static_cast<double>(bucket - (shift << kSubBits));
    return width * mantissa + (width - 1) / 2;
}

/// Between which order statistics a quantile lies.
struct Place
{
    std::uint64_t lower = 0;
    double fraction = 0;
};

Place placeOf(double probability, std::uint64_t count)
{
    const double place = std::clamp(probability, 0.0, 1.0) * static_cast<double>(count - 1);
    const auto lower = static_cast<std::uint64_t>(place);
    return {lower, place - static_cast<double>(lower)};
}

} // namespace

void QuantileSketch::add(std::int64_t value)
{
    value = std::max<std::int64_t>(value, 0);
    ++m_count;
    if (!isExact()) {
        addToHistogram(value);
        return;
    }
    m_values.push_back(value);
    if (m_values.size() > m_exact)
        fold();
}

void QuantileSketch::clear()
{
    m_count = 0;
    m_values.clear();
    m_counts.clear();
}

void QuantileSketch::fold()
{
    const std::vector<std::int64_t> values = std::move(m_values);
    m_values = {};
    m_least = std::numeric_limits<std::int64_t>::max();
    m_greatest = 0;
    m_firstBucket = values.empty() ? 0 : bucketOf(values.front());
    m_counts.assign(1, 0);
    for (const std::int64_t value : values)
        addToHistogram(value);
}

void QuantileSketch::addToHistogram(std::int64_t value)
{
    const std::size_t bucket = bucketOf(value);
    if (bucket < m_firstBucket) {
        m_counts.insert(m_counts.begin(), m_firstBucket - bucket, 0);
        m_firstBucket = bucket;
    } else if (bucket - m_firstBucket >= m_counts.size()) {
        m_counts.resize(bucket - m_firstBucket + 1, 0);
    }
    ++m_counts[bucket - m_firstBucket];
    m_least = std::min(m_least, value);
    m_greatest = std::max(m_greatest, value);
}

double QuantileSketch::histogramValueAt(std::uint64_t rank) const
{
    if (rank == 0)
        return static_cast<double>(m_least);
    if (rank + 1 >= m_count)
        return static_cast<double>(m_greatest);
    std::uint64_t before = 0;
    std::size_t i = 0;
    while (i + 1 < m_counts.size() && before + m_counts[i] <= rank)
        before += m_counts[i++];
    return std::clamp(
        middleOf(m_firstBucket + i), static_cast<double>(m_least), static_cast<double>(m_greatest));
}

double QuantileSketch::quantile(double probability, double factor)
{
    if (m_count == 0)
        return std::numeric_limits<double>::quiet_NaN();
    const Place place = placeOf(probability, m_count);
    double low = 0;
    double high = 0;
    if (isExact()) {
        const auto at = m_values.begin() + static_cast<std::ptrdiff_t>(place.lower);
        std::nth_element(m_values.begin(), at, m_values.end());
        low = static_cast<double>(*at);
        high = place.fraction > 0 ? static_cast<double>(*std::min_element(at + 1, m_values.end()))
                                  : low;
    } else {
        low = histogramValueAt(place.lower);
        high = place.fraction > 0 ? histogramValueAt(place.lower + 1) : low;
    }
    return (low + place.fraction * (high - low)) * factor;
}

std::vector<double> QuantileSketch::quantileFunction(std::size_t points, double factor)
{
    std::vector<double> function;
    if (m_count == 0 || points < 2)
        return function;
    std::sort(m_values.begin(), m_values.end());
    function.reserve(points);
    for (std::size_t i = 0; i < points; ++i) {
        const double probability = static_cast<double>(i) / static_cast<double>(points - 1);
        if (!isExact()) {
            function.push_back(quantile(probability, factor));
            continue;
        }
        const Place place = placeOf(probability, m_count);
        const auto low = static_cast<double>(m_values[place.lower]);
        const auto high = static_cast<double>(
            m_values[std::min(m_values.size() - 1, std::size_t{place.lower} + 1)]);
        function.push_back((low + place.fraction * (high - low)) * factor);
    }
    return function;
}

} // namespace dramatis::traffic
