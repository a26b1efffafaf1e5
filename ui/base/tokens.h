// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>
#include <cstddef>
#include <cstdint>

class QPalette;
class QWidget;

namespace dramatis::ui {

/// What a state can be. It is always shown as glyph and word, never as colour alone.
enum class State { Ok, Info, Warning, Undecided, Critical };
inline constexpr std::array kStates{
    State::Ok, State::Info, State::Warning, State::Undecided, State::Critical};

/// Series with a colour of their own in every plot.
enum class Series { Requests, Offered, Latency95, Goodput, Latency99, Bytes, Latency50, Errors };

/// Personas 1 to 12 have a colour each; from the 13th on the colours come again with hollow
/// markers.
inline constexpr std::size_t kPersonaColors = 12;
inline constexpr std::size_t kRampSteps = 9;

/// Every colour of the program in one theme (UI.md, section 1). Widgets, plots, nodes and icons
/// read it.
struct Tokens
{
    bool dark = false;
    QColor bg;      ///< window, rail
    QColor surface; ///< panels, plots
    QColor raised;  ///< menu, tool tip, node
    QColor sunken;  ///< tracks, wells
    QColor line;    ///< dividers
    QColor control; ///< borders of controls, axes
    QColor grid;
    QColor text;
    QColor text2; ///< labels
    QColor text3; ///< hints, axes; on a selected row use text2
    QColor disabled;
    QColor accent;
    QColor onAccent;
    QColor accentSoft; ///< selection
    QColor focus;      ///< ring, 2 px wide with a gap of 1
    QColor ok;
    QColor info;
    QColor warning;
    QColor undecided;
    QColor critical;
    QColor noise;
    std::array<QColor, kPersonaColors> personas;
    std::array<QColor, kRampSteps> sequential; ///< low to high
    std::array<QColor, kRampSteps> diverging;  ///< lower (blue), middle, higher (orange)

    [[nodiscard]] QColor state(State state) const;
    /// The fill behind a state: its colour at 12 % (dark: 18 %).
    [[nodiscard]] QColor stateFill(State state) const;
    [[nodiscard]] QColor series(Series series) const;
    /// The colour of node `index` in a chart of nodes, and of any other series without a fixed
    /// colour.
    [[nodiscard]] QColor inOrder(std::size_t index) const;
    /// @param fraction  in [0, 1], clamped; in between the steps are mixed
    [[nodiscard]] QColor sequentialAt(double fraction) const;
    /// @param fraction  in [-1, 1], clamped; 0 is the neutral middle
    [[nodiscard]] QColor divergingAt(double fraction) const;
};

[[nodiscard]] const Tokens &lightTokens();
[[nodiscard]] const Tokens &darkTokens();
/// The tokens that a palette was made from: dark if its text is lighter than its ground. So whoever
/// follows QEvent::PaletteChange needs nothing but its own palette.
[[nodiscard]] const Tokens &tokensOf(const QPalette &palette);
[[nodiscard]] const Tokens &tokensOf(const QWidget *widget);

/// `color` with the given opacity in [0, 1].
[[nodiscard]] QColor withAlpha(QColor color, double opacity);

} // namespace dramatis::ui
