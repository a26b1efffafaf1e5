// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/tokens.h"

#include <QIcon>

class QPainter;
class QRectF;

namespace dramatis::ui {

/// The drawings in resources/icons, in the order of the table in icons.cpp.
enum class Icon {
    Captures,
    Personas,
    Simulation,
    Practices,
    Report,
    Present,
    Import,
    Follow,
    Play,
    Pause,
    Step,
    Stop,
    Speed,
    Search,
    Filter,
    Columns,
    ZoomIn,
    ZoomOut,
    Fit,
    Layout,
    Overview,
    Undo,
    Redo,
    Add,
    Remove,
    Rename,
    Duplicate,
    Merge,
    Split,
    Pin,
    Lock,
    Lasso,
    Brush,
    Range,
    Export,
    Copy,
    Compare,
    History,
    Fault,
    Zone,
    User,
    Balancer,
    Service,
    Cache,
    Database,
    Queue,
    External,
    Accept,
    Reject,
    Evidence,
    Terminal,
    Settings,
    Theme,
    Help,
    File,
    Close,
    ChevronDown,
    ChevronRight,
    More,
    StateOk,
    StateInfo,
    StateWarning,
    StateUndecided,
    StateCritical,
    Count_
};

/// Which token an icon takes when it is enabled. Disabled always is `disabled`.
enum class IconInk { Text, Secondary, Accent, Critical };

/// An icon that is drawn from its SVG at each size and follows the theme, also while it is shown.
/// The checked state (QIcon::On) is drawn in the accent. Inside a QAction-like class write
/// ui::icon().
[[nodiscard]] QIcon icon(Icon which, IconInk ink = IconInk::Text);
/// `source` in the ink that is read on the accent, as a primary button needs it; follows the theme.
[[nodiscard]] QIcon onAccent(const QIcon &source);
/// The glyph of a state in the state's colour.
[[nodiscard]] QIcon stateIcon(State state);
[[nodiscard]] Icon stateGlyph(State state);

/// For own painting: the drawing in one colour.
void paintIcon(QPainter &painter, const QRectF &rect, Icon which, const QColor &color);
/// The glyph of a state in its colour, the mark in `surface`, so that it also reads in grey print.
void paintState(QPainter &painter, const QRectF &rect, State state, const Tokens &tokens);
/// The path of the drawing in the resources, for documents: ":/icons/captures.svg".
[[nodiscard]] QString iconPath(Icon which);

} // namespace dramatis::ui
