// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/line_plot.h"

#include <vector>

class QVBoxLayout;

namespace dramatis::ui {

/// Several line plots above one another on one axis, with one view, one selection and one
/// crosshair.
class TimelinePlot : public QWidget
{
    Q_OBJECT

public:
    explicit TimelinePlot(QWidget *parent = nullptr);

    /// One plot per chart, from top to bottom.
    /// @param heights  shares of the height, as many as charts
    void setCharts(std::vector<report::LineChart> charts, const std::vector<int> &heights);
    /// How many of the plots, the first ones, show a chart.
    [[nodiscard]] std::size_t chartCount() const { return m_used; }
    /// Another share of the height for one plot.
    void setHeight(std::size_t plot, int height);
    void setSelection(std::optional<AxisSpan> selection);
    [[nodiscard]] std::optional<AxisSpan> selection() const { return m_selection; }
    [[nodiscard]] const std::vector<LinePlot *> &plots() const { return m_plots; }
    /// Which plots hide, in this order, while there is not height enough for all.
    void setFoldOrder(const std::vector<int> &plots) { m_foldOrder = plots; }

signals:
    void rangeSelected(double from, double to);
    void rangeCleared();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    LinePlot *addPlot();
    void fold();

    QVBoxLayout *m_column;
    std::vector<LinePlot *> m_plots;
    std::vector<int> m_foldOrder;
    std::size_t m_used = 0;
    std::optional<AxisSpan> m_selection;
};

} // namespace dramatis::ui
