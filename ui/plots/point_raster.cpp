// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/point_raster.h"

#include "ui/base/markers.h"

#include <QPainter>

#include <cmath>
#include <cstdint>

// Markers: each is drawn once as a small picture; placing it is a blend of 7 x 7 pixels by hand,
// which is ten times faster than a call of QPainter a point. Density: counts and sums of colours
// per pixel in one pass, then one pass of shading.

namespace dramatis::ui {

namespace {

constexpr double kMarkerSize = 5.5;
constexpr double kNoiseSize = 2;
constexpr double kMarkerOpacity = 0.75;
constexpr int kDensityFloor = 60; ///< alpha of a lone point

/// a + b (1 - alpha(a)) of premultiplied colours, channel by channel, two at a time.
std::uint32_t over(std::uint32_t above, std::uint32_t below)
{
    const std::uint32_t keep = 255 - (above >> 24);
    std::uint32_t rb = (below & 0x00FF00FF) * keep + 0x00800080;
    rb = ((rb + ((rb >> 8) & 0x00FF00FF)) >> 8) & 0x00FF00FF;
    std::uint32_t ag = ((below >> 8) & 0x00FF00FF) * keep + 0x00800080;
    ag = (ag + ((ag >> 8) & 0x00FF00FF)) & 0xFF00FF00;
    return above + (rb | ag);
}

/// A marker's picture, odd and equal in width and height.
QImage sprite(int style, double ratio, const Tokens &tokens)
{
    const double size = (style < 0 ? kNoiseSize : kMarkerSize) * ratio;
    const int side = 2 * static_cast<int>(std::ceil(size / 2)) + 1;
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(kMarkerOpacity);
    const QRectF rect(side / 2.0 - size / 2, side / 2.0 - size / 2, size, size);
    if (style < 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.noise);
        painter.drawEllipse(rect);
    } else {
        paintMarker(painter, rect, personaStyle(static_cast<std::size_t>(style), tokens));
    }
    return image;
}

void blend(QImage &image, const QImage &mark, int centreX, int centreY)
{
    const int left = centreX - mark.width() / 2;
    const int top = centreY - mark.height() / 2;
    const int fromX = std::max(0, -left);
    const int toX = std::min(mark.width(), image.width() - left);
    const int fromY = std::max(0, -top);
    const int toY = std::min(mark.height(), image.height() - top);
    for (int y = fromY; y < toY; ++y) {
        const auto *source = reinterpret_cast<const std::uint32_t *>(mark.constScanLine(y));
        auto *target = reinterpret_cast<std::uint32_t *>(image.scanLine(top + y)) + left;
        for (int x = fromX; x < toX; ++x)
            if (source[x])
                target[x] = over(source[x], target[x]);
    }
}

struct Bin
{
    std::uint32_t count = 0;
    std::uint32_t red = 0;
    std::uint32_t green = 0;
    std::uint32_t blue = 0;
};

} // namespace

std::size_t pointsInView(const PointsView &points, const PixelMap &map, QSize size)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < points.x.size(); ++i) {
        const double x = map.offsetX + map.factorX * double(points.x[i]);
        const double y = map.offsetY + map.factorY * double(points.y[i]);
        count += x >= 0 && y >= 0 && x < size.width() && y < size.height();
    }
    return count;
}

void drawMarkers(QImage &image,
                 const PointsView &points,
                 const PixelMap &map,
                 double ratio,
                 const Tokens &tokens)
{
    std::vector<QImage> sprites{sprite(-1, ratio, tokens)};
    for (const int style : points.clusterStyle)
        sprites.push_back(sprite(style, ratio, tokens));
    for (const bool noise : {true, false}) {
        for (std::size_t i = 0; i < points.x.size(); ++i) {
            const int cluster = points.cluster[i];
            if ((cluster < 0) != noise)
                continue;
            const double x = map.offsetX + map.factorX * double(points.x[i]);
            const double y = map.offsetY + map.factorY * double(points.y[i]);
            if (x < -20 || y < -20 || x > image.width() + 20 || y > image.height() + 20)
                continue;
            blend(image,
                  sprites[static_cast<std::size_t>(cluster + 1)],
                  static_cast<int>(std::lround(x)),
                  static_cast<int>(std::lround(y)));
        }
    }
}

void drawDensity(QImage &image, const PointsView &points, const PixelMap &map, const Tokens &tokens)
{
    std::vector<QRgb> colors{tokens.noise.rgb()};
    for (const int style : points.clusterStyle)
        colors.push_back(personaStyle(static_cast<std::size_t>(style), tokens).color.rgb());
    const int width = image.width();
    const int height = image.height();
    std::vector<Bin> bins(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    std::uint32_t most = 1;
    for (std::size_t i = 0; i < points.x.size(); ++i) {
        const double x = map.offsetX + map.factorX * double(points.x[i]);
        const double y = map.offsetY + map.factorY * double(points.y[i]);
        if (!(x >= 0 && y >= 0 && x < width && y < height))
            continue;
        Bin &bin = bins[static_cast<std::size_t>(y) * static_cast<std::size_t>(width)
                        + static_cast<std::size_t>(x)];
        const QRgb color = colors[static_cast<std::size_t>(points.cluster[i] + 1)];
        most = std::max(most, ++bin.count);
        bin.red += static_cast<std::uint32_t>(qRed(color));
        bin.green += static_cast<std::uint32_t>(qGreen(color));
        bin.blue += static_cast<std::uint32_t>(qBlue(color));
    }
    const double perLog = (255.0 - kDensityFloor) / std::log1p(double(most));
    for (int y = 0; y < height; ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        const Bin *bin =
            bins.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
        for (int x = 0; x < width; ++x, ++bin) {
            if (bin->count == 0)
                continue;
            const int alpha = std::min(
                255, kDensityFloor + static_cast<int>(perLog * std::log1p(double(bin->count))));
            line[x] = qPremultiply(qRgba(static_cast<int>(bin->red / bin->count),
                                         static_cast<int>(bin->green / bin->count),
                                         static_cast<int>(bin->blue / bin->count),
                                         alpha));
        }
    }
}

} // namespace dramatis::ui
