// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clustering/distinct_points.h"

#include <array>
#include <bit>
#include <limits>

namespace dramatis::clustering {

namespace {

std::uint64_t hashOfRow(const MatrixRef &x, Eigen::Index row)
{
    std::uint64_t hash = 0x9e3779b97f4a7c15U;
    for (Eigen::Index feature = 0; feature < x.cols(); ++feature) {
        // + 0.0 makes one zero of the two. The rest is the finaliser of SplitMix64.
        hash ^= std::bit_cast<std::uint64_t>(x(row, feature) + 0.0);
        hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9U;
        hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebU;
        hash ^= hash >> 31;
    }
    return hash;
}

} // namespace

DistinctPoints distinctPoints(const MatrixRef &x)
{
    constexpr std::uint32_t kEmpty = std::numeric_limits<std::uint32_t>::max();
    const auto rows = static_cast<std::size_t>(x.rows());
    const std::size_t mask = std::bit_ceil(2 * rows + 1) - 1;
    std::vector<std::uint32_t> table(mask + 1, kEmpty); // open addressing, holds points

    DistinctPoints points;
    points.firstRow.reserve(rows);
    points.weight.reserve(rows);
    points.pointOfRow.resize(rows);
    // The places of the rows to come are fetched ahead: each is a cache miss.
    constexpr std::size_t kAhead = 16;
    std::array<std::size_t, kAhead> places{};
    const auto fetch = [&](std::size_t row) {
        if (row < rows) {
            places[row % kAhead] = hashOfRow(x, static_cast<Eigen::Index>(row)) & mask;
            __builtin_prefetch(&table[places[row % kAhead]]);
        }
    };
    for (std::size_t row = 0; row < kAhead; ++row)
        fetch(row);
    for (std::size_t row = 0; row < rows; ++row) {
        const auto index = static_cast<Eigen::Index>(row);
        std::size_t place = places[row % kAhead];
        fetch(row + kAhead);
        while (table[place] != kEmpty && x.row(points.firstRow[table[place]]) != x.row(index))
            place = (place + 1) & mask;
        if (table[place] == kEmpty) {
            table[place] = static_cast<std::uint32_t>(points.firstRow.size());
            points.firstRow.push_back(static_cast<std::uint32_t>(row));
            points.weight.push_back(0);
        }
        points.pointOfRow[row] = table[place];
        ++points.weight[table[place]];
    }
    return points;
}

} // namespace dramatis::clustering
