// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "ui/plots/plot.h"

namespace dramatis::ui {

/// Horizontal bars with intervals, from a common zero: effects, breakdowns.
class BarPlot : public Plot
{
    Q_OBJECT

public:
    explicit BarPlot(QWidget *parent = nullptr);

    void setValue(report::BarChart chart);
    [[nodiscard]] const report::BarChart &value() const { return m_chart; }

    [[nodiscard]] QString sentence() const override;
    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 80}; }

protected:
    void draw(QPainter &painter, const QSizeF &size, const Tokens &tokens) override;
    void refresh() override { update(); }
    void paintEvent(QPaintEvent *event) override;

private:
    report::BarChart m_chart;
};

} // namespace dramatis::ui
