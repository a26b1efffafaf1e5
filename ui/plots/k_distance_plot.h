// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/epsilon_plot.h"

#include <span>

namespace dramatis::ui {

/// The sorted distances to the k-th neighbour.
struct KDistanceChart
{
    QString title;
    std::vector<double> position; ///< of the windows in order, ascending
    std::vector<double> distance; ///< ascending
    double epsilon = 0;           ///< the one in use
};

/// @param sorted  ascending; thinned to what a plot can show, first and last stay
[[nodiscard]] KDistanceChart kDistanceChart(std::span<const double> sorted, int minPoints);

/// The curve of the distances to the k-th neighbour, whose knee suggests an eps. A mark that is a
/// point has a dot on the curve.
class KDistancePlot : public EpsilonPlot
{
    Q_OBJECT

public:
    explicit KDistancePlot(QWidget *parent = nullptr);

    void setValue(KDistanceChart chart);
    void setEpsilon(double epsilon);
    [[nodiscard]] const KDistanceChart &value() const { return m_chart; }

    [[nodiscard]] QString sentence() const override;
    [[nodiscard]] PlotTable table() const override;

signals:
    /// The person asks for this eps, in every frame of a drag.
    void epsilonChosen(double epsilon);

protected:
    void restyle(const Tokens &tokens) override;
    void beforeReplot() override;
    void drawOver(QPainter &painter, const Tokens &tokens, bool interactive) override;
    void epsilonAsked(double epsilon) override { emit epsilonChosen(epsilon); }
    [[nodiscard]] bool isEmpty() const override { return m_chart.distance.empty(); }

private:
    KDistanceChart m_chart;
};

} // namespace dramatis::ui
