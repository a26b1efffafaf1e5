// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/axis_plot.h"

#include <span>

namespace dramatis::ui {

/// The sorted distances to the k-th neighbour, with the values of eps that are suggested.
struct KDistanceChart
{
    struct Mark
    {
        double epsilon = 0;
        QString name;         ///< "knee"
        bool isPoint = false; ///< also a dot on the curve
        bool operator==(const Mark &) const = default;
    };
    QString title;
    std::vector<double> position; ///< of the windows in order, ascending
    std::vector<double> distance; ///< ascending
    std::vector<Mark> marks;
    double epsilon = 0; ///< the one in use
};

/// @param sorted  ascending; thinned to what a plot can show, first and last stay
[[nodiscard]] KDistanceChart kDistanceChart(std::span<const double> sorted, int minPoints);

class KDistancePlot : public AxisPlot
{
    Q_OBJECT

public:
    explicit KDistancePlot(QWidget *parent = nullptr);

    void setValue(KDistanceChart chart);
    void setEpsilon(double epsilon);
    [[nodiscard]] const KDistanceChart &value() const { return m_chart; }

    [[nodiscard]] QString sentence() const override;
    [[nodiscard]] PlotTable table() const override;

protected:
    void restyle(const Tokens &tokens) override;
    void beforeReplot() override;
    void drawOver(QPainter &painter, const Tokens &tokens, bool interactive) override;

private:
    KDistanceChart m_chart;
    double m_top = 1;
};

} // namespace dramatis::ui
