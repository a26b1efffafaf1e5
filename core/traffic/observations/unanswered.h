// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/observation.h"
#include "core/traffic/observations/scopes.h"

#include <vector>

namespace dramatis::traffic {

/// Finds resources whose answers are not in the capture (one-sided flows): at least 10 of their
/// exchanges, and at least 5 %, have neither latency nor status nor an answer's size, while of the
/// whole capture at least half have a latency. In a format that has none of these nothing is told.
class Unanswered
{
public:
    explicit Unanswered(const ObservedCapture &capture);
    void add(const ExchangeChunk &chunk, std::size_t row);
    void finish(std::vector<Observation> &found);

private:
    struct Scope
    {
        std::uint64_t unanswered = 0;
        std::int64_t from = kUnknown;
        std::int64_t to = kUnknown;
    };

    ObservedCapture m_capture;
    ObservedIds m_resources;
    std::vector<Scope> m_scopes;
};

} // namespace dramatis::traffic
