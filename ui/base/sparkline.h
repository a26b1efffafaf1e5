// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

#include <vector>

class QPainter;
class QRectF;

namespace dramatis::ui {

/// A small line without axes, from the smallest to the largest value; NaN is a gap.
void paintSparkline(QPainter &painter,
                    const QRectF &rect,
                    const std::vector<double> &values,
                    const QColor &color);

class SparklineWidget : public QWidget
{
    Q_OBJECT

public:
    explicit SparklineWidget(QWidget *parent = nullptr);

    /// @param color  the persona's or series' colour; set again when the palette changes
    void setValues(std::vector<double> values, const QColor &color);

    [[nodiscard]] QSize sizeHint() const override { return {64, 20}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {32, 16}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<double> m_values;
    QColor m_color;
};

} // namespace dramatis::ui
