// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clustering/density_index.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dramatis::clustering {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// The finite, positive part of the sorted core distances: [begin, end).
struct Usable
{
    std::size_t begin = 0;
    std::size_t end = 0;
};

Usable usable(std::span<const double> sorted)
{
    const auto begin = std::upper_bound(sorted.begin(), sorted.end(), 0.0);
    const auto end = std::lower_bound(begin, sorted.end(), kInfinity);
    return {static_cast<std::size_t>(begin - sorted.begin()),
            static_cast<std::size_t>(end - sorted.begin())};
}

} // namespace

EpsilonSuggestion kneeEpsilon(const DensityIndex &index)
{
    const std::span<const double> sorted = index.sortedCoreDistances();
    const auto [begin, end] = usable(sorted);
    EpsilonSuggestion suggestion;
    if (begin == end) {
        suggestion.epsilon = std::numeric_limits<double>::denorm_min();
        return suggestion;
    }
    const double low = sorted[begin];
    const double high = sorted[end - 1];
    double best = -1;
    for (std::size_t i = begin; i < end; ++i) {
        const double across = static_cast<double>(i - begin + 1) / static_cast<double>(end - begin);
        const double up = high > low ? (sorted[i] - low) / (high - low) : 0.0;
        if (across - up > best) {
            best = across - up;
            suggestion.rank = i;
        }
    }
    suggestion.epsilon = sorted[suggestion.rank];
    return suggestion;
}

EpsilonSuggestion mostPersistentEpsilon(const DensityIndex &index)
{
    return kneeEpsilon(index);
}

} // namespace dramatis::clustering
