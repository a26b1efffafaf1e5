// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/persona/drift.h"
#include "core/persona/persona.h"

#include <QJsonArray>
#include <QJsonObject>

namespace dramatis::persona {

/// The document of `personas --json` (SCENARIO.md, Others). Beyond what stands there, each persona
/// has `pinned`, `edited` {metric: {value, measured}} where figures were set by hand, `goodness`
/// {reproduces, parts [{quantity, heldOut, generated, distance, reference, values, reproduced}]}
/// where it was held against its traffic, and with `now`: `dataAge` (s), `stale` (why, in words;
/// absent while it is not) and `grade` {value, parts [{part, value}], failedGates}. The set has
/// `quality.dbcv` and `quality.stability` where they were measured, and `notes`: what a reader must
/// know to take the figures for what they are. The command adds `versions` [{version, createdAt,
/// capture}], the newest first, and where there was one before, `drift` (fatesToJson).
/// @param now  ns, what data age is counted to; kUnknown: leave out what needs it
[[nodiscard]] QJsonObject personasToJson(const PersonaSet &set, std::int64_t now = kUnknown);

/// What has become of the personas of an earlier set: [{name, fate (same, drifted, new, gone),
/// distance, metrics [{id, a, b, difference {mean, halfWidth}, p, adjustedP, differs}]}].
[[nodiscard]] QJsonArray fatesToJson(const std::vector<PersonaFate> &fates);

/// Everything of a set, for the project file: personasFromStored(personasToStored(s)) equals s.
[[nodiscard]] QJsonObject personasToStored(const PersonaSet &set);
/// Reads versions 1 (without what came later) and 2.
/// @errors Format with the path of what is wrong
[[nodiscard]] Result<PersonaSet> personasFromStored(const QJsonObject &stored);

/// A set as a file that other projects read: everything but what ties it to its project (ids of set
/// and capture, labels of windows, the version before).
[[nodiscard]] QJsonObject personasToFile(const PersonaSet &set);
/// @errors Format: no JSON (says where), or with the path of what is wrong
[[nodiscard]] Result<PersonaSet> personasFromFile(const QByteArray &text);
/// The same of a file on the disk.
/// @errors Io; Format, too, where it is too large to be one
[[nodiscard]] Result<PersonaSet> readPersonas(const QString &path);
/// JSON Schema of such a file, made from the fields that are read; it ships as
/// resources/schema/dramatis-personas.schema.json.
[[nodiscard]] QJsonObject personasSchema();

} // namespace dramatis::persona
