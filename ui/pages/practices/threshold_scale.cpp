// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/practices/threshold_scale.h"

#include "core/report/wording.h"
#include "ui/base/fonts.h"
#include "ui/pages/practices/finding_words.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dramatis::ui {

namespace {

constexpr double kTrack = 8;
constexpr double kMargin = 0.15; ///< of the span, beyond what is shown

} // namespace

ThresholdScale::ThresholdScale(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
}

void ThresholdScale::setFinding(const practice::Finding &finding)
{
    m_finding = finding;
    setVisible(finding.value.isKnown() && std::isfinite(finding.threshold));
    setAccessibleName(tr("%1, %2").arg(report::figureText(finding.value, finding.unit), boundText(finding)));
    update();
}

QSize ThresholdScale::sizeHint() const
{
    return {240, 2 * QFontMetrics(font(FontRole::Caption)).height() + 28};
}

void ThresholdScale::paintEvent(QPaintEvent *)
{
    if (!m_finding)
        return;
    const Tokens &tokens = tokensOf(this);
    const Figure &value = m_finding->value;
    const double half = value.hasInterval() ? value.halfWidth : 0;
    double low = std::min(value.mean - half, m_finding->threshold);
    double high = std::max(value.mean + half, m_finding->threshold);
    const double pad = std::max((high - low) * kMargin, std::abs(high) * 0.02 + 1e-12);
    low = low >= 0 ? std::max(0.0, low - pad) : low - pad;
    high += pad;
    if (m_finding->unit == u"fraction" && m_finding->threshold <= 1 && value.mean + half <= 1)
        high = std::min(high, 1.0);

    const QFont small = font(FontRole::Caption);
    const QFontMetricsF metrics(small);
    const QRectF track(4, metrics.height() + 12, width() - 8, kTrack);
    const auto x = [&](double v) { return track.left() + (v - low) / (high - low) * track.width(); };
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.line);
    painter.drawRect(track);
    const double limit = x(m_finding->threshold);
    const bool least = m_finding->comparison == u"atLeast";
    painter.setBrush(tokens.stateFill(State::Critical));
    painter.drawRect(least ? QRectF(track.left(), track.top(), limit - track.left(), kTrack)
                           : QRectF(limit, track.top(), track.right() - limit, kTrack));
    painter.setPen(QPen(tokens.text, 1, Qt::DashLine));
    painter.drawLine(QPointF(limit, track.top() - 5), QPointF(limit, track.bottom() + 5));

    const QColor ink = tokens.state(stateOf(*m_finding));
    const double middle = track.center().y();
    painter.setPen(QPen(ink, 2));
    if (half > 0) {
        painter.drawLine(QPointF(x(value.mean - half), middle), QPointF(x(value.mean + half), middle));
        for (const double end : {value.mean - half, value.mean + half})
            painter.drawLine(QPointF(x(end), middle - 5), QPointF(x(end), middle + 5));
    }
    painter.setBrush(ink);
    painter.drawEllipse(QPointF(x(value.mean), middle), 4, 4);

    // The value stands above, the bound below: they never collide.
    const auto label = [&](double at, double top, const QString &text, const QColor &color, const QFont &used) {
        const double w = QFontMetricsF(used).horizontalAdvance(text);
        const double left = std::clamp(at - w / 2, 0.0, std::max(0.0, width() - w));
        painter.setFont(used);
        painter.setPen(color);
        painter.drawText(QRectF(left, top, w + 2, metrics.height() + 2), Qt::AlignLeft | Qt::AlignVCenter, text);
    };
    QFont strong = small;
    strong.setWeight(QFont::DemiBold);
    label(x(value.mean), 0, report::figureText(value, m_finding->unit), ink, strong);
    label(limit, track.bottom() + 7, boundText(*m_finding), tokens.text2, small);
}

} // namespace dramatis::ui
