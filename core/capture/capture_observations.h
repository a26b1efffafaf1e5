// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/capture_reader.h"
#include "core/traffic/capture_statistics.h"

#include <vector>

namespace dramatis::capture {

/// What a person should look at in a capture: what its exchanges show, and steps of the clock that
/// only its reader saw.
[[nodiscard]] std::vector<traffic::Observation>
captureObservations(const ImportSummary &summary, const traffic::CaptureStatistics &statistics);

} // namespace dramatis::capture
