// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/point_grid.h"
#include "ui/plots/point_labels.h"
#include "ui/plots/point_raster.h"

#include <QImage>
#include <QString>

#include <cstdint>
#include <memory>
#include <vector>

namespace dramatis::ui {

/// Where the points of a scatter lie, by row.
struct ScatterPoints
{
    std::vector<float> x;
    std::vector<float> y;
};

/// Which clusters they are in.
struct ScatterClusters
{
    PointLabels labels;         ///< by row
    std::vector<QString> names; ///< by cluster; empty for one without a chip
    std::vector<int> styles;    ///< by cluster, of personas
};

/// Rows that are selected, ascending; an empty one (or none) means that there is no selection.
using PointSelection = std::shared_ptr<const std::vector<std::uint32_t>>;

/// Everything that decides how a scatter's points look.
struct ScatterQuestion
{
    std::shared_ptr<const ScatterPoints> points;
    std::shared_ptr<const ScatterClusters> clusters;
    PointSelection selection;
    DataRect view;
    QSize size; ///< in device pixels
    double ratio = 1;
    const Tokens *tokens = nullptr; ///< one of the themes
    bool operator==(const ScatterQuestion &) const = default;
};

/// The middle of a cluster that has a name: where its chip belongs.
struct ClusterCore
{
    int cluster = 0;
    QRectF rect; ///< in data: mean ± 2 standard deviations
};

/// What the clusters make of the points, whatever is in view.
struct DressedPoints
{
    std::vector<PointLook> looks; ///< in the order of the grid
    std::vector<ClusterCore> cores;
    std::size_t noise = 0;
};

/// A scatter's points as they were drawn. Its parts are kept for the next picture of the same.
struct ScatterPicture
{
    ScatterQuestion question;
    std::shared_ptr<const PointGrid> grid;
    std::shared_ptr<const DressedPoints> dressed;
    QImage image; ///< null where only the points were dressed
};

using ScatterPicturePtr = std::shared_ptr<const ScatterPicture>;

/// Answers `question` but for the image. Runs in any thread.
/// @param before  an earlier picture, of which what still holds is taken over; may be null
[[nodiscard]] ScatterPicture dressScatter(ScatterQuestion question, const ScatterPicture *before);
/// The same with the image.
[[nodiscard]] ScatterPicturePtr drawScatter(ScatterQuestion question, const ScatterPicture *before);
/// Whether so many points are in view that their density is drawn.
[[nodiscard]] bool showsDensity(const ScatterPicture &picture);

} // namespace dramatis::ui
