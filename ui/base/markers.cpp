// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/markers.h"

#include <QPainter>
#include <QPolygonF>

#include <cmath>
#include <numbers>

namespace dramatis::ui {

namespace {

/// A regular polygon with a corner on top; `inner` < 1 makes a star of it.
QPainterPath regular(int corners, double inner = 1.0)
{
    const int points = inner < 1.0 ? 2 * corners : corners;
    QPolygonF polygon;
    for (int i = 0; i < points; ++i) {
        const double angle = -std::numbers::pi / 2 + 2 * std::numbers::pi * i / points;
        const double radius = inner < 1.0 && i % 2 ? inner : 1.0;
        polygon << QPointF(radius * std::cos(angle), radius * std::sin(angle));
    }
    QPainterPath path;
    path.addPolygon(polygon);
    path.closeSubpath();
    return path;
}

QPainterPath polygon(const QPolygonF &points)
{
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    return path;
}

QPainterPath plus()
{
    constexpr double arm = 0.34;
    return polygon({{-arm, -1},
                    {arm, -1},
                    {arm, -arm},
                    {1, -arm},
                    {1, arm},
                    {arm, arm},
                    {arm, 1},
                    {-arm, 1},
                    {-arm, arm},
                    {-1, arm},
                    {-1, -arm},
                    {-arm, -arm}});
}

} // namespace

PersonaStyle personaStyle(std::size_t ordinal, const Tokens &tokens)
{
    const std::size_t index = ordinal % kPersonaColors;
    return {tokens.personas[index], static_cast<Marker>(index), ordinal >= kPersonaColors};
}

QPainterPath markerPath(Marker marker)
{
    QPainterPath path;
    switch (marker) {
    case Marker::Circle:
        path.addEllipse(QPointF(), 0.9, 0.9);
        return path;
    case Marker::Square:
        path.addRect(-0.8, -0.8, 1.6, 1.6);
        return path;
    case Marker::Up:
        return polygon({{0, -0.9}, {1, 0.8}, {-1, 0.8}});
    case Marker::Diamond:
        return regular(4);
    case Marker::Down:
        return polygon({{0, 0.9}, {1, -0.8}, {-1, -0.8}});
    case Marker::Plus:
        return plus();
    case Marker::Pentagon:
        return regular(5);
    case Marker::Cross:
        return QTransform().rotate(45).map(plus());
    case Marker::Hexagon:
        return QTransform().rotate(30).map(regular(6));
    case Marker::Star:
        return regular(5, 0.42);
    case Marker::HalfDisc:
        path.moveTo(-0.4, -0.95);
        path.arcTo(QRectF(-1.35, -0.95, 1.9, 1.9), 90, -180);
        path.closeSubpath();
        return path;
    case Marker::Ring:
        path.setFillRule(Qt::OddEvenFill);
        path.addEllipse(QPointF(), 0.95, 0.95);
        path.addEllipse(QPointF(), 0.5, 0.5);
        return path;
    }
    Q_UNREACHABLE();
}

void paintMarker(QPainter &painter, const QRectF &rect, const PersonaStyle &style)
{
    const double radius = qMin(rect.width(), rect.height()) / 2;
    const double pen = style.hollow ? qMax(1.0, radius * 0.28) : 0.0;
    const QTransform place = QTransform::fromTranslate(rect.center().x(), rect.center().y())
                                 .scale(radius - pen / 2, radius - pen / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (style.hollow) {
        painter.setPen(QPen(style.color, pen, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.color);
    }
    painter.drawPath(place.map(markerPath(style.marker)));
    painter.restore();
}

void paintNoiseMarker(QPainter &painter, const QRectF &rect, const Tokens &tokens)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.noise);
    painter.drawEllipse(rect.center(), 1.5, 1.5);
    painter.restore();
}

} // namespace dramatis::ui
