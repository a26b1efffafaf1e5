// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clustering/kd_tree.h"

#include <limits>

namespace dramatis::clustering {

/// Splits the widest side of a node's box at a median rounded to whole leaves, so that every leaf
/// but the last is full and point numbers need no table.
///
/// The values are carried along and follow the points at every split: fetched from the input, a
/// point of a small node would cost a cache miss of its own at each level.
struct KdTree::Builder
{
    KdTree &tree;
    struct Keyed
    {
        double key;
        std::uint32_t row;
        std::uint32_t place; ///< where its values stood before the split
    };
    std::vector<Keyed> points;
    std::vector<double> values; ///< per point, its features
    std::vector<double> sorted; ///< the values while they move

    void build(std::size_t firstLeaf, std::size_t leaves)
    {
        const std::size_t begin = firstLeaf * kLeafPoints;
        const std::size_t end = std::min(points.size(), (firstLeaf + leaves) * kLeafPoints);
        const std::size_t self = tree.m_nodes.size();
        tree.m_nodes.push_back(
            {static_cast<std::uint32_t>(firstLeaf), static_cast<std::uint32_t>(leaves), 0, 0, 0.0});
        const std::size_t widest = appendBox(begin, end);
        if (leaves == 1) {
            tree.m_nodeOfLeaf[firstLeaf] = static_cast<std::uint32_t>(self);
            return;
        }
        const std::size_t leftLeaves = leaves / 2;
        const std::size_t middle = begin + leftLeaves * kLeafPoints;
        split(begin, middle, end, widest);
        tree.m_nodes[self].side = static_cast<std::uint32_t>(widest);
        tree.m_nodes[self].twiceSplit = 2 * points[middle].key;
        build(firstLeaf, leftLeaves);
        tree.m_nodes[self].right = static_cast<std::uint32_t>(tree.m_nodes.size());
        build(firstLeaf + leftLeaves, leaves - leftLeaves);
    }

    /// Puts what is low in a feature before `middle` and what is high behind.
    void split(std::size_t begin, std::size_t middle, std::size_t end, std::size_t feature)
    {
        const std::size_t features = tree.m_features;
        for (std::size_t i = begin; i < end; ++i)
            points[i] = {
                values[i * features + feature], points[i].row, static_cast<std::uint32_t>(i)};
        const auto at = [this](std::size_t i) {
            return points.begin() + static_cast<std::ptrdiff_t>(i);
        };
        std::nth_element(at(begin), at(middle), at(end), [](const Keyed &a, const Keyed &b) {
            return a.key < b.key || (a.key == b.key && a.row < b.row);
        });
        for (std::size_t i = begin; i < end; ++i)
            for (std::size_t f = 0; f < features; ++f)
                sorted[i * features + f] = values[points[i].place * features + f];
        std::copy(sorted.begin() + static_cast<std::ptrdiff_t>(begin * features),
                  sorted.begin() + static_cast<std::ptrdiff_t>(end * features),
                  values.begin() + static_cast<std::ptrdiff_t>(begin * features));
    }

    /// Appends the box around points [begin, end) and tells its widest side.
    std::size_t appendBox(std::size_t begin, std::size_t end)
    {
        const std::size_t features = tree.m_features;
        const std::size_t low = tree.m_boxes.size();
        tree.m_boxes.resize(low + features, std::numeric_limits<double>::infinity());
        tree.m_boxes.resize(low + 2 * features, -std::numeric_limits<double>::infinity());
        double *lows = tree.m_boxes.data() + low;
        double *highs = lows + features;
        for (std::size_t feature = 0; feature < features; ++feature) {
            double least = lows[feature];
            double most = highs[feature];
            for (std::size_t i = begin; i < end; ++i) {
                least = std::min(least, values[i * features + feature]);
                most = std::max(most, values[i * features + feature]);
            }
            lows[feature] = least;
            highs[feature] = most;
        }
        std::size_t widest = 0;
        for (std::size_t feature = 1; feature < features; ++feature)
            if (highs[feature] - lows[feature] > highs[widest] - lows[widest])
                widest = feature;
        return widest;
    }
};

KdTree::KdTree(const MatrixRef &x, std::span<const std::uint32_t> rows)
    : m_features(static_cast<std::size_t>(x.cols()))
{
    Builder builder{*this, {}, {}, {}};
    builder.points.reserve(rows.size());
    builder.values.reserve(rows.size() * m_features);
    for (const std::uint32_t row : rows) {
        builder.points.push_back({0.0, row, 0});
        for (Eigen::Index feature = 0; feature < x.cols(); ++feature)
            builder.values.push_back(x(row, feature));
    }
    builder.sorted.resize(builder.values.size());
    const std::size_t leaves = (rows.size() + kLeafPoints - 1) / kLeafPoints;
    m_nodeOfLeaf.resize(leaves);
    m_nodes.reserve(2 * leaves);
    m_boxes.reserve(2 * leaves * 2 * m_features);
    builder.build(0, leaves);

    m_rows.reserve(rows.size());
    m_blocks.resize(leaves * kLeafPoints * m_features, std::numeric_limits<double>::quiet_NaN());
    for (std::size_t point = 0; point < rows.size(); ++point) {
        m_rows.push_back(builder.points[point].row);
        double *to = m_blocks.data() + (point / kLeafPoints) * kLeafPoints * m_features
                     + point % kLeafPoints;
        for (std::size_t feature = 0; feature < m_features; ++feature)
            to[feature * kLeafPoints] = builder.values[point * m_features + feature];
    }
}

} // namespace dramatis::clustering
