// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "ui/plots/plot.h"

#include <optional>

namespace dramatis::ui {

/// A value by hour of the week: 7 x 24 cells in the sequential ramp; hatched where nothing was
/// seen.
class HourOfWeekPlot : public Plot
{
    Q_OBJECT

public:
    explicit HourOfWeekPlot(QWidget *parent = nullptr);

    void setValue(report::HourOfWeekMap map);
    [[nodiscard]] const report::HourOfWeekMap &value() const { return m_map; }

    [[nodiscard]] QString sentence() const override;
    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] QSize sizeHint() const override { return {280, 170}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 150}; }

protected:
    void draw(QPainter &painter, const QSizeF &size, const Tokens &tokens) override;
    void refresh() override { update(); }
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRectF cellsRect(const QSizeF &size) const;

    report::HourOfWeekMap m_map;
};

} // namespace dramatis::ui
