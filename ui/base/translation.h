// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>
#include <vector>

class QTranslator;

namespace dramatis::ui {

/// Installs the texts of a language, Qt's own among them, and makes it the default locale. English
/// is a translation too: its plurals. What is returned must live as long as the application.
/// @param language  "de", or empty for the system's; a system without one ("C") gets English
[[nodiscard]] std::vector<std::unique_ptr<QTranslator>>
installTranslations(const QString &language);

} // namespace dramatis::ui
