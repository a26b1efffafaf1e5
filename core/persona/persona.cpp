// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/persona.h"

#include <algorithm>
#include <cmath>

namespace dramatis::persona {

double Persona::dataAge(std::int64_t now) const
{
    if (!isKnown(observedTo) || !isKnown(now))
        return kNotKnown;
    const double age = static_cast<double>(now) - static_cast<double>(observedTo);
    return std::max(0.0, age / kNanosecondsPerSecond);
}

double Goodness::largestDistance() const
{
    double largest = kNotKnown;
    for (const GoodnessPart &part : parts) {
        if (part.quantity != u"rate" && part.quantity != u"dispersion")
            largest = std::fmax(largest, part.distance); // NaN where both are
    }
    return largest;
}

const Persona *PersonaSet::find(const QString &wanted) const
{
    const auto found = std::find_if(personas.begin(), personas.end(), [&](const Persona &persona) {
        return persona.name == wanted;
    });
    return found == personas.end() ? nullptr : &*found;
}

const Persona *PersonaSet::withId(PersonaId wanted) const
{
    const auto found = std::find_if(personas.begin(), personas.end(), [&](const Persona &persona) {
        return persona.id == wanted;
    });
    return found == personas.end() ? nullptr : &*found;
}

const Persona *PersonaSet::ofCluster(int label) const
{
    const auto found = std::find_if(personas.begin(), personas.end(), [&](const Persona &persona) {
        return persona.cluster == label;
    });
    return found == personas.end() ? nullptr : &*found;
}

} // namespace dramatis::persona
