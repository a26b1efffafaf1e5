// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

class QWidget;

namespace dramatis::ui {

/// The sizes of text (UI.md, section 2), all in proportion to the font of the application.
enum class FontRole {
    Caption,   ///< 11/13 of the body
    Body,      ///< the font of the application
    Strong,    ///< body, 600
    Heading,   ///< 15/13, 600
    PageTitle, ///< 18/13, 600
    KeyFigure, ///< 22/13, 600
    Fixed      ///< the system's fixed font at body size: ids
};

/// How a label's text stands out.
enum class TextRole { Primary, Secondary, Hint, Accent, Critical };

/// For own painting. Follows the application's font, so ask again in each paint.
[[nodiscard]] QFont font(FontRole role);
/// A font whose digits are all equally wide, for figures under one another: `font(role)` if it is
/// so, else the fixed font at its size.
[[nodiscard]] QFont figureFont(FontRole role);
/// True if all ten digits have the same advance.
[[nodiscard]] bool hasTabularDigits(const QFont &font);

/// Gives a widget a font by the style sheet, which follows a change of the text size.
void setFontRole(QWidget *widget, FontRole role);
/// Gives a label a colour by the style sheet, which follows the theme.
void setTextRole(QWidget *widget, TextRole role);

} // namespace dramatis::ui
