// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/figure_painter.h"

#include "ui/graphview/graph_painter.h"
#include "ui/plots/bar_plot.h"
#include "ui/plots/hour_of_week_plot.h"
#include "ui/plots/line_plot.h"
#include "ui/plots/reachability_plot.h"
#include "ui/plots/scatter_plot.h"

#include <QPainter>

namespace dramatis::ui {

namespace {

/// Points for one pixel of 96 dpi.
constexpr double kPointsPerPixel = 0.75;

template<typename PlotClass, typename Value>
void paintPlot(QPainter &painter, const QRectF &rect, const Value &value)
{
    PlotClass plot;
    plot.setValue(value);
    plot.render(painter, rect, kPointsPerPixel);
}

class FigurePainter
{
public:
    FigurePainter(QPainter &painter, const QRectF &rect) : m_painter(painter), m_rect(rect) {}

    void operator()(const report::LineChart &chart) const
    {
        paintPlot<LinePlot>(m_painter, m_rect, chart);
    }
    void operator()(const report::HourOfWeekMap &map) const
    {
        paintPlot<HourOfWeekPlot>(m_painter, m_rect, map);
    }
    void operator()(const report::ScatterChart &chart) const
    {
        paintPlot<ScatterPlot>(m_painter, m_rect, chart);
    }
    void operator()(const report::ReachabilityChart &chart) const
    {
        paintPlot<ReachabilityPlot>(m_painter, m_rect, chart);
    }
    void operator()(const report::BarChart &chart) const
    {
        paintPlot<BarPlot>(m_painter, m_rect, chart);
    }
    void operator()(const report::GraphDrawing &drawing) const
    {
        paintGraph(m_painter, m_rect, drawing, lightTokens());
    }

private:
    QPainter &m_painter;
    const QRectF &m_rect;
};

} // namespace

void paintFigure(QPainter &painter, const QRectF &rect, const report::FigureSpec &figure)
{
    std::visit(FigurePainter(painter, rect), figure);
}

} // namespace dramatis::ui
