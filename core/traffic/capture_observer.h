// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/observation.h"
#include "core/traffic/observations/closed_loops.h"
#include "core/traffic/observations/error_bursts.h"
#include "core/traffic/observations/retries.h"
#include "core/traffic/observations/scopes.h"
#include "core/traffic/observations/silences.h"
#include "core/traffic/observations/unanswered.h"

#include <vector>

namespace dramatis::traffic {

/// Most observations that are kept of a capture.
inline constexpr std::size_t kMostObservations = 100;

/// Looks at every exchange of a capture, in order of begin, and says what a person should look at.
/// One class per kind, in observations/; what each takes for unusual, and why, is said there.
/// Memory: some MiB whatever the capture.
class CaptureObserver
{
public:
    explicit CaptureObserver(const ObservedCapture &capture);
    void add(const ExchangeChunk &chunk, std::size_t row);
    /// Warnings first, then by time; at most kMostObservations.
    [[nodiscard]] std::vector<Observation> finish();

private:
    Silences m_silences;
    Unanswered m_unanswered;
    ErrorBursts m_errorBursts;
    Retries m_retries;
    ClosedLoops m_closedLoops;
};

} // namespace dramatis::traffic
