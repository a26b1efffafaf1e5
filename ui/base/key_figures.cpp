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
#include <utility>

namespace dramatis::ui {

namespace {

constexpr int kEdge = 16;
constexpr int kPadding = 12;
constexpr int kUnitGap = 5;

} // namespace

KeyFigure keyFigure(const QString &label, const QString &shown, bool isExpendable)
{
    KeyFigure figure;
    const qsizetype space = shown.indexOf(QChar(0x202F));
    figure.label = label;
    figure.figure = space < 0 ? shown : shown.left(space);
    figure.unit = space < 0 ? QString() : shown.mid(space + 1);
    figure.isExpendable = isExpendable;
    return figure;
}

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

double KeyFigures::askedWidth(const KeyFigure &figure) const
{
    const QFontMetrics large(figureFont(FontRole::KeyFigure));
    const int unit =
        figure.unit.isEmpty() ? 0 : kUnitGap + fontMetrics().horizontalAdvance(figure.unit);
    const int text = std::max(fontMetrics().horizontalAdvance(figure.label),
                              large.horizontalAdvance(figure.figure) + unit);
    return text + 2 * kPadding;
}

/// Each cell has the room that its texts ask for and an equal part of what is left; where there is
/// too little even without the expendable ones, they shrink alike and labels are elided.
std::vector<KeyFigures::Cell> KeyFigures::cells() const
{
    std::vector<Cell> cells;
    double all = kEdge - kPadding; // before the first
    for (qsizetype i = 0; i < m_figures.size(); ++i) {
        cells.push_back({i});
        all += askedWidth(m_figures[i]);
    }
    for (auto cell = cells.end(); all > width() && cell != cells.begin();) {
        --cell;
        if (!m_figures[cell->figure].isExpendable)
            continue;
        all -= askedWidth(m_figures[cell->figure]);
        cell = cells.erase(cell);
    }
    const double shrink = std::min(1.0, width() / std::max(1.0, all));
    const double extra = std::max(0.0, width() - all) / std::max(1.0, double(cells.size()));
    double edge = (kEdge - kPadding) * shrink;
    for (Cell &cell : cells) {
        cell.left = edge;
        edge += askedWidth(m_figures[cell.figure]) * shrink + extra;
        cell.right = edge;
    }
    return cells;
}

bool KeyFigures::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !m_figures.isEmpty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QString tip;
        for (const Cell &cell : cells())
            if (help->pos().x() >= cell.left && help->pos().x() < cell.right)
                tip = m_figures[cell.figure].toolTip;
        QToolTip::showText(help->globalPos(), tip, this);
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
    const int labelBase = 8 + fontMetrics().ascent();
    const int figureBase = 8 + fontMetrics().height() + largeMetrics.ascent();
    bool first = true;
    for (const Cell &cell : cells()) {
        const KeyFigure &item = m_figures[cell.figure];
        const auto left = static_cast<int>(cell.left) + kPadding;
        const int room = static_cast<int>(cell.right) - left - kPadding;
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
        if (!std::exchange(first, false)) {
            painter.setPen(tokens.line);
            painter.drawLine(QPointF(cell.left, 0), QPointF(cell.left, height()));
        }
    }
}

} // namespace dramatis::ui
