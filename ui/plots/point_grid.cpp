// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/point_grid.h"

#include "core/base/statistics.h"

#include <QLineF>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace dramatis::ui {

namespace {

constexpr double kPointsPerTile = 16;
constexpr double kMostTiles = 256; ///< in each direction

bool isFinite(float x, float y)
{
    return std::isfinite(x) && std::isfinite(y);
}

std::vector<QLineF> edgesOf(const QPolygonF &polygon)
{
    std::vector<QLineF> edges;
    for (qsizetype i = 0; i < polygon.size(); ++i)
        edges.emplace_back(polygon[i], polygon[(i + 1) % polygon.size()]);
    return edges;
}

/// Whether a ray to the right crosses an odd number of edges.
bool isInside(double x, double y, std::span<const QLineF> edges)
{
    bool inside = false;
    for (const QLineF &edge : edges)
        if ((edge.y1() > y) != (edge.y2() > y)
            && x < edge.dx() * (y - edge.y1()) / edge.dy() + edge.x1())
            inside = !inside;
    return inside;
}

bool overlaps(double a, double b, double low, double high)
{
    return std::max(a, b) >= low && std::min(a, b) <= high;
}

/// The ends of the bulk of `values`, which lie from `low` to `high`.
std::pair<double, double> bulk(std::span<const float> values, double low, double high)
{
    constexpr std::size_t kSample = 20'000;
    constexpr double kOutermost = 0.01;
    constexpr double kMuchWider = 2;
    const std::size_t step = std::max<std::size_t>(1, values.size() / kSample);
    std::vector<double> sample;
    for (std::size_t i = 0; i < values.size(); i += step)
        if (std::isfinite(values[i]))
            sample.push_back(double(values[i]));
    if (sample.empty())
        return {low, high};
    std::sort(sample.begin(), sample.end());
    const double from = sortedQuantile(sample, kOutermost);
    const double to = sortedQuantile(sample, 1 - kOutermost);
    return to > from && high - low > kMuchWider * (to - from) ? std::pair(from, to)
                                                              : std::pair(low, high);
}

} // namespace

std::optional<DataRect> boundsOf(std::span<const float> x, std::span<const float> y)
{
    constexpr float infinity = std::numeric_limits<float>::infinity();
    float left = infinity;
    float right = -infinity;
    float bottom = infinity;
    float top = -infinity;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!isFinite(x[i], y[i]))
            continue;
        left = std::min(left, x[i]);
        right = std::max(right, x[i]);
        bottom = std::min(bottom, y[i]);
        top = std::max(top, y[i]);
    }
    if (left > right)
        return std::nullopt;
    return DataRect{double(left), double(right), double(bottom), double(top)};
}

DataRect bulkOf(std::span<const float> x, std::span<const float> y, const DataRect &bounds)
{
    const auto [left, right] = bulk(x, bounds.left, bounds.right);
    const auto [bottom, top] = bulk(y, bounds.bottom, bounds.top);
    return {left, right, bottom, top};
}

PointGrid::PointGrid(std::span<const float> x, std::span<const float> y)
{
    m_bounds = boundsOf(x, y).value_or(DataRect{});
    const double side = std::clamp(std::sqrt(double(x.size()) / kPointsPerTile), 1.0, kMostTiles);
    m_columns = tiling(m_bounds.left, m_bounds.right, static_cast<std::size_t>(side));
    m_lines = tiling(m_bounds.bottom, m_bounds.top, static_cast<std::size_t>(side));
    sort(x, y);
}

PointGrid::Tiling PointGrid::tiling(double from, double to, std::size_t tiles)
{
    const double perUnit = double(tiles) / (to - from);
    // All at one place, or nearly so: one tile will do.
    return std::isfinite(perUnit) ? Tiling{from, perUnit, tiles} : Tiling{from, 1, 1};
}

/// A counting sort by tile; points of a tile stay in their order.
void PointGrid::sort(std::span<const float> x, std::span<const float> y)
{
    m_place.assign(x.size(), kNowhere); // first the tile
    m_start.assign(m_columns.tiles * m_lines.tiles + 1, 0);
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!isFinite(x[i], y[i]))
            continue;
        const std::size_t tile =
            m_lines.tile(double(y[i])) * m_columns.tiles + m_columns.tile(double(x[i]));
        m_place[i] = static_cast<std::uint32_t>(tile);
        ++m_start[tile + 1];
    }
    for (std::size_t t = 1; t < m_start.size(); ++t)
        m_start[t] += m_start[t - 1];
    m_x.resize(m_start.back());
    m_y.resize(m_start.back());
    m_row.resize(m_start.back());
    std::vector<std::uint32_t> next(m_start.begin(), m_start.end() - 1);
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (m_place[i] == kNowhere)
            continue;
        const std::uint32_t to = next[m_place[i]]++;
        m_place[i] = to;
        m_x[to] = x[i];
        m_y[to] = y[i];
        m_row[to] = static_cast<std::uint32_t>(i);
    }
}

std::size_t PointGrid::countAround(const DataRect &part) const
{
    std::size_t count = 0;
    visit(part, [&count](std::size_t begin, std::size_t end) { count += end - begin; });
    return count;
}

std::optional<std::uint32_t>
PointGrid::nearest(const QPointF &at, const QPointF &scale, double reach) const
{
    const double aside = reach / scale.x();
    const double above = reach / scale.y();
    std::optional<std::uint32_t> best;
    double least = reach * reach;
    visit({at.x() - aside, at.x() + aside, at.y() - above, at.y() + above},
          [&](std::size_t begin, std::size_t end) {
              for (std::size_t i = begin; i < end; ++i) {
                  const double dx = (double(m_x[i]) - at.x()) * scale.x();
                  const double dy = (double(m_y[i]) - at.y()) * scale.y();
                  const double distance = dx * dx + dy * dy;
                  if (distance < least || (best && distance == least && m_row[i] < *best)) {
                      least = distance;
                      best = m_row[i];
                  }
              }
          });
    return best;
}

std::vector<std::uint32_t> PointGrid::inside(const QPolygonF &polygon) const
{
    const QRectF box = polygon.boundingRect();
    const std::vector<QLineF> edges = edgesOf(polygon);
    std::vector<char> chosen(m_place.size(),
                             0); // marks bring the rows into order at the least cost
    std::vector<QLineF> near;
    // A little more than a tile, for the rounding of what falls into it.
    const double width = 1 / m_columns.perUnit;
    const double height = 1 / m_lines.perUnit;
    const double slack = 1e-6;
    for (std::size_t line = m_lines.tile(box.top()); line <= m_lines.tile(box.bottom()); ++line) {
        const double low = m_lines.start(line) - slack * height;
        const double high = m_lines.start(line + 1) + slack * height;
        near.clear(); // a ray of this line of tiles crosses no other edge
        for (const QLineF &edge : edges)
            if (overlaps(edge.y1(), edge.y2(), low, high))
                near.push_back(edge);
        for (std::size_t c = m_columns.tile(box.left()); c <= m_columns.tile(box.right()); ++c) {
            const double left = m_columns.start(c) - slack * width;
            const double right = m_columns.start(c + 1) + slack * width;
            const bool crossed = std::any_of(near.begin(), near.end(), [&](const QLineF &edge) {
                return overlaps(edge.x1(), edge.x2(), left, right);
            });
            // A tile that no edge meets is inside as a whole or outside.
            if (!crossed && !isInside((left + right) / 2, (low + high) / 2, near))
                continue;
            const std::size_t tile = line * m_columns.tiles + c;
            for (std::size_t i = m_start[tile]; i < m_start[tile + 1]; ++i)
                chosen[m_row[i]] = !crossed || isInside(double(m_x[i]), double(m_y[i]), near);
        }
    }
    std::vector<std::uint32_t> rows;
    for (std::size_t row = 0; row < chosen.size(); ++row)
        if (chosen[row])
            rows.push_back(static_cast<std::uint32_t>(row));
    return rows;
}

} // namespace dramatis::ui
