// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/live/live_chart.h"

#include "ui/plots/plot_theme.h"

#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QGraphicsSimpleTextItem>
#include <QLineSeries>
#include <QPainter>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace dramatis::ui {

namespace {

constexpr int kTitleHeight = 22;
constexpr int kNameGap = 6;
constexpr double kNamesShare = 0.36; ///< of the width, for names at the ends of lines
constexpr int kBreaks = 40;          ///< a line is broken at most so often

/// The smallest of 1, 2, 5 times a power of ten that cuts `span` into at most `parts`.
double niceStep(double span, int parts)
{
    const double exact = span / std::max(1, parts);
    const double power = std::pow(10.0, std::floor(std::log10(exact)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= exact * (1 - 1e-9))
            return factor * power;
    return 10 * power;
}

QString formatFor(double step)
{
    const int decimals = std::clamp(static_cast<int>(-std::floor(std::log10(step) + 1e-9)), 0, 9);
    return QStringLiteral("%.%1f").arg(decimals);
}

/// Gives an axis its span and its ticks. Qt Charts makes every tick anew at each of the two calls,
/// so the order matters: a wide span with the small interval of the one before would be thousands
/// of ticks.
void setSpan(QValueAxis &axis, double from, double to, double step)
{
    if (step > axis.tickInterval()) {
        axis.setTickInterval(step);
        axis.setRange(from, to);
    } else {
        axis.setRange(from, to);
        axis.setTickInterval(step);
    }
    axis.setLabelFormat(formatFor(step));
}

} // namespace

QList<QPointF> thinned(const QList<QPointF> &points, qsizetype most)
{
    if (points.size() <= most)
        return points;
    QList<QPointF> out;
    const qsizetype stretches = most / 2;
    out.reserve(2 * stretches);
    for (qsizetype s = 0; s < stretches; ++s) {
        const auto from = points.begin() + s * points.size() / stretches;
        const auto to = points.begin() + (s + 1) * points.size() / stretches;
        const auto [low, high] = std::minmax_element(
            from, to, [](const QPointF &a, const QPointF &b) { return a.y() < b.y(); });
        out.append(*std::min(low, high));
        out.append(*std::max(low, high));
    }
    return out;
}

std::vector<QList<QPointF>> unbroken(const QList<QPointF> &points, double span)
{
    if (points.isEmpty())
        return {};
    double step = span;
    for (qsizetype i = 1; i < points.size(); ++i)
        step = std::min(step, points[i].x() - points[i - 1].x());
    const double widest = std::max(span / kBreaks, 1.5 * step);
    std::vector<QList<QPointF>> stretches(1);
    for (const QPointF &point : points) {
        if (!stretches.back().isEmpty() && point.x() - stretches.back().back().x() > widest)
            stretches.emplace_back();
        stretches.back().append(point);
    }
    for (QList<QPointF> &stretch : stretches)
        if (stretch.size() == 1 && points.size() > 1) {
            const QPointF only = stretch.front();
            stretch = {only - QPointF(step / 2, 0), only + QPointF(step / 2, 0)};
        }
    return stretches;
}

LiveChart::LiveChart(const QString &title, const QString &axisTitle, QWidget *parent)
    : QWidget(parent)
    , m_chart(new QChart)
    , m_view(new QChartView(m_chart, this))
    , m_x(new QValueAxis(this))
    , m_y(new QValueAxis(this))
{
    setAccessibleName(title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMinimumSize(40, 40);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->setDropShadowEnabled(false);
    m_chart->setBackgroundRoundness(0);
    m_chart->legend()->hide();
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_x->setTitleText(axisTitle);
    m_x->setTickType(QValueAxis::TicksDynamic);
    m_y->setTickType(QValueAxis::TicksDynamic);
    m_x->setGridLineVisible(false);
    m_chart->addAxis(m_x, Qt::AlignBottom);
    m_chart->addAxis(m_y, Qt::AlignLeft);
    m_titleItem = new QGraphicsSimpleTextItem(title, m_chart);
    m_titleItem->setPos(12, 3);
    m_thresholdLine = new QLineSeries;
    m_chart->addSeries(m_thresholdLine);
    m_thresholdLine->attachAxis(m_x);
    m_thresholdLine->attachAxis(m_y);
    m_thresholdName = new QGraphicsSimpleTextItem(m_chart);
    connect(m_chart, &QChart::plotAreaChanged, this, &LiveChart::placeNames);
    setSeries({});
    m_x->setRange(0, 1);
    m_y->setRange(0, 1);
    restyle();
}

void LiveChart::setTitle(const QString &title)
{
    m_titleItem->setText(title);
    setAccessibleName(title);
}

void LiveChart::setSeries(const std::vector<Line> &lines)
{
    for (const auto &pieces : m_pieces)
        for (QLineSeries *series : pieces) {
            m_chart->removeSeries(series);
            delete series;
        }
    qDeleteAll(m_names);
    m_pieces.clear();
    m_names.clear();
    m_lines.assign(lines.begin(),
                   lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), kMaxSeries)));
    for (const Line &line : m_lines) {
        m_pieces.push_back({newSeries()});
        m_names.push_back(new QGraphicsSimpleTextItem(line.name, m_chart));
    }
    restyle();
}

QLineSeries *LiveChart::newSeries()
{
    auto *series = new QLineSeries;
    m_chart->addSeries(series);
    series->attachAxis(m_x);
    series->attachAxis(m_y);
    return series;
}

QPen LiveChart::penOf(std::size_t line) const
{
    return {styleColor(m_lines[line].style, tokensOf(this)), 1.5};
}

void LiveChart::drawLine(std::size_t line, const QList<QPointF> &points)
{
    const std::vector<QList<QPointF>> stretches = unbroken(points, m_x->max() - m_x->min());
    std::vector<QLineSeries *> &pieces = m_pieces[line];
    while (pieces.size() < stretches.size()) {
        pieces.push_back(newSeries());
        pieces.back()->setPen(penOf(line));
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (i < stretches.size()) {
            const qsizetype share = kMaxPoints * stretches[i].size() / points.size();
            pieces[i]->replace(thinned(stretches[i], std::max<qsizetype>(share, 2)));
        } else if (pieces[i]->count() > 0) {
            pieces[i]->clear();
        }
    }
}

std::optional<QPointF> LiveChart::endOf(std::size_t line) const
{
    for (auto piece = m_pieces[line].rbegin(); piece != m_pieces[line].rend(); ++piece)
        if (const int count = (*piece)->count(); count > 0)
            return (*piece)->at(count - 1);
    return std::nullopt;
}

void LiveChart::update(const std::vector<QList<QPointF>> &points)
{
    setRanges(points);
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        drawLine(i, i < points.size() ? points[i] : QList<QPointF>());
    placeNames();
}

void LiveChart::setRanges(const std::vector<QList<QPointF>> &points)
{
    double from = std::numeric_limits<double>::infinity();
    double to = -from;
    double most = m_threshold ? m_threshold->value : 0;
    for (const QList<QPointF> &line : points) {
        if (!line.isEmpty()) {
            from = std::min(from, line.front().x());
            to = std::max(to, line.back().x());
        }
        for (const QPointF &point : line)
            if (std::isfinite(point.y()))
                most = std::max(most, point.y());
    }
    if (m_range)
        std::tie(from, to) = *m_range;
    if (!(from < to)) {
        from = std::isfinite(from) ? from : 0;
        to = from + 1;
    }
    if (!(most > 0))
        most = 1;
    // The axis grows in steps, so that it does not tremble with every update.
    const double step = niceStep(most, std::clamp((height() - 50) / 34, 2, 5));
    const double top = std::ceil(most / step) * step;
    if (m_y->max() != top || m_y->tickInterval() != step)
        setSpan(*m_y, 0, top, step);
    const double xStep = niceStep(to - from, std::clamp((width() - 60) / 80, 2, 8));
    setSpan(*m_x, from, to, xStep);
    if (m_threshold)
        m_thresholdLine->replace({{from, m_threshold->value}, {to, m_threshold->value}});
    else
        m_thresholdLine->clear();
}

void LiveChart::setThreshold(std::optional<report::Threshold> threshold)
{
    m_threshold = std::move(threshold);
    std::vector<QList<QPointF>> points;
    for (const auto &pieces : m_pieces) {
        points.emplace_back();
        for (const QLineSeries *series : pieces)
            points.back() += series->points();
    }
    setRanges(points);
    placeNames();
}

void LiveChart::setAxisRange(double from, double to)
{
    m_range = std::pair(from, to);
    setSpan(*m_x, from, to, niceStep(to - from, std::clamp((width() - 60) / 80, 2, 8)));
}

void LiveChart::clear()
{
    update({});
}

qsizetype LiveChart::pointCount(std::size_t line) const
{
    qsizetype count = 0;
    if (line < m_pieces.size())
        for (const QLineSeries *series : m_pieces[line])
            count += series->count();
    return count;
}

void LiveChart::placeNames()
{
    const QRectF area = m_chart->plotArea();
    std::vector<std::pair<double, QGraphicsSimpleTextItem *>> ends;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const std::optional<QPointF> end = m_lines.size() > 1 ? endOf(i) : std::nullopt;
        m_names[i]->setVisible(end.has_value());
        if (end)
            ends.emplace_back(m_chart->mapToPosition(*end).y(), m_names[i]);
    }
    std::sort(ends.begin(), ends.end());
    // Downwards as the lines end, none on another; then upwards, so that the last is in the chart.
    double free = area.top() - 8;
    for (auto &[y, name] : ends) {
        const double height = name->boundingRect().height();
        const double top = std::max(free, y - height / 2);
        name->setPos(area.right() + kNameGap, top);
        free = top + height;
    }
    double bottom = m_chart->size().height();
    for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
        QGraphicsSimpleTextItem *name = end->second;
        const double top = std::min(name->y(), bottom - name->boundingRect().height());
        name->setY(top);
        bottom = top;
    }
    m_thresholdName->setVisible(m_threshold.has_value());
    if (m_threshold) {
        m_thresholdName->setText(m_threshold->name);
        const double y =
            m_chart->mapToPosition({m_x->min(), m_threshold->value}, m_thresholdLine).y();
        m_thresholdName->setPos(area.left() + kNameGap,
                                y - m_thresholdName->boundingRect().height() - 1);
    }
}

void LiveChart::restyle()
{
    const Tokens &tokens = tokensOf(this);
    const QFont caption = plotFont(FontRole::Caption);
    m_chart->setBackgroundBrush(tokens.surface);
    m_chart->setBackgroundPen(Qt::NoPen);
    m_view->setBackgroundBrush(tokens.surface);
    m_titleItem->setFont(plotFont(FontRole::Body));
    m_titleItem->setBrush(tokens.text2);
    for (QValueAxis *axis : {m_x, m_y}) {
        axis->setLinePen(QPen(tokens.control, 1));
        axis->setGridLinePen(QPen(tokens.grid, 1));
        axis->setLabelsBrush(tokens.text3);
        axis->setLabelsFont(caption);
        axis->setTitleFont(caption);
        axis->setTitleBrush(tokens.text2);
    }
    double names = 0;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const QPen pen = penOf(i);
        for (QLineSeries *series : m_pieces[i])
            series->setPen(pen);
        m_names[i]->setFont(plotFont(FontRole::Strong));
        m_names[i]->setBrush(pen.color());
        m_names[i]->setText(
            QFontMetricsF(m_names[i]->font())
                .elidedText(m_lines[i].name, Qt::ElideMiddle, width() * kNamesShare));
        if (m_lines.size() > 1)
            names = std::max(names, m_names[i]->boundingRect().width() + kNameGap);
    }
    m_thresholdLine->setPen(QPen(tokens.text2, 1, Qt::DashLine));
    m_thresholdName->setFont(caption);
    m_thresholdName->setBrush(tokens.text2);
    m_chart->setMargins({4, kTitleHeight, static_cast<int>(names) + 8, 2});
    placeNames();
}

void LiveChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

void LiveChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    restyle(); // names have a share of the width
}

} // namespace dramatis::ui
