// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/topology/discovery.h"

#include <vector>

namespace dramatis::topology {

/// The arrivals of every persona and where they went.
struct PersonaArrivals
{
    std::vector<std::shared_ptr<const ArrivalSample>> samples; ///< per persona of the set
    /// Exchanges per persona and resource id: counts[persona][resource].
    std::vector<std::vector<std::uint64_t>> counts;
    std::uint64_t unclustered = 0; ///< exchanges in windows that no persona holds
};

/// @param isInternal  by resource id: resources whose exchanges are no arrivals, for other
/// resources
///                    of the capture made them; empty: none
/// @errors InvalidArgument: more slices than a sample may have; Cancelled; what walking the table
/// says
[[nodiscard]] Result<PersonaArrivals> personaArrivals(const traffic::ExchangeTable &table,
                                                      const traffic::WindowTable &windows,
                                                      const persona::PersonaSet &personas,
                                                      JobControl &job,
                                                      const std::vector<bool> &isInternal = {});

} // namespace dramatis::topology
