// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

/// The secret that a project's captures are redacted with (traffic/redaction.h).
///
/// It does not lie in the project but in the folder of the user's data, readable by the user alone;
/// the project has its public name only. For a project is shared, and whoever has the key can try
/// all addresses of IPv4 within the hour: a key that had to be taken out of the copy first would be
/// forgotten there. The price: on another computer, or after the key was lost, what is imported
/// next gets a new key, and its clients are not those of the captures before.
namespace dramatis::project {

/// Where the keys lie: a folder in the user's data.
[[nodiscard]] QString redactionKeyFolder();

/// A new name for a key: 32 hexadecimal digits.
[[nodiscard]] QString newRedactionKeyName();

/// The key of a name; empty where this computer does not have it, or where the name is none.
/// @errors Io: it is there and cannot be read
[[nodiscard]] Result<QByteArray> findRedactionKey(const QString &folder, const QString &name);

/// Makes the key of a name, 32 random bytes of the operating system.
/// @errors Io
[[nodiscard]] Result<QByteArray> makeRedactionKey(const QString &folder, const QString &name);

/// Random bytes for an import that no project keeps.
[[nodiscard]] QByteArray randomKey();

} // namespace dramatis::project
