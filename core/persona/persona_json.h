// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/persona/persona.h"

#include <QJsonObject>

namespace dramatis::persona {

/// The document of `personas --json` (SCENARIO.md, Others).
[[nodiscard]] QJsonObject personasToJson(const PersonaSet &set);

/// Everything of a set, for the project file: personasFromStored(personasToStored(s)) equals s.
[[nodiscard]] QJsonObject personasToStored(const PersonaSet &set);
/// @errors Format with the path of what is wrong
[[nodiscard]] Result<PersonaSet> personasFromStored(const QJsonObject &stored);

} // namespace dramatis::persona
