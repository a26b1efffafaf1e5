// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace dramatis {

/// The version of Dramatis, from CMakeLists.txt: "0.1.0".
[[nodiscard]] inline QString version()
{
    return QStringLiteral(DRAMATIS_VERSION);
}

} // namespace dramatis
