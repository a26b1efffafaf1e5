// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clustering/density_index.h"

#include <QString>

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace dramatis::clustering {

/// A parameter of an algorithm, told so that a form can be built from it. `key` is the field of
/// ClusteringRequest in the spelling of the command line.
struct AlgorithmOption
{
    QString key;         ///< "eps", "min-pts", "clusters", "seed"
    QString name;        ///< translated
    QString description; ///< translated, one sentence
    double least = 0;
    double most = 0;
    bool isInteger = true;
    bool isOptional = false; ///< chosen by the algorithm where it is not given
};

/// One entry of the list of algorithms.
struct ClusteringAlgorithm
{
    QString id;   ///< as on the command line
    QString name; ///< translated
    QString description;
    std::vector<AlgorithmOption> options;
};

/// What can be asked for: dbscan (the default) and kmeans.
[[nodiscard]] const std::vector<ClusteringAlgorithm> &clusteringAlgorithms();

/// Everything that decides a clustering, for whichever algorithm; the others' fields are ignored.
struct ClusteringRequest
{
    QString algorithm = QStringLiteral("dbscan");
    std::optional<double> epsilon = std::nullopt; ///< dbscan; none: the knee
    int minPoints = kDefaultMinPoints;            ///< dbscan; counts the point itself
    int clusters = 0;                             ///< kmeans; 0: by silhouette, 2 to 10
    std::uint64_t seed = 1;                       ///< kmeans, and the sample of the silhouette

    /// @param rows  points there are to cluster
    /// @errors Unsupported for an algorithm that is not built; InvalidArgument, saying which
    /// parameter
    [[nodiscard]] Result<> validate(std::size_t rows) const;
    bool operator==(const ClusteringRequest &) const = default;
};

/// A clustering with how it came about.
struct ClusteringOutcome
{
    Clustering clustering;
    DensityIndexPtr index; ///< dbscan: for the reachability plot and further cuts; else null
    double epsilon = 0;    ///< dbscan: the eps used; else 0
    std::optional<EpsilonSuggestion> suggestion; ///< dbscan: the knee, used or not
    int clusters = 0; ///< kmeans: the k asked for or chosen; else the clusters found
    double silhouette =
        std::numeric_limits<double>::quiet_NaN(); ///< NaN with fewer than two clusters
};

/// @param x  observations in rows, already scaled; finite
/// @errors those of validate(); InvalidArgument for an empty or non-finite x; Cancelled
[[nodiscard]] Result<ClusteringOutcome>
cluster(const MatrixRef &x, const ClusteringRequest &request, JobControl &job);

} // namespace dramatis::clustering
