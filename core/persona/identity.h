// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/persona/persona.h"

#include <optional>
#include <span>

// What a person says of a persona, and how it outlives the clusters that personas are made of.
namespace dramatis::persona {

/// Sets the figure of a metric by hand; none: it is again what was measured.
/// @return what was set by hand before
/// @errors InvalidArgument: no such metric, a value that it cannot have
[[nodiscard]] Result<std::optional<double>>
setByHand(Persona &persona, const QString &metric, std::optional<double> value);

/// What a figure that was set by hand is of the measured one; 1 where it was not set.
[[nodiscard]] double handFactor(const Persona &persona, const QString &metric);

/// `later` as the version after `earlier`: a persona that matches an earlier one (matchPersonas)
/// takes its id, its name, whether it is pinned, and the figures set by hand; the others get ids
/// that were never given and names that are free.
[[nodiscard]] PersonaSet continuing(const PersonaSet &earlier, PersonaSet later);

/// `after` as the same set clustered anew, where somebody has told from the windows which cluster
/// is who: a persona takes the id of its cluster, and from the one that had it `before` what a
/// person said (a name that was given, a pin, figures set by hand). Suggested names are made anew.
/// What tells the sets apart (ids, name, version) stays as it was.
/// @param idOfCluster  by label, distinct
[[nodiscard]] PersonaSet
recutFrom(const PersonaSet &before, PersonaSet after, std::span<const PersonaId> idOfCluster);

/// `after` as the same set with windows moved between its personas: who has a cluster's label is
/// who had it `before`. What tells the sets apart (ids, name, version) stays as it was, too.
[[nodiscard]] PersonaSet regroupedFrom(const PersonaSet &before, PersonaSet after);

} // namespace dramatis::persona
