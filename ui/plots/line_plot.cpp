// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/line_plot.h"

#include "core/base/text.h"
#include "ui/plots/heat_layer.h"
#include "ui/plots/plot_theme.h"
#include "ui/plots/qcustomplot_include.h"
#include "ui/plots/tickers.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr double kLineWidth = 1.5;
constexpr double kDotSize = 4;
constexpr double kGrip = 5;      ///< px on either side of an edge that still hold it
constexpr double kLeastDrag = 4; ///< px below which a drag is a click
constexpr double kZoomStep = 1.25;
constexpr int kNamesGap = 6;
constexpr int kTickEvery = 34; ///< px of height per tick
constexpr int kTimeEvery = 90; ///< px of width per tick
constexpr double kBandOpacity = 0.18;
constexpr double kFillOpacity = 0.10;

QVector<double> vectorOf(const std::vector<double> &values)
{
    return QVector<double>(values.begin(), values.end());
}

/// Index of the x nearest to `x`; lines are in order of x.
std::size_t nearest(const std::vector<double> &xs, double x)
{
    const auto after = std::lower_bound(xs.begin(), xs.end(), x);
    if (after == xs.begin())
        return 0;
    if (after == xs.end())
        return xs.size() - 1;
    const auto index = static_cast<std::size_t>(after - xs.begin());
    return x - xs[index - 1] < xs[index] - x ? index - 1 : index;
}

/// Values with nothing known on either side: a line does not show them.
void addAlone(QCPGraph &dots, const report::Line &line)
{
    const auto isKnown = [&line](std::size_t i) {
        return i < line.y.size() && std::isfinite(line.y[i]);
    };
    for (std::size_t i = 0; i < line.y.size(); ++i)
        if (isKnown(i) && !isKnown(i + 1) && (i == 0 || !isKnown(i - 1)))
            dots.addData(line.x[i], line.y[i]);
}

/// The mean distance of the points of a line that has at least two.
double stepOf(const report::Line &line)
{
    return (line.x.back() - line.x.front()) / double(line.x.size() - 1);
}

} // namespace

LinePlot::LinePlot(QWidget *parent) : AxisPlot(parent) {}

LinePlot::~LinePlot() = default;

void LinePlot::setHeat(std::unique_ptr<HeatLayer> heat)
{
    m_heat = std::move(heat);
    fill();
    valueChanged();
}

void LinePlot::setValue(report::LineChart chart)
{
    m_chart = std::move(chart);
    AxisSpan extent{std::numeric_limits<double>::infinity(),
                    -std::numeric_limits<double>::infinity()};
    for (const report::Line &line : m_chart.lines) {
        if (line.x.empty())
            continue;
        extent.first = std::min(extent.first, line.x.front());
        extent.second = std::max(extent.second, line.x.back());
    }
    if (!(extent.first < extent.second))
        extent = {std::isfinite(extent.first) ? extent.first - 0.5 : 0,
                  std::isfinite(extent.first) ? extent.first + 0.5 : 1};
    if (extent != m_extent)
        m_view.reset();
    m_extent = extent;
    fill();
    valueChanged();
}

void LinePlot::fill()
{
    QCustomPlot &plot = custom();
    plot.clearPlottables();
    m_graphs.clear();
    m_dots.clear();
    setTitle(m_chart.valueTitle);
    plot.yAxis->setScaleType(m_chart.logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    plot.yAxis->setTicker(m_chart.logarithmic ? QSharedPointer<QCPAxisTicker>(new LogarithmicTicker)
                                              : QSharedPointer<QCPAxisTicker>(new NumberTicker));
    plot.xAxis->setTicker(m_chart.axis == report::AxisKind::Time
                              ? QSharedPointer<QCPAxisTicker>(new TimeTicker)
                              : QSharedPointer<QCPAxisTicker>(new NumberTicker));
    for (const report::Line &line : m_chart.lines) {
        const QVector<double> x = vectorOf(line.x);
        if (!line.low.empty() && line.low.size() == line.x.size()
            && line.high.size() == line.x.size()) {
            QCPGraph *low = plot.addGraph();
            QCPGraph *high = plot.addGraph();
            low->setData(x, vectorOf(line.low), true);
            high->setData(x, vectorOf(line.high), true);
            high->setChannelFillGraph(low);
            low->setPen(Qt::NoPen);
            high->setPen(Qt::NoPen);
        }
        QCPGraph *graph = plot.addGraph();
        graph->setData(x, vectorOf(line.y), true);
        m_graphs.push_back(graph);
        m_dots.push_back(plot.addGraph());
        addAlone(*m_dots.back(), line);
    }
    if (m_heat)
        m_heat->attach(plot);
    m_namesWidth = namesWidth();
    setValueRange();
}

void LinePlot::setValueRange()
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    const auto widen = [&](double value) {
        if (!std::isfinite(value) || (m_chart.logarithmic && value <= 0))
            return;
        low = std::min(low, value);
        high = std::max(high, value);
    };
    for (const report::Line &line : m_chart.lines) {
        for (const std::vector<double> *values : {&line.y, &line.low, &line.high})
            for (const double value : *values)
                widen(value);
    }
    for (const report::Threshold &threshold : m_chart.thresholds)
        widen(threshold.value);
    if (!(low <= high)) {
        low = m_chart.logarithmic ? 0.1 : 0;
        high = 1;
    }
    QCPAxis *axis = custom().yAxis;
    if (m_heat) {
        axis->setRange(m_heat->values().first, m_heat->values().second);
        return;
    }
    if (m_chart.logarithmic) {
        axis->setRange(low / 1.3, std::max(high * 1.3, low * 2));
        return;
    }
    if (m_chart.fromZero)
        low = std::min(low, 0.0);
    if (!(high > low))
        high = low + (low == 0 ? 1 : std::abs(low) * 0.1);
    const double margin = (high - low) * 0.06;
    axis->setRange(low < 0 || !m_chart.fromZero ? low - margin : low, high + margin);
}

void LinePlot::restyle(const Tokens &tokens)
{
    if (m_heat)
        m_heat->restyle(tokens);
    std::size_t line = 0;
    for (int i = 0; i < custom().graphCount(); ++i) {
        QCPGraph *graph = custom().graph(i);
        if (line >= m_graphs.size())
            break;
        if (m_heat) {
            graph->setPen(Qt::NoPen);
            graph->setScatterStyle(QCPScatterStyle::ssNone);
            continue;
        }
        const QColor color = styleColor(m_chart.lines[line].style, tokens);
        if (graph != m_graphs[line]) {
            if (graph->channelFillGraph())
                graph->setBrush(withAlpha(color, kBandOpacity));
            continue;
        }
        graph->setPen(QPen(color, kLineWidth, Qt::SolidLine, Qt::SquareCap, Qt::RoundJoin));
        graph->setBrush(m_chart.lines[line].filled && !m_chart.logarithmic
                            ? QBrush(withAlpha(color, kFillOpacity))
                            : QBrush(Qt::NoBrush));
        m_dots[line]->setPen(Qt::NoPen);
        m_dots[line]->setScatterStyle(
            QCPScatterStyle(QCPScatterStyle::ssDisc, color, color, kDotSize));
        ++line;
    }
}

void LinePlot::beforeReplot()
{
    QCustomPlot &plot = custom();
    const AxisSpan shown = view();
    plot.xAxis->setRange(shown.first, shown.second);
    plot.xAxis->setTickLabels(m_axisLabels);
    plot.xAxis->setLabel(!m_axisLabels                               ? QString()
                         : m_chart.axis == report::AxisKind::Number  ? m_chart.axisTitle
                         : m_chart.axis == report::AxisKind::Seconds ? tr("time (s)")
                                                                     : QString());
    plot.axisRect()->setMinimumMargins({44, 6, std::max(14, m_namesWidth), m_axisLabels ? 20 : 6});
    const QRect area = plot.viewport();
    plot.yAxis->ticker()->setTickCount(std::clamp((area.height() - 40) / kTickEvery, 2, 6));
    plot.xAxis->ticker()->setTickCount(std::clamp((area.width() - 60) / kTimeEvery, 2, 10));
}

void LinePlot::setView(std::optional<AxisSpan> view)
{
    m_view = view;
    replotSoon();
}

AxisSpan LinePlot::view() const
{
    return m_view.value_or(m_extent);
}

void LinePlot::setSelection(std::optional<AxisSpan> selection)
{
    m_selection = selection;
    refreshOverlay();
}

void LinePlot::setAxisLabelsVisible(bool visible)
{
    m_axisLabels = visible;
    replotSoon();
}

void LinePlot::setCrosshair(std::optional<double> x)
{
    m_crosshair = x;
    m_ownCrosshair = false;
    refreshOverlay();
}

int LinePlot::namesWidth() const
{
    if (m_chart.lines.size() < 2)
        return 0;
    const QFontMetricsF metrics(plotFont(FontRole::Strong));
    double width = 0;
    for (const report::Line &line : m_chart.lines)
        width = std::max(width, metrics.horizontalAdvance(line.name));
    return static_cast<int>(std::ceil(std::min(width, 160.0))) + 2 * kNamesGap;
}

void LinePlot::setNamesWidth(int pixels)
{
    m_namesWidth = pixels;
    replotSoon();
}

QString LinePlot::sentence() const
{
    if (m_heat)
        return m_heat->sentence();
    QStringList names;
    for (const report::Line &line : m_chart.lines)
        if (!line.name.isEmpty())
            names << line.name;
    const QString lines = names.isEmpty() ? tr("one line") : names.join(u", "_s);
    return tr("%1 from %2 to %3: %4.")
        .arg(m_chart.valueTitle, axisText(m_extent.first), axisText(m_extent.second), lines);
}

PlotTable LinePlot::table() const
{
    if (m_heat)
        return m_heat->table();
    PlotTable table;
    table.headers << (m_chart.axis == report::AxisKind::Time ? tr("time (UTC)")
                      : m_chart.axis == report::AxisKind::Seconds
                          ? tr("time (s)")
                          : (m_chart.axisTitle.isEmpty() ? tr("x") : m_chart.axisTitle));
    std::vector<double> xs;
    for (const report::Line &line : m_chart.lines) {
        table.headers << (line.name.isEmpty() ? m_chart.valueTitle
                                              : QString(m_chart.valueTitle + u": " + line.name));
        xs.insert(xs.end(), line.x.begin(), line.x.end());
    }
    std::sort(xs.begin(), xs.end());
    xs.erase(std::unique(xs.begin(), xs.end()), xs.end());
    std::vector<std::size_t> at(m_chart.lines.size(), 0);
    for (const double x : xs) {
        QStringList row;
        row << (m_chart.axis == report::AxisKind::Time
                    ? text::isoTime(static_cast<std::int64_t>(std::llround(x * 1e9)))
                    : QString::number(x, 'g', 15));
        for (std::size_t i = 0; i < m_chart.lines.size(); ++i) {
            const report::Line &line = m_chart.lines[i];
            QString cell;
            if (at[i] < line.x.size() && line.x[at[i]] == x) {
                if (std::isfinite(line.y[at[i]]))
                    cell = QString::number(line.y[at[i]], 'g', 10);
                ++at[i];
            }
            row << cell;
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

void LinePlot::resetZoom()
{
    m_view.reset();
    replotSoon();
    emit viewChanged(m_extent.first, m_extent.second);
}

void LinePlot::changeView(AxisSpan shown)
{
    const double whole = m_extent.second - m_extent.first;
    const double least = std::max(whole * 1e-5, 1e-9);
    double width = std::clamp(shown.second - shown.first, least, whole);
    const double from = std::clamp(shown.first, m_extent.first, m_extent.second - width);
    m_view =
        width >= whole * (1 - 1e-9) ? std::nullopt : std::optional(AxisSpan{from, from + width});
    replotSoon();
    const AxisSpan now = view();
    emit viewChanged(now.first, now.second);
}

void LinePlot::zoom(double factor, double around)
{
    const AxisSpan shown = view();
    changeView(
        {around - (around - shown.first) / factor, around + (shown.second - around) / factor});
}

void LinePlot::select(double a, double b)
{
    const double from = std::clamp(std::min(a, b), m_extent.first, m_extent.second);
    const double to = std::clamp(std::max(a, b), m_extent.first, m_extent.second);
    m_selection = AxisSpan{from, to};
    refreshOverlay();
}

bool LinePlot::mousePressed(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_selectable
        || !axisRect().adjusted(-kGrip, 0, kGrip, 0).contains(event->position()))
        return false;
    m_pressX = event->position().x();
    m_drag = Drag::New;
    if (m_selection) {
        if (std::abs(xPixel(m_selection->first) - m_pressX) <= kGrip)
            m_drag = Drag::From;
        else if (std::abs(xPixel(m_selection->second) - m_pressX) <= kGrip)
            m_drag = Drag::To;
    }
    return true;
}

bool LinePlot::mouseMoved(QMouseEvent *event)
{
    const double pixel = event->position().x();
    const double x = std::clamp(xAt(pixel), m_extent.first, m_extent.second);
    switch (m_drag) {
    case Drag::None:
        break;
    case Drag::New:
        if (std::abs(pixel - m_pressX) >= kLeastDrag)
            select(xAt(m_pressX), x);
        break;
    case Drag::From:
        select(x, m_selection->second);
        break;
    case Drag::To:
        select(m_selection->first, x);
        break;
    }
    const bool onEdge = m_selection && m_selectable
                        && (std::abs(xPixel(m_selection->first) - pixel) <= kGrip
                            || std::abs(xPixel(m_selection->second) - pixel) <= kGrip);
    setCursor(onEdge ? Qt::SizeHorCursor : Qt::ArrowCursor);
    m_hoverY = event->position().y();
    if (axisRect().contains(event->position())) {
        m_crosshair = x;
        m_ownCrosshair = m_drag == Drag::None;
        emit hovered(x);
    } else {
        m_crosshair.reset();
        emit hoverEnded();
    }
    refreshOverlay();
    return true;
}

bool LinePlot::mouseReleased(QMouseEvent *event)
{
    if (m_drag == Drag::None)
        return false;
    const bool moved = std::abs(event->position().x() - m_pressX) >= kLeastDrag;
    m_drag = Drag::None;
    if (moved && m_selection)
        emit rangeSelected(m_selection->first, m_selection->second);
    return true;
}

bool LinePlot::mouseDoubleClicked(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return false;
    m_drag = Drag::None;
    m_selection.reset();
    resetZoom();
    emit rangeCleared();
    return true;
}

bool LinePlot::wheelTurned(QWheelEvent *event)
{
    if (!m_zoomable || !axisRect().contains(event->position()) || event->angleDelta().y() == 0)
        return false;
    zoom(event->angleDelta().y() > 0 ? kZoomStep : 1 / kZoomStep, xAt(event->position().x()));
    return true;
}

void LinePlot::mouseLeft()
{
    if (m_drag != Drag::None)
        return;
    m_crosshair.reset();
    emit hoverEnded();
    refreshOverlay();
}

double LinePlot::stepOfLines() const
{
    for (const report::Line &line : m_chart.lines)
        if (line.x.size() > 1)
            return stepOf(line);
    return (m_extent.second - m_extent.first) / 100;
}

void LinePlot::keyPressEvent(QKeyEvent *event)
{
    const AxisSpan shown = view();
    const double middle = (shown.first + shown.second) / 2;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const double from = m_crosshair.value_or(middle);
        const double to = std::clamp(from + (event->key() == Qt::Key_Left ? -1 : 1) * stepOfLines(),
                                     shown.first,
                                     shown.second);
        if (event->modifiers() & Qt::ShiftModifier && m_selectable) {
            const AxisSpan old = m_selection.value_or(AxisSpan{from, from});
            // The edge under the crosshair moves, the other one stays.
            select(std::abs(old.first - from) < std::abs(old.second - from) ? old.second
                                                                            : old.first,
                   to);
            emit rangeSelected(m_selection->first, m_selection->second);
        }
        m_crosshair = to;
        m_ownCrosshair = true;
        emit hovered(to);
        refreshOverlay();
        return;
    }
    case Qt::Key_Plus:
        zoom(kZoomStep, m_crosshair.value_or(middle));
        return;
    case Qt::Key_Minus:
        zoom(1 / kZoomStep, m_crosshair.value_or(middle));
        return;
    case Qt::Key_0:
        resetZoom();
        return;
    default:
        AxisPlot::keyPressEvent(event);
    }
}

QString LinePlot::axisText(double x) const
{
    if (m_chart.axis != report::AxisKind::Time)
        return m_chart.axis == report::AxisKind::Seconds
                   ? tr("%1 s").arg(text::number(x))
                   : QString(m_chart.axisTitle + u' ' + text::number(x)).trimmed();
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(std::llround(x * 1000));
    return QLocale().toString(time, u"ddd d MMM HH:mm:ss"_s);
}

void LinePlot::drawOver(QPainter &painter, const Tokens &tokens, bool interactive)
{
    painter.save();
    painter.setClipRect(axisRect().adjusted(-1, -2, 1, 2));
    drawSpans(painter, tokens);
    if (m_selection)
        drawSelection(painter, tokens, interactive);
    drawThresholds(painter, tokens);
    painter.restore();
    drawNames(painter, tokens);
    if (m_heat)
        m_heat->drawLegend(painter, {axisRect().right(), 4}, tokens);
    if (interactive && m_crosshair)
        drawCrosshair(painter, tokens);
    AxisPlot::drawOver(painter, tokens, interactive);
}

void LinePlot::drawSpans(QPainter &painter, const Tokens &tokens) const
{
    const QRectF area = axisRect();
    painter.setFont(plotFont(FontRole::Caption));
    for (const report::Span &span : m_chart.spans) {
        const QRectF shade(QPointF(xPixel(span.from), area.top()),
                           QPointF(xPixel(span.to), area.bottom()));
        painter.fillRect(shade, tokens.stateFill(State::Critical));
        painter.setPen(tokens.critical);
        painter.drawText(shade.adjusted(4, 2, 200, 0), Qt::AlignLeft | Qt::AlignTop, span.name);
    }
}

void LinePlot::drawSelection(QPainter &painter, const Tokens &tokens, bool interactive) const
{
    const QRectF area = axisRect();
    const QRectF band(QPointF(xPixel(m_selection->first), area.top()),
                      QPointF(xPixel(m_selection->second), area.bottom()));
    painter.fillRect(band, withAlpha(tokens.accent, 0.12));
    painter.setPen(QPen(tokens.accent, 1));
    painter.drawLine(band.topLeft(), band.bottomLeft());
    painter.drawLine(band.topRight(), band.bottomRight());
    if (!interactive || !m_selectable)
        return;
    painter.setBrush(tokens.surface);
    for (const double x : {band.left(), band.right()})
        painter.drawRoundedRect(QRectF(x - 2.5, band.center().y() - 9, 5, 18), 2, 2);
}

void LinePlot::drawThresholds(QPainter &painter, const Tokens &tokens) const
{
    const QRectF area = axisRect();
    painter.setFont(plotFont(FontRole::Caption));
    for (const report::Threshold &threshold : m_chart.thresholds) {
        const double y = yPixel(threshold.value);
        painter.setPen(QPen(tokens.text2, 1, Qt::DashLine));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        const bool above = y - area.top() > 16;
        painter.setPen(tokens.text2);
        painter.drawText(QRectF(area.left() + 6, above ? y - 16 : y + 1, area.width() - 12, 15),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         threshold.name);
    }
}

void LinePlot::drawNames(QPainter &painter, const Tokens &tokens) const
{
    if (m_chart.lines.size() < 2 || m_heat)
        return;
    struct End
    {
        double y;
        const report::Line *line;
    };
    std::vector<End> ends;
    const AxisSpan shown = view();
    const QRectF area = axisRect();
    for (const report::Line &line : m_chart.lines) {
        // The last known value in view.
        for (std::size_t i = line.x.size(); i-- > 0;) {
            if (line.x[i] > shown.second || !std::isfinite(line.y[i])
                || (m_chart.logarithmic && line.y[i] <= 0))
                continue;
            ends.push_back({std::clamp(yPixel(line.y[i]), area.top(), area.bottom()), &line});
            break;
        }
    }
    std::sort(ends.begin(), ends.end(), [](const End &a, const End &b) { return a.y < b.y; });
    const QFont nameFont = plotFont(FontRole::Strong);
    const double height = QFontMetricsF(nameFont).height();
    for (std::size_t i = 1; i < ends.size(); ++i)
        ends[i].y = std::max(ends[i].y, ends[i - 1].y + height);
    // What was pushed below the axis moves up again, and pushes its neighbours.
    double lowest = area.bottom() + height / 2;
    for (std::size_t i = ends.size(); i-- > 0;) {
        ends[i].y = std::min(ends[i].y, lowest);
        lowest = ends[i].y - height;
    }
    painter.setFont(nameFont);
    const double room = custom().viewport().right() - area.right() - kNamesGap;
    for (const End &end : ends) {
        painter.setPen(styleColor(end.line->style, tokens));
        painter.drawText(QRectF(area.right() + kNamesGap, end.y - height / 2, room, height),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(nameFont).elidedText(end.line->name, Qt::ElideRight, room));
    }
}

void LinePlot::drawCrosshair(QPainter &painter, const Tokens &tokens) const
{
    const QRectF area = axisRect();
    const double pixel = xPixel(*m_crosshair);
    if (pixel < area.left() || pixel > area.right())
        return;
    painter.setPen(QPen(tokens.text3, 1));
    painter.drawLine(QPointF(pixel, area.top()), QPointF(pixel, area.bottom()));
    if (m_heat) {
        const TipCard heat = m_heat->cardAt(*m_crosshair, yAt(m_hoverY));
        if (m_ownCrosshair && !heat.rows.empty())
            drawTip(painter, custom().viewport(), {pixel, area.top() + 4}, heat, tokens);
        return;
    }
    TipCard card;
    card.heading = axisText(*m_crosshair);
    for (const report::Line &line : m_chart.lines) {
        if (line.x.empty())
            continue;
        const double reach = line.x.size() > 1 ? stepOf(line) : 0;
        if (reach > 0
            && (*m_crosshair < line.x.front() - reach || *m_crosshair > line.x.back() + reach))
            continue; // beyond the line's ends there is nothing to tell
        const std::size_t i = nearest(line.x, *m_crosshair);
        const double y = line.y[i];
        card.rows.emplace_back(line.name.isEmpty() ? m_chart.valueTitle.section(u" ("_s, 0, 0)
                                                   : line.name,
                               valueText(y, m_chart.valueTitle));
        if (std::isfinite(y) && (!m_chart.logarithmic || y > 0)) {
            painter.setPen(QPen(tokens.surface, 1));
            painter.setBrush(styleColor(line.style, tokens));
            painter.drawEllipse(QPointF(xPixel(line.x[i]), yPixel(y)), 3.5, 3.5);
        }
    }
    if (m_ownCrosshair)
        drawTip(painter, custom().viewport(), {pixel, area.top() + 4}, card, tokens);
}

} // namespace dramatis::ui
