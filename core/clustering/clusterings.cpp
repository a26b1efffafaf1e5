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
    if (request.minPoints < 1 || request.minPoints > kMaxMinPoints)
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("minPts is %1, but must be between 1 and %2.")
                             .arg(request.minPoints)
                             .arg(kMaxMinPoints));
    if (static_cast<std::size_t>(request.minPoints) > rows)
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("minPts is %1, more than the number of points (%2): choose a "
                                "smaller minPts.")
                             .arg(request.minPoints)
                             .arg(rows));
    return {};
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
    DRAMATIS_TRY(outcome.index, DensityIndex::build(x, {.minPoints = request.minPoints}, job));
    outcome.suggestion = kneeEpsilon(*outcome.index);
    outcome.epsilon = request.epsilon.value_or(outcome.suggestion->epsilon);
    outcome.clustering = outcome.index->cut(outcome.epsilon);
    outcome.clusters = outcome.clustering.clusters;
    return outcome;
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
        }
        if (clusters == first || quality > best) {
            outcome.clustering = std::move(result.clustering);
            outcome.clusters = clusters;
            best = std::isnan(quality) ? best : quality;
        }
    }
    return outcome;
}

/// An algorithm of the list with what carries it out.
struct Entry
{
    ClusteringAlgorithm algorithm;
    Result<> (*validate)(const ClusteringRequest &, std::size_t rows);
    Result<ClusteringOutcome> (*run)(const MatrixRef &, const ClusteringRequest &, JobControl &);
};

AlgorithmOption seedOption()
{
    return {u"seed"_s,
            Tr::tr("Seed"),
            Tr::tr("The same seed gives the same clusters."),
            0,
            4294967295.0};
}

Entry dbscan()
{
    return {{u"dbscan"_s,
             Tr::tr("DBSCAN"),
             Tr::tr("Clusters are dense regions; what lies in none is noise."),
             {{u"eps"_s,
               Tr::tr("eps"),
               Tr::tr("Points this near are neighbours. Left open, the knee of the distances."),
               0,
               std::numeric_limits<double>::max(),
               false,
               true},
              {u"min-pts"_s,
               Tr::tr("minPts"),
               Tr::tr("So many points within eps, itself included, make a point core."),
               1,
               kMaxMinPoints}}},
            validateDbscan,
            runDbscan};
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
            runKMeans};
}

/// The list: one line per algorithm.
const std::vector<Entry> &entries()
{
    static const std::vector<Entry> list{
        dbscan(),
        kmeans(),
    };
    return list;
}

Result<const Entry *> find(const QString &id)
{
    for (const Entry &entry : entries())
        if (entry.algorithm.id == id)
            return &entry;
    if (id == "hdbscan"_L1)
        return makeError(ErrorKind::Unsupported,
                         Tr::tr("HDBSCAN* is not built yet: choose dbscan or kmeans."));
    return makeError(
        ErrorKind::InvalidArgument,
        Tr::tr("There is no clustering algorithm \"%1\": choose dbscan or kmeans.").arg(id));
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
    if (rows == 0)
        return makeError(ErrorKind::InvalidArgument, Tr::tr("There are no points to cluster."));
    return entry->validate(*this, rows);
}

Result<ClusteringOutcome>
cluster(const MatrixRef &x, const ClusteringRequest &request, JobControl &job)
{
    DRAMATIS_CHECK(request.validate(static_cast<std::size_t>(x.rows())));
    DRAMATIS_TRY(const Entry *entry, find(request.algorithm));
    JobSlice clustering(job, 0, 0.9);
    DRAMATIS_TRY(ClusteringOutcome outcome, entry->run(x, request, clustering));
    JobSlice judging(job, 0.9, 1.0);
    DRAMATIS_TRY(outcome.silhouette,
                 silhouette(x, outcome.clustering, judging, 10'000, request.seed));
    return outcome;
}

} // namespace dramatis::clustering
