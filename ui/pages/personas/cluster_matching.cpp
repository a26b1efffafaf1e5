// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/cluster_matching.h"

#include <QtGlobal>

#include <algorithm>
#include <cstdint>
#include <set>

namespace dramatis::ui {

std::vector<int> matchClusters(std::span<const int> before,
                               int clustersBefore,
                               std::span<const int> after,
                               int clustersAfter)
{
    Q_ASSERT(before.size() == after.size());
    std::vector<int> match(static_cast<std::size_t>(std::max(0, clustersAfter)), -1);
    // Pairs as one number: sorted, equal pairs stand together. This costs O(n log n) only in the
    // number of points that are in clusters both times, without a table of all pairs.
    std::vector<std::uint64_t> pairs;
    pairs.reserve(before.size());
    for (std::size_t i = 0; i < before.size(); ++i)
        if (before[i] >= 0 && after[i] >= 0)
            pairs.push_back(static_cast<std::uint64_t>(before[i]) << 32
                            | static_cast<std::uint32_t>(after[i]));
    // Few clusters as a rule: a flat table then is faster than sorting.
    struct Shared
    {
        std::uint64_t count;
        std::uint64_t pair;
    };
    std::vector<Shared> shared;
    const auto cells = static_cast<std::uint64_t>(std::max(0, clustersBefore))
                       * static_cast<std::uint64_t>(std::max(0, clustersAfter));
    if (cells <= 1u << 16) {
        std::vector<std::uint64_t> counts(cells, 0);
        const auto columns = static_cast<std::uint64_t>(clustersAfter);
        for (const std::uint64_t pair : pairs)
            ++counts[(pair >> 32) * columns + (pair & 0xFFFFFFFF)];
        for (std::uint64_t cell = 0; cell < cells; ++cell)
            if (counts[cell] > 0)
                shared.push_back({counts[cell], (cell / columns) << 32 | (cell % columns)});
    } else {
        std::sort(pairs.begin(), pairs.end());
        for (std::size_t i = 0; i < pairs.size();) {
            std::size_t end = i;
            while (end < pairs.size() && pairs[end] == pairs[i])
                ++end;
            shared.push_back({end - i, pairs[i]});
            i = end;
        }
    }
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

std::vector<int> carryStyles(std::span<const int> match, std::span<const int> stylesBefore)
{
    std::vector<int> styles(match.size(), -1);
    std::set<int> used;
    for (std::size_t c = 0; c < match.size(); ++c) {
        if (match[c] < 0)
            continue;
        styles[c] = stylesBefore[static_cast<std::size_t>(match[c])];
        used.insert(styles[c]);
    }
    int next = 0;
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
