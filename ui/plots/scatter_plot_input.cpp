// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the mouse and the keys do in a scatter.
#include "ui/plots/qcustomplot_include.h"
#include "ui/plots/scatter_plot.h"

#include <algorithm>
#include <utility>

namespace dramatis::ui {

namespace {

constexpr double kPick = 8; ///< px around the mouse
constexpr double kZoomStep = 1.25;
constexpr double kDragFrom = 4;       ///< px; less is a click
constexpr double kLassoStep = 2;      ///< px between corners of a lasso
constexpr double kCrosshairStep = 10; ///< px of an arrow key

/// How an arrow key moves the crosshair; no move by another key.
QPointF arrowStep(const QKeyEvent &event)
{
    const double step = event.modifiers() & Qt::ControlModifier ? 1 : kCrosshairStep;
    switch (event.key()) {
    case Qt::Key_Left:
        return {-step, 0};
    case Qt::Key_Right:
        return {step, 0};
    case Qt::Key_Up:
        return {0, -step};
    case Qt::Key_Down:
        return {0, step};
    default:
        return {};
    }
}

} // namespace

bool ScatterPlot::mousePressed(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return false;
    m_press = m_last = event->position();
    m_moved = false;
    m_crosshair.reset();
    m_anchor.reset();
    return true;
}

bool ScatterPlot::mouseMoved(QMouseEvent *event)
{
    if (m_press) {
        if (!m_moved && (event->position() - *m_press).manhattanLength() <= kDragFrom)
            return true;
        if (!std::exchange(m_moved, true) && m_tool != ScatterTool::Move)
            m_outline.clear();
        m_hovered.reset();
        if (m_tool == ScatterTool::Move)
            pan(event->position());
        else
            outline(event->position());
        return true;
    }
    const bool takesOver = std::exchange(m_crosshair, std::nullopt).has_value(); // from the keys
    const auto hovered =
        axisRect().contains(event->position()) ? pointAt(event->position(), kPick) : std::nullopt;
    if (takesOver || hovered != m_hovered) {
        m_hovered = hovered;
        refreshOverlay();
    }
    return true;
}

void ScatterPlot::pan(const QPointF &to)
{
    m_outside = 0;
    custom().xAxis->moveRange(xAt(m_last.x()) - xAt(to.x()));
    custom().yAxis->moveRange(yAt(m_last.y()) - yAt(to.y()));
    m_last = to;
    replotSoon();
}

void ScatterPlot::outline(const QPointF &to)
{
    if (m_tool == ScatterTool::Rectangle) {
        m_outline = rectangleBetween(dataAt(*m_press), dataAt(to));
    } else {
        if (m_outline.isEmpty())
            m_outline << dataAt(*m_press);
        else if ((to - m_last).manhattanLength() < kLassoStep)
            return;
        m_outline << dataAt(to);
        m_last = to;
    }
    refreshOverlay();
}

bool ScatterPlot::mouseReleased(QMouseEvent *event)
{
    if (!m_press)
        return false;
    m_press.reset();
    if (!m_moved)
        click(event->position());
    else if (m_tool != ScatterTool::Move)
        selectInside(m_outline, selectionChange(event->modifiers()));
    return true;
}

void ScatterPlot::click(const QPointF &position)
{
    for (const ChipPlace &chip : chips(plotFont(FontRole::Body)))
        if (chip.rect.contains(position)) {
            emit clusterClicked(chip.cluster);
            return;
        }
    if (const auto point = pointAt(position, kPick))
        emit clusterClicked((*m_clusters->labels)[*point]);
    else if (m_tool != ScatterTool::Move)
        clearSelection();
}

void ScatterPlot::showSelection(std::vector<std::uint32_t> points)
{
    m_selection = std::make_shared<const std::vector<std::uint32_t>>(std::move(points));
    refreshOverlay();
    drawPointsAnew();
}

void ScatterPlot::select(std::vector<std::uint32_t> points)
{
    if (points.empty())
        m_outline.clear();
    showSelection(std::move(points));
    emit pointsSelected(*m_selection);
}

void ScatterPlot::selectInside(const QPolygonF &outline, SelectionChange change)
{
    if (m_shown)
        select(changedSelection(*m_selection, m_shown->grid->inside(outline), change));
}

/// False if there was nothing to clear.
bool ScatterPlot::clearSelection()
{
    const bool dragging = std::exchange(m_press, std::nullopt).has_value();
    if (!dragging && m_selection->empty() && m_outline.isEmpty() && !m_crosshair)
        return false;
    m_outline.clear();
    m_anchor.reset();
    if (m_crosshair)
        m_hovered.reset();
    m_crosshair.reset();
    if (m_selection->empty())
        refreshOverlay();
    else
        select({});
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
    m_outside = 0;
    custom().xAxis->scaleRange(1 / factor, xAt(around.x()));
    custom().yAxis->scaleRange(1 / factor, yAt(around.y()));
    if (!m_press) // else it is being drawn
        m_outline.clear();
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

void ScatterPlot::moveCrosshair(const QPointF &pixels, bool stretch)
{
    const QRectF area = axisRect();
    const QPointF from = m_crosshair ? pixelAt(*m_crosshair) : area.center();
    if (stretch && !m_anchor)
        m_anchor = dataAt(from);
    const QPointF to(std::clamp(from.x() + pixels.x(), area.left(), area.right()),
                     std::clamp(from.y() + pixels.y(), area.top(), area.bottom()));
    m_crosshair = dataAt(to);
    if (stretch)
        m_outline = rectangleBetween(*m_anchor, *m_crosshair);
    else if (std::exchange(m_anchor, std::nullopt))
        m_outline.clear();
    m_hovered.reset();
    const double furthest = area.width() + area.height();
    for (double reach = kPick; !m_hovered && reach < 4 * furthest; reach *= 4)
        m_hovered = pointAt(to, reach);
    refreshOverlay();
}

void ScatterPlot::selectAtCrosshair(SelectionChange change)
{
    if (std::exchange(m_anchor, std::nullopt)) {
        selectInside(m_outline, change);
        return;
    }
    m_outline.clear();
    if (m_hovered)
        select(changedSelection(*m_selection, {static_cast<std::uint32_t>(*m_hovered)}, change));
}

void ScatterPlot::keyPressEvent(QKeyEvent *event)
{
    const QPointF step = arrowStep(*event);
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!step.isNull())
        moveCrosshair(step, event->modifiers().testFlag(Qt::ShiftModifier));
    else if (enter && m_crosshair)
        selectAtCrosshair(selectionChange(event->modifiers()));
    else if (event->key() == Qt::Key_Escape && clearSelection())
        event->accept();
    else if (event->key() == Qt::Key_Plus)
        zoom(kZoomStep, axisRect().center());
    else if (event->key() == Qt::Key_Minus)
        zoom(1 / kZoomStep, axisRect().center());
    else if (event->key() == Qt::Key_0)
        resetZoom();
    else
        AxisPlot::keyPressEvent(event);
}

} // namespace dramatis::ui
