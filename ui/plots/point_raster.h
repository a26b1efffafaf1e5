// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/tokens.h"
#include "ui/plots/point_grid.h"

#include <QImage>

#include <cstdint>
#include <span>

namespace dramatis::ui {

/// How one point of a scatter looks, in a byte: noise or the style of its persona, and whether it
/// is faded.
using PointLook = std::uint8_t;
inline constexpr PointLook kNoiseLook = 0;
inline constexpr PointLook kFaded = 0x80;
/// Looks without the fading: noise, and each colour with a full and a hollow marker.
inline constexpr std::size_t kPointLooks = 1 + 2 * kPersonaColors;

/// @param style  of the persona, from 0
[[nodiscard]] PointLook pointLook(int style);

/// What a raster draws of the points of a grid.
struct RasterPoints
{
    const PointGrid &grid;
    std::span<const PointLook> looks; ///< in the order of the grid
    DataRect view;                    ///< what fills the image
    bool mayBeFaded = true;           ///< any of them
};

/// Points in view from which on their density is drawn instead of their markers.
inline constexpr std::size_t kDensityFrom = 50'000;

/// Every point as its persona's marker of 5 px (noise: 2 px), noise below, what is faded below all.
/// @param ratio  device pixels per pixel
[[nodiscard]] QImage
markerImage(const RasterPoints &points, QSize size, double ratio, const Tokens &tokens);

/// The density of points: per pixel the mean colour of its points, the more opaque the more there
/// are (logarithmic, with a floor that keeps a lone point visible). Where points are faded they
/// show only where no other is. Does not depend on their order, nor on the number of threads.
/// @param size  of the image, in device pixels; a point falls into the pixel
///              floor((x - left) width / (right - left)), floor((y - top) height / (bottom - top)),
///              in single precision
[[nodiscard]] QImage densityImage(const RasterPoints &points, QSize size, const Tokens &tokens);

} // namespace dramatis::ui
