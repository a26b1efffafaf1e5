// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "ui/plots/axis_plot.h"
#include "ui/plots/column_reduction.h"

namespace dramatis::ui {

/// The merge heights of the density index in dendrogram order, in the colours of the clusters, with
/// the line of eps that cuts them. The line can be dragged; [ and ] move it by a step, with Shift
/// by a fine one.
class ReachabilityPlot : public AxisPlot
{
    Q_OBJECT

public:
    explicit ReachabilityPlot(QWidget *parent = nullptr);

    void setValue(report::ReachabilityChart chart);
    /// Another cut of the same heights.
    void setCut(double epsilon, std::vector<int> cluster, std::vector<int> styles);
    [[nodiscard]] const report::ReachabilityChart &value() const { return m_chart; }
    /// Off while there is nothing to cut again.
    void setCuttable(bool cuttable);

    [[nodiscard]] QString sentence() const override;
    [[nodiscard]] PlotTable table() const override;

signals:
    /// The person asks for this eps, in every frame of the drag.
    void epsilonDragged(double epsilon);

protected:
    void restyle(const Tokens &tokens) override;
    void beforeReplot() override;
    void drawOver(QPainter &painter, const Tokens &tokens, bool interactive) override;
    bool mousePressed(QMouseEvent *event) override;
    bool mouseMoved(QMouseEvent *event) override;
    bool mouseReleased(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    class Bars;

    void askFor(double epsilon);
    void drawMarkers(QPainter &painter, const Tokens &tokens) const;

    report::ReachabilityChart m_chart;
    Bars *m_bars; ///< owned by the plot
    double m_top = 1;
    bool m_cuttable = true;
    bool m_dragging = false;
};

} // namespace dramatis::ui
