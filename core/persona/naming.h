// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persona/persona.h"

#include <vector>

namespace dramatis::persona {

/// Names personas after what is unusual about each beside the others: a figure is unusual where it
/// is some multiple of the median of the other personas' figures, and what a word promises holds
/// outright
/// ("writes": at least half of the requests, "bursty": gaps that vary more than at random). Names
/// are distinct and never empty; one persona alone is "steady traffic". Reads means, error rate,
/// client errors, burstiness, write share and hours; leaves names that the user gave.
void suggestNames(std::vector<Persona> &personas);

} // namespace dramatis::persona
