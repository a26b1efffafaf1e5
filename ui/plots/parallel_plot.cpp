// SPDX-License-Identifier: GPL-3.0-or-later
//
// From the top: the names of the axes, on up to three levels where they would run into one another;
// the texts of the high ends, on levels likewise; the axes; the texts of the low ends. At the right
// the names of the series, each as near to where its line ends as the others leave room.
#include "ui/plots/parallel_plot.h"

#include "core/base/text.h"
#include "ui/base/markers.h"
#include "ui/plots/plot_theme.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QLineF>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr int kMostLevels = 3;
constexpr int kMostLines = 3;
constexpr double kGap = 6;
constexpr double kEdge = 8;
constexpr double kMarker = 9;
constexpr double kHitDistance = 8;
constexpr double kFaded = 0.22;
constexpr double kWidestMargin = 56;
constexpr double kLabelShare = 0.28; ///< of the width, for the names at the right
constexpr double kNameShare = 0.4;   ///< of the height, for the names above
constexpr double kLeastAxis = 48;
constexpr int kLeastFont = 7; ///< px, of names at the right that are many

double longestWord(const QString &text, const QFontMetricsF &metrics)
{
    double longest = 0;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words)
        longest = std::max(longest, metrics.horizontalAdvance(word));
    return longest;
}

/// `text` in lines of `width`, broken at spaces; what has no room is elided.
QStringList
linesOf(const QString &text, const QFontMetricsF &metrics, double width, int most = kMostLines)
{
    QStringList lines;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const QString longer = lines.isEmpty() ? word : QString(lines.last() + u' ' + word);
        if (!lines.isEmpty()
            && (lines.size() == most || metrics.horizontalAdvance(longer) <= width))
            lines.last() = longer;
        else
            lines.append(word);
    }
    for (QString &line : lines)
        line = metrics.elidedText(line, Qt::ElideRight, width);
    return lines;
}

/// A tick as people read it, without the zeros that three digits put behind the point.
QString tickText(const ParallelChart::Axis &axis, double value)
{
    QString shown = axis.text({value});
    const qsizetype point = shown.indexOf(QLocale().decimalPoint());
    if (point < 0)
        return shown;
    qsizetype end = point + 1;
    while (end < shown.size() && shown[end].isDigit())
        ++end;
    qsizetype from = end;
    while (from > point + 1 && shown[from - 1] == u'0')
        --from;
    if (from == point + 1)
        from = point;
    return shown.remove(from, end - from);
}

/// Of intervals `heights` high that would best begin at `wanted`, where they begin so that none
/// overlap and all lie between `top` and `bottom`: pushed down in their order, then up again.
std::vector<double>
spread(const std::vector<double> &wanted, double height, double top, double bottom)
{
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return wanted[a] < wanted[b];
    });
    std::vector<double> placed(wanted.size());
    double least = top;
    for (const std::size_t i : order) {
        placed[i] = std::max(wanted[i], least);
        least = placed[i] + height;
    }
    double most = bottom - height;
    for (auto it = order.rbegin(); it != order.rend(); ++it) {
        placed[*it] = std::min(placed[*it], most);
        most = placed[*it] - height;
    }
    return placed;
}

/// On how many levels texts `widths` wide have to stand in turn, centred every `spacing`.
int levelsFor(const std::vector<double> &widths, double spacing)
{
    const auto isRoomy = [&](std::size_t levels) {
        for (std::size_t i = 0; i + levels < widths.size(); ++i)
            if ((widths[i] + widths[i + levels]) / 2 + kGap > spacing * static_cast<double>(levels))
                return false;
        return true;
    };
    int levels = 1;
    while (levels < kMostLevels && !isRoomy(static_cast<std::size_t>(levels)))
        ++levels;
    return levels;
}

double distanceToSegment(const QPointF &at, const QPointF &from, const QPointF &to)
{
    const QPointF along = to - from;
    const double square = QPointF::dotProduct(along, along);
    const double part =
        square > 0 ? std::clamp(QPointF::dotProduct(at - from, along) / square, 0.0, 1.0) : 0;
    return QLineF(at, from + along * part).length();
}

} // namespace

struct ParallelPlot::Layout
{
    QRectF axes; ///< from the first to the last, from the high ends to the low ones
    double spacing = 0;
    std::vector<QStringList> names;
    std::vector<QRectF> nameRects;
    int endLevels = 1;          ///< of the texts at the ends
    double endHeight = 0;       ///< of one level
    std::vector<QRectF> labels; ///< of the series
    QFont labelFont;

    [[nodiscard]] double x(int axis) const { return axes.left() + axis * spacing; }
    [[nodiscard]] double y(double place) const { return axes.bottom() - place * axes.height(); }
    /// The line of text of the high or low end of an axis.
    [[nodiscard]] QRectF endRect(int axis, double width, bool high) const
    {
        const int level = axis % endLevels;
        const double top = high ? axes.top() - kGap - (level + 1) * endHeight
                                : axes.bottom() + kGap + level * endHeight;
        return {std::max(0.0, x(axis) - width / 2), top, width, endHeight};
    }
};

ParallelPlot::ParallelPlot(QWidget *parent) : Plot(parent)
{
    setMouseTracking(true);
}

void ParallelPlot::setValue(ParallelChart chart)
{
    m_chart = std::move(chart);
    m_scales.clear();
    for (std::size_t axis = 0; axis < m_chart.axes.size(); ++axis) {
        const ParallelChart::Axis &shown = m_chart.axes[axis];
        std::vector<double> values;
        for (ParallelChart::Series &series : m_chart.series) {
            series.values.resize(m_chart.axes.size());
            const Figure &figure = series.values[axis];
            const double low = figure.mean - figure.halfWidth;
            const double high = std::min(figure.mean + figure.halfWidth, shown.most);
            values.insert(values.end(), {figure.mean, high});
            // An interval that reaches below 0 would take the logarithm away from all the others.
            if (low > 0 || figure.mean <= 0)
                values.push_back(low);
        }
        m_scales.push_back(scaleOf(values, shown.most, shown.binary));
    }
    m_current.reset();
    valueChanged();
}

void ParallelPlot::setCurrent(std::optional<Place> place)
{
    if (m_current == place)
        return;
    m_current = place;
    update();
}

const Figure &ParallelPlot::figure(const Place &place) const
{
    return m_chart.series[static_cast<std::size_t>(place.series)]
        .values[static_cast<std::size_t>(place.axis)];
}

TipCard ParallelPlot::tip(const Place &place) const
{
    const ParallelChart::Axis &axis = m_chart.axes[static_cast<std::size_t>(place.axis)];
    const ParallelChart::Series &series = m_chart.series[static_cast<std::size_t>(place.series)];
    const Figure &shown = figure(place);
    TipCard card{series.name, {{axis.name, shown.isKnown() ? axis.text(shown) : tr("not known")}}};
    card.remark = axis.description;
    if (const auto note = static_cast<std::size_t>(place.axis);
        note < series.notes.size() && !series.notes[note].isEmpty())
        card.rows.emplace_back(series.notes[note], QString());
    return card;
}

QString ParallelPlot::sentence() const
{
    const QString counts = tr("%1 in %2.")
                               .arg(tr("%n personas", nullptr, seriesCount()),
                                    tr("%n measures", nullptr, axisCount()));
    int widest = -1;
    double ratio = 1;
    for (int axis = 0; axis < axisCount(); ++axis) {
        const std::vector<int> order = knownAt(axis);
        if (order.empty())
            continue;
        const double high = figure({axis, order.front()}).mean;
        const double low = figure({axis, order.back()}).mean;
        if (low > 0 && high / low > ratio) {
            ratio = high / low;
            widest = axis;
        }
    }
    if (widest < 0)
        return counts;
    const ParallelChart::Axis &axis = m_chart.axes[static_cast<std::size_t>(widest)];
    const std::vector<int> order = knownAt(widest);
    const auto name = [this](int series) {
        return m_chart.series[static_cast<std::size_t>(series)].name;
    };
    return tr("%1 They are farthest apart in “%2”: %3 with %4, %5 with %6.")
        .arg(counts,
             axis.name,
             name(order.front()),
             axis.text({figure({widest, order.front()}).mean}),
             name(order.back()),
             axis.text({figure({widest, order.back()}).mean}));
}

PlotTable ParallelPlot::table() const
{
    const auto cell = [](double value) {
        return std::isnan(value) ? QString() : QString::number(value, 'g', 10);
    };
    PlotTable table;
    table.headers << tr("persona");
    for (const ParallelChart::Axis &axis : m_chart.axes)
        table.headers << axis.name << tr("%1, 95 % half-width").arg(axis.name);
    for (const ParallelChart::Series &series : m_chart.series) {
        QStringList row{series.name};
        for (const Figure &value : series.values)
            row << cell(value.mean) << cell(value.halfWidth);
        table.rows.push_back(row);
    }
    return table;
}

ParallelPlot::Layout ParallelPlot::layoutFor(const QSizeF &size) const
{
    const QFontMetricsF metrics(plotFont(FontRole::Caption));
    Layout layout;
    double labels = 0;
    for (const ParallelChart::Series &series : m_chart.series)
        labels = std::max(labels, metrics.horizontalAdvance(series.name));
    labels = std::min(std::ceil(labels) + kMarker + 3 * kGap, size.width() * kLabelShare);
    const int count = axisCount();
    const double width = size.width() - 2 * kEdge - labels;
    // Room for half of the first name, in one line if it is short.
    double margin = 0;
    if (count > 0)
        margin = std::max(
            std::min(metrics.horizontalAdvance(m_chart.axes.front().name) / 2, kWidestMargin),
            longestWord(m_chart.axes.front().name, metrics) / 2);
    layout.spacing = count > 1 ? (width - margin - kGap) / (count - 1) : width;
    layout.axes = QRectF(kEdge + margin, 0, layout.spacing * std::max(0, count - 1), size.height());

    std::vector<double> ends;
    for (std::size_t axis = 0; axis < m_chart.axes.size(); ++axis) {
        const auto widthOf = [&](double end) {
            return metrics.horizontalAdvance(tickText(m_chart.axes[axis], end));
        };
        ends.push_back(std::max(widthOf(m_scales[axis].low), widthOf(m_scales[axis].high)));
    }
    layout.endLevels = levelsFor(ends, layout.spacing);
    layout.endHeight = metrics.height();
    placeNames(layout, size.width());
    double names = 0;
    for (const QRectF &rect : layout.nameRects)
        names = std::max(names, rect.bottom());
    const double ending = layout.endLevels * layout.endHeight + kGap;
    layout.axes.setTop(names + kGap + ending);
    layout.axes.setBottom(std::max(layout.axes.top() + kLeastAxis, size.height() - ending - kEdge));
    placeLabels(layout, size);
    return layout;
}

/// As few levels as let the longest word through.
void ParallelPlot::placeNames(Layout &layout, double width) const
{
    const QFontMetricsF metrics(plotFont(FontRole::Caption));
    double word = 0;
    for (const ParallelChart::Axis &axis : m_chart.axes)
        word = std::max(word, longestWord(axis.name, metrics));
    const int levels =
        std::clamp(static_cast<int>(std::ceil((word + kGap) / layout.spacing)), 1, kMostLevels);
    const double room = levels * layout.spacing - kGap;
    const int mostLines =
        std::clamp(static_cast<int>(layout.axes.height() * kNameShare / metrics.height() / levels),
                   1,
                   kMostLines);
    qsizetype lines = 1;
    for (int axis = 0; axis < axisCount(); ++axis) {
        // The first and the last reach only as far as the picture does, the same to both sides.
        const double half =
            std::min({room / 2, layout.x(axis) - kEdge / 2, width - layout.x(axis) - kEdge / 2});
        layout.names.push_back(linesOf(
            m_chart.axes[static_cast<std::size_t>(axis)].name, metrics, 2 * half, mostLines));
        lines = std::max(lines, layout.names.back().size());
    }
    const double levelHeight = static_cast<double>(lines) * metrics.height() + 2;
    for (int axis = 0; axis < axisCount(); ++axis) {
        const QStringList &name = layout.names[static_cast<std::size_t>(axis)];
        double wide = 0;
        for (const QString &line : name)
            wide = std::max(wide, metrics.horizontalAdvance(line));
        const double bottom = kEdge + levelHeight * (levels - axis % levels);
        const double height = static_cast<double>(name.size()) * metrics.height();
        layout.nameRects.emplace_back(layout.x(axis) - wide / 2, bottom - height, wide, height);
    }
}

void ParallelPlot::placeLabels(Layout &layout, const QSizeF &size) const
{
    if (m_chart.series.empty())
        return;
    layout.labelFont = plotFont(FontRole::Caption);
    const double top = layout.nameRects.empty() ? kEdge : layout.nameRects.back().bottom() + kGap;
    const double room = size.height() - kEdge - top;
    const double pitch = std::min(QFontMetricsF(layout.labelFont).height() + 4,
                                  room / static_cast<double>(m_chart.series.size()));
    while (QFontMetricsF(layout.labelFont).height() > pitch
           && layout.labelFont.pixelSize() > kLeastFont)
        layout.labelFont.setPixelSize(layout.labelFont.pixelSize() - 1);
    const QFontMetricsF metrics(layout.labelFont);
    std::vector<double> wanted;
    for (int series = 0; series < seriesCount(); ++series) {
        int last = axisCount() - 1;
        while (last > 0 && !figure({last, series}).isKnown())
            --last;
        const double y = last < 0 ? top : pointOf(layout, {last, series}).y();
        wanted.push_back((std::isnan(y) ? layout.axes.bottom() : y) - pitch / 2);
    }
    const std::vector<double> tops = spread(wanted, pitch, top, size.height() - kEdge);
    const double left = layout.axes.right() + kMarker + 2 * kGap;
    for (std::size_t i = 0; i < tops.size(); ++i) {
        const double width =
            std::min(metrics.horizontalAdvance(m_chart.series[i].name) + kMarker + kGap + 1,
                     size.width() - left - kEdge / 2);
        layout.labels.emplace_back(left, tops[i], width, pitch);
    }
}

QPointF ParallelPlot::pointOf(const Layout &layout, const Place &place) const
{
    const auto known = [&](int axis) {
        return axis >= 0 && axis < axisCount() && figure({axis, place.series}).isKnown();
    };
    const auto point = [&](int axis) {
        const double value = figure({axis, place.series}).mean;
        return QPointF(layout.x(axis),
                       layout.y(m_scales[static_cast<std::size_t>(axis)].at(value)));
    };
    if (known(place.axis))
        return point(place.axis);
    int before = place.axis;
    int after = place.axis;
    while (before >= 0 && !known(before))
        --before;
    while (after < axisCount() && !known(after))
        ++after;
    if (before < 0 || after >= axisCount())
        return {layout.x(place.axis), std::nan("")};
    const double part = double(place.axis - before) / (after - before);
    return point(before) + (point(after) - point(before)) * part;
}

double ParallelPlot::distanceTo(const Layout &layout, int series, const QPointF &at) const
{
    double least = std::numeric_limits<double>::infinity();
    QPointF last(0, std::nan(""));
    for (int axis = 0; axis < axisCount(); ++axis) {
        const QPointF point = pointOf(layout, {axis, series});
        if (std::isnan(point.y()))
            continue;
        least = std::min(least, distanceToSegment(at, std::isnan(last.y()) ? point : last, point));
        last = point;
    }
    return least;
}

std::optional<ParallelPlot::Place> ParallelPlot::placeAt(const Layout &layout,
                                                         const QPointF &at) const
{
    if (axisCount() == 0)
        return std::nullopt;
    const int axis =
        std::clamp(static_cast<int>(std::lround((at.x() - layout.axes.left()) / layout.spacing)),
                   0,
                   axisCount() - 1);
    std::optional<Place> nearest;
    double least = kHitDistance;
    for (int series = 0; series < seriesCount(); ++series) {
        const double distance = layout.labels[static_cast<std::size_t>(series)].contains(at)
                                    ? 0
                                    : distanceTo(layout, series, at);
        if (distance <= least) {
            least = distance;
            nearest = {axis, series};
        }
    }
    return nearest;
}

QPointF ParallelPlot::pixelOf(const Place &place) const
{
    return pointOf(layoutFor(size()), place);
}

std::vector<QRectF> ParallelPlot::nameRects() const
{
    return layoutFor(size()).nameRects;
}

std::vector<QRectF> ParallelPlot::labelRects() const
{
    return layoutFor(size()).labels;
}

void ParallelPlot::drawAxes(QPainter &painter, const Layout &layout, const Tokens &tokens) const
{
    const QFont caption = plotFont(FontRole::Caption);
    const QFontMetricsF metrics(caption);
    painter.setFont(caption);
    // What leads from an axis to its name, below the names of others that it passes.
    painter.setPen(QPen(tokens.line, 1));
    for (int axis = 0; axis < axisCount(); ++axis) {
        const double bottom = layout.nameRects[static_cast<std::size_t>(axis)].bottom();
        painter.drawLine(QPointF(layout.x(axis), bottom), {layout.x(axis), layout.axes.top()});
    }
    for (int axis = 0; axis < axisCount(); ++axis) {
        const auto i = static_cast<std::size_t>(axis);
        const ParallelScale &scale = m_scales[i];
        QRectF name = layout.nameRects[i];
        painter.fillRect(name, tokens.surface);
        painter.setPen(tokens.text2);
        name.setHeight(metrics.height());
        for (const QString &line : layout.names[i]) {
            painter.drawText(name.adjusted(-2, 0, 2, 0), Qt::AlignCenter | Qt::TextDontClip, line);
            name.translate(0, metrics.height());
        }
        painter.setPen(QPen(tokens.control, 1));
        painter.drawLine(QPointF(layout.x(axis), layout.axes.top()),
                         {layout.x(axis), layout.axes.bottom()});
        for (std::size_t tick = 0; tick < scale.ticks.size(); ++tick) {
            const bool high = tick + 1 == scale.ticks.size();
            const QString text = tickText(m_chart.axes[i], scale.ticks[tick]);
            const double width = metrics.horizontalAdvance(text);
            const double y = layout.y(scale.at(scale.ticks[tick]));
            painter.setPen(QPen(tokens.control, 1));
            painter.drawLine(QPointF(layout.x(axis) - 3, y), {layout.x(axis) + 3, y});
            painter.setPen(tokens.text3);
            if (high || tick == 0) {
                const QRectF rect = layout.endRect(axis, width, high);
                painter.fillRect(rect, tokens.surface);
                painter.drawText(rect, Qt::AlignCenter | Qt::TextDontClip, text);
            } else if (width + kMarker + kGap < layout.spacing) {
                painter.drawText(
                    QPointF(layout.x(axis) + kMarker / 2 + 3, y + metrics.ascent() / 2 - 1), text);
            }
        }
    }
}

void ParallelPlot::drawWhisker(QPainter &painter,
                               const Layout &layout,
                               const Place &place,
                               const QPen &pen) const
{
    const Figure &shown = figure(place);
    if (!shown.isKnown() || !shown.hasInterval())
        return;
    const ParallelScale &scale = m_scales[static_cast<std::size_t>(place.axis)];
    const double x = layout.x(place.axis);
    const double low = layout.y(scale.at(shown.mean - shown.halfWidth));
    const double high = layout.y(scale.at(shown.mean + shown.halfWidth));
    painter.setPen(pen);
    painter.drawLine(QPointF(x, low), {x, high});
    for (const double y : {low, high})
        painter.drawLine(QPointF(x - kMarker / 3, y), {x + kMarker / 3, y});
}

void ParallelPlot::drawSeries(QPainter &painter,
                              const Layout &layout,
                              int series,
                              Emphasis emphasis,
                              const Tokens &tokens) const
{
    PersonaStyle style =
        personaStyle(static_cast<std::size_t>(
                         std::max(0, m_chart.series[static_cast<std::size_t>(series)].style)),
                     tokens);
    const bool faded = emphasis == Emphasis::Faded;
    style.color = withAlpha(style.color, faded ? kFaded : 1);
    QPen pen(style.color, emphasis == Emphasis::Strong ? 2 : 1.5);
    int last = -1;
    for (int axis = 0; axis < axisCount(); ++axis) {
        if (!figure({axis, series}).isKnown())
            continue;
        if (last >= 0) {
            pen.setStyle(axis == last + 1 ? Qt::SolidLine : Qt::DotLine);
            painter.setPen(pen);
            painter.drawLine(pointOf(layout, {last, series}), pointOf(layout, {axis, series}));
        }
        last = axis;
    }
    for (int axis = 0; axis < axisCount(); ++axis) {
        const Place place{axis, series};
        if (!figure(place).isKnown())
            continue;
        drawWhisker(painter, layout, place, QPen(style.color, 1));
        const QPointF at = pointOf(layout, place);
        paintMarker(
            painter, QRectF(at.x() - kMarker / 2, at.y() - kMarker / 2, kMarker, kMarker), style);
    }
    if (last < 0)
        return;
    const QRectF &label = layout.labels[static_cast<std::size_t>(series)];
    painter.setPen(QPen(withAlpha(style.color, faded ? kFaded : 0.6),
                        1,
                        last + 1 == axisCount() ? Qt::SolidLine : Qt::DotLine));
    painter.drawLine(pointOf(layout, {last, series}),
                     QPointF(label.left() - 3, label.center().y()));
}

void ParallelPlot::drawLabel(
    QPainter &painter, const Layout &layout, int series, bool faded, const Tokens &tokens) const
{
    const QRectF &label = layout.labels[static_cast<std::size_t>(series)];
    const ParallelChart::Series &shown = m_chart.series[static_cast<std::size_t>(series)];
    PersonaStyle style = personaStyle(static_cast<std::size_t>(std::max(0, shown.style)), tokens);
    style.color = withAlpha(style.color, faded ? kFaded : 1);
    painter.fillRect(label, tokens.surface);
    paintMarker(
        painter, QRectF(label.left(), label.center().y() - kMarker / 2, kMarker, kMarker), style);
    const QRectF text = label.adjusted(kMarker + kGap, 0, 0, 0);
    painter.setFont(layout.labelFont);
    painter.setPen(faded ? tokens.text3 : tokens.text);
    painter.drawText(
        text,
        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
        QFontMetricsF(layout.labelFont).elidedText(shown.name, Qt::ElideMiddle, text.width()));
}

void ParallelPlot::drawAll(QPainter &painter,
                           const QSizeF &size,
                           const Tokens &tokens,
                           std::optional<Place> current) const
{
    const Layout layout = layoutFor(size);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(), size), tokens.surface);
    drawAxes(painter, layout, tokens);
    const auto isFaded = [&current](int series) { return current && current->series != series; };
    for (int series = 0; series < seriesCount(); ++series)
        if (!current || isFaded(series))
            drawSeries(
                painter, layout, series, current ? Emphasis::Faded : Emphasis::Plain, tokens);
    if (current) // above the others
        drawSeries(painter, layout, current->series, Emphasis::Strong, tokens);
    for (int series = 0; series < seriesCount(); ++series)
        drawLabel(painter, layout, series, isFaded(series), tokens);
    if (current) {
        QPointF at = pointOf(layout, *current);
        if (std::isnan(at.y()))
            at.setY(layout.axes.center().y());
        else if (figure(*current).isKnown()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(tokens.text, 1.5));
            painter.drawEllipse(at, kMarker - 1, kMarker - 1);
        }
        drawTip(painter, QRectF(QPointF(), size), at, tip(*current), tokens);
    }
    painter.restore();
}

void ParallelPlot::draw(QPainter &painter, const QSizeF &size, const Tokens &tokens)
{
    drawAll(painter, size, tokens, std::nullopt);
}

void ParallelPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawAll(painter, size(), tokensOf(this), m_current);
    if (hasFocus()) {
        painter.setPen(QPen(tokensOf(this).focus, 2));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void ParallelPlot::mouseMoveEvent(QMouseEvent *event)
{
    setCurrent(placeAt(layoutFor(size()), event->position()));
    setCursor(m_current ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ParallelPlot::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        Plot::mousePressEvent(event);
        return;
    }
    setCurrent(placeAt(layoutFor(size()), event->position()));
    if (m_current)
        emit seriesClicked(m_current->series);
}

void ParallelPlot::leaveEvent(QEvent *)
{
    setCurrent(std::nullopt);
}

/// The series that are known on an axis, from the greatest value to the least.
std::vector<int> ParallelPlot::knownAt(int axis) const
{
    std::vector<int> order;
    for (int series = 0; series < seriesCount(); ++series)
        if (figure({axis, series}).isKnown())
            order.push_back(series);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return figure({axis, a}).mean > figure({axis, b}).mean;
    });
    return order;
}

/// The same, and then those that are not known there.
std::vector<int> ParallelPlot::orderAt(int axis) const
{
    std::vector<int> order = knownAt(axis);
    for (int series = 0; series < seriesCount(); ++series)
        if (!figure({axis, series}).isKnown())
            order.push_back(series);
    return order;
}

void ParallelPlot::stepAlong(int steps)
{
    setCurrent(Place{std::clamp(m_current->axis + steps, 0, axisCount() - 1), m_current->series});
}

void ParallelPlot::stepAcross(int steps)
{
    const std::vector<int> order = orderAt(m_current->axis);
    const auto at = std::find(order.begin(), order.end(), m_current->series);
    const auto next =
        std::clamp<std::ptrdiff_t>(at - order.begin() + steps, 0, std::ssize(order) - 1);
    setCurrent(Place{m_current->axis, order[static_cast<std::size_t>(next)]});
}

void ParallelPlot::keyPressEvent(QKeyEvent *event)
{
    const bool isArrow = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right
                         || event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (isArrow && axisCount() > 0 && seriesCount() > 0) {
        if (!m_current) {
            setCurrent(Place{0, orderAt(0).front()});
            return;
        }
        switch (event->key()) {
        case Qt::Key_Left:
            stepAlong(-1);
            break;
        case Qt::Key_Right:
            stepAlong(1);
            break;
        case Qt::Key_Up:
            stepAcross(-1);
            break;
        default:
            stepAcross(1);
        }
        return;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_current)
        emit seriesClicked(m_current->series);
    else if (event->key() == Qt::Key_Escape && m_current)
        setCurrent(std::nullopt);
    else
        Plot::keyPressEvent(event);
}

} // namespace dramatis::ui
