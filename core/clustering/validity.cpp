// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clustering/validity.h"

#include "core/base/parallel.h"
#include "core/base/statistics.h"
#include "core/clustering/sample.h"
#include "core/clustering/tr.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace dramatis::clustering {

namespace {

constexpr std::size_t kRowGrain = 64;

std::vector<std::size_t> allRows(std::size_t count)
{
    std::vector<std::size_t> rows(count);
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

double power(double base, Eigen::Index exponent)
{
    double result = 1;
    for (; exponent > 0; exponent /= 2, base *= base)
        result = exponent % 2 == 1 ? result * base : result;
    return result;
}

/// The steps of Moulavi et al., on points that are sorted by cluster; the names are theirs.
class DensityValidity
{
public:
    DensityValidity(const Matrix &x, std::vector<std::size_t> firstOfCluster)
        : m_x(x)
        , m_first(std::move(firstOfCluster))
        , m_core(static_cast<std::size_t>(x.rows()))
        , m_isInternal(static_cast<std::size_t>(x.rows()))
        , m_sparseness(clusters(), 0.0)
        , m_separation(clusters(), kInfinity)
    {}

    Result<> run(JobControl &job)
    {
        for (std::size_t cluster = 0; cluster < clusters(); ++cluster) {
            DRAMATIS_CHECK(job.checkpoint(0.5 * static_cast<double>(m_first[cluster])
                                              / static_cast<double>(m_core.size()),
                                          Tr::tr("Judging clusters")));
            coreDistances(cluster);
            spanningTree(cluster);
        }
        DRAMATIS_CHECK(job.checkpoint(0.5));
        separations();
        return {};
    }

    [[nodiscard]] std::size_t size(std::size_t cluster) const
    {
        return m_first[cluster + 1] - m_first[cluster];
    }

    /// Definition 8.
    [[nodiscard]] double validity(std::size_t cluster) const
    {
        const double larger = std::max(m_sparseness[cluster], m_separation[cluster]);
        return larger > 0 ? (m_separation[cluster] - m_sparseness[cluster]) / larger : 0.0;
    }

private:
    [[nodiscard]] std::size_t clusters() const { return m_first.size() - 1; }

    /// Distances of `point` to the points of `cluster`.
    [[nodiscard]] Eigen::ArrayXd distances(std::size_t point, std::size_t cluster) const
    {
        const auto first = static_cast<Eigen::Index>(m_first[cluster]);
        const auto count = static_cast<Eigen::Index>(size(cluster));
        Eigen::ArrayXd sum = Eigen::ArrayXd::Zero(count);
        for (Eigen::Index feature = 0; feature < m_x.cols(); ++feature)
            sum += (m_x.col(feature).segment(first, count)
                    - m_x(static_cast<Eigen::Index>(point), feature))
                       .square();
        return sum.sqrt();
    }

    /// Definition 1: all-points core distance, the generalised mean of the distances to the others
    /// of the cluster with exponent -features. In ratios to the least one, or the powers overflow.
    void coreDistances(std::size_t cluster)
    {
        parallelFor(size(cluster),
                    kRowGrain,
                    defaultThreadCount(),
                    [&](std::size_t begin, std::size_t end) {
                        for (std::size_t i = begin; i < end; ++i) {
                            Eigen::ArrayXd others = distances(m_first[cluster] + i, cluster);
                            others[static_cast<Eigen::Index>(i)] = kInfinity;
                            const double least = others.minCoeff();
                            double sum = 0;
                            if (least > 0 && least < kInfinity)
                                for (const double distance : others)
                                    sum += power(least / distance, m_x.cols());
                            m_core[m_first[cluster] + i] =
                                sum > 0
                                    ? least
                                          * std::pow(static_cast<double>(size(cluster) - 1) / sum,
                                                     1.0 / static_cast<double>(m_x.cols()))
                                    : 0.0;
                        }
                    });
    }

    /// Prim's minimum spanning tree of mutual reachability; sparseness (definition 5) is its
    /// longest edge between points that have two edges or more.
    void spanningTree(std::size_t cluster)
    {
        const std::size_t count = size(cluster);
        const std::size_t first = m_first[cluster];
        std::vector<double> nearest(count, kInfinity);
        std::vector<std::size_t> via(count, 0);
        std::vector<int> degree(count, 0);
        std::vector<bool> isIn(count, false);
        struct TreeEdge
        {
            double length;
            std::size_t from;
            std::size_t to;
        };
        std::vector<TreeEdge> edges;
        for (std::size_t last = 0; edges.size() + 1 < count;) {
            isIn[last] = true;
            const Eigen::ArrayXd distance = distances(first + last, cluster);
            std::size_t next = count;
            for (std::size_t i = 0; i < count; ++i) {
                if (isIn[i])
                    continue;
                const double reach = std::max({distance[static_cast<Eigen::Index>(i)],
                                               m_core[first + i],
                                               m_core[first + last]});
                if (reach < nearest[i] || nearest[i] == kInfinity) {
                    nearest[i] = reach;
                    via[i] = last;
                }
                if (next == count || nearest[i] < nearest[next])
                    next = i;
            }
            edges.push_back({nearest[next], via[next], next});
            ++degree[via[next]];
            ++degree[next];
            last = next;
        }
        const bool hasInternal = std::any_of(edges.begin(), edges.end(), [&](const TreeEdge &edge) {
            return degree[edge.from] > 1 && degree[edge.to] > 1;
        });
        for (std::size_t i = 0; i < count; ++i)
            m_isInternal[first + i] = !hasInternal || degree[i] > 1;
        for (const TreeEdge &edge : edges)
            if (m_isInternal[first + edge.from] && m_isInternal[first + edge.to])
                m_sparseness[cluster] = std::max(m_sparseness[cluster], edge.length);
    }

    /// Definitions 6 and 7: the least mutual reachability of internal points of two clusters.
    void separations()
    {
        std::vector<double> least(m_core.size() * clusters(), kInfinity);
        parallelFor(m_core.size(),
                    kRowGrain,
                    defaultThreadCount(),
                    [&](std::size_t begin, std::size_t end) {
                        for (std::size_t point = begin; point < end; ++point)
                            for (std::size_t other = 0; other < clusters(); ++other)
                                if (m_isInternal[point] && m_first[other] > point) // pairs once
                                    least[point * clusters() + other] = separation(point, other);
                    });
        for (std::size_t own = 0; own < clusters(); ++own)
            for (std::size_t point = m_first[own]; point < m_first[own + 1]; ++point)
                for (std::size_t other = own + 1; other < clusters(); ++other) {
                    const double value = least[point * clusters() + other];
                    m_separation[own] = std::min(m_separation[own], value);
                    m_separation[other] = std::min(m_separation[other], value);
                }
    }

    [[nodiscard]] double separation(std::size_t point, std::size_t cluster) const
    {
        const Eigen::ArrayXd distance = distances(point, cluster);
        double least = kInfinity;
        for (std::size_t i = 0; i < size(cluster); ++i) {
            const std::size_t other = m_first[cluster] + i;
            if (m_isInternal[other])
                least = std::min(
                    least,
                    std::max(
                        {distance[static_cast<Eigen::Index>(i)], m_core[point], m_core[other]}));
        }
        return least;
    }

    const Eigen::ArrayXXd m_x;              ///< features in columns, which are contiguous
    const std::vector<std::size_t> m_first; ///< per cluster and one more
    std::vector<double> m_core;
    std::vector<char> m_isInternal;
    std::vector<double> m_sparseness;
    std::vector<double> m_separation;
};

/// By label of `given`, the largest Jaccard similarity with a cluster of `found`; NaN without rows.
std::vector<double>
jaccards(std::span<const int> given, std::span<const int> found, std::size_t labels)
{
    std::map<int, double> sizes;
    std::vector<double> ofLabel(labels, 0.0);
    std::map<std::pair<int, int>, double> common;
    for (std::size_t i = 0; i < given.size(); ++i) {
        ++sizes[found[i]];
        if (given[i] != kNoise) {
            ++ofLabel[static_cast<std::size_t>(given[i])];
            ++common[{given[i], found[i]}];
        }
    }
    std::vector<double> result(labels, std::numeric_limits<double>::quiet_NaN());
    for (std::size_t label = 0; label < labels; ++label)
        if (ofLabel[label] > 0)
            result[label] = 0;
    for (const auto &[pair, both] : common) {
        if (pair.second == kNoise)
            continue;
        const auto label = static_cast<std::size_t>(pair.first);
        result[label] =
            std::max(result[label], both / (ofLabel[label] + sizes[pair.second] - both));
    }
    return result;
}

} // namespace

Result<Dbcv> dbcv(const MatrixRef &x,
                  const Clustering &clustering,
                  JobControl &job,
                  std::size_t sample,
                  std::uint64_t seed)
{
    Q_ASSERT(clustering.labels.size() == static_cast<std::size_t>(x.rows()));
    std::vector<std::size_t> rows = sampled(allRows(clustering.labels.size()), sample, seed);
    Dbcv result;
    result.rows = rows.size();
    result.ofCluster.assign(static_cast<std::size_t>(clustering.clusters),
                            std::numeric_limits<double>::quiet_NaN());

    // By label: clusters of one sampled row have no density and are left out, as noise is.
    std::map<int, std::vector<std::size_t>> members;
    for (const std::size_t row : rows)
        if (clustering.labels[row] != kNoise)
            members[clustering.labels[row]].push_back(row);
    std::erase_if(members, [](const auto &item) { return item.second.size() < 2; });
    if (members.size() < 2)
        return result;
    rows.clear();
    std::vector<std::size_t> first{0};
    for (const auto &[label, ofLabel] : members) {
        rows.insert(rows.end(), ofLabel.begin(), ofLabel.end());
        first.push_back(rows.size());
    }
    DensityValidity validity(rowsOf(x, rows), std::move(first));
    DRAMATIS_CHECK(validity.run(job));
    result.value = 0;
    for (std::size_t i = 0; const auto &[label, ofLabel] : members) {
        const double ofThis = validity.validity(i++);
        result.ofCluster[static_cast<std::size_t>(label)] = ofThis;
        result.value +=
            ofThis * static_cast<double>(ofLabel.size()) / static_cast<double>(result.rows);
    }
    return result;
}

Result<Stability> stability(const MatrixRef &x,
                            const ClusteringOutcome &outcome,
                            const ClusteringRequest &request,
                            JobControl &job,
                            const StabilityOptions &options)
{
    const std::vector<int> &labels = outcome.clustering.labels;
    Q_ASSERT(labels.size() == static_cast<std::size_t>(x.rows()));
    Stability result;
    result.rows = std::min(
        options.most,
        static_cast<std::size_t>(std::ceil(options.share * static_cast<double>(labels.size()))));
    if (options.resamples < 1 || result.rows < 2)
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("There are too few points to try parts of them."));
    const auto clusters = static_cast<std::size_t>(outcome.clustering.clusters);
    std::vector<std::vector<double>> similarities(clusters);
    for (int i = 0; i < options.resamples; ++i) {
        JobSlice slice(job,
                       static_cast<double>(i) / options.resamples,
                       static_cast<double>(i + 1) / options.resamples);
        const std::vector<std::size_t> rows =
            sampled(allRows(labels.size()), result.rows, options.seed + static_cast<unsigned>(i));
        std::vector<int> given;
        for (const std::size_t row : rows)
            given.push_back(labels[row]);
        DRAMATIS_TRY(const Clustering found,
                     clusterAgain(rowsOf(x, rows), request, outcome, slice));
        result.agreement.push_back(adjustedRandIndex(given, found.labels));
        const std::vector<double> jaccard = jaccards(given, found.labels, clusters);
        for (std::size_t label = 0; label < clusters; ++label)
            if (!std::isnan(jaccard[label]))
                similarities[label].push_back(jaccard[label]);
    }
    result.mean = mean(result.agreement);
    for (const std::vector<double> &ofLabel : similarities)
        result.ofCluster.push_back(mean(ofLabel));
    return result;
}

} // namespace dramatis::clustering
