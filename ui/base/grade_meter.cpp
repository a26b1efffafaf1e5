// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/grade_meter.h"

#include "core/base/text.h"
#include "ui/base/fonts.h"

#include <QFrame>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr int kSegments = 5;
constexpr double kSegmentGap = 2.0;
constexpr double kHigh = 0.8;
constexpr double kMedium = 0.5;

constexpr int kMeterWidth = 36;
constexpr int kMeterHeight = 6;
constexpr int kMeterGap = 8;
constexpr int kRowHeight = 24;
constexpr int kBarWidth = 60;
constexpr int kLeastBarWidth = 20;
constexpr int kBarHeight = 4;
constexpr int kFigureWidth = 36;

QString figure(double value)
{
    return std::isnan(value) ? text::unknown() : QLocale().toString(value, 'f', 2);
}

} // namespace

QString gradeWord(double value)
{
    if (std::isnan(value))
        return GradeMeter::tr("unknown");
    if (value >= kHigh)
        return GradeMeter::tr("high");
    return value >= kMedium ? GradeMeter::tr("medium") : GradeMeter::tr("low");
}

void paintGrade(QPainter &painter, const QRectF &rect, double value, const Tokens &tokens)
{
    const double width = (rect.width() - (kSegments - 1) * kSegmentGap) / kSegments;
    const double filled = std::isnan(value) ? 0.0 : std::clamp(value, 0.0, 1.0) * kSegments;
    for (int i = 0; i < kSegments; ++i) {
        const QRectF segment(rect.x() + i * (width + kSegmentGap), rect.y(), width, rect.height());
        painter.fillRect(segment, tokens.dark ? tokens.line : tokens.sunken);
        const double share = std::clamp(filled - i, 0.0, 1.0);
        painter.fillRect(QRectF(segment.topLeft(), QSizeF(width * share, rect.height())),
                         tokens.text2);
    }
}

GradeParts::GradeParts(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void GradeParts::setParts(const QList<GradePart> &parts)
{
    m_parts = parts;
    QStringList spoken;
    for (const GradePart &part : parts)
        spoken << QString(part.name + u' ' + figure(part.value) + u' ' + part.detail);
    setAccessibleName(spoken.join(u"; "));
    updateGeometry();
    update();
}

QSize GradeParts::sizeHint() const
{
    return {272, int(m_parts.size()) * qMax(kRowHeight, fontMetrics().height() + 4)};
}

QSize GradeParts::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

void GradeParts::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    if (m_parts.isEmpty())
        return;
    const int rowHeight = height() / int(m_parts.size());
    int nameWidth = 0;
    for (const GradePart &part : m_parts)
        nameWidth = qMax(nameWidth, fontMetrics().horizontalAdvance(part.name));
    int detailWidth = 0;
    for (const GradePart &part : m_parts)
        detailWidth = qMax(detailWidth, fontMetrics().horizontalAdvance(part.detail) + 2);
    // The bar gives way to a detail that would be cut: its figure stands beside it.
    const int room = width() - kFigureWidth - nameWidth - detailWidth - 3 * kMeterGap;
    const int barWidth = room < kLeastBarWidth ? 0 : std::min(room, kBarWidth);
    const int barLeft = width() - kFigureWidth - barWidth - (barWidth > 0 ? kMeterGap : 0);
    for (int i = 0; i < int(m_parts.size()); ++i) {
        const GradePart &part = m_parts[i];
        const QRect row(0, i * rowHeight, width(), rowHeight);
        painter.setFont(QWidget::font());
        painter.setPen(tokens.text2);
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignLeft, part.name);
        const QRect detail =
            row.adjusted(nameWidth + kMeterGap, 0, barLeft - kMeterGap - width(), 0);
        painter.setPen(tokens.text3);
        painter.drawText(detail,
                         Qt::AlignVCenter | Qt::AlignLeft,
                         fontMetrics().elidedText(part.detail, Qt::ElideRight, detail.width()));
        QRectF track(barLeft, row.center().y() - kBarHeight / 2.0 + 1, barWidth, kBarHeight);
        painter.fillRect(track, tokens.dark ? tokens.line : tokens.sunken);
        if (!std::isnan(part.value)) {
            track.setWidth(barWidth * std::clamp(part.value, 0.0, 1.0));
            painter.fillRect(track, tokens.text2);
        }
        painter.setPen(tokens.text);
        painter.setFont(figureFont(FontRole::Body));
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignRight, figure(part.value));
    }
}

GradeMeter::GradeMeter(QWidget *parent)
    : QAbstractButton(parent)
    , m_value(std::numeric_limits<double>::quiet_NaN())
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &GradeMeter::showParts);
    setGrade(m_value);
}

void GradeMeter::setGrade(double value, const QList<GradePart> &parts)
{
    m_value = value;
    m_parts = parts;
    setCursor(parts.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    setToolTip(parts.isEmpty() ? QString() : tr("Show what this grade is made of"));
    setAccessibleName(tr("Confidence %1").arg(gradeText()));
    updateGeometry();
    update();
}

QString GradeMeter::gradeText() const
{
    return std::isnan(m_value) ? gradeWord(m_value)
                               : QString(figure(m_value) + u' ' + gradeWord(m_value));
}

QSize GradeMeter::sizeHint() const
{
    return {kMeterWidth + kMeterGap + fontMetrics().horizontalAdvance(gradeText()) + 6,
            qMax(kRowHeight, fontMetrics().height() + 4)};
}

void GradeMeter::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    paintGrade(painter,
               QRectF(2, (height() - kMeterHeight) / 2.0, kMeterWidth, kMeterHeight),
               m_value,
               tokens);
    painter.setPen(tokens.text);
    painter.drawText(rect().adjusted(2 + kMeterWidth + kMeterGap, 0, -2, 0),
                     Qt::AlignVCenter | Qt::AlignLeft,
                     gradeText());
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokens.focus, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void GradeMeter::showParts()
{
    if (m_parts.isEmpty())
        return;
    auto *card = new QFrame(this, Qt::Popup);
    card->setAttribute(Qt::WA_DeleteOnClose);
    card->setProperty("plate", u"popup"_s);
    card->setAccessibleName(tr("Parts of the grade"));
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(12, 8, 12, 8);
    auto *parts = new GradeParts(card);
    parts->setParts(m_parts);
    column->addWidget(parts);
    card->adjustSize();
    card->move(mapToGlobal(QPoint(width() - card->width(), height() + 4)));
    card->show();
}

} // namespace dramatis::ui
