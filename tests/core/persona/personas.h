// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persona/metrics.h"
#include "core/persona/persona.h"

#include <QString>

#include <initializer_list>
#include <utility>

namespace dramatis::tests {

/// A persona with these figures, by the ids of their metrics; the others are not known.
[[nodiscard]] inline persona::Persona
personaWith(std::uint32_t id,
            const QString &name,
            std::initializer_list<std::pair<const char *, double>> figures)
{
    persona::Persona made;
    made.id = PersonaId{id};
    made.cluster = static_cast<int>(id) - 1;
    made.name = name;
    for (const auto &[metric, value] : figures) {
        const persona::Metric *found = persona::findMetric(QLatin1String(metric));
        if (!found)
            qFatal("no metric %s", metric);
        found->figure(made) = value;
    }
    return made;
}

/// A set of these personas, whose features are a rate and an error rate with an interquartile range
/// of 10 and of 0.1.
[[nodiscard]] inline persona::PersonaSet setOf(std::vector<persona::Persona> personas)
{
    persona::PersonaSet set;
    set.id = PersonaSetId{1};
    const auto addFeature = [&set](const char *id, double scale) {
        traffic::FeatureColumn feature;
        feature.id = QLatin1String(id);
        feature.scale = scale;
        set.features.push_back(feature);
    };
    addFeature("request_rate", 10);
    addFeature("error_rate", 0.1);
    for (const persona::Persona &persona : personas)
        set.lastPersonaId = std::max(set.lastPersonaId, number(persona.id));
    set.personas = std::move(personas);
    return set;
}

} // namespace dramatis::tests
