// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <limits>

namespace dramatis {

/// The bytes of a small file.
/// @errors Io; Format where it is larger than `most` bytes
[[nodiscard]] Result<QByteArray> readFile(const QString &path,
                                          qint64 most = std::numeric_limits<int>::max());

/// Writes a file whole or not at all: what was there stays until all of it is on the disk.
/// @errors Io
[[nodiscard]] Result<> writeFile(const QString &path, const QByteArray &bytes);

} // namespace dramatis
