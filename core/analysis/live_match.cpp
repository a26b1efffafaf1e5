// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/live_match.h"

namespace dramatis::analysis {

Result<persona::PersonaMatchPtr>
matchFor(const traffic::ObservedTraffic &traffic, persona::PersonaSetPtr set, JobControl &job)
{
    JobSlice cutting(job, 0, 0.6);
    DRAMATIS_TRY(const traffic::WindowTablePtr windows,
                 traffic::windowsOf(traffic, set->options.windowSeconds, cutting));
    DRAMATIS_TRY(const traffic::FeatureMatrix matrix,
                 traffic::makeFeatures(*windows, set->options.features));
    JobSlice learning(job, 0.6, 1);
    return persona::PersonaMatch::make(*windows, matrix, std::move(set), learning);
}

} // namespace dramatis::analysis
