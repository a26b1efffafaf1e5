// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

#include <cstddef>
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

    /// @param persona  its ordinal, which gives the colour (see personaStyle)
    void setValues(std::vector<double> values, std::size_t persona);

    [[nodiscard]] QSize sizeHint() const override { return {64, 20}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {32, 16}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<double> m_values;
    std::size_t m_persona = 0;
};

} // namespace dramatis::ui
