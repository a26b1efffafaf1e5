// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "ui/plots/axis_plot.h"

#include <memory>
#include <optional>
#include <utility>

class QCPGraph;

namespace dramatis::ui {

class HeatLayer;

/// A span of the x axis, in its units.
using AxisSpan = std::pair<double, double>;

/// Lines over numbers, seconds or time: bands, thresholds, shaded spans, names at the lines' ends.
/// Drag selects a range (its edges can be dragged), the wheel zooms, a double click takes both
/// back. Keys: arrows move the crosshair, with Shift they select, + - 0 zoom.
class LinePlot : public AxisPlot
{
    Q_OBJECT

public:
    explicit LinePlot(QWidget *parent = nullptr);
    ~LinePlot() override;

    /// Shows `chart`. The zoom stays if the x axis covers the same span as before.
    void setValue(report::LineChart chart);
    [[nodiscard]] const report::LineChart &value() const { return m_chart; }

    /// Shows colours in place of the lines, over the same time; null: the lines again.
    void setHeat(std::unique_ptr<HeatLayer> heat);
    [[nodiscard]] bool showsHeat() const { return m_heat != nullptr; }

    /// What is shown of the x axis; nothing: all of it.
    void setView(std::optional<AxisSpan> view);
    [[nodiscard]] AxisSpan view() const;
    /// The whole span of the lines.
    [[nodiscard]] AxisSpan extent() const { return m_extent; }

    void setSelection(std::optional<AxisSpan> selection);
    [[nodiscard]] std::optional<AxisSpan> selection() const { return m_selection; }
    /// Off where a range has no meaning.
    void setSelectable(bool selectable) { m_selectable = selectable; }
    /// Off where the plot stands in something that the wheel scrolls.
    void setZoomable(bool zoomable) { m_zoomable = zoomable; }

    // For plots that stand above one another on one axis.
    void setAxisLabelsVisible(bool visible);
    void setCrosshair(std::optional<double> x);
    /// Pixels on the right that the names of the lines take.
    [[nodiscard]] int namesWidth() const;
    void setNamesWidth(int pixels);

    [[nodiscard]] QString sentence() const override;
    [[nodiscard]] PlotTable table() const override;
    void resetZoom() override;
    [[nodiscard]] bool canZoom() const override { return m_zoomable; }

signals:
    /// A range was chosen by the person.
    void rangeSelected(double from, double to);
    void rangeCleared();
    void viewChanged(double from, double to);
    /// The mouse stands at `x`.
    void hovered(double x);
    void hoverEnded();

protected:
    void restyle(const Tokens &tokens) override;
    void beforeReplot() override;
    void drawOver(QPainter &painter, const Tokens &tokens, bool interactive) override;
    bool mousePressed(QMouseEvent *event) override;
    bool mouseMoved(QMouseEvent *event) override;
    bool mouseReleased(QMouseEvent *event) override;
    bool mouseDoubleClicked(QMouseEvent *event) override;
    bool wheelTurned(QWheelEvent *event) override;
    void mouseLeft() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Drag { None, New, From, To };

    void fill();
    void setValueRange();
    void zoom(double factor, double around);
    void changeView(AxisSpan view);
    void select(double a, double b);
    void drawSelection(QPainter &painter, const Tokens &tokens, bool interactive) const;
    void drawSpans(QPainter &painter, const Tokens &tokens) const;
    void drawThresholds(QPainter &painter, const Tokens &tokens) const;
    void drawNames(QPainter &painter, const Tokens &tokens) const;
    void drawCrosshair(QPainter &painter, const Tokens &tokens) const;
    [[nodiscard]] QString axisText(double x) const;
    [[nodiscard]] double stepOfLines() const;

    report::LineChart m_chart;
    std::unique_ptr<HeatLayer> m_heat;
    double m_hoverY = 0; ///< pixel
    AxisSpan m_extent{0, 1};
    std::optional<AxisSpan> m_view;
    std::optional<AxisSpan> m_selection;
    std::optional<double> m_crosshair;
    bool m_selectable = true;
    bool m_zoomable = true;
    bool m_axisLabels = true;
    bool m_ownCrosshair = false; ///< the card shows only under the mouse
    int m_namesWidth = 0;
    Drag m_drag = Drag::None;
    double m_pressX = 0;              ///< pixel
    std::vector<QCPGraph *> m_graphs; ///< one per line
    std::vector<QCPGraph *> m_dots;   ///< one per line: its values that have none beside them
};

} // namespace dramatis::ui
