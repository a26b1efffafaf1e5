// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/point_raster.h"

#include "core/base/parallel.h"
#include "ui/base/markers.h"

#include <QPainter>

#include <array>
#include <atomic>
#include <cmath>

// Markers: each is drawn once as a small picture; placing it is a blend of 7 x 7 pixels by hand,
// which is ten times faster than a call of QPainter a point. Density: counts and sums of colours
// per pixel, band by band of the image, so that the sums of a band stay in the cache and bands can
// be drawn by several threads; then one pass that turns counts into opacity, which needs the
// greatest of them.

namespace dramatis::ui {

namespace {

constexpr double kMarkerSize = 5.5;
constexpr double kNoiseSize = 2;
constexpr float kMarkerReach = 20; ///< device pixels, more than half of any marker
constexpr double kMarkerOpacity = 0.75;
constexpr double kFadedOpacity = 0.25; ///< of what it is otherwise
constexpr int kDensityFloor = 60;      ///< alpha of a lone point
constexpr std::size_t kBand = 16;      ///< lines of pixels
constexpr std::size_t kTabledCounts = 4096;

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

/// The style of a look that is not noise's.
std::size_t styleOf(PointLook look)
{
    return static_cast<std::size_t>(look & ~kFaded) - 1;
}

/// A marker's picture, odd and equal in width and height.
QImage sprite(PointLook look, double ratio, const Tokens &tokens)
{
    const bool noise = (look & ~kFaded) == kNoiseLook;
    const double size = (noise ? kNoiseSize : kMarkerSize) * ratio;
    const int side = 2 * static_cast<int>(std::ceil(size / 2)) + 1;
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(look & kFaded ? kMarkerOpacity * kFadedOpacity : kMarkerOpacity);
    const QRectF rect(side / 2.0 - size / 2, side / 2.0 - size / 2, size, size);
    if (noise) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.noise);
        painter.drawEllipse(rect);
    } else {
        paintMarker(painter, rect, personaStyle(styleOf(look), tokens));
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

/// Pixels of coordinates. Differences to a corner are taken first: so single precision tells points
/// apart however far one has zoomed in.
struct PixelMap
{
    float left;
    float perX;
    float top;
    float perY;

    PixelMap(const DataRect &view, QSize size)
        : left(float(view.left))
        , perX(float(size.width() / (view.right - view.left)))
        , top(float(view.top))
        , perY(float(size.height() / (view.bottom - view.top)))
    {}
    [[nodiscard]] float x(float value) const { return (value - left) * perX; }
    [[nodiscard]] float y(float value) const { return (value - top) * perY; }
};

QImage transparentImage(QSize size)
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    return image;
}

/// Counts and sums of colours of one pixel, two to a word: none reaches 2^32.
struct Bin
{
    std::uint64_t countAndRed = 0;
    std::uint64_t greenAndBlue = 0;

    void add(const Bin &other)
    {
        countAndRed += other.countAndRed;
        greenAndBlue += other.greenAndBlue;
    }
    [[nodiscard]] std::uint32_t count() const { return high(countAndRed); }
    [[nodiscard]] QRgb mean() const
    {
        const std::uint32_t n = count();
        return qRgb(
            int(low(countAndRed) / n), int(high(greenAndBlue) / n), int(low(greenAndBlue) / n));
    }

private:
    static std::uint32_t high(std::uint64_t pair) { return static_cast<std::uint32_t>(pair >> 32); }
    static std::uint32_t low(std::uint64_t pair) { return static_cast<std::uint32_t>(pair); }
};

using BinColors = std::array<Bin, kPointLooks>;

BinColors binColors(const Tokens &tokens)
{
    BinColors colors;
    for (std::size_t look = 0; look < kPointLooks; ++look) {
        const QRgb color = look == kNoiseLook
                               ? tokens.noise.rgb()
                               : personaStyle(styleOf(PointLook(look)), tokens).color.rgb();
        colors[look] = {std::uint64_t(1) << 32 | std::uint64_t(qRed(color)),
                        std::uint64_t(qGreen(color)) << 32 | std::uint64_t(qBlue(color))};
    }
    return colors;
}

/// The density of the faded points, or of the others.
class DensityLayer
{
public:
    DensityLayer(const RasterPoints &points, QSize size, const Tokens &tokens, PointLook faded)
        : m_points(points)
        , m_map(points.view, size)
        , m_width(static_cast<std::size_t>(size.width()))
        , m_height(static_cast<std::size_t>(size.height()))
        , m_colors(binColors(tokens))
        , m_faded(faded)
        , m_counts(m_width * m_height)
    {}

    /// Covers what is drawn in `image` already.
    void drawOn(QImage &image)
    {
        m_pixels = reinterpret_cast<QRgb *>(image.bits());
        parallelFor(m_height,
                    kBand,
                    defaultThreadCount(),
                    [this](std::size_t from, std::size_t to) { count(from, to); });
        m_alphas.resize(std::min<std::size_t>(m_most + 1, kTabledCounts));
        for (std::size_t n = 1; n < m_alphas.size(); ++n)
            m_alphas[n] = alphaOf(static_cast<std::uint32_t>(n));
        parallelFor(
            m_height, kBand, defaultThreadCount(), [this](std::size_t from, std::size_t to) {
                shade(from * m_width, to * m_width);
            });
    }

private:
    void count(std::size_t fromLine, std::size_t toLine)
    {
        std::vector<Bin> bins(m_width * (toLine - fromLine));
        // A line more to each side: the grid asks in double precision.
        const double perLine = 1 / double(m_map.perY);
        DataRect part = m_points.view;
        part.top = double(m_map.top) + (double(fromLine) - 1) * perLine;
        part.bottom = double(m_map.top) + double(toLine + 1) * perLine;
        m_points.grid.visit(part, [&](std::size_t begin, std::size_t end) {
            add(begin, end, fromLine, toLine, bins);
        });
        finish(fromLine * m_width, bins);
    }

    void add(std::size_t begin,
             std::size_t end,
             std::size_t fromLine,
             std::size_t toLine,
             std::vector<Bin> &bins) const
    {
        // Local copies: the bins that are written might be they, for all the compiler knows.
        const float *xs = m_points.grid.x().data();
        const float *ys = m_points.grid.y().data();
        const PointLook *looks = m_points.looks.data();
        const BinColors colors = m_colors;
        const PixelMap map = m_map;
        const PointLook faded = m_faded;
        const std::size_t width = m_width;
        const auto right = float(width);
        const auto low = float(fromLine);
        const auto high = float(toLine);
        for (std::size_t i = begin; i < end; ++i) {
            const float x = map.x(xs[i]);
            const float y = map.y(ys[i]);
            if (!(x >= 0 && y >= low && x < right && y < high) || (looks[i] & kFaded) != faded)
                continue;
            const std::size_t line = static_cast<std::size_t>(static_cast<int>(y)) - fromLine;
            bins[line * width + static_cast<std::size_t>(static_cast<int>(x))].add(
                colors[looks[i] & ~kFaded]);
        }
    }

    /// Leaves the mean colours in the image, to be made opaque or not.
    void finish(std::size_t first, const std::vector<Bin> &bins)
    {
        std::uint32_t most = 0;
        for (std::size_t i = 0; i < bins.size(); ++i) {
            const std::uint32_t n = bins[i].count();
            if (n == 0)
                continue;
            most = std::max(most, n);
            m_counts[first + i] = n;
            m_pixels[first + i] = bins[i].mean();
        }
        std::uint32_t before = m_most;
        while (before < most && !m_most.compare_exchange_weak(before, most)) {
        }
    }

    [[nodiscard]] QRgb alphaOf(std::uint32_t count) const
    {
        const double perLog =
            (255.0 - kDensityFloor) / std::log1p(double(std::max(1U, m_most.load())));
        const int alpha =
            std::min(255, kDensityFloor + static_cast<int>(perLog * std::log1p(double(count))));
        return static_cast<QRgb>(m_faded ? static_cast<int>(alpha * kFadedOpacity) : alpha);
    }

    void shade(std::size_t from, std::size_t to)
    {
        for (std::size_t i = from; i < to; ++i) {
            const std::uint32_t n = m_counts[i];
            if (n == 0)
                continue;
            const QRgb alpha = n < m_alphas.size() ? m_alphas[n] : alphaOf(n);
            m_pixels[i] = qPremultiply((m_pixels[i] & RGB_MASK) | alpha << 24);
        }
    }

    const RasterPoints &m_points;
    PixelMap m_map;
    std::size_t m_width;
    std::size_t m_height;
    BinColors m_colors;
    PointLook m_faded;
    std::vector<std::uint32_t> m_counts; ///< per pixel
    QRgb *m_pixels = nullptr;            ///< of the image, which has no gaps between its lines
    std::vector<QRgb> m_alphas;          ///< by count
    std::atomic<std::uint32_t> m_most = 0;
};

/// The pictures of all markers, each made when it is first asked for.
class Sprites
{
public:
    Sprites(double ratio, const Tokens &tokens) : m_ratio(ratio), m_tokens(tokens) {}
    const QImage &of(PointLook look)
    {
        QImage &image = m_images[look];
        if (image.isNull())
            image = sprite(look, m_ratio, m_tokens);
        return image;
    }

private:
    double m_ratio;
    const Tokens &m_tokens;
    std::array<QImage, 256> m_images;
};

} // namespace

PointLook pointLook(int style)
{
    const auto index = static_cast<std::size_t>(style);
    const std::size_t hollow = index < kPersonaColors ? 0 : kPersonaColors;
    return static_cast<PointLook>(1 + hollow + index % kPersonaColors);
}

QImage markerImage(const RasterPoints &points, QSize size, double ratio, const Tokens &tokens)
{
    QImage image = transparentImage(size);
    const PixelMap map(points.view, size);
    Sprites sprites(ratio, tokens);
    // A marker reaches into the image from outside.
    const double aside = double(kMarkerReach) / double(map.perX);
    const double above = -double(kMarkerReach) / double(map.perY);
    const DataRect around{points.view.left - aside,
                          points.view.right + aside,
                          points.view.bottom - above,
                          points.view.top + above};
    const auto draw = [&](bool noise, PointLook faded) {
        points.grid.visit(around, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                const PointLook look = points.looks[i];
                if ((look & kFaded) != faded || ((look & ~kFaded) == kNoiseLook) != noise)
                    continue;
                const float x = map.x(points.grid.x()[i]);
                const float y = map.y(points.grid.y()[i]);
                if (x < -kMarkerReach || y < -kMarkerReach
                    || x > float(image.width()) + kMarkerReach
                    || y > float(image.height()) + kMarkerReach)
                    continue;
                blend(image,
                      sprites.of(look),
                      static_cast<int>(std::lround(x)),
                      static_cast<int>(std::lround(y)));
            }
        });
    };
    if (points.mayBeFaded)
        for (const bool noise : {true, false})
            draw(noise, kFaded);
    for (const bool noise : {true, false})
        draw(noise, 0);
    return image;
}

QImage densityImage(const RasterPoints &points, QSize size, const Tokens &tokens)
{
    QImage image = transparentImage(size);
    if (points.mayBeFaded)
        DensityLayer(points, size, tokens, kFaded).drawOn(image);
    DensityLayer(points, size, tokens, 0).drawOn(image);
    return image;
}

} // namespace dramatis::ui
