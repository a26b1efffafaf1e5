// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace dramatis {

/// A cell of a CSV file (RFC 4180): quoted where it must be. Text that a spreadsheet would take for
/// a formula (begins with = + - @ and is no number) gets an apostrophe in front.
[[nodiscard]] QString csvCell(const QString &text);

} // namespace dramatis
