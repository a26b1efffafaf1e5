// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/column_reduction.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>

namespace dramatis::ui {

namespace {

/// The most frequent value of a few; ties go to the smaller one.
int mostFrequent(std::vector<int> &values)
{
    std::sort(values.begin(), values.end());
    int best = values.front();
    std::size_t most = 0;
    for (std::size_t i = 0; i < values.size();) {
        std::size_t end = i;
        while (end < values.size() && values[end] == values[i])
            ++end;
        if (end - i > most) {
            most = end - i;
            best = values[i];
        }
        i = end;
    }
    return best;
}

} // namespace

std::vector<Column>
reduceToColumns(std::span<const float> heights, std::span<const int> clusters, std::size_t columns)
{
    Q_ASSERT(heights.size() == clusters.size());
    const std::size_t count = std::min(columns, heights.size());
    std::vector<Column> out(count);
    std::vector<int> inColumn;
    for (std::size_t c = 0; c < count; ++c) {
        const std::size_t from = c * heights.size() / count;
        const std::size_t to = (c + 1) * heights.size() / count;
        Column &column = out[c];
        column.high = heights[from];
        bool anyFinite = false;
        for (std::size_t i = from; i < to; ++i) {
            column.high = std::max(column.high, heights[i]);
            if (std::isfinite(heights[i])) {
                column.low = anyFinite ? std::min(column.low, heights[i]) : heights[i];
                anyFinite = true;
            }
        }
        inColumn.assign(clusters.begin() + std::ptrdiff_t(from),
                        clusters.begin() + std::ptrdiff_t(to));
        column.cluster = mostFrequent(inColumn);
    }
    return out;
}

} // namespace dramatis::ui
