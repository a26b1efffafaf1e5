// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/run_result.h"
#include "core/simulation/scenario.h"
#include "ui/plots/live/live_chart.h"

#include <QWidget>

#include <array>

class QGridLayout;

namespace dramatis::ui {

/// Throughput, latency, utilisation and errors over time, two by two (four abreast where it is wide): of the
/// replication that runs now, or the mean of a run. One chart is redrawn per turn of the event loop, so that
/// no frame pays for more than one.
class RunCharts : public QWidget
{
    Q_OBJECT

public:
    explicit RunCharts(QWidget *parent = nullptr);

    /// The scenario whose series will come: its sources, stations and duration. Clears the charts if they
    /// showed another system.
    void setScenario(const simulation::Scenario &scenario);
    void showSeries(const simulation::TimeSeries &series);
    void clear();

    [[nodiscard]] LiveChart *chart(std::size_t index) const { return m_charts.at(index).chart; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// One line of a chart: whose series, in which unit.
    struct Source
    {
        QString on;
        QString metric;
        double factor = 1;
        bool operator==(const Source &) const = default;
    };
    struct Chart
    {
        LiveChart *chart = nullptr;
        std::vector<Source> sources;
        std::vector<QList<QPointF>> points;
        bool waits = false; ///< points are not drawn yet
    };

    void setLines(std::size_t index, const std::vector<LiveChart::Line> &lines, std::vector<Source> sources);
    void drawNext();
    void arrange();

    QGridLayout *m_grid;
    std::array<Chart, 4> m_charts;
    std::size_t m_next = 0;
    bool m_scheduled = false;
    double m_timeUnit = 1; ///< s
};

} // namespace dramatis::ui
