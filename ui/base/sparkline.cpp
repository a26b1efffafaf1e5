// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/sparkline.h"

#include "ui/base/markers.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

namespace dramatis::ui {

void paintSparkline(QPainter &painter,
                    const QRectF &rect,
                    const std::vector<double> &values,
                    const QColor &color)
{
    double lowest = std::numeric_limits<double>::infinity();
    double highest = -lowest;
    for (const double value : values) {
        if (std::isfinite(value)) {
            lowest = std::min(lowest, value);
            highest = std::max(highest, value);
        }
    }
    if (!(lowest <= highest))
        return; // nothing is known
    const double range = highest - lowest;
    const double step = values.size() > 1 ? rect.width() / double(values.size() - 1) : 0.0;
    QPainterPath path;
    bool open = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i])) {
            open = false;
            continue;
        }
        // A constant runs along the middle: its height says nothing.
        const double share = range > 0 ? (values[i] - lowest) / range : 0.5;
        const QPointF point(rect.left() + double(i) * step, rect.bottom() - share * rect.height());
        if (open)
            path.lineTo(point);
        else
            path.moveTo(point);
        open = true;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.restore();
}

SparklineWidget::SparklineWidget(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SparklineWidget::setValues(std::vector<double> values, std::size_t persona)
{
    m_values = std::move(values);
    m_persona = persona;
    update();
}

void SparklineWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor color = personaStyle(m_persona, tokensOf(this)).color;
    paintSparkline(painter, QRectF(rect()).adjusted(2, 2, -2, -2), m_values, color);
}

} // namespace dramatis::ui
