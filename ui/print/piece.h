// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

class QPainter;
class QRectF;

namespace dramatis::ui {

/// Something on a page that is not split: a paragraph, a table row, a figure with its caption. All
/// in points.
struct Piece
{
    double height = 0;
    double before = 0;         ///< space above it, dropped at the top of a page
    bool keepWithNext = false; ///< never the last of a page
    /// What is painted again at the top of a page that begins with this piece (a table's header
    /// row), with its height; none if empty.
    double repeatedHeight = 0;
    std::function<void(QPainter &, const QRectF &)> paintRepeated;
    std::function<void(QPainter &, const QRectF &)> paint;
};

using Pieces = std::vector<Piece>;

/// A piece with the place it was given.
struct PlacedPiece
{
    std::size_t piece = 0;
    double top = 0;       ///< from the top of the body
    bool repeats = false; ///< the repeated part stands above it
};

/// Breaks pieces into pages of `bodyHeight`. A piece higher than a page gets a page of its own.
[[nodiscard]] std::vector<std::vector<PlacedPiece>> paginate(const Pieces &pieces,
                                                             double bodyHeight);

} // namespace dramatis::ui
