// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/reachability_plot.h"

#include "core/base/statistics.h"
#include "core/base/text.h"
#include "ui/base/markers.h"
#include "ui/plots/plot_theme.h"
#include "ui/plots/qcustomplot_include.h"
#include "ui/plots/tickers.h"

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr double kUpper = 0.55; ///< opacity between a column's lowest and highest height
constexpr double kMarker = 9;
constexpr double kTick = 6;      ///< px below the axis, of a selected place
constexpr double kLeastRun = 14; ///< px a cluster must be wide to have its marker below
constexpr int kMarkersBelow = 22;
constexpr double kShownQuantile = 0.995; ///< outliers above it are cut off at the top
constexpr double kAboveQuantile = 1.15;
/// Up to so many heights are reduced within 1 ms: at once, without a worker.
constexpr std::size_t kHeightsAtOnce = 50'000;

QColor clusterColor(int cluster, const std::vector<int> &styles, const Tokens &tokens)
{
    if (cluster < 0 || static_cast<std::size_t>(cluster) >= styles.size())
        return tokens.noise;
    return personaStyle(static_cast<std::size_t>(styles[static_cast<std::size_t>(cluster)]), tokens)
        .color;
}

/// @param before  earlier columns, whose heights are taken over if they are the same; may be null
ReachabilityColumns columnsOf(const ReachabilityQuestion &question,
                              const ReachabilityColumns *before)
{
    const std::vector<int> &labels = *question.labels;
    const double perColumn = double(labels.size()) / double(question.columns);
    const bool sameHeights = before && before->question.heights == question.heights
                             && before->question.columns == question.columns;
    std::vector<Column> columns =
        sameHeights ? before->columns : heightColumns(*question.heights, question.columns);
    labelColumns(columns, labels);
    return {question,
            std::move(columns),
            longestRuns(labels, static_cast<std::size_t>(std::ceil(kLeastRun * perColumn)))};
}

} // namespace

/// The columns as one plottable.
class ReachabilityPlot::Bars final : public QCPAbstractPlottable
{
public:
    Bars(QCustomPlot *plot, ReachabilityPlot *owner)
        : QCPAbstractPlottable(plot->xAxis, plot->yAxis)
        , m_owner(owner)
    {
        setAntialiased(false);
    }
    double selectTest(const QPointF &, bool, QVariant *) const override { return -1; }
    QCPRange getKeyRange(bool &found, QCP::SignDomain) const override
    {
        found = true;
        return {0, double(m_owner->heightCount())};
    }
    QCPRange getValueRange(bool &found, QCP::SignDomain, const QCPRange &) const override
    {
        found = true;
        return {0, m_owner->top()};
    }
    /// One for each pixel.
    std::size_t columnCount() const
    {
        return static_cast<std::size_t>(std::max(1, clipRect().width()));
    }

protected:
    void draw(QCPPainter *painter) override
    {
        if (painter->modes().testFlag(QCPPainter::pmVectorized)) {
            m_owner->m_paper = Shown{columnsOf(m_owner->question(), nullptr), m_owner->m_styles};
            drawRects(*painter, *m_owner->m_paper);
            return;
        }
        m_owner->m_paper.reset();
        if (!m_owner->isCurrent()) {
            if (m_owner->drawsAtOnce())
                m_owner->m_shown =
                    Shown{columnsOf(m_owner->question(), nullptr), m_owner->m_styles};
            else
                m_owner->m_worker.ask();
        }
        if (m_owner->m_shown)
            drawImage(*painter, *m_owner->m_shown);
    }
    void drawLegendIcon(QCPPainter *, const QRectF &) const override {}

private:
    /// A column in lines of pixels.
    struct Bar
    {
        int high = 0;
        int low = 0;
        QRgb upper = 0; ///< between high and low
        QRgb color = 0; ///< below
    };

    /// As rectangles, for paper.
    void drawRects(QCPPainter &painter, const Shown &shown) const
    {
        const std::vector<Column> &columns = shown.columns.columns;
        const QRectF area = clipRect();
        const double width = area.width() / std::max<double>(1, double(columns.size()));
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const double left = area.left() + double(i) * width;
            const QColor color = clusterColor(columns[i].cluster, shown.styles, m_owner->tokens());
            const double low = topOf(columns[i].low);
            const double high = topOf(columns[i].high);
            painter.fillRect(QRectF(left, low, width, area.bottom() - low), color);
            painter.fillRect(QRectF(left, high, width, low - high), withAlpha(color, kUpper));
        }
    }

    /// As a picture: Qt hands each translucent rectangle to threads of its own and waits for them,
    /// which for a thousand of them takes a hundred times as long.
    void drawImage(QCPPainter &painter, const Shown &shown) const
    {
        const std::vector<Column> &columns = shown.columns.columns;
        const QRectF area = clipRect();
        const double ratio = mParentPlot->bufferDevicePixelRatio();
        QImage image(static_cast<int>(columns.size()),
                     static_cast<int>(std::lround(area.height() * ratio)),
                     QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        const auto line = [&](float height) {
            return static_cast<int>(std::lround((topOf(height) - area.top()) * ratio));
        };
        std::vector<Bar> bars;
        for (const Column &column : columns) {
            const QColor color = clusterColor(column.cluster, shown.styles, m_owner->tokens());
            bars.push_back({line(column.high),
                            line(column.low),
                            qPremultiply(withAlpha(color, kUpper).rgba()),
                            color.rgb()});
        }
        for (int y = 0; y < image.height(); ++y) {
            auto *pixels = reinterpret_cast<QRgb *>(image.scanLine(y));
            for (std::size_t x = 0; x < bars.size(); ++x)
                pixels[x] = y >= bars[x].low    ? bars[x].color
                            : y >= bars[x].high ? bars[x].upper
                                                : 0;
        }
        painter.drawImage(area, image);
    }

    /// Where a height ends, in pixels; at the top of the plot if it is higher.
    double topOf(float height) const
    {
        return std::max(double(clipRect().top()), mValueAxis->coordToPixel(double(height)));
    }

    ReachabilityPlot *m_owner;
};

ReachabilityPlot::ReachabilityPlot(QWidget *parent)
    : EpsilonPlot(parent)
    , m_heights(std::make_shared<const std::vector<float>>())
    , m_labels(std::make_shared<const std::vector<int>>())
    , m_worker(
          this,
          [this] { return wantedColumns(); },
          [this](Shown shown) {
              if (shown.columns.question.heights != m_heights)
                  return; // of other data
              m_shown = std::move(shown);
              replotSoon();
          })
    , m_bars(new Bars(&custom(), this))
{
    setTitle(tr("Reachability (scaled distance), windows in dendrogram order"));
    custom().yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new NumberTicker));
    custom().xAxis->setTickLabels(false);
    custom().xAxis->setTicks(false);
}

void ReachabilityPlot::setValue(report::ReachabilityChart chart)
{
    Q_ASSERT(chart.heights.size() == chart.cluster.size());
    m_heights = std::make_shared<const std::vector<float>>(std::move(chart.heights));
    m_labels = std::make_shared<const std::vector<int>>(std::move(chart.cluster));
    m_styles = std::move(chart.clusterStyle);
    m_shown.reset();
    std::vector<double> finite;
    for (const float height : *m_heights)
        if (std::isfinite(height))
            finite.push_back(double(height));
    setTop(finite.empty() ? 1 : quantile(std::move(finite), kShownQuantile) * kAboveQuantile);
    moveEpsilonTo(chart.epsilon);
    valueChanged();
}

void ReachabilityPlot::setCut(double epsilon, PointLabels labels, std::vector<int> styles)
{
    Q_ASSERT(labels && labels->size() == m_heights->size());
    m_labels = std::move(labels);
    m_styles = std::move(styles);
    moveEpsilonTo(epsilon);
    setAccessibleDescription(sentence());
    if (drawsAtOnce())
        replotSoon();
    else
        m_worker.ask(); // the columns that are shown stay until then
}

bool ReachabilityPlot::drawsAtOnce() const
{
    return m_heights->size() <= kHeightsAtOnce;
}

ReachabilityQuestion ReachabilityPlot::question() const
{
    return {m_heights, m_labels, m_bars->columnCount()};
}

bool ReachabilityPlot::isCurrent() const
{
    return m_shown && m_shown->columns.question == question() && m_shown->styles == m_styles;
}

NewestJob<ReachabilityPlot::Shown>::Work ReachabilityPlot::wantedColumns() const
{
    if (isCurrent())
        return {};
    return [asked = question(), styles = m_styles, before = m_shown] {
        return Shown{columnsOf(asked, before ? &before->columns : nullptr), styles};
    };
}

QString ReachabilityPlot::sentence() const
{
    return tr("Merge heights of %1 windows, cut at eps %2 into %3 clusters.")
        .arg(m_heights->size())
        .arg(text::number(epsilon()))
        .arg(m_styles.size());
}

PlotTable ReachabilityPlot::table() const
{
    PlotTable table{{tr("position"), tr("height"), tr("cluster")}, {}};
    for (std::size_t i = 0; i < m_heights->size(); ++i) {
        const int cluster = (*m_labels)[i];
        table.rows.push_back({QString::number(i + 1),
                              QString::number(double((*m_heights)[i]), 'g', 8),
                              cluster < 0 ? tr("noise") : QString::number(cluster + 1)});
    }
    return table;
}

void ReachabilityPlot::restyle(const Tokens &) {}

void ReachabilityPlot::beforeReplot()
{
    EpsilonPlot::beforeReplot();
    custom().xAxis->setRange(0, std::max<double>(1, double(m_heights->size())));
    custom().axisRect()->setMinimumMargins({44, 6, 14, kMarkersBelow});
}

/// Below the longest run of each cluster, its marker.
void ReachabilityPlot::drawMarkers(QPainter &painter, const Tokens &tokens) const
{
    const std::optional<Shown> &shown = m_paper ? m_paper : m_shown;
    if (!shown)
        return;
    const QRectF area = axisRect();
    for (const ClusterRun &run : shown->columns.runs) {
        const auto cluster = static_cast<std::size_t>(run.cluster);
        if (cluster >= shown->styles.size())
            continue;
        const double middle = xPixel(double(run.from) + double(run.length) / 2);
        paintMarker(painter,
                    QRectF(middle - kMarker / 2, area.bottom() + 8, kMarker, kMarker),
                    personaStyle(static_cast<std::size_t>(shown->styles[cluster]), tokens));
    }
}

void ReachabilityPlot::drawSelected(QPainter &painter, const Tokens &tokens) const
{
    const QRectF area = axisRect();
    painter.setPen(QPen(tokens.accent, 1));
    int last = -1; // of many places on one pixel, one is drawn
    for (const std::uint32_t place : m_selected) {
        const int x = static_cast<int>(xPixel(double(place) + 0.5));
        if (std::exchange(last, x) == x)
            continue;
        painter.drawLine(QPointF(x + 0.5, area.bottom() + 1),
                         QPointF(x + 0.5, area.bottom() + kTick));
    }
}

void ReachabilityPlot::setSelectedPlaces(std::vector<std::uint32_t> places)
{
    m_selected = std::move(places);
    refreshOverlay();
}

void ReachabilityPlot::drawOver(QPainter &painter, const Tokens &tokens, bool interactive)
{
    drawMarkers(painter, tokens);
    if (interactive)
        drawSelected(painter, tokens);
    EpsilonPlot::drawOver(painter, tokens, interactive);
}

} // namespace dramatis::ui
