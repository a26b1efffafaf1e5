// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/tokens.h"

#include <QPainterPath>
#include <QRectF>

#include <cstddef>

class QPainter;

namespace dramatis::ui {

/// The shapes of personas, in the order in which they are given out.
enum class Marker {
    Circle,
    Square,
    Up,
    Diamond,
    Down,
    Plus,
    Pentagon,
    Cross,
    Hexagon,
    Star,
    HalfDisc,
    Ring
};

/// How a persona looks everywhere: plots, cards, chips, nodes, PDF.
struct PersonaStyle
{
    QColor color;
    Marker marker = Marker::Circle;
    bool hollow = false; ///< from the 13th persona on

    bool operator==(const PersonaStyle &) const = default;
};

/// @param ordinal  counted from 0 in the order in which personas were first seen in the project;
/// stays
///                 with the persona's id
[[nodiscard]] PersonaStyle personaStyle(std::size_t ordinal, const Tokens &tokens);
/// Noise: a grey dot of 2 px, whatever the rectangle.
void paintNoiseMarker(QPainter &painter, const QRectF &rect, const Tokens &tokens);
/// Paints the marker centred in `rect`, as large as fits.
void paintMarker(QPainter &painter, const QRectF &rect, const PersonaStyle &style);
/// The outline of a marker in the unit square [-1, 1]^2, closed; a ring has its hole.
[[nodiscard]] QPainterPath markerPath(Marker marker);

} // namespace dramatis::ui
