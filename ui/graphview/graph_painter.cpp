// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graphview/graph_painter.h"

#include "ui/base/fonts.h"
#include "ui/base/icons.h"
#include "ui/base/markers.h"
#include "ui/graphview/finding_state.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr double kRadius = 6;
constexpr double kPadding = 10;
constexpr double kArrow = 8;
constexpr double kLineHeight = 18; ///< from one line of a node to the next
constexpr double kHighUtilization = 0.9;
constexpr double kLeastZoomOfFigures = 0.6;
constexpr double kLeastZoomOfLabels = 0.4;
constexpr double kEdgeBadge = 14;

Icon iconOf(topology::NodeKind kind)
{
    switch (kind) {
    case topology::NodeKind::Source:
        return Icon::User;
    case topology::NodeKind::LoadBalancer:
        return Icon::Balancer;
    case topology::NodeKind::Service:
        return Icon::Service;
    case topology::NodeKind::Cache:
        return Icon::Cache;
    case topology::NodeKind::Database:
        return Icon::Database;
    case topology::NodeKind::Queue:
        return Icon::Queue;
    case topology::NodeKind::External:
        return Icon::External;
    }
    return Icon::Service;
}

/// In the view's units, whatever the device: 13 for names, 11 for the rest.
QFont viewFont(int pixels, bool strong)
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(pixels);
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

QString elided(const QString &text, const QFont &font, double width)
{
    return QFontMetricsF(font).elidedText(text, Qt::ElideMiddle, width);
}

void paintTag(QPainter &painter,
              const QPointF &bottomLeft,
              const QString &text,
              const Tokens &tokens)
{
    const QFont font = viewFont(10, true);
    const QString shown = elided(text, font, kMeasures.nodeWidth - 16);
    const double width = QFontMetricsF(font).horizontalAdvance(shown) + 10;
    const QRectF tag(bottomLeft.x(), bottomLeft.y() - 15, width, 15);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.accent);
    painter.drawRoundedRect(tag, 3, 3);
    painter.setFont(font);
    painter.setPen(tokens.onAccent);
    painter.drawText(tag, Qt::AlignCenter, shown);
}

void paintUtilization(QPainter &painter,
                      const QRectF &rect,
                      const NodeLook &node,
                      const Tokens &tokens)
{
    const double used = std::clamp(*node.utilization, 0.0, 1.0);
    const QFont font = viewFont(11, false);
    const QString percent = u"%1\u202F%"_s.arg(std::lround(used * 100));
    const double textWidth = 34;
    const QRectF track(rect.left(), rect.center().y() - 2, rect.width() - textWidth, 4);
    const double limit = node.threshold.value_or(1);
    const QColor fill = used > kHighUtilization ? tokens.critical
                        : used > limit          ? tokens.warning
                                                : tokens.text2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.line);
    painter.drawRoundedRect(track, 2, 2);
    painter.setBrush(fill);
    painter.drawRoundedRect(
        QRectF(track.topLeft(), QSizeF(std::max(track.width() * used, 2.0), 4)), 2, 2);
    if (node.threshold) {
        const double x = track.left() + track.width() * std::clamp(*node.threshold, 0.0, 1.0);
        painter.setPen(QPen(tokens.text, 1));
        painter.drawLine(QPointF(x, track.top() - 3), QPointF(x, track.bottom() + 3));
    }
    painter.setFont(font);
    painter.setPen(used > kHighUtilization ? tokens.critical : tokens.text2);
    painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, percent);
}

void paintFrame(QPainter &painter,
                const NodeLook &node,
                const GraphPaintState &state,
                const Tokens &tokens)
{
    QPen border(tokens.line, 1);
    if (node.difference == Difference::Added)
        border = QPen(tokens.accent, 2);
    else if (node.difference == Difference::Changed)
        border = QPen(tokens.accent, 1.5, Qt::DashLine);
    else if (node.difference == Difference::Removed)
        border = QPen(tokens.text3, 1, Qt::DashLine);
    painter.setPen(border);
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(node.rect(), kRadius, kRadius);
    if (state.selected) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.focus, 2));
        painter.drawRoundedRect(node.rect().adjusted(-3, -3, 3, 3), kRadius + 2, kRadius + 2);
    }
}

QColor edgeColor(const EdgeLook &edge, const GraphPaintState &state, const Tokens &tokens)
{
    if (edge.difference == Difference::Added || edge.difference == Difference::Changed
        || state.selected)
        return tokens.accent;
    return state.dimmed ? tokens.line : tokens.text3;
}

/// The arrow head at the end of a path, pointing along it.
QPolygonF arrowHead(const QPainterPath &path, double size)
{
    const QPointF tip = path.pointAtPercent(1);
    const QPointF from =
        path.pointAtPercent(std::max(0.0, path.percentAtLength(path.length() - size)));
    const double angle = std::atan2(tip.y() - from.y(), tip.x() - from.x());
    const auto corner = [&](double side) {
        return tip - QPointF(std::cos(angle + side) * size, std::sin(angle + side) * size);
    };
    return QPolygonF{tip, corner(0.4), corner(-0.4)};
}

/// A line through route points that leaves and enters each of them level, as the layers lie side by
/// side.
QPainterPath smooth(const std::vector<QPointF> &points)
{
    QPainterPath path(points.front());
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const QPointF &from = points[i];
        const QPointF &to = points[i + 1];
        const QPointF reach((to.x() - from.x()) / 2, 0);
        path.cubicTo(from + reach, to - reach, to);
    }
    return path;
}

void paintTitle(QPainter &painter, const QRectF &rect, const QString &text, const Tokens &tokens)
{
    const QFont font = viewFont(13, true);
    painter.setFont(font);
    painter.setPen(tokens.text);
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, elided(text, font, rect.width()));
}

/// The figure at the right end of a line; gives what is left of the line.
QRectF paintFigure(QPainter &painter, const QRectF &line, const QString &text, const Tokens &tokens)
{
    if (text.isEmpty())
        return line;
    const QFont font = viewFont(11, true);
    painter.setFont(font);
    painter.setPen(tokens.text);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, text);
    return line.adjusted(0, 0, -QFontMetricsF(font).horizontalAdvance(text) - 6, 0);
}

void paintEdgeLabel(QPainter &painter,
                    const EdgeLook &edge,
                    const QPainterPath &path,
                    const GraphPaintState &state,
                    const Tokens &tokens)
{
    QString label = edge.differenceText;
    if (label.isEmpty() && !edge.rateInSource)
        label = edge.label;
    if (state.zoom < kLeastZoomOfLabels || path.length() <= 60)
        label.clear();
    const QFont font = viewFont(11, false);
    const double text = label.isEmpty() ? 0 : QFontMetricsF(font).horizontalAdvance(label) + 8;
    const double badge = edge.badge ? kEdgeBadge + 2 : 0;
    if (text + badge <= 0)
        return;
    QRectF plate(0, 0, text + badge, 16);
    plate.moveCenter(path.pointAtPercent(0.5));
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.surface);
    painter.drawRoundedRect(plate, 2, 2);
    painter.setFont(font);
    painter.setPen(edge.differenceText.isEmpty() ? tokens.text2 : tokens.accent);
    painter.drawText(plate.adjusted(0, 0, -badge, 0), Qt::AlignCenter, label);
    if (edge.badge)
        paintState(painter,
                   QRectF(plate.right() - badge, plate.top() + 1, kEdgeBadge, kEdgeBadge),
                   stateOf(*edge.badge),
                   tokens);
}

} // namespace

void paintNode(QPainter &painter,
               const NodeLook &node,
               const GraphPaintState &state,
               const Tokens &tokens)
{
    painter.save();
    if (node.difference == Difference::Removed)
        painter.setOpacity(0.5);
    paintFrame(painter, node, state, tokens);
    // Of a low node the lines stand closer to its rim.
    const double above = std::min(8.0, (node.height - kLineHeight - 16) / 2);
    const QRectF inner = node.rect().adjusted(kPadding, above, -kPadding, -8);
    const QRectF first(inner.left(), inner.top(), inner.width(), 16);
    const QRectF glyph(first.topLeft(), QSizeF(16, 16));
    if (node.personaStyle >= 0)
        paintMarker(painter,
                    glyph.adjusted(3, 3, -3, -3),
                    personaStyle(static_cast<std::size_t>(node.personaStyle), tokens));
    else
        paintIcon(painter, glyph, iconOf(node.kind), tokens.text2);
    const QRectF title = first.adjusted(22, -1, 0, 1);
    paintTitle(painter, title, node.id, tokens);
    if (state.zoom >= kLeastZoomOfFigures) {
        const QRectF second =
            paintFigure(painter, first.translated(0, kLineHeight), node.right, tokens);
        const QFont plain = viewFont(11, false);
        painter.setFont(plain);
        painter.setPen(tokens.text2);
        painter.drawText(
            second, Qt::AlignLeft | Qt::AlignVCenter, elided(node.left, plain, second.width()));
        if (node.utilization)
            paintUtilization(
                painter, {inner.left(), inner.bottom() - 14, inner.width(), 14}, node, tokens);
    }
    if (!node.differenceText.isEmpty())
        paintTag(painter, node.rect().topLeft() + QPointF(8, 6), node.differenceText, tokens);
    if (node.badge) {
        const QRectF badge(node.rect().right() - 9, node.rect().top() - 9, 18, 18);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.surface);
        painter.drawEllipse(badge);
        paintState(painter, badge.adjusted(1.5, 1.5, -1.5, -1.5), stateOf(*node.badge), tokens);
    }
    painter.restore();
}

QPainterPath edgePath(const EdgeLook &edge, const GraphLook &graph)
{
    if (edge.route.size() >= 2)
        return smooth(edge.route);
    const NodeLook *from = graph.find(edge.from);
    const NodeLook *to = graph.find(edge.to);
    if (!from || !to)
        return {};
    const bool forwards = to->rect().left() >= from->rect().right();
    const QPointF begin(forwards ? from->rect().right() : from->position.x(),
                        forwards ? from->position.y() : from->rect().bottom());
    const QPointF end(forwards ? to->rect().left() : to->position.x(),
                      forwards ? to->position.y() : to->rect().bottom());
    QPainterPath path(begin);
    if (forwards) {
        const double reach = std::max(40.0, (end.x() - begin.x()) / 2);
        path.cubicTo(begin + QPointF(reach, 0), end - QPointF(reach, 0), end);
    } else { // below both
        const double below = std::max(begin.y(), end.y()) + 60;
        path.cubicTo({begin.x(), below}, {end.x(), below}, end);
    }
    return path;
}

void paintEdge(QPainter &painter,
               const EdgeLook &edge,
               const QPainterPath &path,
               const GraphPaintState &state,
               const Tokens &tokens)
{
    if (path.isEmpty())
        return;
    painter.save();
    if (edge.difference == Difference::Removed)
        painter.setOpacity(0.5);
    const QColor color = edgeColor(edge, state, tokens);
    QPen pen(color, edge.width());
    pen.setCapStyle(Qt::FlatCap);
    if (edge.queued || edge.difference == Difference::Changed
        || edge.difference == Difference::Removed)
        pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    const QPolygonF head = arrowHead(path, kArrow + edge.width());
    painter.setPen(QPen(color, 1.2));
    painter.setBrush(edge.optional ? tokens.surface : color);
    painter.drawPolygon(head);
    paintEdgeLabel(painter, edge, path, state, tokens);
    painter.restore();
}

void paintGraph(QPainter &painter,
                const QRectF &rect,
                const report::GraphDrawing &drawing,
                const Tokens &tokens)
{
    const GraphLook look = lookOf(drawing);
    const QRectF bounds = look.bounds();
    if (bounds.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double scale =
        std::min({rect.width() / bounds.width(), rect.height() / bounds.height(), 1.0});
    painter.translate(rect.center());
    painter.scale(scale, scale);
    painter.translate(-bounds.center());
    for (const EdgeLook &edge : look.edges)
        paintEdge(painter, edge, edgePath(edge, look), {}, tokens);
    for (const NodeLook &node : look.nodes)
        paintNode(painter, node, {}, tokens);
    painter.restore();
}

} // namespace dramatis::ui
