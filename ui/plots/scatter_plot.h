// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/newest_job.h"
#include "core/report/report.h"
#include "ui/plots/axis_plot.h"
#include "ui/plots/chip_layout.h"
#include "ui/plots/scatter_picture.h"
#include "ui/plots/scatter_tools.h"

#include <QPointF>
#include <QPolygonF>

#include <functional>
#include <optional>

namespace dramatis::ui {

/// Clustered points: markers below 50,000 in view, their density above. Chips name the clusters. At
/// first the bulk of the points is shown, and told how many lie outside (point_grid.h, bulkOf); the
/// wheel zooms, a double click shows all; hover and click tell which point it is. A drag moves
/// or, with another tool, outlines points to select. Keys: arrows move a crosshair (Ctrl: by a
/// pixel), Shift+arrows stretch a rectangle from where it stood, Enter selects what is in it or the
/// nearest point, Escape clears; + - 0 zoom.
///
/// Many points are drawn by a worker, and nothing here takes the longer the more they are: until
/// a picture is ready the one before it is shown, moved to where the axes are now.
class ScatterPlot : public AxisPlot
{
    Q_OBJECT

public:
    explicit ScatterPlot(QWidget *parent = nullptr);

    /// Shows `chart`; zoom and selection stay if the points are the same.
    void setValue(report::ScatterChart chart);
    /// Other clusters of the same points: what the eps slider does in every frame.
    /// @param labels  one per point; not null
    /// @param names   by cluster; one without a name has no chip
    /// @param styles  of personas, by cluster
    void setClusters(PointLabels labels, std::vector<QString> names, std::vector<int> styles);
    [[nodiscard]] std::size_t pointCount() const { return m_points->x.size(); }
    [[nodiscard]] const PointLabels &labels() const { return m_clusters->labels; }
    /// Rings the chip of a cluster; -1 for none.
    void setSelectedCluster(int cluster);
    /// What the tip says of a point; nothing: its coordinates.
    void setDescription(std::function<TipCard(std::size_t point)> describe);

    void setTool(ScatterTool tool);
    [[nodiscard]] ScatterTool tool() const { return m_tool; }
    /// Shows a selection that was made elsewhere; the points that are not in it fade. Empty: none.
    void setSelectedPoints(std::vector<std::uint32_t> points);
    [[nodiscard]] const std::vector<std::uint32_t> &selectedPoints() const { return *m_selection; }

    /// The picture shows the newest points, clusters, selection, axes and theme.
    [[nodiscard]] bool isCurrent() const;

    [[nodiscard]] QString sentence() const override;
    [[nodiscard]] PlotTable table() const override;
    void resetZoom() override;
    [[nodiscard]] bool canZoom() const override { return true; }

signals:
    /// A point of the cluster, or its chip, was clicked; -1 is noise.
    void clusterClicked(int cluster);
    /// The person selected these rows, ascending; none if the selection was cleared.
    void pointsSelected(const std::vector<std::uint32_t> &points);
    /// A worker has drawn another picture, which the next paint shows.
    void pictureChanged();

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

    [[nodiscard]] bool drawsAtOnce() const;
    [[nodiscard]] ScatterQuestion question() const;
    [[nodiscard]] NewestJob<ScatterPicturePtr>::Work wantedPicture() const;
    void takePicture(ScatterPicturePtr picture);
    /// Something else than the axes has changed.
    void drawPointsAnew();

    [[nodiscard]] std::vector<ChipPlace> chips(const QFont &font) const;
    [[nodiscard]] QPointF dataAt(const QPointF &pixel) const;
    [[nodiscard]] QPointF pixelAt(const QPointF &coordinates) const;
    [[nodiscard]] std::optional<std::size_t> pointAt(const QPointF &position, double reach) const;
    [[nodiscard]] QPolygonF toPixels(const QPolygonF &polygon) const;
    void drawTipOf(std::size_t point, QPainter &painter, const Tokens &tokens) const;
    void drawRings(QPainter &painter, const Tokens &tokens) const;
    void drawCrosshair(QPainter &painter, const Tokens &tokens) const;

    void showBulk();
    void showRect(const DataRect &rect);
    void zoom(double factor, const QPointF &around);
    void pan(const QPointF &to);
    void outline(const QPointF &to);
    void click(const QPointF &position);
    void select(std::vector<std::uint32_t> points);
    void selectInside(const QPolygonF &outline, SelectionChange change);
    bool clearSelection();
    void showSelection(std::vector<std::uint32_t> points);
    void moveCrosshair(const QPointF &pixels, bool stretch);
    void selectAtCrosshair(SelectionChange change);

    std::shared_ptr<const ScatterPoints> m_points;
    std::shared_ptr<const ScatterClusters> m_clusters;
    PointSelection m_selection;
    std::optional<DataRect> m_bounds;
    std::size_t m_outside = 0; ///< points that the first view leaves out, as long as it is shown
    QString m_xTitle;
    QString m_yTitle;
    ScatterPicturePtr m_shown; ///< the last that was finished of these points; null before
    ScatterPicturePtr m_paper; ///< set while drawing on paper
    NewestJob<ScatterPicturePtr> m_worker;
    Cloud *m_cloud; ///< owned by the plot
    std::function<TipCard(std::size_t)> m_describe;
    std::optional<std::size_t> m_hovered;
    ScatterTool m_tool = ScatterTool::Move;
    std::optional<QPointF> m_press;
    QPointF m_last;
    bool m_moved = false;
    QPolygonF m_outline;                ///< in data
    std::optional<QPointF> m_crosshair; ///< in data, moved by keys
    std::optional<QPointF> m_anchor;    ///< in data, where its rectangle starts
    int m_selectedCluster = -1;
};

} // namespace dramatis::ui
