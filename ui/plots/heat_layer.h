// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/latency_map.h"
#include "ui/plots/axis_plot.h"

#include <QString>

class QCPColorMap;
class QCustomPlot;

namespace dramatis::ui {

/// Latencies over time as colours on the axes of a plot: time in seconds, latency in ms on a
/// logarithmic axis. A colour is the logarithm of a count; where nothing was, the ground shows.
class HeatLayer
{
public:
    explicit HeatLayer(traffic::LatencyMap map);

    /// Draws into `plot` from now on, which owns what is drawn; again after its plottables were
    /// cleared.
    void attach(QCustomPlot &plot);
    void restyle(const Tokens &tokens);
    /// The span of the latencies, ms.
    [[nodiscard]] std::pair<double, double> values() const;
    /// What stands at a place; no rows where nothing was counted.
    [[nodiscard]] TipCard cardAt(double seconds, double milliseconds) const;
    /// The ramp with its ends, right-aligned at `topRight`.
    void drawLegend(QPainter &painter, const QPointF &topRight, const Tokens &tokens) const;
    /// Time, latency and count of every cell that is not empty.
    [[nodiscard]] PlotTable table() const;
    [[nodiscard]] QString sentence() const;

private:
    [[nodiscard]] double beginOf(std::size_t step) const; ///< s

    traffic::LatencyMap m_map;
    double m_most = 0;
    QCPColorMap *m_colors = nullptr; ///< of the plot
};

} // namespace dramatis::ui
