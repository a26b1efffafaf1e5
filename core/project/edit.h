// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/project/state.h"

#include <QString>

#include <optional>
#include <variant>

namespace dramatis::project {

/// Puts, replaces (an id that is there) or removes (`record` empty) one record; its inverse is of
/// the same kind, with what was there before.
template<typename Id, typename Record>
struct Put
{
    Id id{};
    std::optional<Record> record;
    QString what{}; ///< translated, for the undo menu; empty: that it was added or removed
};

using PutCapture = Put<CaptureId, CaptureRecord>;
using PutPersonaSet = Put<PersonaSetId, persona::PersonaSetPtr>;
using PutScenario = Put<ScenarioId, ScenarioRecord>;
using PutRun = Put<RunId, RunRecord>;
using PutAdvice = Put<AssessmentId, AdviceRecord>;

struct RenameCapture
{
    CaptureId id{};
    QString name;
};

struct RenamePersona
{
    PersonaSetId set{};
    PersonaId id{};
    QString name;
    bool named = true; ///< by the user; false when a rename is taken back
};

struct PinPersona
{
    PersonaSetId set{};
    PersonaId id{};
    bool pinned = true;
};

/// Sets a figure of a persona by hand; none: it is again what was measured.
struct EditFigure
{
    PersonaSetId set{};
    PersonaId persona{};
    QString metric; ///< id of a persona::Metric
    std::optional<double> value;
};

/// Personas merged or split, windows moved between them: the same set, profiled anew from its
/// windows (analysis::regroup makes it).
struct RegroupPersonas
{
    PersonaSetId set{};
    persona::PersonaSetPtr regrouped;
    QString what; ///< translated, for the undo menu: "Merge personas"
};

/// Moves nodes of a scenario's picture; a node whose position is absent goes back to the layout.
struct MoveNodes
{
    ScenarioId scenario{};
    QMap<QString, std::optional<QPointF>> positions;
};

/// Replaces the scenario value of a record (any attribute edit); positions stay.
struct ChangeScenario
{
    ScenarioId id{};
    simulation::Scenario scenario;
    QString what; ///< translated, for the undo menu: "web: 4 workers"
};

struct AcceptRecommendation
{
    AssessmentId advice{};
    QString recommendation;
    bool accepted = true;
};

struct ChangeReport
{
    ReportOptions options;
};

using Edit = std::variant<PutCapture,
                          PutPersonaSet,
                          PutScenario,
                          PutRun,
                          PutAdvice,
                          RenameCapture,
                          RenamePersona,
                          PinPersona,
                          EditFigure,
                          RegroupPersonas,
                          MoveNodes,
                          ChangeScenario,
                          AcceptRecommendation,
                          ChangeReport>;

/// Applies `edit` and returns the edit that takes it back. Fails, changing nothing, when the edit
/// does not fit the state.
/// @errors InvalidArgument
[[nodiscard]] Result<Edit> apply(ProjectState &state, const Edit &edit);

/// What an edit does, translated, for the undo menu: "Rename persona".
[[nodiscard]] QString describe(const Edit &edit);

} // namespace dramatis::project
