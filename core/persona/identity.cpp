// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/identity.h"

#include "core/persona/drift.h"
#include "core/persona/metrics.h"
#include "core/persona/naming.h"
#include "core/persona/tr.h"

#include <algorithm>
#include <cmath>

namespace dramatis::persona {

namespace {

/// Pins and figures set by hand go from `earlier` to `persona`.
void adoptMarks(Persona &persona, const Persona &earlier)
{
    persona.pinned = earlier.pinned;
    for (const auto &[metric, edit] : earlier.edits)
        static_cast<void>(setByHand(persona, metric, edit.value)); // it fitted before
}

/// Gives every persona of `set` that `earlierOf` knows an earlier one for its identity; the others
/// become new ones.
template<typename EarlierOf>
void adoptIdentities(PersonaSet &set, std::uint32_t lastId, EarlierOf &&earlierOf)
{
    std::vector<bool> isNamed;
    for (Persona &persona : set.personas) {
        const Persona *earlier = earlierOf(persona);
        isNamed.push_back(earlier && earlier->named);
        persona.named = earlier != nullptr; // keeps its name while the others get theirs
        if (!earlier) {
            persona.id = PersonaId{++lastId};
            continue;
        }
        persona.id = earlier->id;
        persona.name = earlier->name;
        adoptMarks(persona, *earlier);
    }
    set.lastPersonaId = lastId;
    suggestNames(set.personas);
    for (std::size_t i = 0; i < isNamed.size(); ++i)
        set.personas[i].named = isNamed[i];
}

/// `after` in the place of `before`.
void takePlaceOf(const PersonaSet &before, PersonaSet &after)
{
    after.id = before.id;
    after.capture = before.capture;
    after.name = before.name;
    after.predecessor = before.predecessor;
}

} // namespace

Result<std::optional<double>>
setByHand(Persona &persona, const QString &metricId, std::optional<double> value)
{
    const Metric *metric = findMetric(metricId);
    if (!metric)
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("There is no figure “%1”.").arg(metricId));
    if (value && !(std::isfinite(*value) && *value >= 0 && *value <= metric->most))
        return makeError(
            ErrorKind::InvalidArgument,
            std::isfinite(metric->most)
                ? Tr::tr("%1 must be between 0 and %2.").arg(metric->name).arg(metric->most)
                : Tr::tr("%1 must be a number of at least 0.").arg(metric->name));
    std::optional<double> before;
    double measured = metric->value(persona);
    if (const auto edit = persona.edits.find(metricId); edit != persona.edits.end()) {
        before = edit->second.value;
        measured = edit->second.measured;
    }
    metric->figure(persona) = value.value_or(measured);
    if (value)
        persona.edits[metricId] = {*value, measured};
    else
        persona.edits.erase(metricId);
    return before;
}

double handFactor(const Persona &persona, const QString &metric)
{
    const auto edit = persona.edits.find(metric);
    if (edit == persona.edits.end() || !(edit->second.measured > 0))
        return 1;
    return edit->second.value / edit->second.measured;
}

PersonaSet continuing(const PersonaSet &earlier, PersonaSet later)
{
    std::map<const Persona *, const Persona *> earlierOf;
    for (const auto &[before, after] : matchPersonas(earlier, later))
        earlierOf[&later.personas[after]] = &earlier.personas[before];
    adoptIdentities(later, earlier.lastPersonaId, [&](const Persona &persona) -> const Persona * {
        const auto found = earlierOf.find(&persona);
        return found == earlierOf.end() ? nullptr : found->second;
    });
    later.predecessor = earlier.id;
    return later;
}

PersonaSet
recutFrom(const PersonaSet &before, PersonaSet after, std::span<const PersonaId> idOfCluster)
{
    takePlaceOf(before, after);
    after.lastPersonaId = before.lastPersonaId;
    for (Persona &persona : after.personas) {
        persona.id = idOfCluster[static_cast<std::size_t>(persona.cluster)];
        after.lastPersonaId = std::max(after.lastPersonaId, number(persona.id));
        const Persona *earlier = before.withId(persona.id);
        if (!earlier)
            continue;
        adoptMarks(persona, *earlier);
        persona.named = earlier->named;
        if (earlier->named)
            persona.name = earlier->name;
    }
    suggestNames(after.personas);
    return after;
}

PersonaSet regroupedFrom(const PersonaSet &before, PersonaSet after)
{
    takePlaceOf(before, after);
    after.regrouped = true;
    adoptIdentities(after, before.lastPersonaId, [&](const Persona &persona) {
        return before.ofCluster(persona.cluster);
    });
    return after;
}

} // namespace dramatis::persona
