// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/capture_observer.h"

#include <algorithm>

namespace dramatis::traffic {

CaptureObserver::CaptureObserver(const ObservedCapture &capture)
    : m_silences(capture)
    , m_unanswered(capture)
    , m_errorBursts(capture)
    , m_retries(capture)
    , m_closedLoops(capture)
{}

void CaptureObserver::add(const ExchangeChunk &chunk, std::size_t row)
{
    m_silences.add(chunk, row);
    m_unanswered.add(chunk, row);
    m_errorBursts.add(chunk, row);
    m_retries.add(chunk, row);
    m_closedLoops.add(chunk, row);
}

std::vector<Observation> CaptureObserver::finish()
{
    std::vector<Observation> found;
    m_silences.finish(found);
    m_unanswered.finish(found);
    m_errorBursts.finish(found);
    m_retries.finish(found);
    m_closedLoops.finish(found);
    std::stable_sort(found.begin(), found.end(), [](const Observation &a, const Observation &b) {
        return a.severity != b.severity ? a.severity > b.severity : a.from < b.from;
    });
    found.resize(std::min(found.size(), kMostObservations));
    return found;
}

} // namespace dramatis::traffic
