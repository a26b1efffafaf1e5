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

constexpr double kEpsilonGrip = 6;
constexpr double kStep = 1.05; ///< of [ and ]
constexpr double kFineStep = 1.005;
constexpr double kMarker = 9;
constexpr double kLeastRun = 14; ///< px a cluster must be wide to have its marker below
constexpr int kMarkersBelow = 22;
constexpr double kShownQuantile = 0.995; ///< outliers above it are cut off at the top
constexpr double kHeadroom = 1.15;

QColor clusterColor(int cluster, const std::vector<int> &styles, const Tokens &tokens)
{
    if (cluster < 0 || static_cast<std::size_t>(cluster) >= styles.size())
        return tokens.noise;
    return personaStyle(static_cast<std::size_t>(styles[static_cast<std::size_t>(cluster)]), tokens)
        .color;
}

} // namespace

/// The columns as one plottable.
class ReachabilityPlot::Bars final : public QCPAbstractPlottable
{
public:
    Bars(QCustomPlot *plot, const ReachabilityPlot *owner)
        : QCPAbstractPlottable(plot->xAxis, plot->yAxis)
        , m_owner(owner)
    {
        setAntialiased(false);
    }
    double selectTest(const QPointF &, bool, QVariant *) const override { return -1; }
    QCPRange getKeyRange(bool &found, QCP::SignDomain) const override
    {
        found = true;
        return {0, double(m_owner->m_chart.heights.size())};
    }
    QCPRange getValueRange(bool &found, QCP::SignDomain, const QCPRange &) const override
    {
        found = true;
        return {0, m_owner->m_top};
    }

protected:
    void draw(QCPPainter *painter) override
    {
        const report::ReachabilityChart &chart = m_owner->m_chart;
        const QRectF area = clipRect();
        const std::vector<Column> columns = reduceToColumns(
            chart.heights, chart.cluster, static_cast<std::size_t>(std::max(1.0, area.width())));
        const double width = area.width() / std::max<double>(1, double(columns.size()));
        const auto y = [&](float height) {
            return std::max(area.top(), mValueAxis->coordToPixel(double(height)));
        };
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const Column &column = columns[i];
            const double left = area.left() + double(i) * width;
            const QColor color =
                clusterColor(column.cluster, chart.clusterStyle, m_owner->tokens());
            const double low = y(column.low);
            painter->fillRect(QRectF(left, low, width, area.bottom() - low), color);
            painter->fillRect(QRectF(left, y(column.high), width, low - y(column.high)),
                              withAlpha(color, 0.55));
        }
    }
    void drawLegendIcon(QCPPainter *, const QRectF &) const override {}

private:
    const ReachabilityPlot *m_owner;
};

ReachabilityPlot::ReachabilityPlot(QWidget *parent)
    : AxisPlot(parent)
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
    m_chart = std::move(chart);
    std::vector<double> finite;
    for (const float height : m_chart.heights)
        if (std::isfinite(height))
            finite.push_back(double(height));
    m_top = finite.empty() ? 1 : quantile(std::move(finite), kShownQuantile) * kHeadroom;
    if (!(m_top > 0))
        m_top = 1;
    valueChanged();
}

void ReachabilityPlot::setCut(double epsilon, std::vector<int> cluster, std::vector<int> styles)
{
    Q_ASSERT(cluster.size() == m_chart.heights.size());
    m_chart.epsilon = epsilon;
    m_chart.cluster = std::move(cluster);
    m_chart.clusterStyle = std::move(styles);
    setAccessibleDescription(sentence());
    replotSoon();
}

void ReachabilityPlot::setCuttable(bool cuttable)
{
    m_cuttable = cuttable;
    refreshOverlay();
}

QString ReachabilityPlot::sentence() const
{
    return tr("Merge heights of %1 windows, cut at eps %2 into %3 clusters.")
        .arg(m_chart.heights.size())
        .arg(text::number(m_chart.epsilon))
        .arg(m_chart.clusterStyle.size());
}

PlotTable ReachabilityPlot::table() const
{
    PlotTable table{{tr("position"), tr("height"), tr("cluster")}, {}};
    for (std::size_t i = 0; i < m_chart.heights.size(); ++i)
        table.rows.push_back(
            {QString::number(i + 1),
             QString::number(double(m_chart.heights[i]), 'g', 8),
             m_chart.cluster[i] < 0 ? tr("noise") : QString::number(m_chart.cluster[i] + 1)});
    return table;
}

void ReachabilityPlot::restyle(const Tokens &) {}

void ReachabilityPlot::beforeReplot()
{
    custom().xAxis->setRange(0, std::max<double>(1, double(m_chart.heights.size())));
    custom().yAxis->setRange(0, std::max(m_top, m_chart.epsilon * 1.1));
    custom().axisRect()->setMinimumMargins({44, 6, 14, kMarkersBelow});
    custom().yAxis->ticker()->setTickCount(
        std::clamp((custom().viewport().height() - 50) / 34, 2, 6));
}

void ReachabilityPlot::drawMarkers(QPainter &painter, const Tokens &tokens) const
{
    // Below the longest run of each cluster, its marker.
    struct Run
    {
        std::size_t from = 0;
        std::size_t length = 0;
    };
    std::vector<Run> longest(m_chart.clusterStyle.size());
    for (std::size_t i = 0; i < m_chart.cluster.size();) {
        std::size_t end = i;
        while (end < m_chart.cluster.size() && m_chart.cluster[end] == m_chart.cluster[i])
            ++end;
        if (const int c = m_chart.cluster[i];
            c >= 0 && static_cast<std::size_t>(c) < longest.size()) {
            Run &run = longest[static_cast<std::size_t>(c)];
            if (end - i > run.length)
                run = {i, end - i};
        }
        i = end;
    }
    const QRectF area = axisRect();
    for (std::size_t c = 0; c < longest.size(); ++c) {
        const double left = xPixel(double(longest[c].from));
        const double right = xPixel(double(longest[c].from + longest[c].length));
        if (right - left < kLeastRun)
            continue;
        paintMarker(painter,
                    QRectF((left + right) / 2 - kMarker / 2, area.bottom() + 8, kMarker, kMarker),
                    personaStyle(static_cast<std::size_t>(m_chart.clusterStyle[c]), tokens));
    }
}

void ReachabilityPlot::drawOver(QPainter &painter, const Tokens &tokens, bool interactive)
{
    drawMarkers(painter, tokens);
    const QRectF area = axisRect();
    if (m_chart.epsilon > 0 && !m_chart.heights.empty()) {
        const double y = yPixel(m_chart.epsilon);
        painter.setPen(QPen(tokens.accent, 2));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        const QString name = tr("eps %1").arg(text::number(m_chart.epsilon));
        const QFont strong = plotFont(FontRole::Strong);
        const QFontMetricsF metrics(strong);
        QRectF label(0, 0, metrics.horizontalAdvance(name) + 14, metrics.height() + 4);
        label.moveBottomRight({area.right(), y - 4});
        if (label.top() < area.top())
            label.moveTop(y + 4);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.accent);
        painter.drawRoundedRect(label, 4, 4);
        painter.setPen(tokens.onAccent);
        painter.setFont(strong);
        painter.drawText(label, Qt::AlignCenter, name);
        if (interactive && m_cuttable) {
            painter.setPen(QPen(tokens.accent, 1.5));
            painter.setBrush(tokens.surface);
            painter.drawRoundedRect(QRectF(area.center().x() - 12, y - 4, 24, 8), 4, 4);
        }
    }
    AxisPlot::drawOver(painter, tokens, interactive);
}

void ReachabilityPlot::askFor(double epsilon)
{
    const double most = std::max(m_top, m_chart.epsilon);
    emit epsilonDragged(std::clamp(epsilon, most * 1e-4, most));
}

bool ReachabilityPlot::mousePressed(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_cuttable || m_chart.heights.empty()
        || std::abs(event->position().y() - yPixel(m_chart.epsilon)) > kEpsilonGrip)
        return false;
    m_dragging = true;
    return true;
}

bool ReachabilityPlot::mouseMoved(QMouseEvent *event)
{
    if (m_dragging) {
        askFor(yAt(event->position().y()));
        return true;
    }
    const bool onLine =
        m_cuttable && !m_chart.heights.empty()
        && std::abs(event->position().y() - yPixel(m_chart.epsilon)) <= kEpsilonGrip;
    setCursor(onLine ? Qt::SizeVerCursor : Qt::ArrowCursor);
    return true;
}

bool ReachabilityPlot::mouseReleased(QMouseEvent *)
{
    return std::exchange(m_dragging, false);
}

void ReachabilityPlot::keyPressEvent(QKeyEvent *event)
{
    // With Shift many keyboards say { and }.
    const bool down = event->key() == Qt::Key_BracketLeft || event->key() == Qt::Key_BraceLeft;
    const bool up = event->key() == Qt::Key_BracketRight || event->key() == Qt::Key_BraceRight;
    if (!m_cuttable || (!down && !up)) {
        AxisPlot::keyPressEvent(event);
        return;
    }
    const double step = event->modifiers() & Qt::ShiftModifier ? kFineStep : kStep;
    askFor(up ? m_chart.epsilon * step : m_chart.epsilon / step);
}

} // namespace dramatis::ui
