// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persona/persona.h"

#include <vector>

namespace dramatis::persona {

/// Tells to whom exchanges belong that are asked about in order of time, as a walk has them:
/// follows each resource's windows in step.
class PersonaFinder
{
public:
    /// @param windows  what `set` was made from; outlives this
    PersonaFinder(const traffic::WindowTable &windows, const PersonaSet &set);

    /// The place in the set of the persona that holds a slice of a resource; -1: none does. Slices
    /// of a resource must not go back.
    [[nodiscard]] int find(StringId resource, std::int64_t slice);

private:
    struct Cursor
    {
        std::size_t next = 0;
        std::size_t end = 0;
    };
    const std::vector<traffic::Window> &m_windows;
    std::vector<int> m_personaOf;  ///< by window
    std::vector<Cursor> m_cursors; ///< by resource
};

} // namespace dramatis::persona
