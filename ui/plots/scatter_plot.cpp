// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scatter_plot.h"

#include "core/base/text.h"
#include "ui/base/chip.h"
#include "ui/plots/plot_theme.h"
#include "ui/plots/qcustomplot_include.h"
#include "ui/plots/tickers.h"

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr double kMargin = 0.06;      ///< of the range, around the points
constexpr double kRoomForChips = 2.5; ///< margins above the highest cluster, for its name
constexpr double kPaperMarker = 4;    ///< px on paper, where a point is a vector
constexpr double kPaperRatio = 2;     ///< pixels of a density picture for one of the paper
constexpr int kTickEvery = 60;
constexpr std::size_t kMostRings = 300; ///< selected points that have a ring each
constexpr double kRing = 5;             ///< px
/// Up to so many points a picture is drawn within 2 ms: at once, without a worker.
constexpr std::size_t kAtOnce = 10'000;

/// Draws the part of `image` that lies in `area` when the image as a whole lies in `place`.
void drawClipped(QPainter &painter, const QImage &image, const QRectF &place, const QRectF &area)
{
    const QRectF seen = place.intersected(area);
    if (seen.isEmpty())
        return;
    const double perX = image.width() / place.width();
    const double perY = image.height() / place.height();
    painter.drawImage(seen,
                      image,
                      QRectF((seen.left() - place.left()) * perX,
                             (seen.top() - place.top()) * perY,
                             seen.width() * perX,
                             seen.height() * perY));
}

} // namespace

/// The points as one plottable of the plot.
class ScatterPlot::Cloud final : public QCPAbstractPlottable
{
public:
    explicit Cloud(QCustomPlot *plot, ScatterPlot *owner)
        : QCPAbstractPlottable(plot->xAxis, plot->yAxis)
        , m_owner(owner)
    {}
    double selectTest(const QPointF &, bool, QVariant *) const override { return -1; }
    QCPRange getKeyRange(bool &found, QCP::SignDomain) const override
    {
        const std::optional<DataRect> &bounds = m_owner->m_bounds;
        found = bounds.has_value();
        return found ? QCPRange(bounds->left, bounds->right) : QCPRange();
    }
    QCPRange getValueRange(bool &found, QCP::SignDomain, const QCPRange &) const override
    {
        const std::optional<DataRect> &bounds = m_owner->m_bounds;
        found = bounds.has_value();
        return found ? QCPRange(bounds->bottom, bounds->top) : QCPRange();
    }

    /// What is to be seen in the axes as they are.
    ScatterQuestion question(double ratio) const
    {
        const QCPRange x = mKeyAxis->range();
        const QCPRange y = mValueAxis->range();
        return {m_owner->m_points,
                m_owner->m_clusters,
                m_owner->m_selection,
                {x.lower, x.upper, y.lower, y.upper},
                clipRect().size() * ratio,
                ratio,
                &m_owner->tokens()};
    }
    ScatterQuestion question() const { return question(mParentPlot->bufferDevicePixelRatio()); }

protected:
    void draw(QCPPainter *painter) override
    {
        if (m_owner->pointCount() == 0)
            return;
        if (painter->modes().testFlag(QCPPainter::pmVectorized))
            drawOnPaper(*painter);
        else
            drawOnScreen(*painter);
    }
    void drawLegendIcon(QCPPainter *, const QRectF &) const override {}

private:
    void drawOnScreen(QCPPainter &painter)
    {
        m_owner->m_paper.reset();
        if (!m_owner->isCurrent()) {
            if (m_owner->drawsAtOnce())
                m_owner->m_shown = drawScatter(question(), m_owner->m_shown.get());
            else
                m_owner->m_worker.ask();
        }
        if (const ScatterPicture *picture = m_owner->m_shown.get())
            drawClipped(painter, picture->image, placeOf(picture->question.view), clipRect());
    }

    /// Whole at once, and without the selection, which belongs to the screen.
    void drawOnPaper(QCPPainter &painter)
    {
        ScatterQuestion asked = question(kPaperRatio);
        asked.selection.reset();
        const ScatterPicture *before = m_owner->m_shown.get();
        auto dressed = std::make_shared<const ScatterPicture>(dressScatter(asked, before));
        if (showsDensity(*dressed)) {
            m_owner->m_paper = drawScatter(asked, dressed.get());
            painter.drawImage(QRectF(clipRect()), m_owner->m_paper->image);
        } else {
            m_owner->m_paper = std::move(dressed);
            drawVectors(painter, *m_owner->m_paper);
        }
    }

    QRectF placeOf(const DataRect &view) const
    {
        return {coordsToPixels(view.left, view.top), coordsToPixels(view.right, view.bottom)};
    }

    void drawVectors(QCPPainter &painter, const ScatterPicture &picture) const
    {
        const QRectF area = clipRect();
        painter.setOpacity(0.8);
        for (const bool noise : {true, false})
            for (std::size_t i = 0; i < picture.grid->size(); ++i) {
                const PointLook look = picture.dressed->looks[i];
                const QPointF at =
                    coordsToPixels(double(picture.grid->x()[i]), double(picture.grid->y()[i]));
                if ((look == kNoiseLook) == noise && area.contains(at))
                    drawVector(painter, at, look);
            }
        painter.setOpacity(1);
    }

    void drawVector(QCPPainter &painter, const QPointF &at, PointLook look) const
    {
        QRectF place(0, 0, kPaperMarker, kPaperMarker);
        place.moveCenter(at);
        if (look == kNoiseLook)
            paintNoiseMarker(painter, place, m_owner->tokens());
        else
            paintMarker(painter, place, personaStyle(look - 1U, m_owner->tokens()));
    }

    ScatterPlot *m_owner;
};

ScatterPlot::ScatterPlot(QWidget *parent)
    : AxisPlot(parent)
    , m_points(std::make_shared<const ScatterPoints>())
    , m_clusters(std::make_shared<const ScatterClusters>(
          ScatterClusters{std::make_shared<const std::vector<int>>(), {}, {}}))
    , m_selection(std::make_shared<const std::vector<std::uint32_t>>())
    , m_worker(
          this,
          [this] { return wantedPicture(); },
          [this](ScatterPicturePtr picture) { takePicture(std::move(picture)); })
    , m_cloud(new Cloud(&custom(), this))
{
    custom().xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new NumberTicker));
    custom().yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new NumberTicker));
    custom().axisRect()->setMinimumMargins({44, 10, 14, 6});
    setAccessibleName(tr("Scatter of windows"));
}

void ScatterPlot::setValue(report::ScatterChart chart)
{
    Q_ASSERT(chart.x.size() == chart.y.size() && chart.x.size() == chart.cluster.size());
    const bool same = pointCount() > 0 && chart.x == m_points->x && chart.y == m_points->y;
    m_xTitle = chart.xTitle;
    m_yTitle = chart.yTitle;
    custom().xAxis->setLabel(m_xTitle);
    custom().yAxis->setLabel(m_yTitle);
    m_clusters = std::make_shared<const ScatterClusters>(
        ScatterClusters{std::make_shared<const std::vector<int>>(std::move(chart.cluster)),
                        std::move(chart.clusterNames),
                        std::move(chart.clusterStyle)});
    m_hovered.reset();
    if (!same) {
        m_bounds = boundsOf(chart.x, chart.y);
        m_points = std::make_shared<const ScatterPoints>(
            ScatterPoints{std::move(chart.x), std::move(chart.y)});
        m_shown.reset();
        m_selection = std::make_shared<const std::vector<std::uint32_t>>();
        m_outline.clear();
        m_crosshair.reset();
        m_anchor.reset();
        showBulk();
    }
    valueChanged();
}

void ScatterPlot::setClusters(PointLabels labels,
                              std::vector<QString> names,
                              std::vector<int> styles)
{
    Q_ASSERT(labels && labels->size() == pointCount());
    m_clusters = std::make_shared<const ScatterClusters>(
        ScatterClusters{std::move(labels), std::move(names), std::move(styles)});
    if (drawsAtOnce()) // else it is told with the picture
        setAccessibleDescription(sentence());
    drawPointsAnew();
}

void ScatterPlot::setSelectedCluster(int cluster)
{
    m_selectedCluster = cluster;
    refreshOverlay();
}

void ScatterPlot::setDescription(std::function<TipCard(std::size_t)> describe)
{
    m_describe = std::move(describe);
}

void ScatterPlot::setTool(ScatterTool tool)
{
    m_tool = tool;
    custom().setCursor(tool == ScatterTool::Move ? Qt::ArrowCursor : Qt::CrossCursor);
}

void ScatterPlot::setSelectedPoints(std::vector<std::uint32_t> points)
{
    std::sort(points.begin(), points.end());
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points == *m_selection) // the echo of pointsSelected(), whose outline stays
        return;
    m_outline.clear();
    m_anchor.reset();
    showSelection(std::move(points));
}

bool ScatterPlot::drawsAtOnce() const
{
    return pointCount() <= kAtOnce;
}

bool ScatterPlot::isCurrent() const
{
    return pointCount() == 0 || (m_shown && m_shown->question == question());
}

ScatterQuestion ScatterPlot::question() const
{
    return m_cloud->question();
}

NewestJob<ScatterPicturePtr>::Work ScatterPlot::wantedPicture() const
{
    if (isCurrent())
        return {};
    return [asked = question(), before = m_shown] { return drawScatter(asked, before.get()); };
}

void ScatterPlot::takePicture(ScatterPicturePtr picture)
{
    if (picture->question.points != m_points)
        return; // of other data
    m_shown = std::move(picture);
    setAccessibleDescription(sentence());
    replotSoon();
    emit pictureChanged();
}

void ScatterPlot::drawPointsAnew()
{
    if (drawsAtOnce())
        replotSoon();
    else
        m_worker.ask(); // what is shown stays until it is drawn
}

QPointF ScatterPlot::dataAt(const QPointF &pixel) const
{
    return {xAt(pixel.x()), yAt(pixel.y())};
}

QPointF ScatterPlot::pixelAt(const QPointF &coordinates) const
{
    return {xPixel(coordinates.x()), yPixel(coordinates.y())};
}

QPolygonF ScatterPlot::toPixels(const QPolygonF &polygon) const
{
    QPolygonF pixels;
    for (const QPointF &corner : polygon)
        pixels << pixelAt(corner);
    return pixels;
}

std::vector<ChipPlace> ScatterPlot::chips(const QFont &font) const
{
    const ScatterPicture *picture = m_paper ? m_paper.get() : m_shown.get();
    if (!picture)
        return {};
    std::vector<ChipWish> wishes;
    for (const ClusterCore &core : picture->dressed->cores)
        wishes.push_back({core.cluster,
                          picture->question.clusters->names[static_cast<std::size_t>(core.cluster)],
                          QRectF(pixelAt(core.rect.bottomLeft()), pixelAt(core.rect.topRight()))});
    return placeChips(wishes, axisRect(), font);
}

std::optional<std::size_t> ScatterPlot::pointAt(const QPointF &position, double reach) const
{
    if (!m_shown)
        return std::nullopt;
    const QRectF area = axisRect();
    return m_shown->grid->nearest(dataAt(position),
                                  {area.width() / custom().xAxis->range().size(),
                                   area.height() / custom().yAxis->range().size()},
                                  reach);
}

QString ScatterPlot::sentence() const
{
    const std::vector<int> &all = *m_clusters->labels;
    const auto noise = m_shown && m_shown->question.clusters == m_clusters
                           ? m_shown->dressed->noise
                           : static_cast<std::size_t>(std::count(all.begin(), all.end(), -1));
    return tr("%1 points by %2 and %3: %4 clusters, %5 points of noise.")
        .arg(pointCount())
        .arg(m_xTitle, m_yTitle)
        .arg(m_clusters->names.size())
        .arg(noise);
}

PlotTable ScatterPlot::table() const
{
    PlotTable table{{m_xTitle, m_yTitle, tr("cluster")}, {}};
    for (std::size_t i = 0; i < pointCount(); ++i) {
        const int cluster = (*m_clusters->labels)[i];
        table.rows.push_back(
            {QString::number(double(m_points->x[i]), 'g', 8),
             QString::number(double(m_points->y[i]), 'g', 8),
             cluster < 0 ? tr("noise") : m_clusters->names[static_cast<std::size_t>(cluster)]});
    }
    return table;
}

void ScatterPlot::resetZoom()
{
    m_outside = 0;
    showRect(m_bounds.value_or(DataRect{}));
}

void ScatterPlot::showBulk()
{
    if (!m_bounds)
        return resetZoom();
    const DataRect bulk = bulkOf(m_points->x, m_points->y, *m_bounds);
    showRect(bulk);
    const QCPRange x = custom().xAxis->range();
    const QCPRange y = custom().yAxis->range();
    m_outside = 0;
    for (std::size_t i = 0; i < pointCount(); ++i)
        m_outside += !x.contains(double(m_points->x[i])) || !y.contains(double(m_points->y[i]));
}

void ScatterPlot::showRect(const DataRect &rect)
{
    const auto show = [](QCPAxis &axis, double low, double high, double above) {
        const double margin = high > low ? (high - low) * kMargin : 0.5;
        axis.setRange(low - margin, high + above * margin);
    };
    show(*custom().xAxis, rect.left, rect.right, 1);
    show(*custom().yAxis, rect.bottom, rect.top, kRoomForChips);
    m_outline.clear();
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
    if (interactive && !m_outline.isEmpty()) {
        painter.save();
        painter.setClipRect(axisRect());
        paintOutline(painter, toPixels(m_outline), tokens);
        painter.restore();
    }
    if (interactive && m_selection->size() <= kMostRings)
        drawRings(painter, tokens);
    const QFont font = plotFont(FontRole::Body);
    painter.setFont(font);
    const ScatterPicture *picture = m_paper ? m_paper.get() : m_shown.get();
    for (const ChipPlace &chip : chips(font)) {
        const auto c = static_cast<std::size_t>(chip.cluster);
        const ScatterClusters &clusters = *picture->question.clusters;
        paintChip(painter,
                  chip.rect.topLeft(),
                  personaStyle(static_cast<std::size_t>(clusters.styles[c]), tokens),
                  clusters.names[c],
                  interactive && chip.cluster == m_selectedCluster,
                  tokens);
    }
    if (m_outside > 0) {
        const int count = static_cast<int>(m_outside);
        painter.setFont(plotFont(FontRole::Caption));
        painter.setPen(tokens.text3);
        painter.drawText(axisRect().adjusted(8, 4, -8, -4),
                         Qt::AlignRight | Qt::AlignTop,
                         interactive ? tr("%n outside; a double click shows all", nullptr, count)
                                     : tr("%n outside", nullptr, count));
    }
    if (interactive && m_crosshair)
        drawCrosshair(painter, tokens);
    if (interactive && m_hovered && *m_hovered < pointCount())
        drawTipOf(*m_hovered, painter, tokens);
    AxisPlot::drawOver(painter, tokens, interactive);
}

/// A few selected points are hard to find among those that have faded.
void ScatterPlot::drawRings(QPainter &painter, const Tokens &tokens) const
{
    const QRectF area = axisRect();
    painter.setPen(QPen(tokens.accent, 1.5));
    painter.setBrush(Qt::NoBrush);
    for (const std::uint32_t point : *m_selection) {
        const QPointF at = pixelAt({double(m_points->x[point]), double(m_points->y[point])});
        if (area.contains(at))
            painter.drawEllipse(at, kRing, kRing);
    }
}

void ScatterPlot::drawCrosshair(QPainter &painter, const Tokens &tokens) const
{
    const QRectF area = axisRect();
    const QPointF at = pixelAt(*m_crosshair);
    if (!area.contains(at))
        return;
    painter.setPen(QPen(tokens.text3, 1));
    painter.drawLine(QPointF(area.left(), at.y()), QPointF(area.right(), at.y()));
    painter.drawLine(QPointF(at.x(), area.top()), QPointF(at.x(), area.bottom()));
}

void ScatterPlot::drawTipOf(std::size_t point, QPainter &painter, const Tokens &tokens) const
{
    const auto x = double(m_points->x[point]);
    const auto y = double(m_points->y[point]);
    const QPointF at = pixelAt({x, y});
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.text, 1.5));
    painter.drawEllipse(at, 5, 5);
    TipCard card;
    if (m_describe) {
        card = m_describe(point);
    } else {
        card.heading = text::count(double(point) + 1);
        card.rows = {{m_xTitle, valueText(x, m_xTitle)}, {m_yTitle, valueText(y, m_yTitle)}};
    }
    drawTip(painter, custom().viewport(), at, card, tokens);
}

} // namespace dramatis::ui
