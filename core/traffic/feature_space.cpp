// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/feature_space.h"

#include "core/base/statistics.h"
#include "core/traffic/tr.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

// The steps, feature by feature: the values of all windows that are not sparse; left out if
// switched off, missing too often or constant; pivot, centre and scale from the known values
// (imputed ones would narrow the scale); then the resource's median where a value is missing.

namespace dramatis::traffic {

namespace {

constexpr double kMostMissing = 0.2; ///< share of windows

double transformed(Transform transform, double pivot, double value)
{
    return transform == Transform::LogRatio ? std::log1p(value / pivot) : value;
}

std::vector<double> knownOf(const std::vector<double> &values)
{
    std::vector<double> known;
    known.reserve(values.size());
    std::copy_if(values.begin(), values.end(), std::back_inserter(known), [](double value) {
        return std::isfinite(value);
    });
    return known;
}

/// Median of the positive values, 1 where there are none.
double pivotOf(const std::vector<double> &known)
{
    std::vector<double> positive;
    std::copy_if(known.begin(), known.end(), std::back_inserter(positive), [](double value) {
        return value > 0;
    });
    return positive.empty() ? 1 : quantile(std::move(positive), 0.5);
}

/// Sets pivot, centre and scale. Returns false where the values do not vary.
bool fit(FeatureColumn &column, std::vector<double> known)
{
    const auto [least, greatest] = std::minmax_element(known.begin(), known.end());
    if (!(*least < *greatest))
        return false;
    if (column.transform == Transform::LogRatio)
        column.pivot = pivotOf(known);
    for (double &value : known)
        value = transformed(column.transform, column.pivot, value);
    std::sort(known.begin(), known.end());
    column.center = sortedQuantile(known, 0.5);
    column.scale = sortedQuantile(known, 0.75) - sortedQuantile(known, 0.25);
    if (!(column.scale > 0))
        column.scale = standardDeviation(known);
    // Values that differ in the last digits only are one value; dividing by their spread would not
    // be finite, or make noise of rounding.
    const double size = std::max(std::abs(known.front()), std::abs(known.back()));
    return column.scale > 1e-12 * size;
}

/// Puts the resource's median where a value is missing, the median of all where the resource has
/// none.
std::uint32_t impute(std::vector<double> &values,
                     const std::vector<std::uint32_t> &rows,
                     const WindowTable &windows,
                     const std::vector<double> &known)
{
    if (known.size() == values.size())
        return 0;
    const double overall = quantile(known, 0.5);
    std::uint32_t imputed = 0;
    std::size_t first = 0; // rows are in order of resource, as windows are
    while (first < rows.size()) {
        std::size_t last = first;
        std::vector<double> ofResource;
        const StringId resource = windows.windows[rows[first]].resource;
        while (last < rows.size() && windows.windows[rows[last]].resource == resource) {
            if (std::isfinite(values[last]))
                ofResource.push_back(values[last]);
            ++last;
        }
        const std::size_t missing = last - first - ofResource.size();
        const double median = ofResource.empty() ? overall : quantile(std::move(ofResource), 0.5);
        for (std::size_t i = first; missing > 0 && i < last; ++i) {
            if (!std::isfinite(values[i]))
                values[i] = median;
        }
        imputed += static_cast<std::uint32_t>(missing);
        first = last;
    }
    return imputed;
}

/// What a feature comes to: a column with its values, or the reason why it is left out.
struct Candidate
{
    FeatureColumn column;
    std::vector<double> values; ///< one per row, in the feature's unit
    QString reason;             ///< empty: it is used
};

Candidate consider(const Feature &feature,
                   double weight,
                   const WindowTable &windows,
                   const std::vector<std::uint32_t> &rows)
{
    Candidate candidate;
    candidate.column.id = feature.id;
    candidate.column.name = feature.name;
    candidate.column.unit = feature.unit;
    candidate.column.transform = feature.transform;
    candidate.column.weight = weight;
    if (weight == 0) {
        candidate.reason = Tr::tr("switched off");
        return candidate;
    }
    candidate.values.reserve(rows.size());
    for (const std::uint32_t row : rows)
        candidate.values.push_back(feature.compute(windows.windows[row], windows.widthSeconds));
    const std::vector<double> known = knownOf(candidate.values);
    const double missing =
        1 - static_cast<double>(known.size()) / static_cast<double>(candidate.values.size());
    if (known.empty())
        candidate.reason = Tr::tr("not in this capture");
    else if (missing > kMostMissing)
        candidate.reason =
            Tr::tr("missing in %L1 % of windows").arg(std::ceil(missing * 100 - 1e-9));
    else if (!fit(candidate.column, known))
        candidate.reason = Tr::tr("constant");
    else
        candidate.column.imputed = impute(candidate.values, rows, windows, known);
    return candidate;
}

/// Checks the options against the features there are.
Result<> validate(const FeatureOptions &options)
{
    const std::vector<Feature> &features = allFeatures();
    for (const auto &[id, weight] : options.weights) {
        const QString &wanted = id;
        if (std::none_of(features.begin(), features.end(), [&wanted](const Feature &feature) {
                return feature.id == wanted;
            }))
            return makeError(ErrorKind::InvalidArgument,
                             Tr::tr("There is no feature \"%1\".").arg(id));
        if (!std::isfinite(weight) || weight < 0)
            return makeError(ErrorKind::InvalidArgument,
                             Tr::tr("The weight of feature \"%1\" is %2; it must be 0 or more.")
                                 .arg(id)
                                 .arg(weight));
    }
    return {};
}

std::vector<std::uint32_t> rowsOf(const WindowTable &windows)
{
    std::vector<std::uint32_t> rows;
    for (std::size_t i = 0; i < windows.windows.size(); ++i) {
        if (windows.windows[i].exchanges >= kSparseBelow)
            rows.push_back(static_cast<std::uint32_t>(i));
    }
    return rows;
}

Error tooFewWindows(std::size_t count, const WindowTable &windows)
{
    const QString found =
        Tr::tr("%n window(s) of %1 s hold at least %2 exchanges, and two are needed",
               nullptr,
               static_cast<int>(count))
            .arg(windows.widthSeconds)
            .arg(kSparseBelow);
    return makeError(ErrorKind::InvalidArgument,
                     windows.sparse > 0 ? Tr::tr("%1; choose a wider window.").arg(found)
                                        : Tr::tr("%1; choose a narrower window.").arg(found));
}

FeatureMatrix assemble(const std::vector<Candidate> &used, std::vector<std::uint32_t> rows)
{
    FeatureMatrix matrix;
    const auto height = static_cast<Eigen::Index>(rows.size());
    const auto width = static_cast<Eigen::Index>(used.size());
    matrix.scaled.resize(height, width);
    matrix.raw.resize(height, width);
    for (Eigen::Index j = 0; j < width; ++j) {
        const Candidate &candidate = used[static_cast<std::size_t>(j)];
        for (Eigen::Index i = 0; i < height; ++i) {
            const double value = candidate.values[static_cast<std::size_t>(i)];
            matrix.raw(i, j) = value;
            matrix.scaled(i, j) = candidate.column.toScaled(value);
        }
        matrix.columns.push_back(candidate.column);
    }
    matrix.windowOfRow = std::move(rows);
    return matrix;
}

} // namespace

double FeatureColumn::toScaled(double value) const
{
    return (transformed(transform, pivot, value) - center) / scale * weight;
}

double FeatureColumn::toUnit(double scaled) const
{
    const double value = scaled / weight * scale + center;
    return transform == Transform::LogRatio ? std::expm1(value) * pivot : value;
}

Result<FeatureMatrix> makeFeatures(const WindowTable &windows, const FeatureOptions &options)
{
    DRAMATIS_CHECK(validate(options));
    std::vector<std::uint32_t> rows = rowsOf(windows);
    if (rows.size() < 2)
        return tooFewWindows(rows.size(), windows);
    std::vector<Candidate> used;
    std::vector<LeftOut> leftOut;
    for (const Feature &feature : allFeatures()) {
        const auto weight = options.weights.find(feature.id);
        Candidate candidate =
            consider(feature, weight == options.weights.end() ? 1 : weight->second, windows, rows);
        if (candidate.reason.isEmpty())
            used.push_back(std::move(candidate));
        else
            leftOut.push_back({feature.id, feature.name, candidate.reason});
    }
    if (used.empty()) {
        QStringList reasons;
        for (const LeftOut &feature : leftOut)
            reasons.append(feature.name + u": " + feature.reason);
        return makeError(
            ErrorKind::InvalidArgument,
            Tr::tr("No feature tells the windows apart (%1).").arg(reasons.join(u"; ")));
    }
    FeatureMatrix matrix = assemble(used, std::move(rows));
    matrix.leftOut = std::move(leftOut);
    return matrix;
}

} // namespace dramatis::traffic
