// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace dramatis::cli {

// `import` of what lies in a database: counted there, by window.

/// --database, --table, --query, --window, --refresh
[[nodiscard]] QList<QCommandLineOption> databaseOptions();
[[nodiscard]] bool asksDatabase(const Context &context);
[[nodiscard]] Result<int> importFromDatabase(const Context &context);

} // namespace dramatis::cli
