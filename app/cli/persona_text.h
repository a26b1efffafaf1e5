// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/persona/drift.h"

#include <QString>

#include <vector>

namespace dramatis::cli {

// What several commands do with personas.

/// Whether a file says of itself that it holds personas.
[[nodiscard]] bool isPersonaFile(const QString &path);

/// A line for each persona: its name, what has become of it, and what has drifted.
void printFates(const std::vector<persona::PersonaFate> &fates);

} // namespace dramatis::cli
