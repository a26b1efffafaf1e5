// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/fonts.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QStyle>
#include <QVariant>
#include <QWidget>

#include <array>
#include <cmath>
#include <cstddef>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

/// Proportions of UI.md, whose body is 13.
double scale(FontRole role)
{
    switch (role) {
    case FontRole::Caption:
        return 11.0 / 13.0;
    case FontRole::Body:
    case FontRole::Strong:
    case FontRole::Fixed:
        return 1.0;
    case FontRole::Heading:
        return 15.0 / 13.0;
    case FontRole::PageTitle:
        return 18.0 / 13.0;
    case FontRole::KeyFigure:
        return 22.0 / 13.0;
    }
    Q_UNREACHABLE();
}

bool isStrong(FontRole role)
{
    return role != FontRole::Caption && role != FontRole::Body && role != FontRole::Fixed;
}

void scaleTo(QFont &font, const QFont &body, double factor)
{
    if (body.pixelSize() > 0)
        font.setPixelSize(static_cast<int>(std::lround(body.pixelSize() * factor)));
    else
        font.setPointSizeF(body.pointSizeF() * factor);
}

void repolish(QWidget *widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

QFont font(FontRole role)
{
    const QFont body = QApplication::font();
    QFont result =
        role == FontRole::Fixed ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : body;
    scaleTo(result, body, scale(role));
    if (isStrong(role))
        result.setWeight(QFont::DemiBold);
    return result;
}

bool hasTabularDigits(const QFont &font)
{
    const QFontMetricsF metrics(font);
    const double zero = metrics.horizontalAdvance(u'0');
    for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
        if (std::abs(metrics.horizontalAdvance(QChar(digit)) - zero) > 0.01)
            return false;
    }
    return true;
}

QFont figureFont(FontRole role)
{
    const QFont wanted = font(role);
    if (hasTabularDigits(wanted))
        return wanted;
    QFont fixed = font(FontRole::Fixed);
    scaleTo(fixed, QApplication::font(), scale(role));
    fixed.setWeight(wanted.weight());
    return fixed;
}

void setFontRole(QWidget *widget, FontRole role)
{
    static constexpr std::array names{
        "caption", "body", "strong", "heading", "pageTitle", "keyFigure", "fixed"};
    widget->setProperty("fontRole", QLatin1StringView(names.at(std::size_t(role))));
    repolish(widget);
}

void setTextRole(QWidget *widget, TextRole role)
{
    static constexpr std::array names{"primary", "secondary", "hint", "accent", "critical"};
    widget->setProperty("textRole", QLatin1StringView(names.at(std::size_t(role))));
    repolish(widget);
}

} // namespace dramatis::ui
