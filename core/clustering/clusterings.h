// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clustering/epsilon_suggestion.h"

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
    QString key;         ///< "eps", "min-pts", "min-cluster-size", "clusters", "seed"
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

/// What can be asked for: dbscan (the default), hdbscan and kmeans.
[[nodiscard]] const std::vector<ClusteringAlgorithm> &clusteringAlgorithms();

/// Everything that decides a clustering, for whichever algorithm; the others' fields are ignored.
struct ClusteringRequest
{
    QString algorithm = QStringLiteral("dbscan");
    std::optional<double> epsilon = std::nullopt; ///< dbscan; none: the preferred suggestion
    int minPoints = kDefaultMinPoints;            ///< dbscan, hdbscan; counts the point itself
    int minClusterSize = 0;                       ///< hdbscan, rows; 0: defaultMinClusterSize()
    int clusters = 0;                             ///< kmeans; 0: by silhouette, 2 to 10
    std::uint64_t seed = 1;                       ///< kmeans, and the sample of the silhouette

    /// @param rows  points there are to cluster
    /// @errors InvalidArgument: fewer than two points, or a parameter, saying which
    [[nodiscard]] Result<> validate(std::size_t rows) const;
    bool operator==(const ClusteringRequest &) const = default;
};

/// A number of clusters that k-means was tried with.
struct TriedClusters
{
    int clusters = 0;
    double silhouette = 0; ///< of a sample of 2,000
    bool operator==(const TriedClusters &) const = default;
};

/// A clustering with how it came about.
struct ClusteringOutcome
{
    Clustering clustering;
    DensityIndexPtr index; ///< dbscan, hdbscan: for the plot and further cuts; else null
    /// dbscan: the eps used; hdbscan: hdbscanEpsilon(), whose cut is like it; else 0.
    double epsilon = 0;
    std::vector<EpsilonSuggestion>
        suggestions; ///< dbscan, hdbscan: suggestedEpsilons(); else empty
    /// Which suggestion `epsilon` is; none: it was asked for, or there is none.
    std::optional<EpsilonSuggestion::Reason> reason;
    int minClusterSize = 0;                    ///< hdbscan: the one used; else 0
    std::vector<StableCluster> stableClusters; ///< hdbscan: by label; else empty
    std::vector<double> membership;            ///< hdbscan: per row, HdbscanResult; else empty
    std::vector<TriedClusters> tried;          ///< kmeans without a given k: ascending; else empty
    int clusters = 0; ///< kmeans: the k asked for or chosen; else the clusters found
    double silhouette =
        std::numeric_limits<double>::quiet_NaN(); ///< NaN with fewer than two clusters
};

/// @param x  observations in rows, already scaled; finite
/// @errors those of validate(); InvalidArgument for a non-finite x or one whose rows are all equal;
/// Cancelled
[[nodiscard]] Result<ClusteringOutcome>
cluster(const MatrixRef &x, const ClusteringRequest &request, JobControl &job);

/// A part of the rows clustered in the same way as `whole`, all of them, was. A radius grows where
/// points are thinned: eps is where the same share of the rows is core. The smallest cluster size
/// of HDBSCAN* shrinks with the rows.
/// @errors Cancelled; no points, non-finite values
[[nodiscard]] Result<Clustering> clusterAgain(const MatrixRef &part,
                                              const ClusteringRequest &request,
                                              const ClusteringOutcome &whole,
                                              JobControl &job);

} // namespace dramatis::clustering
