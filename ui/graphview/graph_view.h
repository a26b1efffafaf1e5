// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graphview/graph_look.h"

#include <QGraphicsView>
#include <QMap>

#include <map>

namespace dramatis::ui {

class EdgeItem;
class NodeItem;

/// A topology or practice graph that can be looked at and moved. It never edits: what a person does leaves
/// as signals, and comes back as a new look.
/// Keys: arrows go to the neighbour, Alt+arrows move, + - 0 zoom and fit.
class GraphView : public QGraphicsView
{
    Q_OBJECT

public:
    explicit GraphView(QWidget *parent = nullptr);
    ~GraphView() override;

    /// Shows `look`; selection and view stay where the nodes are the same, else all is fitted into the view.
    void setLook(GraphLook look);
    [[nodiscard]] const GraphLook &look() const { return m_look; }
    /// Whether nodes can be moved.
    void setEditable(bool editable);

    /// Id of the selected node ("web") or edge ("web>db"); empty for none.
    [[nodiscard]] QString selectedId() const;
    void select(const QString &id);

    /// The whole graph, at most at its natural size.
    void fit();
    void zoomBy(double factor);
    /// What is drawn, in one sentence, for screen readers.
    [[nodiscard]] QString sentence() const;

signals:
    void selectionChanged(const QString &id);
    /// Enter or a double click on a node or edge.
    void activated(const QString &id);
    /// Nodes were dragged or moved by keys; positions are centres.
    void nodesMoved(const QMap<QString, QPointF> &positions);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    friend class NodeItem;
    void nodeDragged(const QString &id, const QPointF &centre);
    void updateEdges();
    void updateStates();
    void goToNeighbour(const QPointF &direction);
    void moveSelected(const QPointF &by);

    GraphLook m_look;
    std::map<QString, NodeItem *> m_nodes;
    std::vector<EdgeItem *> m_edges;
    QMap<QString, QPointF> m_moved; ///< since the mouse went down
    bool m_editable = true;
    bool m_follows = true; ///< until the person zooms, the graph follows the size of the view
    bool m_filling = false;
};

} // namespace dramatis::ui
