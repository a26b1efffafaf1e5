// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/traffic/windows.h"

#include <QByteArray>

namespace dramatis::traffic {

/// All of a window table as compressed columns, for captures whose windows came from elsewhere and
/// cannot be cut again.
[[nodiscard]] QByteArray encodeWindows(const WindowTable &table);

/// Inverse of encodeWindows.
/// @errors Format: damaged, or not in order of resource and slice
[[nodiscard]] Result<WindowTable> decodeWindows(const QByteArray &bytes);

} // namespace dramatis::traffic
