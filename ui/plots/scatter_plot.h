// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "ui/plots/axis_plot.h"

#include <QPointF>

#include <functional>
#include <optional>

namespace dramatis::ui {

/// Clustered points: markers below 50,000 in view, their density above. Chips name the clusters;
/// drag moves, the wheel zooms, a double click shows all; hover and click tell which point it is.
class ScatterPlot : public AxisPlot
{
    Q_OBJECT

public:
    explicit ScatterPlot(QWidget *parent = nullptr);

    /// Shows `chart`; the zoom stays if the points are the same.
    void setValue(report::ScatterChart chart);
    /// Other clusters of the same points: what the eps slider does in every frame.
    void setClusters(std::vector<int> cluster, std::vector<QString> names, std::vector<int> styles);
    [[nodiscard]] const report::ScatterChart &value() const { return m_chart; }
    /// Rings the chip of a cluster; -1 for none.
    void setSelectedCluster(int cluster);
    /// What the tip says of a point; nothing: its coordinates.
    void setDescription(std::function<TipCard(std::size_t point)> describe);

    [[nodiscard]] QString sentence() const override;
    [[nodiscard]] PlotTable table() const override;
    void resetZoom() override;
    [[nodiscard]] bool canZoom() const override { return true; }

signals:
    /// A point of the cluster, or its chip, was clicked; -1 is noise.
    void clusterClicked(int cluster);

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
    class Cloud;
    struct ChipPlace
    {
        QRectF rect;
        int cluster = 0;
    };

    void locateClusters();
    [[nodiscard]] std::vector<ChipPlace> chips(const QFont &font) const;
    [[nodiscard]] std::optional<std::size_t> pointAt(const QPointF &position) const;
    void zoom(double factor, const QPointF &around);

    report::ScatterChart m_chart;
    Cloud *m_cloud;              ///< owned by the plot
    std::vector<QRectF> m_cores; ///< per cluster, in data: mean ± 2 standard deviations
    std::function<TipCard(std::size_t)> m_describe;
    std::optional<std::size_t> m_hovered;
    std::optional<QPointF> m_press;
    QPointF m_last;
    bool m_moved = false;
    int m_selected = -1;
};

} // namespace dramatis::ui
