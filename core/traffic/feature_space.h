// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/traffic/windows.h"

#include <QString>

#include <Eigen/Core>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace dramatis::traffic {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

enum class Transform {
    Linear,
    LogRatio ///< log(1 + x / m), m the median of the positive values
};

/// A figure of a window that clustering can use. One file each in core/traffic/features, one line
/// in features.cpp.
struct Feature
{
    QString id;   ///< "request_rate": stable, in files and on the command line
    QString name; ///< translated
    QString unit; ///< "1/s", "B", "s", "" for fractions and ratios
    Transform transform = Transform::Linear;
    /// The value in its unit, NaN where the window cannot tell.
    double (*compute)(const Window &window, double widthSeconds) = nullptr;
};

/// The ten features of DESIGN.md section 4, in their order.
[[nodiscard]] const std::vector<Feature> &allFeatures();

/// A feature as a FeatureMatrix used it: value -> (transformed - center) / scale * weight.
struct FeatureColumn
{
    QString id;
    QString name;
    QString unit;
    Transform transform = Transform::Linear;
    double pivot = 1;  ///< m of LogRatio
    double center = 0; ///< median of the transformed values
    double scale = 1;  ///< their interquartile range, or standard deviation where that is 0
    double weight = 1;
    std::uint32_t imputed = 0; ///< windows in which the resource's median stands in

    [[nodiscard]] double toScaled(double value) const;
    [[nodiscard]] double toUnit(double scaled) const;
    bool operator==(const FeatureColumn &) const = default;
};

/// A feature that was left out, and why, in one translated sentence part ("not in this capture").
struct LeftOut
{
    QString id;
    QString name;
    QString reason;
    bool operator==(const LeftOut &) const = default;
};

/// Which features to use. An id that is absent has weight 1; weight 0 switches it off.
struct FeatureOptions
{
    std::map<QString, double> weights;
};

/// Windows as points. Finite by construction.
struct FeatureMatrix
{
    Matrix scaled;                      ///< rows: clustered windows; columns: features; no unit
    Matrix raw;                         ///< the same in the features' units, imputed where needed
    std::vector<FeatureColumn> columns; ///< one per column
    std::vector<std::uint32_t> windowOfRow; ///< index into WindowTable::windows
    std::vector<LeftOut> leftOut;
};

using FeatureMatrixPtr = std::shared_ptr<const FeatureMatrix>;

/// Features of all windows that are not sparse. A feature missing in over 20 % of them, or
/// constant, is left out and named; else the resource's median stands in where it is missing.
/// @errors InvalidArgument: fewer than two windows are left (says how many, and which width to
/// try), no feature is left, a weight is negative or not finite, an id does not exist
[[nodiscard]] Result<FeatureMatrix> makeFeatures(const WindowTable &windows,
                                                 const FeatureOptions &options);

} // namespace dramatis::traffic
