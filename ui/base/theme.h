// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/tokens.h"

#include <QFont>
#include <QObject>
#include <QPalette>

class QApplication;

namespace dramatis::ui {

enum class ThemeChoice { System, Light, Dark };

/// The whole palette of a theme: every role in the three groups.
[[nodiscard]] QPalette paletteOf(const Tokens &tokens);
/// True if the desktop asks for dark; false if it does not say.
[[nodiscard]] bool systemPrefersDark(const QPalette &system);
/// Fusion, palette, fonts and the one style sheet, at once. `Theme` does it when the choice
/// changes; call it by hand only in tests of single widgets.
void applyTheme(QApplication &application, ThemeChoice choice);

/// The look of the running program: owned by the composition, lives as long as the application.
class Theme : public QObject
{
    Q_OBJECT

public:
    static constexpr double kSmallestTextScale = 0.8;
    static constexpr double kLargestTextScale = 2.0;

    /// Remembers palette and font of the desktop; changes nothing before setChoice().
    explicit Theme(QApplication &application, QObject *parent = nullptr);

    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    [[nodiscard]] const Tokens &tokens() const;
    [[nodiscard]] double textScale() const { return m_textScale; }

    /// Applies at once, also when the choice is the one it had.
    void setChoice(ThemeChoice choice);
    /// @param factor  of the system's font size; clamped to [0.8, 2]
    void setTextScale(double factor);

signals:
    /// After palette and style sheet have been replaced.
    void changed();

private:
    void apply();

    QApplication &m_application;
    QPalette m_systemPalette;
    QFont m_systemFont;
    ThemeChoice m_choice = ThemeChoice::System;
    double m_textScale = 1.0;
};

} // namespace dramatis::ui
