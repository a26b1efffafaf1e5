// SPDX-License-Identifier: GPL-3.0-or-later
//
// All nearest neighbours at once. The points of a leaf search together: the tree is walked once per
// leaf, against the largest of its points' current k-th distances, and a leaf that is reached is
// measured against each point with its own bound. Since leaves are visited from near to far, the
// lists fill early and the bounds are tight for the rest of the walk.
#include "core/clustering/neighbours.h"

#include "core/base/parallel.h"
#include "core/clustering/tr.h"

#include <limits>

namespace dramatis::clustering {

namespace {

/// The search of one leaf. Kept by a thread from leaf to leaf for its storage.
class LeafSearch
{
public:
    LeafSearch(const KdTree &tree, NeighbourLists &lists) : m_tree(tree), m_lists(lists) {}

    void run(std::size_t leaf)
    {
        const std::size_t begin = m_tree.leafBegin(leaf);
        const std::size_t end = m_tree.leafEnd(leaf);
        double widest = kInfinity;
        m_tree.walk(
            leaf,
            [&](std::uint32_t, double distance) { return distance < widest; },
            [&](std::size_t other) {
                const KdTree::LeafArray gaps = m_tree.squaredGaps(leaf, other);
                widest = 0;
                for (std::size_t point = begin; point < end; ++point) {
                    if (gaps[static_cast<Eigen::Index>(point - begin)] < bound(point))
                        offer(point, other);
                    widest = std::max(widest, bound(point));
                }
            });
        for (std::size_t i = begin * m_lists.perPoint; i < end * m_lists.perPoint; ++i)
            m_lists.distance[i] = std::sqrt(m_lists.distance[i]);
    }

private:
    /// Squared distance of the last neighbour kept so far.
    [[nodiscard]] double bound(std::size_t point) const
    {
        return m_lists.distance[(point + 1) * m_lists.perPoint - 1];
    }

    void offer(std::size_t point, std::size_t leaf)
    {
        const KdTree::LeafArray distances = m_tree.squaredDistances(point, leaf);
        const std::size_t first = m_tree.leafBegin(leaf);
        double last = bound(point);
        if (distances.minCoeff()
            >= last) // most leaves hold nothing nearer; false where NaN comes out
            return;
        for (std::size_t lane = 0; lane < KdTree::kLeaf; ++lane) {
            const double distance = distances[static_cast<Eigen::Index>(lane)];
            if (distance < last && first + lane != point) {
                insert(point, distance, static_cast<std::uint32_t>(first + lane));
                last = bound(point);
            }
        }
    }

    void insert(std::size_t point, double distance, std::uint32_t neighbour)
    {
        double *distances = m_lists.distance.data() + point * m_lists.perPoint;
        std::uint32_t *points = m_lists.point.data() + point * m_lists.perPoint;
        std::size_t place = m_lists.perPoint - 1;
        while (place > 0 && distance < distances[place - 1]) {
            distances[place] = distances[place - 1];
            points[place] = points[place - 1];
            --place;
        }
        distances[place] = distance;
        points[place] = neighbour;
    }

    const KdTree &m_tree;
    NeighbourLists &m_lists;
};

} // namespace

Result<NeighbourLists>
nearestNeighbours(const KdTree &tree, std::size_t count, unsigned threads, JobControl &job)
{
    NeighbourLists lists;
    lists.perPoint = std::min(count, tree.size() - 1);
    lists.complete = lists.perPoint == tree.size() - 1;
    if (lists.perPoint == 0)
        return lists;
    lists.distance.resize(tree.size() * lists.perPoint, kInfinity);
    lists.point.resize(tree.size() * lists.perPoint);
    for (std::size_t i = 0; i < lists.point.size(); ++i)
        lists.point[i] = static_cast<std::uint32_t>(i / lists.perPoint);

    constexpr std::size_t kPerCheckpoint = 4096; // leaves: about a tenth of a second
    const std::size_t leaves = tree.leafCount();
    for (std::size_t start = 0; start < leaves; start += kPerCheckpoint) {
        DRAMATIS_CHECK(job.checkpoint(static_cast<double>(start) / static_cast<double>(leaves),
                                      Tr::tr("Finding neighbours")));
        parallelFor(std::min(kPerCheckpoint, leaves - start),
                    64,
                    threads,
                    [&](std::size_t begin, std::size_t end) {
                        LeafSearch search(tree, lists);
                        for (std::size_t leaf = start + begin; leaf < start + end; ++leaf)
                            search.run(leaf);
                    });
    }
    return lists;
}

std::vector<double>
coreDistances(const NeighbourLists &lists, std::span<const std::uint32_t> weight, int minPoints)
{
    std::vector<double> core(weight.size(), 0.0);
    for (std::size_t i = 0; i < weight.size(); ++i) {
        std::size_t inside = weight[i];
        const auto points = lists.pointsOf(i);
        for (std::size_t j = 0; inside < static_cast<std::size_t>(minPoints); ++j) {
            core[i] = j < points.size() ? lists.distancesOf(i)[j] : kInfinity;
            if (core[i] == kInfinity)
                break;
            inside += weight[points[j]];
        }
    }
    return core;
}

} // namespace dramatis::clustering
