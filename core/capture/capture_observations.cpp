// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/capture_observations.h"

#include "core/capture/tr.h"

namespace dramatis::capture {

std::vector<traffic::Observation> captureObservations(const ImportSummary &summary,
                                                      const traffic::CaptureStatistics &statistics)
{
    std::vector<traffic::Observation> observations = statistics.observations;
    if (summary.repaired > 0) {
        traffic::Observation clock;
        clock.kind = traffic::ObservationKind::ClockSteps;
        clock.count = summary.repaired;
        clock.text = Tr::tr("%n time(s) of an exchange ran backwards and were put right: a clock "
                            "was set, or packets are not in order.",
                            nullptr,
                            static_cast<int>(summary.repaired));
        observations.push_back(std::move(clock));
    }
    return observations;
}

} // namespace dramatis::capture
