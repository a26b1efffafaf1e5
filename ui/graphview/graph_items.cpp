// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graphview/graph_items.h"

#include "ui/base/tokens.h"
#include "ui/graphview/graph_view.h"

#include <QPainter>
#include <QPainterPathStroker>
#include <QStyleOptionGraphicsItem>

namespace dramatis::ui {

namespace {

double zoomOf(const QPainter &painter)
{
    return QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter.worldTransform());
}

} // namespace

NodeItem::NodeItem(GraphView &view, NodeLook look) : m_view(view)
{
    setFlags(ItemIsSelectable | ItemSendsGeometryChanges);
    setLook(std::move(look));
}

void NodeItem::setLook(NodeLook look)
{
    prepareGeometryChange();
    m_look = std::move(look);
    setPos(m_look.position);
    QStringList lines{m_look.id, m_look.left, m_look.right};
    lines.removeAll(QString());
    setToolTip(
        lines.join(QStringLiteral("\n")).toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
    update();
}

QRectF NodeItem::boundingRect() const
{
    return m_look.outline().translated(-m_look.position);
}

QPainterPath NodeItem::shape() const
{
    QPainterPath path;
    path.addRect(m_look.rect().translated(-m_look.position));
    return path;
}

void NodeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *widget)
{
    NodeLook atOrigin = m_look;
    atOrigin.position = {};
    paintNode(*painter, atOrigin, {isSelected(), false, zoomOf(*painter)}, tokensOf(widget));
}

QVariant NodeItem::itemChange(GraphicsItemChange change, const QVariant &value)
{
    if (change == ItemPositionHasChanged)
        m_view.nodeDragged(m_look.id, pos());
    return QGraphicsItem::itemChange(change, value);
}

EdgeItem::EdgeItem(EdgeLook look) : m_look(std::move(look))
{
    setFlags(ItemIsSelectable);
    setZValue(-1);
}

void EdgeItem::setLook(EdgeLook look, const QPainterPath &path)
{
    prepareGeometryChange();
    m_look = std::move(look);
    m_path = path;
    QString tip = m_look.from + QStringLiteral(" → ") + m_look.to;
    if (!m_look.label.isEmpty())
        tip += QStringLiteral(", ") + m_look.label;
    setToolTip(tip.toHtmlEscaped());
    update();
}

void EdgeItem::setDimmed(bool dimmed)
{
    if (std::exchange(m_dimmed, dimmed) != dimmed)
        update();
}

QRectF EdgeItem::boundingRect() const
{
    return m_path.boundingRect().adjusted(-50, -14, 50, 14); // label and arrow head
}

QPainterPath EdgeItem::shape() const
{
    QPainterPathStroker stroker;
    stroker.setWidth(std::max(10.0, m_look.width()));
    return stroker.createStroke(m_path);
}

void EdgeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *widget)
{
    paintEdge(
        *painter, m_look, m_path, {isSelected(), m_dimmed, zoomOf(*painter)}, tokensOf(widget));
}

} // namespace dramatis::ui
