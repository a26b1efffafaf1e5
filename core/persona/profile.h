// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/job_control.h"
#include "core/persona/persona.h"
#include "core/traffic/exchange_table.h"

namespace dramatis::persona {

/// The part of a profile that the windows alone give, without walking the exchanges, for cards that
/// are to stand at once: all but the distributions (and their quantiles), the errors by outcome and
/// the operations, which are unknown and empty. Names are the same as profile()'s. Cost:
/// O(windows).
[[nodiscard]] PersonaSet profileWindows(const traffic::WindowTable &windows,
                                        const traffic::FeatureMatrix &matrix,
                                        const clustering::Clustering &clustering,
                                        const PersonaOptions &options,
                                        const Clock &clock);

/// Profiles every cluster: walks the exchanges once, metric by metric of metrics.cpp. Names are
/// suggested from what is unusual about each persona and are distinct.
/// @param matrix      what was clustered
/// @param clustering  labels for its rows
/// @errors Cancelled, what walking the table says
[[nodiscard]] Result<PersonaSet> profile(const traffic::ExchangeTable &table,
                                         const traffic::WindowTable &windows,
                                         const traffic::FeatureMatrix &matrix,
                                         const clustering::Clustering &clustering,
                                         const PersonaOptions &options,
                                         const Clock &clock,
                                         JobControl &job);

} // namespace dramatis::persona
