// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analyse.h"
#include "core/project/state.h"

#include <memory>

namespace dramatis::ui {

/// Everything that a report of a project needs, held together: report::Subject only points.
class ReportSubject
{
public:
    project::ProjectState state; ///< a copy: what the pointers point into lives as long as this
    std::optional<CaptureId> capture;
    persona::PersonaSetPtr personas;
    std::shared_ptr<const analysis::PersonaAnalysis> analysis;
    std::optional<ScenarioId> scenario;
    std::optional<RunId> run;
    std::optional<AssessmentId> advice;
    practice::PracticeGraph graph;
    QString title;
    std::int64_t now = 0;

    [[nodiscard]] report::Subject subject() const;
};

/// The newest of everything in a project. The pictures of the personas (scatter, reachability) need
/// their windows again, which are computed here unless `analysis` has them.
/// @errors Cancelled; what computing the windows says
[[nodiscard]] Result<ReportSubject>
reportSubject(const project::ProjectState &state,
              const QString &projectName,
              const Clock &clock,
              JobControl &job,
              std::shared_ptr<const analysis::PersonaAnalysis> analysis = {});

} // namespace dramatis::ui
