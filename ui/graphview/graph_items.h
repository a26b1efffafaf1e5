// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graphview/graph_look.h"
#include "ui/graphview/graph_painter.h"

#include <QGraphicsItem>

namespace dramatis::ui {

class GraphView;

/// A node in the scene; its origin is the node's centre.
class NodeItem : public QGraphicsItem
{
public:
    NodeItem(GraphView &view, NodeLook look);

    void setLook(NodeLook look);
    [[nodiscard]] const NodeLook &look() const { return m_look; }

    [[nodiscard]] QRectF boundingRect() const override;
    [[nodiscard]] QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

protected:
    QVariant itemChange(GraphicsItemChange change, const QVariant &value) override;

private:
    GraphView &m_view;
    NodeLook m_look;
};

/// An edge in the scene, below the nodes.
class EdgeItem : public QGraphicsItem
{
public:
    explicit EdgeItem(EdgeLook look);

    void setLook(EdgeLook look, const QPainterPath &path);
    void setDimmed(bool dimmed);
    [[nodiscard]] const EdgeLook &look() const { return m_look; }

    [[nodiscard]] QRectF boundingRect() const override;
    [[nodiscard]] QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    EdgeLook m_look;
    QPainterPath m_path;
    bool m_dimmed = false;
};

} // namespace dramatis::ui
