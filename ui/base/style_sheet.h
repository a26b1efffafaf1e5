// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace dramatis::ui {

struct Tokens;

/// The one style sheet of the program, for the application's present font. It styles plain Qt
/// controls and whatever carries one of the dynamic properties `fontRole`, `textRole`,
/// `buttonRole`, `plate`.
[[nodiscard]] QString styleSheet(const Tokens &tokens);

} // namespace dramatis::ui
