// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "core/topology/layout.h"
#include "core/topology/topology.h"

#include <QPointF>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

namespace dramatis::ui {

/// The measures of the drawing: those the layout reckons with.
inline constexpr topology::LayoutOptions kMeasures{};

/// What differs from the base graph.
enum class Difference { None, Added, Changed, Removed };

/// A node as it is drawn: texts and weights, no topology any more.
struct NodeLook
{
    QString id;
    topology::NodeKind kind = topology::NodeKind::Service;
    QString left;                            ///< "3 × 16 workers"
    QString right;                           ///< "294 ms"
    std::optional<double> utilization;       ///< [0, 1]
    std::optional<double> threshold;         ///< tick on the bar, [0, 1]
    std::optional<practice::Severity> badge; ///< worst finding
    Difference difference = Difference::None;
    QString differenceText; ///< "Δ 1 → 2 instances"
    int personaStyle = -1;  ///< of a source bound to a persona
    double height = kMeasures.nodeHeight;
    QPointF position; ///< centre

    [[nodiscard]] QRectF rect() const
    {
        return {position.x() - kMeasures.nodeWidth / 2,
                position.y() - height / 2,
                kMeasures.nodeWidth,
                height};
    }
    /// rect() with the tags and badges that stand out of it.
    [[nodiscard]] QRectF outline() const { return rect().adjusted(-6, -18, 14, 6); }
    bool operator==(const NodeLook &) const = default;
};

struct EdgeLook
{
    QString from;
    QString to;
    double rate = 0;           ///< calls per second, 0 unknown
    QString label;             ///< "137 req/s", empty unknown
    bool rateInSource = false; ///< the label stands in the source already
    bool optional = false;
    bool queued = false; ///< asynchronous
    std::optional<practice::Severity> badge;
    Difference difference = Difference::None;
    QString differenceText;
    std::vector<QPointF> route; ///< from border to border; empty: a curve between the two nodes

    [[nodiscard]] QString id() const { return from + u'>' + to; }
    /// Line width in the view's units: 1 + 1.4 log10(rate), in [1, 6].
    [[nodiscard]] double width() const;
    bool operator==(const EdgeLook &) const = default;
};

struct GraphLook
{
    std::vector<NodeLook> nodes;
    std::vector<EdgeLook> edges;

    [[nodiscard]] const NodeLook *find(const QString &id) const;
    /// Around all nodes with their badges; empty for none.
    [[nodiscard]] QRectF bounds() const;
};

/// How a drawing looks: texts, differences to its base, positions (its own, else laid out).
[[nodiscard]] GraphLook lookOf(const report::GraphDrawing &drawing);

} // namespace dramatis::ui
