// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/key_figures.h"

#include "ui/base/fonts.h"
#include "ui/base/tokens.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QStringList>
#include <QToolTip>

namespace dramatis::ui {

namespace {

constexpr int kEdge = 16;
constexpr int kPadding = 12;
constexpr int kUnitGap = 5;

} // namespace

KeyFigures::KeyFigures(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void KeyFigures::setFigures(const QList<KeyFigure> &figures)
{
    m_figures = figures;
    QStringList spoken;
    for (const KeyFigure &figure : figures)
        spoken << QString(figure.label + u' ' + figure.figure + u' ' + figure.unit);
    setAccessibleName(spoken.join(u"; "));
    updateGeometry();
    update();
}

QSize KeyFigures::sizeHint() const
{
    const QFontMetrics large(figureFont(FontRole::KeyFigure));
    return {int(m_figures.size()) * 120, fontMetrics().height() + large.height() + 2 * 8};
}

QSize KeyFigures::minimumSizeHint() const
{
    return {int(m_figures.size()) * 64, sizeHint().height()};
}

bool KeyFigures::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !m_figures.isEmpty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto cell = qBound(0,
                                 help->pos().x() * int(m_figures.size()) / qMax(1, width()),
                                 int(m_figures.size()) - 1);
        QToolTip::showText(help->globalPos(), m_figures[cell].toolTip, this);
        return true;
    }
    return QWidget::event(event);
}

void KeyFigures::paintEvent(QPaintEvent *)
{
    if (m_figures.isEmpty())
        return;
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    const QFont large = figureFont(FontRole::KeyFigure);
    const QFontMetrics largeMetrics(large);
    const double cell = double(width()) / double(m_figures.size());
    const int labelBase = 8 + fontMetrics().ascent();
    const int figureBase = 8 + fontMetrics().height() + largeMetrics.ascent();
    for (int i = 0; i < int(m_figures.size()); ++i) {
        const KeyFigure &item = m_figures[i];
        const int left = int(i * cell) + (i == 0 ? kEdge : kPadding);
        const int room = int((i + 1) * cell) - left - kPadding;
        painter.setFont(QWidget::font());
        painter.setPen(tokens.text2);
        painter.drawText(
            left, labelBase, fontMetrics().elidedText(item.label, Qt::ElideRight, room));
        painter.setPen(tokens.text);
        painter.setFont(large);
        painter.drawText(left, figureBase, item.figure);
        painter.setFont(QWidget::font());
        painter.setPen(tokens.text2);
        painter.drawText(
            left + largeMetrics.horizontalAdvance(item.figure) + kUnitGap, figureBase, item.unit);
        if (i > 0) {
            painter.setPen(tokens.line);
            painter.drawLine(int(i * cell), 0, int(i * cell), height());
        }
    }
}

} // namespace dramatis::ui
