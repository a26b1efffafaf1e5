// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clustering/clustering.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

namespace dramatis::clustering {

/// A kd-tree whose points are stored in tree order, in leaves of kLeaf points (the last may hold
/// fewer), so that neighbours in space are neighbours in memory and a whole leaf is measured at
/// once.
///
/// Points are numbered in tree order: point i lies in leaf i / kLeaf. `row()` leads back to the
/// input. Searches start from a whole leaf, not from a point: one walk serves kLeaf queries.
class KdTree
{
public:
    static constexpr std::size_t kLeaf = 16;
    using LeafArray = Eigen::Array<double, static_cast<int>(kLeaf), 1>;

    /// @param x     observations in rows, at least one feature; finite
    /// @param rows  the rows of x to hold; not empty
    KdTree(const MatrixRef &x, std::span<const std::uint32_t> rows);

    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    [[nodiscard]] std::size_t leafCount() const { return (size() + kLeaf - 1) / kLeaf; }
    [[nodiscard]] std::size_t nodeCount() const { return m_nodes.size(); }
    /// Input row of each point.
    [[nodiscard]] std::span<const std::uint32_t> rows() const { return m_rows; }
    [[nodiscard]] std::size_t leafBegin(std::size_t leaf) const { return leaf * kLeaf; }
    [[nodiscard]] std::size_t leafEnd(std::size_t leaf) const
    {
        return std::min(size(), (leaf + 1) * kLeaf);
    }

    /// Squared Euclidean distances of `point` to the points of `leaf`: differences squared and
    /// summed in the order of features, so that every path through the index rounds alike. NaN in
    /// unused places.
    [[nodiscard]] LeafArray squaredDistances(std::size_t point, std::size_t leaf) const
    {
        const double *from = block(point / kLeaf) + point % kLeaf;
        return laneByLane(block(leaf), [from](Lanes value, std::size_t feature) {
            value -= from[feature * kLeaf];
            return Lanes(value * value);
        });
    }

    /// Squared distances of the points of leaf `query` to the box of `leaf`: bounds
    /// squaredDistances() from below, rounding included. NaN in unused places.
    [[nodiscard]] LeafArray squaredGaps(std::size_t query, std::size_t leaf) const
    {
        const double *lows = box(m_nodeOfLeaf[leaf]);
        const double *highs = lows + m_features;
        return laneByLane(block(query), [lows, highs](const Lanes &value, std::size_t feature) {
            const Lanes gap = (lows[feature] - value).max(value - highs[feature]).max(0.0);
            return Lanes(gap * gap);
        });
    }

    /// Visits leaves, roughly from near to far, that may hold what leaf `query` looks for.
    ///
    /// @param worth  (node, squared distance between the boxes) -> bool: whether anything below may
    /// count.
    ///               The distance bounds every squaredDistances() below the node from below,
    ///               rounding included. Asked again when the node's turn comes, for bounds shrink
    ///               meanwhile.
    /// @param visit  (leaf)
    template<typename Worth, typename Visit>
    void walk(std::size_t query, Worth &&worth, Visit &&visit) const
    {
        struct Pending
        {
            std::uint32_t node;
            double distance;
        };
        std::array<Pending, 80> stack; // one per level and the root; 2^32 points have fewer levels
        std::size_t depth = 0;
        stack[depth++] = {0, 0.0};
        const double *queryBox = box(m_nodeOfLeaf[query]);
        while (depth > 0) {
            const Pending here = stack[--depth];
            if (!worth(here.node, here.distance))
                continue;
            const Node &node = m_nodes[here.node];
            if (node.leaves == 1) {
                visit(std::size_t{node.firstLeaf});
                continue;
            }
            Pending near{here.node + 1, squaredGap(queryBox, box(here.node + 1))};
            Pending far{node.right, squaredGap(queryBox, box(node.right))};
            const bool queryIsRight = query >= m_nodes[node.right].firstLeaf;
            if (far.distance < near.distance || (far.distance == near.distance && queryIsRight))
                std::swap(near, far);
            stack[depth++] = far;
            stack[depth++] = near;
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
    };
    struct Builder;
    using Lanes = Eigen::Array<double, 8, 1>; // as many as stay in registers

    /// Sums `term(values of eight points, feature)` over the features of a leaf's points, in their
    /// order.
    template<typename Term>
    [[nodiscard]] LeafArray laneByLane(const double *values, Term &&term) const
    {
        static_assert(kLeaf % 8 == 0);
        LeafArray result;
        for (std::size_t lane = 0; lane < kLeaf; lane += 8) {
            Lanes sum = term(Eigen::Map<const Lanes>(values + lane), 0);
            for (std::size_t feature = 1; feature < m_features; ++feature)
                sum += term(Eigen::Map<const Lanes>(values + feature * kLeaf + lane), feature);
            result.segment<8>(static_cast<Eigen::Index>(lane)) = sum;
        }
        return result;
    }

    [[nodiscard]] const double *block(std::size_t leaf) const
    {
        return m_blocks.data() + leaf * kLeaf * m_features;
    }
    [[nodiscard]] const double *box(std::size_t node) const
    {
        return m_boxes.data() + node * 2 * m_features;
    }
    /// Squared distance of two boxes (lows, then highs). Differences, squares and sums as in
    /// squaredDistances(): rounding is monotone, so this never exceeds what is computed for points
    /// inside.
    [[nodiscard]] double squaredGap(const double *a, const double *b) const
    {
        double sum = 0;
        for (std::size_t low = 0, high = m_features; low < m_features; ++low, ++high) {
            const double gap = std::max(std::max(a[low] - b[high], b[low] - a[high]), 0.0);
            sum += gap * gap;
        }
        return sum;
    }

    std::size_t m_features = 0;
    std::vector<std::uint32_t> m_rows;
    std::vector<double> m_blocks; ///< per leaf: features x kLeaf
    std::vector<Node> m_nodes;    ///< parents before children
    std::vector<double> m_boxes;  ///< per node: lows, highs
    std::vector<std::uint32_t> m_nodeOfLeaf;
};

} // namespace dramatis::clustering
