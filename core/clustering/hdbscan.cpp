// SPDX-License-Identifier: GPL-3.0-or-later
//
// The reachability plot is the dendrogram: rows [i, j) hang together at eps exactly when all
// heights within the run are at most eps. One pass from left to right over the plot, with a stack
// of runs that wait for a lower height to their right, meets every component of the hierarchy after
// its parts, and the heights in ascending order on the way up. So the condensed tree of the paper
// is built from the leaves: a run becomes a cluster when it reaches the minimum size, and remains
// the same cluster while what joins it is smaller than that; where two or more clusters meet, each
// of them is *born* (seen from above) and the run begins a new one. At its birth a cluster's
// stability is known, and so is the best sum of stabilities among those below it: step 4 of the
// paper's section 5 is taken on the spot.
//
// A cluster's rows are a run of positions at its birth, so the flat clustering is a walk over the
// chosen ones.
#include "core/clustering/hdbscan.h"

#include "core/clustering/tr.h"

#include <algorithm>
#include <cmath>

namespace dramatis::clustering {

namespace {

constexpr std::size_t kNoCluster = std::numeric_limits<std::size_t>::max();

/// A cluster of the condensed tree; those below stand before it.
struct Condensed
{
    std::size_t begin = 0; ///< its positions, when it is born
    std::size_t end = 0;
    std::size_t parent = kNoCluster;
    double birth = kInfinity;
    double death = 0;   ///< where it parts into clusters, or the last of its rows leave
    double density = 0; ///< sum over its rows of 1 / (eps at which they leave), then its stability
    double below = 0;   ///< best sum of stabilities of what is below it
    bool isBest = false;
};

class CondensedTree
{
public:
    /// @param heights  the reachability plot; as many as minClusterSize or more
    CondensedTree(std::span<const double> heights, std::size_t minClusterSize)
        : m_minClusterSize(minClusterSize)
        , m_leastHeight(leastPositive(heights))
        , m_leaves(heights.size(), kInfinity)
    {
        for (std::size_t position = 0; position < heights.size(); ++position) {
            mergeBelow(heights[position]);
            m_runs.push_back({position, position + 1, heights[position], kNoCluster});
        }
        mergeBelow(kInfinity);
        mergeLast(kInfinity); // heights that are infinite themselves
        bear(m_runs.front(), kInfinity);
    }

    /// Clusters of the largest sum of stabilities, none within another.
    [[nodiscard]] std::vector<Condensed> best() const
    {
        std::vector<Condensed> result;
        std::vector<bool> isCovered(m_clusters.size(), false);
        for (std::size_t i = m_clusters.size(); i-- > 0;) { // parents before children
            const Condensed &cluster = m_clusters[i];
            if (cluster.parent == kNoCluster)
                continue; // all rows together
            isCovered[i] = isCovered[cluster.parent];
            if (isCovered[i] || !cluster.isBest)
                continue;
            isCovered[i] = true;
            result.push_back(cluster);
        }
        return result;
    }

    /// Per position, the eps at which it leaves the last cluster that it is in.
    [[nodiscard]] std::span<const double> leaves() const { return m_leaves; }

    /// 1 / eps, with the least positive height in place of 0.
    [[nodiscard]] double density(double epsilon) const
    {
        return 1 / std::max(epsilon, m_leastHeight);
    }

private:
    /// Positions that hang together at the height reached so far.
    struct Run
    {
        std::size_t begin;
        std::size_t end;
        double heightBefore; ///< where it merges with what stands before it
        std::size_t cluster; ///< that it is, or kNoCluster
    };

    static double leastPositive(std::span<const double> heights)
    {
        double least = kInfinity;
        for (const double height : heights)
            least = height > 0 ? std::min(least, height) : least;
        return least < kInfinity ? least : 1.0;
    }

    /// Merges the last runs while they do so at less than `height`.
    void mergeBelow(double height)
    {
        while (m_runs.size() > 1 && m_runs.back().heightBefore < height)
            mergeLast(m_runs.back().heightBefore);
    }

    /// Merges all last runs that are `height` apart, at once.
    void mergeLast(double height)
    {
        std::size_t first = m_runs.size() - 1;
        while (first > 0 && m_runs[first].heightBefore == height)
            --first;
        const std::span<const Run> parts = std::span(m_runs).subspan(first);
        if (parts.size() < 2)
            return;
        const Run whole{parts.front().begin,
                        parts.back().end,
                        parts.front().heightBefore,
                        clusterOf(parts, height)};
        m_runs.resize(first);
        m_runs.push_back(whole);
    }

    /// The cluster that these runs are together.
    std::size_t clusterOf(std::span<const Run> parts, double height)
    {
        const auto isCluster = [](const Run &part) { return part.cluster != kNoCluster; };
        const auto clusters = std::count_if(parts.begin(), parts.end(), isCluster);
        const std::size_t size = parts.back().end - parts.front().begin;
        std::size_t cluster = kNoCluster;
        if (clusters == 1)
            cluster = std::find_if(parts.begin(), parts.end(), isCluster)->cluster;
        else if (size >= m_minClusterSize)
            cluster = open(parts, height);
        if (cluster == kNoCluster)
            return cluster;
        for (const Run &part : parts) {
            if (part.cluster == kNoCluster)
                std::fill(m_leaves.begin() + static_cast<std::ptrdiff_t>(part.begin),
                          m_leaves.begin() + static_cast<std::ptrdiff_t>(part.end),
                          height);
            if (part.cluster == kNoCluster || clusters > 1)
                m_clusters[cluster].density +=
                    static_cast<double>(part.end - part.begin) * density(height);
        }
        return cluster;
    }

    /// A cluster that parts into several, or into none, at `height`.
    std::size_t open(std::span<const Run> parts, double height)
    {
        Condensed cluster;
        cluster.death = height;
        for (const Run &part : parts)
            if (part.cluster != kNoCluster) {
                bear(part, height);
                const Condensed &child = m_clusters[part.cluster];
                cluster.below += child.isBest ? child.density : child.below;
                m_clusters[part.cluster].parent = m_clusters.size();
            }
        m_clusters.push_back(cluster);
        return m_clusters.size() - 1;
    }

    /// Seen from above, the cluster of `run` comes into being at `height`.
    void bear(const Run &run, double height)
    {
        Condensed &cluster = m_clusters[run.cluster];
        cluster.begin = run.begin;
        cluster.end = run.end;
        cluster.birth = height;
        cluster.density -= static_cast<double>(run.end - run.begin) * density(height);
        constexpr double kRounding = 1e-12; // a tie stays one in whatever order the sums were made
        cluster.isBest = cluster.density >= cluster.below * (1 - kRounding);
    }

    const std::size_t m_minClusterSize;
    const double m_leastHeight;
    std::vector<double> m_leaves;
    std::vector<Run> m_runs;
    std::vector<Condensed> m_clusters;
};

/// The eps from which half of a cluster's rows are in it.
double halfOf(std::span<const double> leaves, double death)
{
    std::vector<double> sorted(leaves.begin(), leaves.end());
    const auto half = sorted.begin() + static_cast<std::ptrdiff_t>((sorted.size() - 1) / 2);
    std::nth_element(sorted.begin(), half, sorted.end());
    return std::max(*half, death);
}

} // namespace

int defaultMinClusterSize(std::size_t rows, int minPoints)
{
    constexpr std::size_t kRowsPerSmallest = 200;
    return std::max({kLeastClusterSize, minPoints, static_cast<int>(rows / kRowsPerSmallest)});
}

Result<> checkMinClusterSize(int minClusterSize, std::size_t rows)
{
    if (minClusterSize < kLeastClusterSize || static_cast<std::size_t>(minClusterSize) > rows)
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("The smallest cluster size is %1, but must be between %2 and the "
                                "number of points (%3).")
                             .arg(minClusterSize)
                             .arg(kLeastClusterSize)
                             .arg(rows));
    return {};
}

Result<HdbscanResult> hdbscan(const DensityIndex &index, const HdbscanOptions &options)
{
    DRAMATIS_CHECK(checkMinClusterSize(options.minClusterSize, index.size()));
    const CondensedTree tree(index.reachability(),
                             static_cast<std::size_t>(options.minClusterSize));
    const std::vector<Condensed> chosen = tree.best();
    const std::span<const std::uint32_t> order = index.order();

    HdbscanResult result;
    result.membership.resize(index.size(), 0.0);
    std::vector<int> labels(index.size(), kNoise);
    std::vector<Role> roles(index.size(), Role::Noise);
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const std::span<const double> leaves =
            tree.leaves().subspan(chosen[i].begin, chosen[i].end - chosen[i].begin);
        const double densest = tree.density(*std::min_element(leaves.begin(), leaves.end()));
        for (std::size_t member = 0; member < leaves.size(); ++member) {
            const std::uint32_t row = order[chosen[i].begin + member];
            labels[row] = static_cast<int>(i);
            roles[row] = Role::Core;
            result.membership[row] = tree.density(leaves[member]) / densest;
        }
    }
    result.clustering = canonical(std::move(labels), std::move(roles));
    result.clusters.resize(chosen.size());
    for (const Condensed &cluster : chosen) {
        const std::uint32_t member = order[cluster.begin];
        result.clusters[static_cast<std::size_t>(result.clustering.labels[member])] = {
            cluster.end - cluster.begin,
            cluster.birth,
            halfOf(tree.leaves().subspan(cluster.begin, cluster.end - cluster.begin),
                   cluster.death),
            cluster.death,
            cluster.density};
    }
    return result;
}

} // namespace dramatis::clustering
