// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/base/result.h"
#include "core/persona/persona.h"

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace dramatis::persona {

/// Makes one persona of several: the first of them.
struct MergePersonas
{
    std::vector<PersonaId> personas;
};

/// Parts one persona: k-means finds `parts` in the set's own scaling, the largest of which stays
/// who it was.
struct SplitPersona
{
    PersonaId persona{};
    int parts = 2;
    std::uint64_t seed = 1;
};

/// Makes windows a persona of their own, whoever had them.
struct NewPersona
{
    std::vector<std::uint32_t> rows; ///< of the set's feature matrix
};

/// Gives windows, noise or another persona's, to a persona; to none: makes them noise.
struct AssignWindows
{
    std::vector<std::uint32_t> rows; ///< of the set's feature matrix
    std::optional<PersonaId> to;
};

/// Moves windows between personas by hand.
using Regrouping = std::variant<MergePersonas, SplitPersona, NewPersona, AssignWindows>;

/// The set's labels after `change`: who keeps windows keeps its label, parts that are split off get
/// labels of their own.
/// @param matrix  what the set was made from
/// @errors InvalidArgument: a persona or row that is not there, nothing to merge or to split, a
/// part or persona that would be empty; Cancelled
[[nodiscard]] Result<std::vector<int>> regroupedLabels(const PersonaSet &set,
                                                       const traffic::FeatureMatrix &matrix,
                                                       const Regrouping &change,
                                                       JobControl &job);

/// What a regrouping does, translated, for the undo menu: "Merge personas".
[[nodiscard]] QString describe(const Regrouping &change);

} // namespace dramatis::persona
