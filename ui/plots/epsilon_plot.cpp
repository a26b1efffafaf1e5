// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/epsilon_plot.h"

#include "core/base/text.h"
#include "ui/plots/plot_theme.h"
#include "ui/plots/qcustomplot_include.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace dramatis::ui {

namespace {

constexpr double kEpsilonGrip = 6; ///< px above and below the line in use
constexpr double kMarkGrip = 4;    ///< px above and below a suggestion
constexpr double kStep = 1.05;     ///< of [ and ]
constexpr double kFineStep = 1.005;
constexpr double kHeadroom = 1.1;  ///< above an eps that is higher than what is shown
constexpr double kNamePadding = 3; ///< px
constexpr double kNameGap = 1;     ///< px between a name and its line

QString textOf(const EpsilonMark &mark)
{
    return EpsilonPlot::tr("%1 %2").arg(mark.name, text::number(mark.epsilon));
}

/// Where a name of `size` for the line at `y` may stand, best first: at the left above and below
/// the line, further right, then further away.
std::vector<QRectF> places(double y, const QSizeF &size, const QRectF &area)
{
    std::vector<QRectF> rects;
    const double step = size.height() + kNameGap;
    for (int away = 0; away < 4; ++away)
        for (double x = area.left() + kNamePadding; x + size.width() < area.right();
             x += size.width() / 2)
            for (const double top : {y - (away + 1) * step, y + kNameGap + away * step})
                rects.emplace_back(QPointF(x, top), size);
    return rects;
}

} // namespace

void EpsilonPlot::setMarks(std::vector<EpsilonMark> marks)
{
    m_marks = std::move(marks);
    std::erase_if(m_marks, [](const EpsilonMark &mark) { return !(mark.epsilon > 0); });
    m_hovered.reset();
    m_pressed.reset();
    valueChanged();
}

void EpsilonPlot::setCuttable(bool cuttable)
{
    m_cuttable = cuttable;
    refreshOverlay();
}

void EpsilonPlot::moveEpsilonTo(double epsilon)
{
    const double before = shownTop();
    m_epsilon = epsilon;
    if (shownTop() == before)
        refreshOverlay();
    else
        replotSoon();
}

void EpsilonPlot::setTop(double top)
{
    m_top = top > 0 ? top : 1;
}

double EpsilonPlot::shownTop() const
{
    double top = std::max(m_top, m_epsilon * kHeadroom);
    for (const EpsilonMark &mark : m_marks)
        top = std::max(top, mark.epsilon * kHeadroom);
    return top;
}

void EpsilonPlot::beforeReplot()
{
    custom().yAxis->setRange(0, shownTop());
    custom().yAxis->ticker()->setTickCount(
        std::clamp((custom().viewport().height() - 50) / 34, 2, 6));
}

QRectF EpsilonPlot::epsilonLabel() const
{
    const QRectF area = axisRect();
    const double y = yPixel(m_epsilon);
    const QFontMetricsF metrics(plotFont(FontRole::Strong));
    const QString name = tr("eps %1").arg(text::number(m_epsilon));
    QRectF label(0, 0, metrics.horizontalAdvance(name) + 14, metrics.height() + 4);
    label.moveBottomRight({area.right(), y - 4});
    if (label.top() < area.top())
        label.moveTop(y + 4);
    return label;
}

/// Names stand beside their line where they meet neither each other nor the eps in use.
std::vector<QRectF> EpsilonPlot::markNames() const
{
    const QRectF area = axisRect();
    const QFontMetricsF metrics(plotFont(FontRole::Caption));
    std::vector<QRectF> taken;
    if (m_epsilon > 0) {
        const double y = yPixel(m_epsilon);
        taken.push_back(epsilonLabel());
        taken.emplace_back(area.left(), y - 1, area.width(), 2);
        taken.emplace_back(area.center().x() - 13, y - 5, 26, 10); // the grip
    }
    std::vector<QRectF> names;
    for (const EpsilonMark &mark : m_marks) {
        const QSizeF size(metrics.horizontalAdvance(textOf(mark)) + 2 * kNamePadding,
                          metrics.height());
        const std::vector<QRectF> wishes = places(yPixel(mark.epsilon), size, area);
        const auto place = std::find_if(wishes.begin(), wishes.end(), [&](const QRectF &wish) {
            return area.contains(wish)
                   && std::none_of(taken.begin(), taken.end(), [&](const QRectF &other) {
                          return other.intersects(wish);
                      });
        });
        names.push_back(place == wishes.end() ? QRectF() : *place);
        taken.push_back(names.back());
    }
    return names;
}

QRectF EpsilonPlot::markName(std::size_t mark) const
{
    return markNames().at(mark);
}

void EpsilonPlot::drawMarks(QPainter &painter, const Tokens &tokens) const
{
    const QRectF area = axisRect();
    const std::vector<QRectF> names = markNames();
    painter.setFont(plotFont(FontRole::Caption));
    for (const EpsilonMark &mark : m_marks) {
        const double y = yPixel(mark.epsilon);
        painter.setPen(QPen(mark.isPoint ? tokens.accent : tokens.text2, 1, Qt::DashLine));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    }
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        if (names[i].isEmpty())
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(withAlpha(tokens.surface, 0.85)); // columns may stand behind it
        painter.drawRoundedRect(names[i], 3, 3);
        painter.setPen(m_marks[i].isPoint ? tokens.accent : tokens.text2);
        painter.drawText(names[i], Qt::AlignCenter, textOf(m_marks[i]));
    }
}

void EpsilonPlot::drawEpsilon(QPainter &painter, const Tokens &tokens, bool interactive) const
{
    const QRectF area = axisRect();
    const double y = yPixel(m_epsilon);
    painter.setPen(QPen(tokens.accent, 2));
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    const QRectF label = epsilonLabel();
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.accent);
    painter.drawRoundedRect(label, 4, 4);
    painter.setPen(tokens.onAccent);
    painter.setFont(plotFont(FontRole::Strong));
    painter.drawText(label, Qt::AlignCenter, tr("eps %1").arg(text::number(m_epsilon)));
    if (interactive && m_cuttable) {
        painter.setPen(QPen(tokens.accent, 1.5));
        painter.setBrush(tokens.surface);
        painter.drawRoundedRect(QRectF(area.center().x() - 12, y - 4, 24, 8), 4, 4);
    }
}

void EpsilonPlot::drawOver(QPainter &painter, const Tokens &tokens, bool interactive)
{
    if (!isEmpty()) {
        drawMarks(painter, tokens);
        if (m_epsilon > 0)
            drawEpsilon(painter, tokens, interactive);
        if (interactive && m_hovered) {
            const EpsilonMark &mark = m_marks[*m_hovered];
            drawTip(painter, custom().viewport(), m_mouse, {textOf(mark), {}, mark.reason}, tokens);
        }
    }
    AxisPlot::drawOver(painter, tokens, interactive);
}

bool EpsilonPlot::isOnLine(const QPointF &position) const
{
    return isCuttable() && m_epsilon > 0
           && std::abs(position.y() - yPixel(m_epsilon)) <= kEpsilonGrip;
}

std::optional<std::size_t> EpsilonPlot::markAt(const QPointF &position) const
{
    if (isEmpty() || !axisRect().contains(position))
        return std::nullopt;
    const std::vector<QRectF> names = markNames();
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i].contains(position))
            return i;
    if (isOnLine(position)) // it lies above
        return std::nullopt;
    std::optional<std::size_t> best;
    double least = kMarkGrip;
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        const double away = std::abs(position.y() - yPixel(m_marks[i].epsilon));
        if (away <= least) {
            least = away;
            best = i;
        }
    }
    return best;
}

void EpsilonPlot::askFor(double epsilon)
{
    const double most = std::max(m_top, m_epsilon);
    epsilonAsked(std::clamp(epsilon, most * 1e-4, most));
}

bool EpsilonPlot::mousePressed(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !isCuttable())
        return false;
    m_pressed = markAt(event->position());
    m_dragging = !m_pressed && isOnLine(event->position());
    return m_pressed || m_dragging;
}

bool EpsilonPlot::mouseMoved(QMouseEvent *event)
{
    if (m_dragging) {
        askFor(yAt(event->position().y()));
        return true;
    }
    const auto hovered = markAt(event->position());
    const bool redraw = hovered || m_hovered; // the tip goes with the mouse
    m_hovered = hovered;
    m_mouse = event->position();
    if (redraw)
        refreshOverlay();
    setCursor(hovered && isCuttable()       ? Qt::PointingHandCursor
              : isOnLine(event->position()) ? Qt::SizeVerCursor
                                            : Qt::ArrowCursor);
    return true;
}

bool EpsilonPlot::mouseReleased(QMouseEvent *event)
{
    const auto pressed = std::exchange(m_pressed, std::nullopt);
    if (pressed && markAt(event->position()) == pressed)
        epsilonAsked(m_marks[*pressed].epsilon);
    return std::exchange(m_dragging, false) || pressed;
}

void EpsilonPlot::mouseLeft()
{
    if (std::exchange(m_hovered, std::nullopt))
        refreshOverlay();
}

void EpsilonPlot::keyPressEvent(QKeyEvent *event)
{
    // With Shift many keyboards say { and }.
    const bool down = event->key() == Qt::Key_BracketLeft || event->key() == Qt::Key_BraceLeft;
    const bool up = event->key() == Qt::Key_BracketRight || event->key() == Qt::Key_BraceRight;
    if (!isCuttable() || (!down && !up)) {
        AxisPlot::keyPressEvent(event);
        return;
    }
    const double step = event->modifiers() & Qt::ShiftModifier ? kFineStep : kStep;
    askFor(up ? m_epsilon * step : m_epsilon / step);
}

} // namespace dramatis::ui
