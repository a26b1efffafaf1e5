// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graphview/graph_view.h"

#include "ui/base/tokens.h"
#include "ui/graphview/graph_items.h"

#include <QGraphicsScene>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <limits>

namespace dramatis::ui {

namespace {

constexpr double kSmallestZoom = 0.1;
constexpr double kLargestZoom = 3;
constexpr double kKeyStep = 8; ///< units a node moves by a key

} // namespace

GraphView::GraphView(QWidget *parent) : QGraphicsView(parent)
{
    setScene(new QGraphicsScene(this));
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setDragMode(QGraphicsView::ScrollHandDrag);
    setTransformationAnchor(QGraphicsView::AnchorUnderMouse);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundBrush(tokensOf(this).surface);
    setAccessibleName(tr("Graph"));
    connect(scene(), &QGraphicsScene::selectionChanged, this, [this] {
        if (m_filling)
            return;
        updateStates();
        emit selectionChanged(selectedId());
    });
}

GraphView::~GraphView()
{
    scene()->disconnect(this); // items leave after the members that they tell
}

void GraphView::setLook(GraphLook look)
{
    const QString selected = selectedId();
    bool same = look.nodes.size() == m_nodes.size();
    for (const NodeLook &node : look.nodes)
        same = same && m_nodes.contains(node.id);
    {
        const QScopedValueRollback filling(m_filling, true);
        m_look = std::move(look);
        if (!same) {
            scene()->clear();
            m_nodes.clear();
            m_edges.clear();
            m_follows = true;
            for (const NodeLook &node : m_look.nodes) {
                auto *item = new NodeItem(*this, node);
                item->setFlag(QGraphicsItem::ItemIsMovable, m_editable);
                scene()->addItem(item);
                m_nodes[node.id] = item;
            }
        } else {
            for (const NodeLook &node : m_look.nodes)
                m_nodes.at(node.id)->setLook(node);
        }
        while (m_edges.size() > m_look.edges.size()) {
            delete m_edges.back();
            m_edges.pop_back();
        }
        while (m_edges.size() < m_look.edges.size()) {
            m_edges.push_back(new EdgeItem(m_look.edges[m_edges.size()]));
            scene()->addItem(m_edges.back());
        }
    }
    updateEdges();
    const double margin = 400; // room to move nodes to
    scene()->setSceneRect(m_look.bounds().adjusted(-margin, -margin, margin, margin));
    if (!same)
        fit();
    select(selected);
    updateStates(); // edges may be new
    setAccessibleDescription(sentence());
}

void GraphView::setEditable(bool editable)
{
    m_editable = editable;
    for (const auto &[id, item] : m_nodes)
        item->setFlag(QGraphicsItem::ItemIsMovable, editable);
}

QString GraphView::selectedId() const
{
    const QList<QGraphicsItem *> selected = scene()->selectedItems();
    if (selected.isEmpty())
        return {};
    for (const auto &[id, item] : m_nodes)
        if (item == selected.first())
            return id;
    for (const EdgeItem *edge : m_edges)
        if (edge == selected.first())
            return edge->look().id();
    return {};
}

void GraphView::select(const QString &id)
{
    if (selectedId() == id)
        return;
    {
        const QScopedValueRollback filling(m_filling, true);
        scene()->clearSelection();
        if (const auto node = m_nodes.find(id); node != m_nodes.end())
            node->second->setSelected(true);
        for (EdgeItem *edge : m_edges)
            if (edge->look().id() == id)
                edge->setSelected(true);
    }
    updateStates();
    emit selectionChanged(selectedId());
}

void GraphView::fit()
{
    m_follows = true;
    const QRectF bounds = m_look.bounds().adjusted(-16, -16, 16, 16);
    resetTransform();
    if (m_look.nodes.empty() || viewport()->width() < 10)
        return;
    const double scale = std::min({viewport()->width() / bounds.width(),
                                   viewport()->height() / bounds.height(),
                                   1.25});
    this->scale(scale, scale);
    centerOn(bounds.center());
}

void GraphView::zoomBy(double factor)
{
    const double zoom = transform().m11();
    factor = std::clamp(zoom * factor, kSmallestZoom, kLargestZoom) / zoom;
    scale(factor, factor);
    m_follows = false;
}

QString GraphView::sentence() const
{
    return tr("Graph of %1 nodes and %2 calls.").arg(m_look.nodes.size()).arg(m_look.edges.size());
}

void GraphView::nodeDragged(const QString &id, const QPointF &centre)
{
    if (m_filling)
        return;
    for (NodeLook &node : m_look.nodes)
        if (node.id == id)
            node.position = centre;
    // A laid-out route no longer fits an edge whose end has moved.
    for (EdgeLook &edge : m_look.edges)
        if (edge.from == id || edge.to == id)
            edge.route.clear();
    m_moved[id] = centre;
    updateEdges();
}

void GraphView::updateEdges()
{
    for (std::size_t i = 0; i < m_edges.size(); ++i)
        m_edges[i]->setLook(m_look.edges[i], edgePath(m_look.edges[i], m_look));
}

void GraphView::updateStates()
{
    const QString selected = selectedId();
    const bool isNode = m_nodes.contains(selected);
    for (EdgeItem *edge : m_edges)
        edge->setDimmed(isNode && edge->look().from != selected && edge->look().to != selected);
}

void GraphView::goToNeighbour(const QPointF &direction)
{
    const auto from = m_nodes.find(selectedId());
    const QPointF origin = from == m_nodes.end() ? mapToScene(viewport()->rect().center())
                                                 : from->second->pos();
    QString best;
    double least = std::numeric_limits<double>::max();
    for (const auto &[id, item] : m_nodes) {
        const QPointF way = item->pos() - origin;
        const double along = QPointF::dotProduct(way, direction);
        const double across = std::abs(way.x() * direction.y() - way.y() * direction.x());
        if ((from != m_nodes.end() && item == from->second) || along <= 0)
            continue;
        if (const double cost = along + 2 * across; cost < least) {
            least = cost;
            best = id;
        }
    }
    if (best.isEmpty() && from == m_nodes.end() && !m_nodes.empty())
        best = m_nodes.begin()->first;
    if (!best.isEmpty()) {
        select(best);
        ensureVisible(m_nodes.at(best));
    }
}

void GraphView::moveSelected(const QPointF &by)
{
    const auto node = m_nodes.find(selectedId());
    if (node == m_nodes.end() || !m_editable)
        return;
    node->second->setPos(node->second->pos() + by);
    emit nodesMoved(std::exchange(m_moved, {}));
}

void GraphView::keyPressEvent(QKeyEvent *event)
{
    const auto direction = [event]() -> QPointF {
        switch (event->key()) {
        case Qt::Key_Left:
            return {-1, 0};
        case Qt::Key_Right:
            return {1, 0};
        case Qt::Key_Up:
            return {0, -1};
        case Qt::Key_Down:
            return {0, 1};
        default:
            return {};
        }
    }();
    if (!direction.isNull()) {
        if (event->modifiers() & Qt::AltModifier)
            moveSelected(direction * kKeyStep);
        else
            goToNeighbour(direction);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(1.25);
        return;
    case Qt::Key_Minus:
        zoomBy(0.8);
        return;
    case Qt::Key_0:
        fit();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const QString id = selectedId(); !id.isEmpty())
            emit activated(id);
        return;
    case Qt::Key_Escape:
        scene()->clearSelection();
        return;
    default:
        QGraphicsView::keyPressEvent(event);
    }
}

void GraphView::wheelEvent(QWheelEvent *event)
{
    zoomBy(std::pow(1.0015, event->angleDelta().y()));
    event->accept();
}

void GraphView::mouseReleaseEvent(QMouseEvent *event)
{
    QGraphicsView::mouseReleaseEvent(event);
    if (!m_moved.isEmpty())
        emit nodesMoved(std::exchange(m_moved, {}));
}

void GraphView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QGraphicsView::mouseDoubleClickEvent(event);
    if (const QString id = selectedId(); !id.isEmpty())
        emit activated(id);
}

void GraphView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    if (m_follows)
        fit();
}

void GraphView::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setBackgroundBrush(tokensOf(this).surface);
}

} // namespace dramatis::ui
