// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/database.h"
#include "core/project/project_chunks.h"
#include "core/project/state.h"

#include <memory>

namespace dramatis::project {

// How each kind of record stands in the tables. Every `save` replaces what is there, inside the
// caller's transaction; every `load` gives all records of its kind.

/// @errors InvalidArgument: the capture's chunks lie elsewhere than in this project
Result<> saveCapture(const Connection &connection,
                     CaptureId id,
                     const CaptureRecord &record,
                     const ProjectLocation &location);
Result<>
savePersonaSet(const Connection &connection, PersonaSetId id, const persona::PersonaSet &set);
Result<> saveScenario(const Connection &connection, ScenarioId id, const ScenarioRecord &record);
Result<> saveRun(const Connection &connection, RunId id, const RunRecord &record);
Result<> saveAdvice(const Connection &connection, AssessmentId id, const AdviceRecord &record);
Result<> saveReport(const Connection &connection, const ReportOptions &options);
/// @param table  "capture", "persona_set", "scenario", "run" or "advice"
Result<> removeRecord(const Connection &connection, const QString &table, std::uint32_t id);

Result<ProjectState> loadState(const Connection &connection,
                               const std::shared_ptr<const ProjectLocation> &location);

} // namespace dramatis::project
