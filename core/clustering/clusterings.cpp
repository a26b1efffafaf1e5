// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clustering/clusterings.h"

#include "core/clustering/kmeans.h"
#include "core/clustering/quality.h"
#include "core/clustering/tr.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::clustering {

namespace {

constexpr int kMostClusters = 1000;
constexpr int kMostClustersTried = 10;

Result<> validateDbscan(const ClusteringRequest &request, std::size_t rows)
{
    if (request.epsilon && !(std::isfinite(*request.epsilon) && *request.epsilon > 0))
        return makeError(
            ErrorKind::InvalidArgument,
            Tr::tr("eps is %1, but must be a number greater than 0.").arg(*request.epsilon));
    return checkMinPoints(request.minPoints, rows);
}

Result<> validateHdbscan(const ClusteringRequest &request, std::size_t rows)
{
    DRAMATIS_CHECK(checkMinPoints(request.minPoints, rows));
    return request.minClusterSize == 0 ? Result<>()
                                       : checkMinClusterSize(request.minClusterSize, rows);
}

Result<> validateKMeans(const ClusteringRequest &request, std::size_t rows)
{
    const std::size_t most = std::min<std::size_t>(rows, kMostClusters);
    if (request.clusters < 0 || static_cast<std::size_t>(request.clusters) > most)
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("The number of clusters is %1, but must be between 1 and %2, or "
                                "left open.")
                             .arg(request.clusters)
                             .arg(most));
    return {};
}

Result<ClusteringOutcome>
runDbscan(const MatrixRef &x, const ClusteringRequest &request, JobControl &job)
{
    ClusteringOutcome outcome;
    JobSlice building(job, 0, 0.8);
    DRAMATIS_TRY(outcome.index, DensityIndex::build(x, {.minPoints = request.minPoints}, building));
    const auto rows = static_cast<std::size_t>(x.rows());
    DRAMATIS_TRY(const HdbscanResult stable,
                 hdbscan(*outcome.index,
                         {std::min(defaultMinClusterSize(rows, request.minPoints),
                                   static_cast<int>(x.rows()))}));
    JobSlice suggesting(job, 0.8, 1);
    DRAMATIS_TRY(outcome.suggestions, suggestedEpsilons(x, *outcome.index, stable, suggesting));
    if (request.epsilon) {
        outcome.epsilon = *request.epsilon;
    } else {
        const EpsilonSuggestion &best = outcome.suggestions[preferred(outcome.suggestions)];
        outcome.epsilon = best.epsilon;
        outcome.reason = best.reason;
    }
    outcome.clustering = outcome.index->cut(outcome.epsilon);
    outcome.clusters = outcome.clustering.clusters;
    return outcome;
}

/// An index of a part of the points, for one minPts.
Result<DensityIndexPtr>
indexOfPart(const MatrixRef &part, const ClusteringRequest &request, JobControl &job)
{
    const int minPoints = static_cast<int>(std::min<Eigen::Index>(request.minPoints, part.rows()));
    return DensityIndex::build(part, {.minPoints = minPoints, .maxMinPoints = minPoints}, job);
}

Result<Clustering> runDbscanAgain(const MatrixRef &part,
                                  const ClusteringRequest &request,
                                  const ClusteringOutcome &whole,
                                  JobControl &job)
{
    DRAMATIS_TRY(const DensityIndexPtr index, indexOfPart(part, request, job));
    const auto ofWhole = whole.index->sortedCoreDistances();
    const auto ofPart = index->sortedCoreDistances();
    const auto core = static_cast<std::size_t>(
        std::upper_bound(ofWhole.begin(), ofWhole.end(), whole.epsilon) - ofWhole.begin());
    const std::size_t rank = (core * ofPart.size() + ofWhole.size() - 1) / ofWhole.size();
    const double epsilon = rank == 0 ? 0.0 : ofPart[rank - 1];
    return index->cut(std::max(epsilon, std::numeric_limits<double>::denorm_min()));
}

Result<ClusteringOutcome>
runHdbscan(const MatrixRef &x, const ClusteringRequest &request, JobControl &job)
{
    ClusteringOutcome outcome;
    JobSlice building(job, 0, 0.8);
    DRAMATIS_TRY(outcome.index, DensityIndex::build(x, {.minPoints = request.minPoints}, building));
    outcome.minClusterSize =
        request.minClusterSize > 0
            ? request.minClusterSize
            : defaultMinClusterSize(static_cast<std::size_t>(x.rows()), request.minPoints);
    DRAMATIS_TRY(HdbscanResult found, hdbscan(*outcome.index, {outcome.minClusterSize}));
    JobSlice suggesting(job, 0.8, 1);
    DRAMATIS_TRY(outcome.suggestions, suggestedEpsilons(x, *outcome.index, found, suggesting));
    // Its own, or where it found no cluster the knee, which comes first.
    const auto own = std::ranges::find(
        outcome.suggestions, EpsilonSuggestion::Reason::Hdbscan, &EpsilonSuggestion::reason);
    const EpsilonSuggestion &like =
        own == outcome.suggestions.end() ? outcome.suggestions.front() : *own;
    outcome.epsilon = like.epsilon;
    outcome.reason = like.reason;
    outcome.clustering = std::move(found.clustering);
    outcome.stableClusters = std::move(found.clusters);
    outcome.membership = std::move(found.membership);
    outcome.clusters = outcome.clustering.clusters;
    return outcome;
}

Result<Clustering> runHdbscanAgain(const MatrixRef &part,
                                   const ClusteringRequest &request,
                                   const ClusteringOutcome &whole,
                                   JobControl &job)
{
    DRAMATIS_TRY(const DensityIndexPtr index, indexOfPart(part, request, job));
    const auto size = static_cast<int>(static_cast<std::int64_t>(whole.minClusterSize) * part.rows()
                                       / static_cast<std::int64_t>(whole.clustering.labels.size()));
    DRAMATIS_TRY(HdbscanResult found, hdbscan(*index, {std::max(size, kLeastClusterSize)}));
    return std::move(found.clustering);
}

/// k-means for a given k, or for the k in 2 to 10 of the largest silhouette (the smallest of
/// several).
Result<ClusteringOutcome>
runKMeans(const MatrixRef &x, const ClusteringRequest &request, JobControl &job)
{
    const auto rows = static_cast<int>(std::min<Eigen::Index>(x.rows(), kMostClustersTried));
    const int first = request.clusters > 0 ? request.clusters : std::min(2, rows);
    const int last = request.clusters > 0 ? request.clusters : rows;
    ClusteringOutcome outcome;
    double best = -std::numeric_limits<double>::infinity();
    for (int clusters = first; clusters <= last; ++clusters) {
        JobSlice slice(job,
                       static_cast<double>(clusters - first) / (last - first + 1),
                       static_cast<double>(clusters - first + 1) / (last - first + 1));
        DRAMATIS_TRY(KMeansResult result,
                     kMeans(x, {.clusters = clusters, .seed = request.seed}, slice));
        double quality = 0;
        if (first < last) {
            constexpr std::size_t kSample = 2000; // enough to rank, and asked nine times
            DRAMATIS_TRY(quality, silhouette(x, result.clustering, slice, kSample, request.seed));
            outcome.tried.push_back({clusters, quality});
        }
        if (clusters == first || quality > best) {
            outcome.clustering = std::move(result.clustering);
            outcome.clusters = clusters;
            best = std::isnan(quality) ? best : quality;
        }
    }
    return outcome;
}

Result<Clustering> runKMeansAgain(const MatrixRef &part,
                                  const ClusteringRequest &request,
                                  const ClusteringOutcome &whole,
                                  JobControl &job)
{
    const auto clusters = static_cast<int>(std::min<Eigen::Index>(whole.clusters, part.rows()));
    DRAMATIS_TRY(KMeansResult result,
                 kMeans(part, {.clusters = clusters, .seed = request.seed}, job));
    return std::move(result.clustering);
}

/// An algorithm of the list with what carries it out.
struct Entry
{
    ClusteringAlgorithm algorithm;
    Result<> (*validate)(const ClusteringRequest &, std::size_t rows);
    Result<ClusteringOutcome> (*run)(const MatrixRef &, const ClusteringRequest &, JobControl &);
    Result<Clustering> (*runAgain)(const MatrixRef &part,
                                   const ClusteringRequest &,
                                   const ClusteringOutcome &whole,
                                   JobControl &);
};

AlgorithmOption seedOption()
{
    return {u"seed"_s,
            Tr::tr("Seed"),
            Tr::tr("The same seed gives the same clusters."),
            0,
            4294967295.0};
}

AlgorithmOption minPointsOption()
{
    return {u"min-pts"_s,
            Tr::tr("minPts"),
            Tr::tr("So many points within eps, itself included, make a point core."),
            1,
            kMaxMinPoints};
}

Entry dbscan()
{
    return {{u"dbscan"_s,
             Tr::tr("DBSCAN"),
             Tr::tr("Clusters are dense regions; what lies in none is noise."),
             {{u"eps"_s,
               Tr::tr("eps"),
               Tr::tr("Points this near are neighbours. Left open, it is suggested."),
               0,
               std::numeric_limits<double>::max(),
               false,
               true},
              minPointsOption()}},
            validateDbscan,
            runDbscan,
            runDbscanAgain};
}

Entry hdbscanEntry()
{
    return {{u"hdbscan"_s,
             Tr::tr("HDBSCAN*"),
             Tr::tr("Clusters are dense regions, each at the density at which it is most stable."),
             {minPointsOption(),
              {u"min-cluster-size"_s,
               Tr::tr("Smallest cluster"),
               Tr::tr("Fewer points are noise. Left open, minPts or one in 200 points."),
               kLeastClusterSize,
               std::numeric_limits<int>::max(),
               true,
               true}}},
            validateHdbscan,
            runHdbscan,
            runHdbscanAgain};
}

Entry kmeans()
{
    return {{u"kmeans"_s,
             Tr::tr("k-means"),
             Tr::tr("Every point belongs to the nearest of k centres; there is no noise."),
             {{u"clusters"_s,
               Tr::tr("Clusters"),
               Tr::tr("The number of centres. Left open, that of the best silhouette."),
               1,
               kMostClusters,
               true,
               true},
              seedOption()}},
            validateKMeans,
            runKMeans,
            runKMeansAgain};
}

/// The list: one line per algorithm.
const std::vector<Entry> &entries()
{
    static const std::vector<Entry> list{
        dbscan(),
        hdbscanEntry(),
        kmeans(),
    };
    return list;
}

Result<const Entry *> find(const QString &id)
{
    for (const Entry &entry : entries())
        if (entry.algorithm.id == id)
            return &entry;
    return makeError(
        ErrorKind::InvalidArgument,
        Tr::tr("There is no clustering algorithm \"%1\": choose dbscan, hdbscan or kmeans.")
            .arg(id));
}

} // namespace

const std::vector<ClusteringAlgorithm> &clusteringAlgorithms()
{
    static const std::vector<ClusteringAlgorithm> list = [] {
        std::vector<ClusteringAlgorithm> algorithms;
        for (const Entry &entry : entries())
            algorithms.push_back(entry.algorithm);
        return algorithms;
    }();
    return list;
}

Result<> ClusteringRequest::validate(std::size_t rows) const
{
    DRAMATIS_TRY(const Entry *entry, find(algorithm));
    if (rows < 2)
        return makeError(
            ErrorKind::InvalidArgument,
            Tr::tr("Clustering needs two points or more; the number of points is %1.").arg(rows));
    return entry->validate(*this, rows);
}

Result<ClusteringOutcome>
cluster(const MatrixRef &x, const ClusteringRequest &request, JobControl &job)
{
    DRAMATIS_TRY(const Entry *entry, find(request.algorithm));
    DRAMATIS_CHECK(request.validate(static_cast<std::size_t>(x.rows())));
    DRAMATIS_CHECK(checkPoints(x));
    if (x.colwise().minCoeff() == x.colwise().maxCoeff())
        return makeError(
            ErrorKind::InvalidArgument,
            Tr::tr("All features are constant: there is nothing to tell points apart by."));
    JobSlice clustering(job, 0, 0.9);
    DRAMATIS_TRY(ClusteringOutcome outcome, entry->run(x, request, clustering));
    JobSlice judging(job, 0.9, 1.0);
    DRAMATIS_TRY(outcome.silhouette,
                 silhouette(x, outcome.clustering, judging, 10'000, request.seed));
    return outcome;
}

Result<Clustering> clusterAgain(const MatrixRef &part,
                                const ClusteringRequest &request,
                                const ClusteringOutcome &whole,
                                JobControl &job)
{
    DRAMATIS_TRY(const Entry *entry, find(request.algorithm));
    return entry->runAgain(part, request, whole, job);
}

} // namespace dramatis::clustering
