// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_theme.h"

#include "core/base/text.h"
#include "ui/plots/qcustomplot_include.h"

#include <QFontInfo>

#include <cmath>

namespace dramatis::ui {

namespace {

constexpr QChar kNarrowSpace(0x202F);

void themeAxis(QCPAxis &axis, const Tokens &tokens)
{
    const QPen pen(tokens.control, 1);
    axis.setBasePen(pen);
    axis.setTickPen(pen);
    axis.setSubTickPen(Qt::NoPen);
    axis.setTickLength(0, 4);
    axis.setTickLabelColor(tokens.text3);
    axis.setTickLabelFont(plotFont(FontRole::Caption));
    axis.setLabelColor(tokens.text2);
    axis.setLabelFont(plotFont(FontRole::Caption));
    axis.setTickLabelPadding(4);
    axis.grid()->setPen(QPen(tokens.grid, 1));
    axis.grid()->setZeroLinePen(Qt::NoPen);
    axis.grid()->setSubGridVisible(false);
}

} // namespace

void applyTheme(QCustomPlot &plot, const Tokens &tokens)
{
    plot.setBackground(QBrush(tokens.surface));
    const QList<QCPAxisRect *> rects = plot.axisRects();
    for (QCPAxisRect *rect : rects) {
        const QList<QCPAxis *> axes = rect->axes();
        for (QCPAxis *axis : axes)
            themeAxis(*axis, tokens);
        rect->axis(QCPAxis::atBottom)->grid()->setVisible(false); // horizontal lines only
    }
    for (int i = 0; i < plot.plotLayout()->elementCount(); ++i) {
        if (auto *title = qobject_cast<QCPTextElement *>(plot.plotLayout()->elementAt(i))) {
            title->setTextColor(tokens.text2);
            title->setFont(plotFont(FontRole::Body));
        }
    }
}

QFont plotFont(FontRole role)
{
    QFont result = font(role);
    result.setPixelSize(std::max(6, QFontInfo(result).pixelSize()));
    return result;
}

QColor styleColor(const report::SeriesStyle &style, const Tokens &tokens)
{
    switch (style.kind) {
    case report::SeriesStyle::Kind::Persona:
    case report::SeriesStyle::Kind::Series:
        return tokens.inOrder(static_cast<std::size_t>(std::max(0, style.index)));
    case report::SeriesStyle::Kind::Error:
        return tokens.critical;
    case report::SeriesStyle::Kind::Neutral:
        return tokens.text2;
    }
    Q_UNREACHABLE();
}

QString unitOfTitle(const QString &title)
{
    const qsizetype open = title.lastIndexOf(u'(');
    const qsizetype close = title.lastIndexOf(u')');
    if (open < 0 || close < open)
        return {};
    const QString unit = title.mid(open + 1, close - open - 1).section(u',', 0, 0).trimmed();
    return unit == u"log" ? QString() : unit;
}

QString valueText(double value, const QString &title)
{
    const QString unit = unitOfTitle(title);
    QString shown = text::number(value);
    if (!unit.isEmpty() && std::isfinite(value))
        shown += kNarrowSpace + unit;
    return shown;
}

} // namespace dramatis::ui
