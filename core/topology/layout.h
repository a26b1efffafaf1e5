// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/topology/topology.h"

#include <QMap>
#include <QPointF>
#include <QString>

#include <vector>

namespace dramatis::topology {

/// Where nodes stand (centre, in the node view's units at 100 %) and how edges run.
struct Layout
{
    QMap<QString, QPointF> nodes;
    /// By Topology::calls: points from the border of one node to that of the other, ends included.
    std::vector<std::vector<QPointF>> routes;
};

struct LayoutOptions
{
    double nodeWidth = 160;
    double nodeHeight = 72;
    double layerGap = 72; ///< between layers, left to right
    double nodeGap = 28;  ///< between nodes of a layer
};

/// Layered left-to-right layout: cycles reversed (strong components), longest-path layering, dummy
/// chains, barycentre sweeps with adjacent transposes keeping the best order, coordinates by
/// pool-adjacent- violators towards the neighbours' mean (Sugiyama, Tagawa, Toda, IEEE Trans. SMC
/// 11, 1981). Deterministic. Cost: 2,000 nodes in well under a second.
[[nodiscard]] Layout layeredLayout(const Topology &topology, const LayoutOptions &options = {});

} // namespace dramatis::topology
