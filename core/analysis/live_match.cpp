// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/live_match.h"

namespace dramatis::analysis {

Result<persona::PersonaMatchPtr>
matchFor(const traffic::ObservedTraffic &traffic, persona::PersonaSetPtr set, JobControl &job)
{
    traffic::WindowTablePtr windows = traffic.counted;
    if (!windows) {
        JobSlice cutting(job, 0, 0.6);
        DRAMATIS_TRY(traffic::WindowTable cut,
                     traffic::makeWindows(*traffic.exchanges, set->options.windowSeconds, cutting));
        windows = std::make_shared<const traffic::WindowTable>(std::move(cut));
    }
    DRAMATIS_TRY(const traffic::FeatureMatrix matrix,
                 traffic::makeFeatures(*windows, set->options.features));
    JobSlice learning(job, 0.6, 1);
    return persona::PersonaMatch::make(*windows, matrix, std::move(set), learning);
}

} // namespace dramatis::analysis
