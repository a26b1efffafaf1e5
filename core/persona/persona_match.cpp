// SPDX-License-Identifier: GPL-3.0-or-later
//
// Core points are sorted by their first feature. Only those whose first feature is within the best
// distance so far (eps at first) can be nearer, so a search looks at a narrow slab and not at all.
#include "core/persona/persona_match.h"

#include "core/base/statistics.h"
#include "core/clustering/clusterings.h"
#include "core/persona/tr.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace dramatis::persona {

namespace {

/// Differences squared and summed in the order of features, as the density index rounds.
double distanceBetween(const double *a, const double *b, Eigen::Index features)
{
    double sum = 0;
    for (Eigen::Index i = 0; i < features; ++i) {
        const double difference = a[i] - b[i];
        sum += difference * difference;
    }
    return std::sqrt(sum);
}

double medianOf(std::vector<double> values)
{
    return quantile(std::move(values), 0.5);
}

} // namespace

Result<PersonaMatchPtr> PersonaMatch::make(const traffic::WindowTable &windows,
                                           const traffic::FeatureMatrix &matrix,
                                           PersonaSetPtr set,
                                           JobControl &job)
{
    const bool isSame = matrix.columns == set->features
                        && static_cast<std::size_t>(matrix.scaled.rows()) == set->labels.size()
                        && matrix.windowOfRow == set->windowOfRow;
    if (!isSame)
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("The personas were not made from the windows that the capture has "
                                "now; its resources were named by another rule then. Find the "
                                "personas anew."));
    std::shared_ptr<PersonaMatch> match(new PersonaMatch(std::move(set)));
    for (const traffic::FeatureColumn &column : matrix.columns) {
        for (const traffic::Feature &feature : traffic::allFeatures()) {
            if (feature.id == column.id)
                match->m_compute.push_back(feature.compute);
        }
    }
    match->learnMedians(windows, matrix);
    if (match->m_set->options.algorithm == u"kmeans"_s)
        match->learnCentroids(matrix);
    else
        DRAMATIS_CHECK(match->learnCores(matrix, job));
    return PersonaMatchPtr(std::move(match));
}

/// The medians of the matrix are those of the known values: what was missing is a median itself.
void PersonaMatch::learnMedians(const traffic::WindowTable &windows,
                                const traffic::FeatureMatrix &matrix)
{
    std::map<QString, std::vector<Eigen::Index>> rows;
    for (Eigen::Index row = 0; row < matrix.raw.rows(); ++row) {
        const traffic::Window &window =
            windows.windows[matrix.windowOfRow[static_cast<std::size_t>(row)]];
        rows[windows.resources[number(window.resource)]].push_back(row);
    }
    std::vector<double> values;
    for (Eigen::Index column = 0; column < matrix.raw.cols(); ++column) {
        values.assign(static_cast<std::size_t>(matrix.raw.rows()), 0);
        for (Eigen::Index row = 0; row < matrix.raw.rows(); ++row)
            values[static_cast<std::size_t>(row)] = matrix.raw(row, column);
        m_median.push_back(medianOf(values));
        for (const auto &[resource, ofResource] : rows) {
            values.clear();
            for (const Eigen::Index row : ofResource)
                values.push_back(matrix.raw(row, column));
            m_medians[resource].push_back(medianOf(values));
        }
    }
}

Result<> PersonaMatch::learnCores(const traffic::FeatureMatrix &matrix, JobControl &job)
{
    clustering::DensityIndexOptions options;
    options.minPoints = m_set->options.minPoints;
    options.maxMinPoints = std::max(options.maxMinPoints, options.minPoints);
    DRAMATIS_TRY(const clustering::DensityIndexPtr index,
                 clustering::DensityIndex::build(matrix.scaled, options, job));
    m_epsilon = m_set->options.epsilon;
    const auto distances = index->coreDistances();
    std::vector<Eigen::Index> cores;
    for (std::size_t row = 0; row < distances.size(); ++row) {
        if (distances[row] <= m_epsilon && m_set->labels[row] != clustering::kNoise)
            cores.push_back(static_cast<Eigen::Index>(row));
    }
    std::stable_sort(cores.begin(), cores.end(), [&matrix](Eigen::Index a, Eigen::Index b) {
        return matrix.scaled(a, 0) < matrix.scaled(b, 0);
    });
    m_points.resize(static_cast<Eigen::Index>(cores.size()), matrix.scaled.cols());
    for (Eigen::Index i = 0; i < m_points.rows(); ++i) {
        const Eigen::Index row = cores[static_cast<std::size_t>(i)];
        m_points.row(i) = matrix.scaled.row(row);
        m_labels.push_back(m_set->labels[static_cast<std::size_t>(row)]);
    }
    return {};
}

/// Where k-means has converged its centres are the means of their members.
void PersonaMatch::learnCentroids(const traffic::FeatureMatrix &matrix)
{
    std::map<int, std::pair<Eigen::RowVectorXd, double>> sums;
    for (Eigen::Index row = 0; row < matrix.scaled.rows(); ++row) {
        auto &[sum, count] = sums[m_set->labels[static_cast<std::size_t>(row)]];
        if (count == 0)
            sum = Eigen::RowVectorXd::Zero(matrix.scaled.cols());
        sum += matrix.scaled.row(row);
        ++count;
    }
    std::vector<std::pair<int, Eigen::RowVectorXd>> centroids;
    for (const auto &[label, sum] : sums)
        centroids.emplace_back(label, sum.first / sum.second);
    std::stable_sort(centroids.begin(), centroids.end(), [](const auto &a, const auto &b) {
        return a.second(0) < b.second(0);
    });
    m_points.resize(static_cast<Eigen::Index>(centroids.size()), matrix.scaled.cols());
    for (Eigen::Index i = 0; i < m_points.rows(); ++i) {
        m_points.row(i) = centroids[static_cast<std::size_t>(i)].second;
        m_labels.push_back(centroids[static_cast<std::size_t>(i)].first);
    }
    m_epsilon = std::numeric_limits<double>::infinity();
}

std::vector<double> PersonaMatch::pointOf(const traffic::Window &window,
                                          const QString &resource) const
{
    const auto known = m_medians.find(resource);
    const std::vector<double> &medians = known == m_medians.end() ? m_median : known->second;
    std::vector<double> point;
    point.reserve(m_compute.size());
    for (std::size_t i = 0; i < m_compute.size(); ++i) {
        const double value = m_compute[i](window, m_set->options.windowSeconds);
        point.push_back(m_set->features[i].toScaled(std::isfinite(value) ? value : medians[i]));
    }
    return point;
}

std::optional<int> PersonaMatch::labelOf(const traffic::Window &window,
                                         const QString &resource) const
{
    if (window.exchanges < traffic::kSparseBelow)
        return std::nullopt;
    const std::vector<double> point = pointOf(window, resource);
    const auto rows = static_cast<std::size_t>(m_points.rows());
    const Eigen::Index features = m_points.cols();
    const double *points = m_points.data();
    const auto first = [&](std::size_t row) { return points[row * point.size()]; };
    // Outwards from where the window's first feature stands, the nearer side first.
    std::size_t above = 0;
    for (std::size_t size = rows; size > 0;) {
        const std::size_t half = size / 2;
        const bool isBehind = first(above + half) < point[0];
        above += isBehind ? half + 1 : 0;
        size = isBehind ? size - half - 1 : half;
    }
    std::size_t below = above;
    double nearest = m_epsilon;
    int label = clustering::kNoise;
    while (below > 0 || above < rows) {
        const bool isBelow =
            above == rows || (below > 0 && point[0] - first(below - 1) < first(above) - point[0]);
        const std::size_t row = isBelow ? --below : above++;
        if (std::abs(first(row) - point[0]) > nearest)
            break; // so are all that are left
        const double distance =
            distanceBetween(point.data(), points + row * point.size(), features);
        if (distance < nearest || (distance == nearest && label == clustering::kNoise)) {
            nearest = distance;
            label = m_labels[row];
        }
    }
    return label;
}

} // namespace dramatis::persona
