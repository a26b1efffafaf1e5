// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace dramatis::capture {

/// What bytes that are no capture begin like, to be put after "it begins like": "a PNG picture".
/// @param head  not empty
[[nodiscard]] QString contentKind(QByteArrayView head);

/// "tar", "zip", "7z" or "rar" for an archive, whose files are to be unpacked first; else empty.
[[nodiscard]] QString archiveKind(QByteArrayView head);

} // namespace dramatis::capture
