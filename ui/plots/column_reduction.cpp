// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/column_reduction.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace dramatis::ui {

namespace {

/// Positions in a row that are in one cluster.
struct LabelRun
{
    int cluster = -1;
    std::size_t length = 0;
};

/// The most frequent of some labels; ties go to the smaller one. In the order of a dendrogram
/// labels come in runs, of which there are far fewer than labels.
/// @param runs  for reuse
int mostFrequent(std::span<const int> labels, std::vector<LabelRun> &runs)
{
    runs.clear();
    for (std::size_t i = 0; i < labels.size();) {
        std::size_t end = i;
        while (end < labels.size() && labels[end] == labels[i])
            ++end;
        runs.push_back({labels[i], end - i});
        i = end;
    }
    std::sort(runs.begin(), runs.end(), [](const LabelRun &a, const LabelRun &b) {
        return a.cluster < b.cluster;
    });
    int best = runs.front().cluster;
    std::size_t most = 0;
    for (std::size_t i = 0; i < runs.size();) {
        std::size_t total = 0;
        const int cluster = runs[i].cluster;
        for (; i < runs.size() && runs[i].cluster == cluster; ++i)
            total += runs[i].length;
        if (total > most) {
            most = total;
            best = cluster;
        }
    }
    return best;
}

/// The first position of a column.
std::size_t columnStart(std::size_t column, std::size_t columns, std::size_t positions)
{
    return column * positions / columns;
}

} // namespace

std::vector<Column> heightColumns(std::span<const float> heights, std::size_t columns)
{
    const std::size_t count = std::min(columns, heights.size());
    std::vector<Column> out(count);
    for (std::size_t c = 0; c < count; ++c) {
        Column &column = out[c];
        const std::size_t from = columnStart(c, count, heights.size());
        column.high = heights[from];
        bool anyFinite = false;
        for (std::size_t i = from; i < columnStart(c + 1, count, heights.size()); ++i) {
            column.high = std::max(column.high, heights[i]);
            if (std::isfinite(heights[i])) {
                column.low = anyFinite ? std::min(column.low, heights[i]) : heights[i];
                anyFinite = true;
            }
        }
    }
    return out;
}

void labelColumns(std::span<Column> columns, std::span<const int> clusters)
{
    std::vector<LabelRun> runs;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const std::size_t from = columnStart(c, columns.size(), clusters.size());
        const std::size_t to = columnStart(c + 1, columns.size(), clusters.size());
        columns[c].cluster = mostFrequent(clusters.subspan(from, to - from), runs);
    }
}

std::vector<ClusterRun> longestRuns(std::span<const int> clusters, std::size_t least)
{
    std::vector<ClusterRun> longest;
    std::unordered_map<int, std::size_t> places; // only looked up
    for (std::size_t i = 0; i < clusters.size();) {
        std::size_t end = i;
        while (end < clusters.size() && clusters[end] == clusters[i])
            ++end;
        const ClusterRun run{clusters[i], i, end - i};
        i = end;
        if (run.cluster < 0 || run.length < least)
            continue;
        const auto [at, isNew] = places.try_emplace(run.cluster, longest.size());
        if (isNew)
            longest.push_back(run);
        else if (longest[at->second].length < run.length)
            longest[at->second] = run;
    }
    return longest;
}

} // namespace dramatis::ui
