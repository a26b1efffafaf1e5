// SPDX-License-Identifier: GPL-3.0-or-later
//
// All nearest neighbours at once. The points of a leaf search together: the tree is walked once per
// leaf, each point with its own current k-th distance as bound, and a leaf that is reached is
// measured against the points that reach it. Since leaves are visited from near to far, the lists
// fill early and the bounds are tight for the rest of the walk. (One bound for all points of the
// leaf is simpler and costs more than twice as much at a million points: a single stray point makes
// all of them walk as far as it must.)
#include "core/clustering/neighbours.h"

#include "core/base/parallel.h"
#include "core/clustering/candidates.h"
#include "core/clustering/tr.h"

#include <limits>

namespace dramatis::clustering {

namespace {

/// The search of one leaf.
class LeafSearch
{
public:
    LeafSearch(const KdTree &tree, NeighbourLists &lists) : m_tree(tree), m_lists(lists) {}

    void run(std::size_t leaf)
    {
        if (hasAvx2())
            runWide(leaf);
        else
            search<2>(leaf);
    }

private:
    DRAMATIS_AVX2 void runWide(std::size_t leaf) { search<4>(leaf); }

    template<std::size_t Width>
    DRAMATIS_INLINE void search(std::size_t leaf)
    {
        const std::size_t begin = m_tree.leafBegin(leaf);
        const std::size_t end = m_tree.leafEnd(leaf);
        m_bounds.fill(kInfinity);
        for (Candidates &candidates : m_found)
            candidates.clear();
        m_tree.walk<Width>(
            leaf,
            (LeafMask{1} << (end - begin)) - 1,
            m_bounds,
            [](std::uint32_t) { return true; },
            [&](std::size_t other, LeafMask reaching) {
                forEachLane(reaching, [&](std::size_t lane) { offer<Width>(begin + lane, other); });
            });
        for (std::size_t point = begin; point < end; ++point) {
            Candidates &found = m_found[point - begin];
            found.keepNearest<Width>(m_lists.perPoint);
            const std::size_t first = point * m_lists.perPoint;
            for (std::size_t i = 0; i < found.count(); ++i) {
                m_lists.distance[first + i] = std::sqrt(found.squared(i));
                m_lists.point[first + i] = found.point(i);
            }
            for (std::size_t i = found.count(); i < m_lists.perPoint; ++i) {
                m_lists.distance[first + i] = kInfinity;
                m_lists.point[first + i] = static_cast<std::uint32_t>(point);
            }
        }
    }

    /// Sorts once a leaf's worth has come on top of what is to be kept: the bound is then behind by
    /// little, and the sorting, whose cost hardly depends on how much is new, is rare.
    template<std::size_t Width>
    DRAMATIS_INLINE void offer(std::size_t point, std::size_t leaf)
    {
        static_assert(kMaxNeighbours + 2 * kLeafPoints - 2 <= Candidates::kRoom);
        double &bound = m_bounds[point % kLeafPoints];
        Candidates &found = m_found[point % kLeafPoints];
        LeafValues squared;
        LeafMask near = m_tree.near<Width>(point, leaf, bound, squared);
        if (point / kLeafPoints == leaf)
            near &= ~(LeafMask{1} << point % kLeafPoints);
        forEachLane(near, [&](std::size_t lane) {
            found.add(squared[lane], m_tree.leafBegin(leaf) + lane);
        });
        if (found.count() + 1 >= m_lists.perPoint + kLeafPoints) {
            found.keepNearest<Width>(m_lists.perPoint);
            bound = found.squared(m_lists.perPoint - 1);
        }
    }

    const KdTree &m_tree;
    NeighbourLists &m_lists;
    std::array<Candidates, kLeafPoints> m_found; ///< per point of the leaf
    LeafValues m_bounds; ///< per point, squared distance of the last neighbour when last sorted
};

} // namespace

Result<NeighbourLists>
nearestNeighbours(const KdTree &tree, std::size_t count, unsigned threads, JobControl &job)
{
    Q_ASSERT(count <= kMaxNeighbours);
    NeighbourLists lists;
    lists.perPoint = std::min(count, tree.size() - 1);
    lists.complete = lists.perPoint == tree.size() - 1;
    if (lists.perPoint == 0)
        return lists;
    lists.distance.resize(tree.size() * lists.perPoint);
    lists.point.resize(tree.size() * lists.perPoint);

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
    if (minPoints > 1 && std::all_of(weight.begin(), weight.end(), [](auto rows) {
            return rows == 1;
        })) { // the rule, and much cheaper without a look at every neighbour
        for (std::size_t i = 0; i < weight.size(); ++i)
            core[i] = lists.distancesOf(i)[static_cast<std::size_t>(minPoints) - 2];
        return core;
    }
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
