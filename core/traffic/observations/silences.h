// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/log_histogram.h"
#include "core/traffic/observation.h"
#include "core/traffic/observations/scopes.h"

#include <vector>

namespace dramatis::traffic {

/// Finds silences of the capture and of each resource: gaps between two exchanges that are at least
/// ten times as long as all but the longest 10 gaps (or all but one in 1,000, where that is more)
/// and at least 1 s.
///
/// Why: what one gap in 1,000 exceeds is 6.9 mean gaps for Poisson arrivals, so a silence is 69
/// mean gaps, which chance gives once in 10^30; with 200 gaps it is 30 mean gaps, once in 10^13.
/// Where quiet nights or pauses between batches are usual they are among those gaps, and no
/// silence.
class Silences
{
public:
    explicit Silences(const ObservedCapture &capture);
    void add(const ExchangeChunk &chunk, std::size_t row);
    void finish(std::vector<Observation> &found);

private:
    struct Gap
    {
        std::int64_t from = 0;
        std::int64_t to = 0;
    };
    /// The gaps of one resource, or of all.
    struct Scope
    {
        LogHistogram gaps;
        std::int64_t last = kUnknown;
        std::vector<Gap> longest; ///< at most kMostKept, longest first
    };

    static void take(Scope &scope, std::int64_t begin);
    [[nodiscard]] std::vector<Gap> silencesOf(const Scope &scope) const;
    [[nodiscard]] Observation observation(const Scope &scope,
                                          const std::vector<Gap> &silences,
                                          const QString &resource) const;

    ObservedCapture m_capture;
    ObservedIds m_resources;
    Scope m_all;
    std::vector<Scope> m_scopes;
};

} // namespace dramatis::traffic
