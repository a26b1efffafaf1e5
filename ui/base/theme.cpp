// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/theme.h"

#include "ui/base/style_sheet.h"

#include <QApplication>
#include <QPixmapCache>
#include <QStyle>
#include <QStyleFactory>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

/// Body text of UI.md in px at 96 dpi. Without a desktop Qt falls back to 12.
constexpr double kBodyPixels = 13.0;
constexpr double kPointsPerPixel = 72.0 / 96.0;

const Tokens &chosenTokens(ThemeChoice choice, const QPalette &system)
{
    switch (choice) {
    case ThemeChoice::Light:
        return lightTokens();
    case ThemeChoice::Dark:
        return darkTokens();
    case ThemeChoice::System:
        return systemPrefersDark(system) ? darkTokens() : lightTokens();
    }
    Q_UNREACHABLE();
}

/// The system's font, never smaller than the body of the design.
QFont bodyFont(const QFont &system, double scale)
{
    QFont body = system;
    const double points =
        system.pixelSize() > 0 ? system.pixelSize() * kPointsPerPixel : system.pointSizeF();
    body.setPointSizeF(std::max(points, kBodyPixels * kPointsPerPixel) * scale);
    return body;
}

void applyTokens(QApplication &application, const Tokens &tokens, const QFont &body)
{
    if (application.style()->objectName().compare(u"fusion"_s, Qt::CaseInsensitive) != 0)
        application.setStyle(QStyleFactory::create(u"Fusion"_s));
    QPixmapCache::clear();
    application.setFont(body);
    application.setPalette(paletteOf(tokens));
    application.setStyleSheet(styleSheet(tokens));
}

} // namespace

QPalette paletteOf(const Tokens &t)
{
    QPalette p;
    const auto all = [&p](QPalette::ColorRole role, const QColor &color) {
        p.setColor(QPalette::All, role, color);
    };
    all(QPalette::Window, t.bg);
    all(QPalette::WindowText, t.text);
    all(QPalette::Base, t.surface);
    all(QPalette::AlternateBase, t.bg);
    all(QPalette::Text, t.text);
    all(QPalette::PlaceholderText, t.text3);
    all(QPalette::Button, t.surface);
    all(QPalette::ButtonText, t.text);
    all(QPalette::BrightText, t.critical);
    all(QPalette::Highlight, t.accentSoft);
    all(QPalette::HighlightedText, t.text);
    all(QPalette::Link, t.accent);
    all(QPalette::LinkVisited, t.accent);
    all(QPalette::ToolTipBase, t.raised);
    all(QPalette::ToolTipText, t.text);
    all(QPalette::Light, t.raised);
    all(QPalette::Midlight, t.line);
    all(QPalette::Mid, t.control);
    all(QPalette::Dark, t.control);
    all(QPalette::Shadow, t.dark ? t.sunken : t.control);
    for (const QPalette::ColorRole role : {QPalette::WindowText,
                                           QPalette::Text,
                                           QPalette::ButtonText,
                                           QPalette::HighlightedText,
                                           QPalette::PlaceholderText,
                                           QPalette::Link})
        p.setColor(QPalette::Disabled, role, t.disabled);
    p.setColor(QPalette::Disabled, QPalette::Base, t.bg);
    p.setColor(QPalette::Disabled, QPalette::Highlight, t.sunken);
    return p;
}

bool systemPrefersDark(const QPalette &system)
{
    return tokensOf(system).dark;
}

void applyTheme(QApplication &application, ThemeChoice choice)
{
    // Only the first palette is the desktop's; afterwards it is ours.
    static const QPalette kSystemPalette = QApplication::palette();
    static const QFont kSystemFont = QApplication::font();
    applyTokens(application, chosenTokens(choice, kSystemPalette), bodyFont(kSystemFont, 1.0));
}

Theme::Theme(QApplication &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_systemPalette(QApplication::palette())
    , m_systemFont(QApplication::font())
{}

const Tokens &Theme::tokens() const
{
    return chosenTokens(m_choice, m_systemPalette);
}

void Theme::setChoice(ThemeChoice choice)
{
    m_choice = choice;
    apply();
}

void Theme::setTextScale(double factor)
{
    factor = std::clamp(factor, kSmallestTextScale, kLargestTextScale);
    if (std::abs(factor - m_textScale) < 1e-9)
        return;
    m_textScale = factor;
    apply();
}

void Theme::apply()
{
    applyTokens(m_application, tokens(), bodyFont(m_systemFont, m_textScale));
    emit changed();
}

} // namespace dramatis::ui
