// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clustering/border_parents.h"

#include "core/base/parallel.h"

namespace dramatis::clustering {

BorderParents borderParents(const NeighbourLists &lists,
                            std::span<const double> core,
                            std::span<const std::uint32_t> row,
                            unsigned threads)
{
    BorderParents result;
    result.parent.resize(core.size());
    result.from.resize(core.size());
    parallelFor(core.size(), 8192, threads, [&](std::size_t begin, std::size_t end) {
        for (std::size_t point = begin; point < end; ++point) {
            const auto points = lists.pointsOf(point);
            const auto distances = lists.distancesOf(point);
            double least = std::numeric_limits<double>::infinity();
            auto parent = static_cast<std::uint32_t>(point);
            for (std::size_t j = 0; j < points.size(); ++j) {
                if (distances[j] >= core[point] || distances[j] > least)
                    break;
                const double value = std::max(distances[j], core[points[j]]);
                if (value < core[point]
                    && (value < least || (value == least && row[points[j]] < row[parent]))) {
                    least = value;
                    parent = points[j];
                }
            }
            result.parent[point] = parent;
            result.from[point] = least;
        }
    });
    return result;
}

} // namespace dramatis::clustering
