// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

#include <cstddef>

namespace dramatis::ui {

/// A persona's marker as an icon, for tables and choosers; follows the theme.
/// @param ordinal  of the persona; see personaStyle()
[[nodiscard]] QIcon personaIcon(std::size_t ordinal);
/// The grey dot of noise, likewise.
[[nodiscard]] QIcon noiseIcon();

} // namespace dramatis::ui
