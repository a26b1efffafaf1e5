// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scatter_plot.h"

#include "core/base/text.h"
#include "ui/base/chip.h"
#include "ui/plots/plot_theme.h"
#include "ui/plots/point_raster.h"
#include "ui/plots/qcustomplot_include.h"
#include "ui/plots/tickers.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr double kPick = 8; ///< px around the mouse
constexpr double kZoomStep = 1.25;
constexpr double kMargin = 0.06;      ///< of the range, around the points
constexpr double kRoomForChips = 2.5; ///< margins above the highest cluster, for its name
constexpr double kChipGap = 6;        ///< px between a cluster and its name
constexpr double kPaperMarker = 4;    ///< px on paper, where a point is a vector
constexpr int kTickEvery = 60;

/// Where `rect`, moved as little as it can be within `area`, meets nothing; itself where all is
/// full.
QRectF nearestFree(const QRectF &rect,
                   const QRectF &area,
                   const std::function<bool(const QRectF &)> &collides)
{
    if (!collides(rect))
        return rect;
    constexpr int reach = 14; // steps to each side
    const double step = (rect.height() + 4) / 2;
    std::optional<QPointF> nearest;
    for (int down = -reach; down <= reach; ++down)
        for (int right = -reach; right <= reach; ++right) {
            const QPointF move(right * step, down * step);
            if (nearest
                && QPointF::dotProduct(move, move) >= QPointF::dotProduct(*nearest, *nearest))
                continue;
            const QRectF moved = rect.translated(move);
            if (area.contains(moved) && !collides(moved))
                nearest = move;
        }
    return rect.translated(nearest.value_or(QPointF()));
}

} // namespace

/// The points as one plottable of the plot.
class ScatterPlot::Cloud final : public QCPAbstractPlottable
{
public:
    explicit Cloud(QCustomPlot *plot, const ScatterPlot *owner)
        : QCPAbstractPlottable(plot->xAxis, plot->yAxis)
        , m_owner(owner)
    {}
    double selectTest(const QPointF &, bool, QVariant *) const override { return -1; }
    QCPRange getKeyRange(bool &found, QCP::SignDomain) const override
    {
        return rangeOf(m_owner->m_chart.x, found);
    }
    QCPRange getValueRange(bool &found, QCP::SignDomain, const QCPRange &) const override
    {
        return rangeOf(m_owner->m_chart.y, found);
    }

protected:
    void draw(QCPPainter *painter) override
    {
        const report::ScatterChart &chart = m_owner->m_chart;
        const PointsView points{chart.x, chart.y, chart.cluster, chart.clusterStyle};
        if (points.x.empty())
            return;
        const bool paper = painter->modes().testFlag(QCPPainter::pmVectorized);
        const QRect area = clipRect();
        const double ratio = paper ? 2 : mParentPlot->bufferDevicePixelRatio();
        const PixelMap map = pixelMap(area, ratio);
        const QSize size = area.size() * ratio;
        const bool dense =
            chart.x.size() >= kDensityFrom && pointsInView(points, map, size) >= kDensityFrom;
        if (paper && !dense) {
            drawVector(*painter, points);
            return;
        }
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        if (dense)
            drawDensity(image, points, map, m_owner->tokens());
        else
            drawMarkers(image, points, map, ratio, m_owner->tokens());
        image.setDevicePixelRatio(ratio);
        painter->drawImage(QRectF(area), image);
    }
    void drawLegendIcon(QCPPainter *, const QRectF &) const override {}

private:
    static QCPRange rangeOf(const std::vector<float> &values, bool &found)
    {
        found = !values.empty();
        if (!found)
            return {};
        const auto [low, high] = std::minmax_element(values.begin(), values.end());
        return {double(*low), double(*high)};
    }

    PixelMap pixelMap(const QRect &area, double ratio) const
    {
        const QCPRange x = mKeyAxis->range();
        const QCPRange y = mValueAxis->range();
        PixelMap map;
        map.factorX = area.width() / x.size() * ratio;
        map.offsetX = -x.lower * map.factorX;
        map.factorY = -area.height() / y.size() * ratio;
        map.offsetY = area.height() * ratio - y.lower * map.factorY;
        return map;
    }

    void drawVector(QCPPainter &painter, const PointsView &points) const
    {
        const Tokens &tokens = m_owner->tokens();
        const QRectF area = clipRect();
        painter.setOpacity(0.8);
        for (const bool noise : {true, false}) {
            for (std::size_t i = 0; i < points.x.size(); ++i) {
                if ((points.cluster[i] < 0) != noise)
                    continue;
                const QPointF at = coordsToPixels(double(points.x[i]), double(points.y[i]));
                if (!area.contains(at))
                    continue;
                const QRectF place(at.x() - kPaperMarker / 2,
                                   at.y() - kPaperMarker / 2,
                                   kPaperMarker,
                                   kPaperMarker);
                if (noise)
                    paintNoiseMarker(painter, place, tokens);
                else
                    paintMarker(
                        painter,
                        place,
                        personaStyle(
                            static_cast<std::size_t>(
                                points.clusterStyle[static_cast<std::size_t>(points.cluster[i])]),
                            tokens));
            }
        }
        painter.setOpacity(1);
    }

    const ScatterPlot *m_owner;
};

ScatterPlot::ScatterPlot(QWidget *parent) : AxisPlot(parent), m_cloud(new Cloud(&custom(), this))
{
    custom().xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new NumberTicker));
    custom().yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new NumberTicker));
    custom().axisRect()->setMinimumMargins({44, 10, 14, 6});
}

void ScatterPlot::setValue(report::ScatterChart chart)
{
    const bool same = chart.x == m_chart.x && chart.y == m_chart.y && !m_chart.x.empty();
    m_chart = std::move(chart);
    Q_ASSERT(m_chart.x.size() == m_chart.y.size() && m_chart.x.size() == m_chart.cluster.size());
    m_hovered.reset();
    custom().xAxis->setLabel(m_chart.xTitle);
    custom().yAxis->setLabel(m_chart.yTitle);
    setAccessibleName(tr("Scatter of windows"));
    locateClusters();
    if (!same)
        resetZoom();
    valueChanged();
}

void ScatterPlot::setClusters(std::vector<int> cluster,
                              std::vector<QString> names,
                              std::vector<int> styles)
{
    Q_ASSERT(cluster.size() == m_chart.x.size());
    m_chart.cluster = std::move(cluster);
    m_chart.clusterNames = std::move(names);
    m_chart.clusterStyle = std::move(styles);
    locateClusters();
    setAccessibleDescription(sentence());
    replotSoon();
}

void ScatterPlot::setSelectedCluster(int cluster)
{
    m_selected = cluster;
    refreshOverlay();
}

void ScatterPlot::setDescription(std::function<TipCard(std::size_t)> describe)
{
    m_describe = std::move(describe);
}

void ScatterPlot::locateClusters()
{
    struct Sums
    {
        double n = 0;
        double x = 0;
        double xx = 0;
        double y = 0;
        double yy = 0;
    };
    std::vector<Sums> sums(m_chart.clusterNames.size());
    for (std::size_t i = 0; i < m_chart.x.size(); ++i) {
        const int cluster = m_chart.cluster[i];
        if (cluster < 0 || static_cast<std::size_t>(cluster) >= sums.size())
            continue;
        Sums &sum = sums[static_cast<std::size_t>(cluster)];
        const auto x = double(m_chart.x[i]);
        const auto y = double(m_chart.y[i]);
        sum.n += 1;
        sum.x += x;
        sum.xx += x * x;
        sum.y += y;
        sum.yy += y * y;
    }
    const auto spread = [](double n, double sum, double squares) {
        return std::sqrt(std::max(0.0, squares / n - (sum / n) * (sum / n)));
    };
    m_cores.clear();
    for (const Sums &sum : sums) {
        const double n = std::max(1.0, sum.n);
        const QPointF reach(2 * spread(n, sum.x, sum.xx), 2 * spread(n, sum.y, sum.yy));
        const QPointF mean(sum.x / n, sum.y / n);
        m_cores.emplace_back(mean - reach, mean + reach);
    }
}

std::vector<ScatterPlot::ChipPlace> ScatterPlot::chips(const QFont &font) const
{
    std::vector<ChipPlace> placed;
    const QRectF area = axisRect();
    std::vector<QRectF> cores;
    for (const QRectF &core : m_cores)
        cores.push_back(QRectF(QPointF(xPixel(core.left()), yPixel(core.bottom())),
                               QPointF(xPixel(core.right()), yPixel(core.top()))));
    for (std::size_t c = 0; c < cores.size(); ++c) {
        if (m_chart.clusterNames[c].isEmpty())
            continue;
        const QSizeF size = chipSize(font, m_chart.clusterNames[c]);
        QRectF rect(QPointF(), size);
        rect.moveCenter({cores[c].center().x(), cores[c].top() - kChipGap - size.height() / 2});
        if (!area.adjusted(-size.width(), -40, size.width(), 40).contains(rect.center()))
            continue; // its points are out of view
        rect.moveLeft(std::clamp(rect.left(), area.left() + 2, area.right() - size.width() - 2));
        rect.moveTop(std::clamp(rect.top(), area.top() + 2, area.bottom() - size.height() - 2));
        const auto collides = [&](const QRectF &r) {
            return std::any_of(placed.begin(),
                               placed.end(),
                               [&](const ChipPlace &other) {
                                   return other.rect.adjusted(-3, -3, 3, 3).intersects(r);
                               })
                   || std::any_of(cores.begin(), cores.end(), [&](const QRectF &core) {
                          return core.intersects(r);
                      });
        };
        placed.push_back({nearestFree(rect, area, collides), static_cast<int>(c)});
    }
    return placed;
}

std::optional<std::size_t> ScatterPlot::pointAt(const QPointF &position) const
{
    const QCPRange xs = custom().xAxis->range();
    const QCPRange ys = custom().yAxis->range();
    const QRectF area = axisRect();
    const double perX = area.width() / xs.size();
    const double perY = area.height() / ys.size();
    const double x = xAt(position.x());
    const double y = yAt(position.y());
    std::optional<std::size_t> best;
    double nearest = kPick * kPick;
    for (std::size_t i = 0; i < m_chart.x.size(); ++i) {
        const double dx = (double(m_chart.x[i]) - x) * perX;
        const double dy = (double(m_chart.y[i]) - y) * perY;
        const double distance = dx * dx + dy * dy;
        if (distance < nearest) {
            nearest = distance;
            best = i;
        }
    }
    return best;
}

QString ScatterPlot::sentence() const
{
    const auto noise = std::count(m_chart.cluster.begin(), m_chart.cluster.end(), -1);
    return tr("%1 points by %2 and %3: %4 clusters, %5 points of noise.")
        .arg(m_chart.x.size())
        .arg(m_chart.xTitle, m_chart.yTitle)
        .arg(m_chart.clusterNames.size())
        .arg(noise);
}

PlotTable ScatterPlot::table() const
{
    PlotTable table{{m_chart.xTitle, m_chart.yTitle, tr("cluster")}, {}};
    for (std::size_t i = 0; i < m_chart.x.size(); ++i) {
        const int cluster = m_chart.cluster[i];
        table.rows.push_back(
            {QString::number(double(m_chart.x[i]), 'g', 8),
             QString::number(double(m_chart.y[i]), 'g', 8),
             cluster < 0 ? tr("noise") : m_chart.clusterNames[static_cast<std::size_t>(cluster)]});
    }
    return table;
}

void ScatterPlot::resetZoom()
{
    bool found = false;
    for (QCPAxis *axis : {custom().xAxis, custom().yAxis}) {
        QCPRange range = axis == custom().xAxis ? m_cloud->getKeyRange(found, QCP::sdBoth)
                                                : m_cloud->getValueRange(found, QCP::sdBoth, {});
        const double margin = range.size() > 0 ? range.size() * kMargin : 0.5;
        const double above = axis == custom().yAxis ? kRoomForChips : 1;
        axis->setRange(range.lower - margin, range.upper + above * margin);
    }
    replotSoon();
}

void ScatterPlot::restyle(const Tokens &tokens)
{
    custom().xAxis->grid()->setVisible(true);
    custom().xAxis->grid()->setPen(QPen(tokens.grid, 1));
}

void ScatterPlot::beforeReplot()
{
    const QRect area = custom().viewport();
    custom().xAxis->ticker()->setTickCount(std::clamp(area.width() / (kTickEvery + 40), 2, 8));
    custom().yAxis->ticker()->setTickCount(std::clamp(area.height() / kTickEvery, 2, 8));
}

void ScatterPlot::drawOver(QPainter &painter, const Tokens &tokens, bool interactive)
{
    const QFont font = plotFont(FontRole::Body);
    painter.setFont(font);
    for (const ChipPlace &chip : chips(font)) {
        const auto c = static_cast<std::size_t>(chip.cluster);
        paintChip(painter,
                  chip.rect.topLeft(),
                  personaStyle(static_cast<std::size_t>(m_chart.clusterStyle[c]), tokens),
                  m_chart.clusterNames[c],
                  interactive && chip.cluster == m_selected,
                  tokens);
    }
    if (interactive && m_hovered && *m_hovered < m_chart.x.size()) {
        const std::size_t i = *m_hovered;
        const QPointF at(xPixel(double(m_chart.x[i])), yPixel(double(m_chart.y[i])));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.text, 1.5));
        painter.drawEllipse(at, 5, 5);
        TipCard card;
        if (m_describe) {
            card = m_describe(i);
        } else {
            card.heading = text::count(double(i) + 1);
            card.rows = {{m_chart.xTitle, valueText(double(m_chart.x[i]), m_chart.xTitle)},
                         {m_chart.yTitle, valueText(double(m_chart.y[i]), m_chart.yTitle)}};
        }
        drawTip(painter, custom().viewport(), at, card, tokens);
    }
    AxisPlot::drawOver(painter, tokens, interactive);
}

bool ScatterPlot::mousePressed(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return false;
    m_press = m_last = event->position();
    m_moved = false;
    return true;
}

bool ScatterPlot::mouseMoved(QMouseEvent *event)
{
    if (m_press) {
        const QPointF delta = event->position() - m_last;
        if (m_moved || (event->position() - *m_press).manhattanLength() > 4) {
            m_moved = true;
            custom().xAxis->moveRange(xAt(m_last.x()) - xAt(event->position().x()));
            custom().yAxis->moveRange(yAt(m_last.y()) - yAt(event->position().y()));
            m_hovered.reset();
            m_last += delta;
            replotSoon();
        }
        return true;
    }
    const auto hovered =
        axisRect().contains(event->position()) ? pointAt(event->position()) : std::nullopt;
    if (hovered != m_hovered) {
        m_hovered = hovered;
        refreshOverlay();
    }
    return true;
}

bool ScatterPlot::mouseReleased(QMouseEvent *event)
{
    if (!m_press)
        return false;
    m_press.reset();
    if (m_moved)
        return true;
    for (const ChipPlace &chip : chips(plotFont(FontRole::Body)))
        if (chip.rect.contains(event->position())) {
            emit clusterClicked(chip.cluster);
            return true;
        }
    if (const auto point = pointAt(event->position()))
        emit clusterClicked(m_chart.cluster[*point]);
    return true;
}

bool ScatterPlot::mouseDoubleClicked(QMouseEvent *)
{
    m_press.reset();
    resetZoom();
    return true;
}

void ScatterPlot::zoom(double factor, const QPointF &around)
{
    custom().xAxis->scaleRange(1 / factor, xAt(around.x()));
    custom().yAxis->scaleRange(1 / factor, yAt(around.y()));
    replotSoon();
}

bool ScatterPlot::wheelTurned(QWheelEvent *event)
{
    if (event->angleDelta().y() == 0)
        return false;
    zoom(event->angleDelta().y() > 0 ? kZoomStep : 1 / kZoomStep, event->position());
    return true;
}

void ScatterPlot::mouseLeft()
{
    m_hovered.reset();
    refreshOverlay();
}

void ScatterPlot::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Plus)
        zoom(kZoomStep, axisRect().center());
    else if (event->key() == Qt::Key_Minus)
        zoom(1 / kZoomStep, axisRect().center());
    else if (event->key() == Qt::Key_0)
        resetZoom();
    else
        AxisPlot::keyPressEvent(event);
}

} // namespace dramatis::ui
