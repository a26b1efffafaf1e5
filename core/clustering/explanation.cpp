// SPDX-License-Identifier: GPL-3.0-or-later
//
// Cliff's delta is 2 U / (n m) - 1 with U of Mann and Whitney, which comes from the sum of ranks of
// the cluster's values among all (equal values share the mean of their ranks). So one sort of a
// column serves all clusters: a cluster is the places of its values in it, and the rest is what
// lies between these places.
#include "core/clustering/explanation.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace dramatis::clustering {

namespace {

/// The known values of one feature in ascending order.
struct SortedColumn
{
    std::vector<double> values;
    std::vector<double> ranks;                    ///< from 1
    std::vector<std::vector<std::size_t>> places; ///< by label, ascending

    [[nodiscard]] FeatureEffect effect(std::size_t label) const;
};

SortedColumn sortedColumn(const MatrixRef &x, Eigen::Index feature, const Clustering &clustering)
{
    struct LabelledValue
    {
        double value;
        int label;
    };
    std::vector<LabelledValue> known;
    known.reserve(clustering.labels.size());
    for (std::size_t row = 0; row < clustering.labels.size(); ++row) {
        const double value = x(static_cast<Eigen::Index>(row), feature);
        if (!std::isnan(value))
            known.push_back({value, clustering.labels[row]});
    }
    std::sort(known.begin(), known.end(), [](const LabelledValue &a, const LabelledValue &b) {
        return a.value < b.value;
    });

    SortedColumn column;
    column.places.resize(static_cast<std::size_t>(clustering.clusters));
    for (std::size_t begin = 0, end = 0; begin < known.size(); begin = end) {
        while (end < known.size() && known[end].value == known[begin].value)
            ++end;
        column.ranks.resize(end, static_cast<double>(begin + 1 + end) / 2);
        column.values.resize(end, known[begin].value);
        for (std::size_t place = begin; place < end; ++place)
            if (known[place].label != kNoise)
                column.places[static_cast<std::size_t>(known[place].label)].push_back(place);
    }
    return column;
}

/// Median of `count` values, of which `at` tells the i-th smallest.
template<typename At>
double medianOf(std::size_t count, At &&at)
{
    return count == 0 ? std::numeric_limits<double>::quiet_NaN()
                      : (at((count - 1) / 2) + at(count / 2)) / 2;
}

FeatureEffect SortedColumn::effect(std::size_t label) const
{
    const std::vector<std::size_t> &own = places[label];
    const std::size_t rest = values.size() - own.size();
    const auto ofOwn = [&](std::size_t i) { return values[own[i]]; };
    const auto ofRest = [&](std::size_t i) {
        // So many of the cluster's values stand before the i-th of the rest.
        std::size_t before = 0;
        for (std::size_t step = std::bit_floor(own.size()); step > 0; step /= 2)
            if (before + step <= own.size() && own[before + step - 1] < i + before + step)
                before += step;
        return values[i + before];
    };
    FeatureEffect effect;
    effect.median = medianOf(own.size(), ofOwn);
    effect.restMedian = medianOf(rest, ofRest);
    if (own.empty() || rest == 0)
        return effect;
    double rankSum = 0;
    for (const std::size_t place : own)
        rankSum += ranks[place];
    const auto n = static_cast<double>(own.size());
    effect.delta = 2 * (rankSum - n * (n + 1) / 2) / (n * static_cast<double>(rest)) - 1;
    return effect;
}

} // namespace

EffectSize effectSize(double delta)
{
    const double size = std::abs(delta);
    return size < 0.147   ? EffectSize::Negligible
           : size < 0.33  ? EffectSize::Small
           : size < 0.474 ? EffectSize::Medium
                          : EffectSize::Large;
}

std::vector<std::vector<FeatureEffect>> distinguishingFeatures(const MatrixRef &x,
                                                               const Clustering &clustering)
{
    Q_ASSERT(clustering.labels.size() == static_cast<std::size_t>(x.rows()));
    std::vector<std::vector<FeatureEffect>> result(static_cast<std::size_t>(clustering.clusters));
    for (Eigen::Index feature = 0; feature < x.cols(); ++feature) {
        const SortedColumn column = sortedColumn(x, feature, clustering);
        for (std::size_t label = 0; label < result.size(); ++label) {
            result[label].push_back(column.effect(label));
            result[label].back().feature = static_cast<std::size_t>(feature);
        }
    }
    for (std::vector<FeatureEffect> &effects : result)
        std::stable_sort(
            effects.begin(), effects.end(), [](const FeatureEffect &a, const FeatureEffect &b) {
                return std::abs(a.delta) > std::abs(b.delta);
            });
    return result;
}

} // namespace dramatis::clustering
