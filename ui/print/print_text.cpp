// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/print_text.h"

#include <QFont>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QRegularExpression>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace dramatis::ui {

namespace {

/// Fonts are laid out this many times larger than a point and painted smaller, for QFont's pixel
/// sizes are whole numbers.
constexpr double kScale = 10;

QFont fontOf(const PrintFont &font)
{
    QFont result = QGuiApplication::font();
    result.setPixelSize(static_cast<int>(std::lround(font.size * kScale)));
    result.setWeight(font.strong ? QFont::DemiBold : QFont::Normal);
    result.setHintingPreference(QFont::PreferNoHinting);
    result.setStyleStrategy(QFont::PreferOutline);
    return result;
}

} // namespace

PrintText::PrintText(const QString &text,
                     const PrintFont &font,
                     double width,
                     Qt::Alignment alignment)
    : m_layout(std::make_unique<QTextLayout>(text, fontOf(font)))
{
    QTextOption option(alignment);
    option.setWrapMode(width > 0 ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    m_layout->setTextOption(option);
    m_layout->setCacheEnabled(true);
    m_layout->beginLayout();
    for (;;) {
        QTextLine line = m_layout->createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width > 0 ? width * kScale : 1e7);
        // The baseline sits so that a line of `leading` holds ascent and descent evenly.
        const double slack = font.leading * kScale - line.height();
        line.setPosition({0, m_height * kScale + slack / 2});
        m_height += font.leading;
        m_naturalWidth = std::max(m_naturalWidth, line.naturalTextWidth() / kScale);
    }
    m_layout->endLayout();
}

PrintText::~PrintText() = default;
PrintText::PrintText(PrintText &&) noexcept = default;
PrintText &PrintText::operator=(PrintText &&) noexcept = default;

void PrintText::paint(QPainter &painter, const QPointF &position, const QColor &color) const
{
    painter.save();
    painter.translate(position);
    painter.scale(1 / kScale, 1 / kScale);
    painter.setPen(color);
    m_layout->draw(&painter, {0, 0});
    painter.restore();
}

double printWidth(const QString &text, const PrintFont &font)
{
    return QFontMetricsF(fontOf(font)).horizontalAdvance(text) / kScale;
}

double widestWord(const QString &text, const PrintFont &font)
{
    static const QRegularExpression space(QStringLiteral("[ \\n\\t]+"));
    const QFontMetricsF metrics(fontOf(font));
    double widest = 0;
    for (const QString &word : text.split(space))
        widest = std::max(widest, metrics.horizontalAdvance(word) / kScale);
    return widest;
}

} // namespace dramatis::ui
