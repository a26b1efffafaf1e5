// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/tokens.h"
#include "ui/graphview/graph_look.h"

#include <QPainterPath>

class QPainter;

namespace dramatis::ui {

/// How a part is drawn besides its look.
struct GraphPaintState
{
    bool selected = false;
    bool dimmed = false; ///< something else is selected
    double zoom = 1;     ///< below 0.6 figures go, below 0.4 labels of calls
};

/// Draws a node into its rect. One painter for the node view and the PDF.
void paintNode(QPainter &painter,
               const NodeLook &node,
               const GraphPaintState &state,
               const Tokens &tokens);

/// The line of an edge, without its arrow head.
[[nodiscard]] QPainterPath edgePath(const EdgeLook &edge, const GraphLook &graph);
void paintEdge(QPainter &painter,
               const EdgeLook &edge,
               const QPainterPath &path,
               const GraphPaintState &state,
               const Tokens &tokens);

/// The whole drawing, fitted into `rect`, at most at its natural size.
void paintGraph(QPainter &painter,
                const QRectF &rect,
                const report::GraphDrawing &drawing,
                const Tokens &tokens);

} // namespace dramatis::ui
