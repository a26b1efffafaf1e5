// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/tokens.h"

#include <QImage>
#include <QRectF>
#include <QSize>

#include <span>
#include <vector>

namespace dramatis::ui {

/// Clustered points in the plane, as a scatter draws them. All spans are equally long.
struct PointsView
{
    std::span<const float> x;
    std::span<const float> y;
    std::span<const int> cluster;      ///< -1 is noise
    std::span<const int> clusterStyle; ///< persona style by cluster
};

/// How coordinates become pixels: pixel = offset + factor * coordinate.
struct PixelMap
{
    double offsetX = 0;
    double factorX = 1;
    double offsetY = 0;
    double factorY = 1;
};

/// Points in view from which on their density is drawn instead of their markers.
inline constexpr std::size_t kDensityFrom = 50'000;

/// Points that fall into an image of `size` pixels.
[[nodiscard]] std::size_t pointsInView(const PointsView &points, const PixelMap &map, QSize size);

/// Every point as its persona's marker of 5 px (noise: 2 px), noise below.
/// @param ratio  device pixels per pixel
void drawMarkers(QImage &image,
                 const PointsView &points,
                 const PixelMap &map,
                 double ratio,
                 const Tokens &tokens);

/// The density of points: per pixel the mean colour of its points, the more opaque the more there
/// are (logarithmic, with a floor that keeps a lone point visible). Does not depend on their order.
void drawDensity(QImage &image,
                 const PointsView &points,
                 const PixelMap &map,
                 const Tokens &tokens);

} // namespace dramatis::ui
