// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clustering/clustering.h"
#include "core/clustering/leaf_kernels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <vector>

namespace dramatis::clustering {

/// A kd-tree whose points are stored in tree order, in leaves of kLeafPoints (the last may hold
/// fewer), so that neighbours in space are neighbours in memory and a whole leaf is measured at
/// once.
///
/// Points are numbered in tree order: point i lies in leaf i / kLeafPoints. `row()` leads back to
/// the input. Searches start from a whole leaf, not from a point: one walk serves all its points,
/// and goes on only where one of them may find something.
class KdTree
{
public:
    /// @param x     observations in rows, at least one feature; finite
    /// @param rows  the rows of x to hold; not empty
    KdTree(const MatrixRef &x, std::span<const std::uint32_t> rows);

    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    [[nodiscard]] std::size_t leafCount() const { return (size() + kLeafPoints - 1) / kLeafPoints; }
    [[nodiscard]] std::size_t nodeCount() const { return m_nodes.size(); }
    /// Input row of each point.
    [[nodiscard]] std::span<const std::uint32_t> rows() const { return m_rows; }
    [[nodiscard]] std::size_t leafBegin(std::size_t leaf) const { return leaf * kLeafPoints; }
    [[nodiscard]] std::size_t leafEnd(std::size_t leaf) const
    {
        return std::min(size(), (leaf + 1) * kLeafPoints);
    }

    /// Which points of `leaf` are at less than `squaredBound` from `point`, and the squared
    /// Euclidean distances of all: differences squared and summed in the order of features, so that
    /// every path through the index rounds alike.
    template<std::size_t Width>
    [[nodiscard]] DRAMATIS_INLINE LeafMask
    near(std::size_t point, std::size_t leaf, double squaredBound, LeafValues &squared) const
    {
        return LeafKernel<Width>::nearPoint(
            block(leaf), valuesOf(point), kLeafPoints, m_features, squaredBound, squared);
    }

    /// The Euclidean distance of two points; rounds as near() does.
    [[nodiscard]] double distance(std::size_t a, std::size_t b) const
    {
        double sum = 0;
        for (std::size_t i = 0; i < m_features * kLeafPoints; i += kLeafPoints) {
            const double difference = valuesOf(b)[i] - valuesOf(a)[i];
            sum += difference * difference;
        }
        return std::sqrt(sum);
    }

    /// Visits leaves, roughly from near to far, that may hold what points of leaf `query` look for.
    ///
    /// @param searching      these points of the leaf
    /// @param squaredBounds  per point, how near that must be. Read again at every step, for bounds
    ///                       shrink meanwhile.
    /// @param worth          (node) -> bool: whether anything below may count
    /// @param visit          (leaf, points that may find something there)
    template<std::size_t Width, typename Worth, typename Visit>
    DRAMATIS_INLINE void walk(std::size_t query,
                              LeafMask searching,
                              const LeafValues &squaredBounds,
                              Worth &&worth,
                              Visit &&visit) const
    {
        struct Pending
        {
            std::uint32_t node;
            LeafMask searching;
        };
        std::array<Pending, 80> stack; // one per level and the root; 2^32 points have fewer levels
        std::size_t depth = 0;
        stack[depth++] = {0, searching};
        const double *queryBox = box(m_nodeOfLeaf[query]);
        while (depth > 0) {
            const Pending here = stack[--depth];
            if (!worth(here.node))
                continue;
            const LeafMask reaching =
                reachingNode<Width>(query, here.searching, here.node, squaredBounds);
            if (reaching == 0)
                continue;
            const Node &node = m_nodes[here.node];
            if (node.leaves == 1) {
                visit(std::size_t{node.firstLeaf}, reaching);
                continue;
            }
            const bool rightFirst =
                queryBox[node.side] + queryBox[m_features + node.side] >= node.twiceSplit;
            stack[depth++] = {rightFirst ? here.node + 1 : node.right, reaching};
            stack[depth++] = {rightFirst ? node.right : here.node + 1, reaching};
        }
    }

    /// For every node, `combine` of its children's values; leaves' values come from `ofLeaf(leaf)`.
    template<typename T, typename OfLeaf, typename Combine>
    void accumulate(std::vector<T> &values, OfLeaf &&ofLeaf, Combine &&combine) const
    {
        values.resize(m_nodes.size());
        for (std::size_t i = m_nodes.size(); i-- > 0;) { // children stand behind their parent
            const Node &node = m_nodes[i];
            values[i] = node.leaves == 1 ? ofLeaf(std::size_t{node.firstLeaf})
                                         : combine(values[i + 1], values[node.right]);
        }
    }

private:
    struct Node
    {
        std::uint32_t firstLeaf = 0;
        std::uint32_t leaves = 0; ///< 1: a leaf
        std::uint32_t right = 0;  ///< second child; the first follows its parent
        std::uint32_t side = 0;   ///< feature that the children are split by
        double twiceSplit = 0;    ///< twice the value there
    };
    struct Builder;

    /// Those of the `searching` points of leaf `query` whose bound reaches into the box of `node`.
    template<std::size_t Width>
    [[nodiscard]] DRAMATIS_INLINE LeafMask reachingNode(std::size_t query,
                                                        LeafMask searching,
                                                        std::uint32_t node,
                                                        const LeafValues &squaredBounds) const
    {
        if (!std::has_single_bit(searching))
            return searching
                   & LeafKernel<Width>::nearBox(block(query), box(node), m_features, squaredBounds);
        const auto lane = static_cast<std::size_t>(std::countr_zero(searching));
        const double *values = block(query) + lane;
        const double *lows = box(node);
        double sum = 0;
        for (std::size_t feature = 0; feature < m_features; ++feature) {
            const double value = values[feature * kLeafPoints];
            const double gap =
                std::max(std::max(lows[feature] - value, value - lows[m_features + feature]), 0.0);
            sum += gap * gap;
        }
        return sum < squaredBounds[lane] ? searching : 0;
    }

    [[nodiscard]] const double *block(std::size_t leaf) const
    {
        return m_blocks.data() + leaf * kLeafPoints * m_features;
    }
    /// Of a point, kLeafPoints apart.
    [[nodiscard]] const double *valuesOf(std::size_t point) const
    {
        return block(point / kLeafPoints) + point % kLeafPoints;
    }
    [[nodiscard]] const double *box(std::size_t node) const
    {
        return m_boxes.data() + node * 2 * m_features;
    }

    std::size_t m_features = 0;
    std::vector<std::uint32_t> m_rows;
    std::vector<double> m_blocks; ///< per leaf: features x kLeafPointsPoints
    std::vector<Node> m_nodes;    ///< parents before children
    std::vector<double> m_boxes;  ///< per node: lows, highs
    std::vector<std::uint32_t> m_nodeOfLeaf;
};

} // namespace dramatis::clustering
