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

#include <algorithm>

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

/// Where the cells begin, and the right edge. Each has the room that its texts ask for and an equal
/// part of what is left; where there is too little, they shrink alike and labels are elided.
std::vector<int> KeyFigures::cellEdges() const
{
    const QFontMetrics large(figureFont(FontRole::KeyFigure));
    std::vector<double> asked;
    double all = 0;
    for (const KeyFigure &figure : m_figures) {
        const int unit =
            figure.unit.isEmpty() ? 0 : kUnitGap + fontMetrics().horizontalAdvance(figure.unit);
        const int text = std::max(fontMetrics().horizontalAdvance(figure.label),
                                  large.horizontalAdvance(figure.figure) + unit);
        asked.push_back(text + kPadding + (asked.empty() ? kEdge : kPadding));
        all += asked.back();
    }
    const double shrink = std::min(1.0, width() / std::max(1.0, all));
    const double extra = std::max(0.0, width() - all) / std::max(1.0, double(asked.size()));
    std::vector<int> edges{0};
    double edge = 0;
    for (const double cell : asked) {
        edge += cell * shrink + extra;
        edges.push_back(static_cast<int>(edge));
    }
    return edges;
}

bool KeyFigures::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !m_figures.isEmpty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const std::vector<int> edges = cellEdges();
        const auto right = std::upper_bound(edges.begin() + 1, edges.end() - 1, help->pos().x());
        QToolTip::showText(help->globalPos(), m_figures[right - edges.begin() - 1].toolTip, this);
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
    const std::vector<int> edges = cellEdges();
    const int labelBase = 8 + fontMetrics().ascent();
    const int figureBase = 8 + fontMetrics().height() + largeMetrics.ascent();
    for (int i = 0; i < int(m_figures.size()); ++i) {
        const KeyFigure &item = m_figures[i];
        const auto cell = static_cast<std::size_t>(i);
        const int left = edges[cell] + (i == 0 ? kEdge : kPadding);
        const int room = edges[cell + 1] - left - kPadding;
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
            painter.drawLine(edges[cell], 0, edges[cell], height());
        }
    }
}

} // namespace dramatis::ui
