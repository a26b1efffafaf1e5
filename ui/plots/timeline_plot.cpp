// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/timeline_plot.h"

#include <QVBoxLayout>

#include <algorithm>

namespace dramatis::ui {

namespace {

constexpr int kLeastHeight = 84; ///< of one plot

} // namespace

TimelinePlot::TimelinePlot(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

LinePlot *TimelinePlot::addPlot()
{
    auto *plot = new LinePlot(this);
    m_column->addWidget(plot);
    m_plots.push_back(plot);
    connect(plot, &LinePlot::rangeSelected, this, [this](double from, double to) {
        setSelection(AxisSpan{from, to});
        emit rangeSelected(from, to);
    });
    connect(plot, &LinePlot::rangeCleared, this, [this] {
        setSelection(std::nullopt);
        emit rangeCleared();
    });
    connect(plot, &LinePlot::viewChanged, this, [this, plot](double from, double to) {
        for (LinePlot *other : m_plots)
            if (other != plot)
                other->setView(AxisSpan{from, to});
    });
    connect(plot, &LinePlot::hovered, this, [this, plot](double x) {
        for (LinePlot *other : m_plots)
            if (other != plot) {
                other->setCrosshair(x);
                if (plot->selection() != other->selection())
                    other->setSelection(plot->selection());
            }
    });
    connect(plot, &LinePlot::hoverEnded, this, [this, plot] {
        for (LinePlot *other : m_plots)
            if (other != plot)
                other->setCrosshair(std::nullopt);
    });
    return plot;
}

void TimelinePlot::setCharts(std::vector<report::LineChart> charts, const std::vector<int> &heights)
{
    Q_ASSERT(charts.size() == heights.size());
    while (m_plots.size() < charts.size())
        addPlot();
    m_used = charts.size();
    int names = 0;
    for (std::size_t i = 0; i < charts.size(); ++i) {
        m_plots[i]->setValue(std::move(charts[i]));
        setHeight(i, heights[i]);
        names = std::max(names, m_plots[i]->namesWidth());
    }
    for (LinePlot *plot : m_plots)
        plot->setNamesWidth(names);
    fold();
}

void TimelinePlot::setHeight(std::size_t plot, int height)
{
    m_column->setStretchFactor(m_plots[plot], height);
}

void TimelinePlot::setSelection(std::optional<AxisSpan> selection)
{
    m_selection = selection;
    for (LinePlot *plot : m_plots)
        plot->setSelection(selection);
}

void TimelinePlot::fold()
{
    std::vector<bool> shown(m_plots.size(), false);
    std::fill_n(shown.begin(), m_used, true);
    auto room = static_cast<std::size_t>(std::max(1, height() / kLeastHeight));
    std::size_t count = m_used;
    for (const int plot : m_foldOrder) {
        if (count <= room)
            break;
        const auto index = static_cast<std::size_t>(plot);
        if (index < m_used && shown[index]) {
            shown[index] = false;
            --count;
        }
    }
    std::size_t last = m_used;
    for (std::size_t i = 0; i < m_plots.size(); ++i) {
        m_plots[i]->setVisible(shown[i]);
        if (shown[i])
            last = i;
    }
    for (std::size_t i = 0; i < m_used; ++i)
        m_plots[i]->setAxisLabelsVisible(i == last);
}

void TimelinePlot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fold();
}

} // namespace dramatis::ui
