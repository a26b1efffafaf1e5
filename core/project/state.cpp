// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/state.h"

#include <algorithm>

namespace dramatis::project {

std::vector<PersonaSetId> versionsOf(const ProjectState &state, PersonaSetId id)
{
    std::vector<PersonaSetId> versions;
    std::optional<PersonaSetId> next = id;
    while (next && std::find(versions.begin(), versions.end(), *next) == versions.end()) {
        const auto set = state.personaSets.find(*next);
        if (set == state.personaSets.end())
            break;
        versions.push_back(*next);
        next = set->second->predecessor;
    }
    return versions;
}

} // namespace dramatis::project
