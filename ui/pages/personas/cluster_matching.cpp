// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/cluster_matching.h"

#include <QtGlobal>

#include <algorithm>
#include <cstdint>
#include <set>

namespace dramatis::ui {

namespace {

/// How many points an old and a new cluster share; the pair is old << 32 | new.
struct Shared
{
    std::uint64_t count;
    std::uint64_t pair;
};

/// Counted in a flat table: for few clusters, as there are as a rule.
std::vector<Shared> sharedByTable(std::span<const int> before,
                                  std::span<const int> after,
                                  std::uint64_t cells,
                                  std::uint64_t columns)
{
    std::vector<std::uint32_t> counts(cells, 0);
    for (std::size_t i = 0; i < before.size(); ++i)
        if (before[i] >= 0 && after[i] >= 0)
            ++counts[static_cast<std::uint64_t>(before[i]) * columns
                     + static_cast<std::uint64_t>(after[i])];
    std::vector<Shared> shared;
    for (std::uint64_t cell = 0; cell < cells; ++cell)
        if (counts[cell] > 0)
            shared.push_back({counts[cell], (cell / columns) << 32 | (cell % columns)});
    return shared;
}

/// Counted by sorting: O(n log n) in the points that are in clusters both times, without a table
/// of all pairs.
std::vector<Shared> sharedBySorting(std::span<const int> before, std::span<const int> after)
{
    std::vector<std::uint64_t> pairs;
    pairs.reserve(before.size());
    for (std::size_t i = 0; i < before.size(); ++i)
        if (before[i] >= 0 && after[i] >= 0)
            pairs.push_back(static_cast<std::uint64_t>(before[i]) << 32
                            | static_cast<std::uint32_t>(after[i]));
    std::sort(pairs.begin(), pairs.end());
    std::vector<Shared> shared;
    for (std::size_t i = 0; i < pairs.size();) {
        std::size_t end = i;
        while (end < pairs.size() && pairs[end] == pairs[i])
            ++end;
        shared.push_back({end - i, pairs[i]});
        i = end;
    }
    return shared;
}

std::vector<Shared> sharedPoints(std::span<const int> before,
                                 int clustersBefore,
                                 std::span<const int> after,
                                 int clustersAfter)
{
    constexpr std::uint64_t kMostCells =
        1U << 20; // 4 MiB: cleared faster than a million pairs are sorted
    const auto columns = static_cast<std::uint64_t>(std::max(0, clustersAfter));
    const std::uint64_t cells = static_cast<std::uint64_t>(std::max(0, clustersBefore)) * columns;
    return cells <= kMostCells ? sharedByTable(before, after, cells, columns)
                               : sharedBySorting(before, after);
}

} // namespace

std::vector<int> matchClusters(std::span<const int> before,
                               int clustersBefore,
                               std::span<const int> after,
                               int clustersAfter)
{
    Q_ASSERT(before.size() == after.size());
    std::vector<int> match(static_cast<std::size_t>(std::max(0, clustersAfter)), -1);
    std::vector<Shared> shared = sharedPoints(before, clustersBefore, after, clustersAfter);
    std::sort(shared.begin(), shared.end(), [](const Shared &a, const Shared &b) {
        return a.count != b.count ? a.count > b.count : a.pair < b.pair;
    });
    std::vector<bool> taken(static_cast<std::size_t>(std::max(0, clustersBefore)), false);
    for (const Shared &candidate : shared) {
        const auto old = static_cast<std::size_t>(candidate.pair >> 32);
        const auto now = static_cast<std::size_t>(candidate.pair & 0xFFFFFFFF);
        if (taken[old] || match[now] >= 0)
            continue;
        taken[old] = true;
        match[now] = static_cast<int>(old);
    }
    return match;
}

std::vector<int>
carryStyles(std::span<const int> match, std::span<const int> stylesBefore, int firstFree)
{
    std::vector<int> styles(match.size(), -1);
    std::set<int> used;
    for (std::size_t c = 0; c < match.size(); ++c) {
        if (match[c] < 0)
            continue;
        styles[c] = stylesBefore[static_cast<std::size_t>(match[c])];
        used.insert(styles[c]);
    }
    int next = firstFree;
    for (int &style : styles) {
        if (style >= 0)
            continue;
        while (used.contains(next))
            ++next;
        style = next++;
    }
    return styles;
}

} // namespace dramatis::ui
