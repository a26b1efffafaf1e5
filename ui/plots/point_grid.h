// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QPolygonF>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace dramatis::ui {

/// A part of the plane, in the coordinates of the points; closed.
struct DataRect
{
    double left = 0;
    double right = 0;
    double bottom = 0;
    double top = 0;
    bool operator==(const DataRect &) const = default;
};

/// What finite points span; nothing if there is none.
[[nodiscard]] std::optional<DataRect> boundsOf(std::span<const float> x, std::span<const float> y);

/// Where the bulk of the points lies: an axis on which all of them take more than twice the room of
/// all but the outermost percent at each end is cut to those. Of very many points a sample
/// tells.
/// @param bounds  of all of them
[[nodiscard]] DataRect
bulkOf(std::span<const float> x, std::span<const float> y, const DataRect &bounds);

/// Points of the plane, sorted once into tiles of equal size, row by row from below: points that
/// are near each other are near in memory. Drawing them then stays within the cache, and what lies
/// in a part of the plane is found without looking at the rest. Points that are not finite are left
/// out.
class PointGrid
{
public:
    /// Cost: O(n); some 60 ms for a million.
    PointGrid(std::span<const float> x, std::span<const float> y);

    [[nodiscard]] std::size_t size() const { return m_x.size(); }
    // In the order of the tiles.
    [[nodiscard]] std::span<const float> x() const { return m_x; }
    [[nodiscard]] std::span<const float> y() const { return m_y; }
    /// Where in the input a point stood.
    [[nodiscard]] std::span<const std::uint32_t> rows() const { return m_row; }
    /// By row: where its point stands in the order of the tiles; kNowhere for one left out.
    [[nodiscard]] std::span<const std::uint32_t> places() const { return m_place; }
    static constexpr auto kNowhere = std::numeric_limits<std::uint32_t>::max();

    /// Calls `visit(begin, end)` for ranges of points that hold all of `part`, and some around it.
    template<typename Visit>
    void visit(const DataRect &part, Visit &&visit) const
    {
        if (part.right < m_bounds.left || part.left > m_bounds.right || part.top < m_bounds.bottom
            || part.bottom > m_bounds.top)
            return;
        const std::size_t left = m_columns.tile(part.left);
        const std::size_t right = m_columns.tile(part.right);
        const std::size_t top = m_lines.tile(part.top);
        for (std::size_t line = m_lines.tile(part.bottom); line <= top; ++line)
            visit(std::size_t(m_start[line * m_columns.tiles + left]),
                  std::size_t(m_start[line * m_columns.tiles + right + 1]));
    }
    /// Points in tiles that touch `part`.
    [[nodiscard]] std::size_t countAround(const DataRect &part) const;

    /// The row of the point that is nearest to `at` and nearer than `reach`; the first of equals.
    /// @param scale  by which differences in x and y are multiplied to be told in units of `reach`
    [[nodiscard]] std::optional<std::uint32_t>
    nearest(const QPointF &at, const QPointF &scale, double reach) const;

    /// The rows of the points inside `polygon` (closed by itself, even-odd), ascending.
    /// Cost: a few ms for a million points.
    [[nodiscard]] std::vector<std::uint32_t> inside(const QPolygonF &polygon) const;

private:
    /// One direction: which tile a coordinate falls into. Never falls as the coordinate rises.
    struct Tiling
    {
        double from = 0;
        double perUnit = 0;
        std::size_t tiles = 1;

        [[nodiscard]] std::size_t tile(double at) const
        {
            return static_cast<std::size_t>(
                std::clamp((at - from) * perUnit, 0.0, double(tiles) - 1));
        }
        [[nodiscard]] double start(std::size_t tile) const { return from + double(tile) / perUnit; }
    };
    static Tiling tiling(double from, double to, std::size_t tiles);
    void sort(std::span<const float> x, std::span<const float> y);

    DataRect m_bounds;
    Tiling m_columns;
    Tiling m_lines;
    std::vector<float> m_x;
    std::vector<float> m_y;
    std::vector<std::uint32_t> m_row;
    std::vector<std::uint32_t> m_place;
    std::vector<std::uint32_t> m_start; ///< by tile, and one behind the last
};

} // namespace dramatis::ui
