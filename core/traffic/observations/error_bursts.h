// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/observation.h"
#include "core/traffic/observations/scopes.h"

#include <vector>

namespace dramatis::traffic {

/// Finds times in which a resource (or the capture, where no single resource does) fails far more
/// often than at other times. The time is cut into at most 1,000 slices with 50 exchanges in the
/// mean; slices in a row (one between them may miss) with at least 5 errors that are at least 5 %
/// of its exchanges are a burst, if
///
/// - it has at least 10 errors,
/// - its error share is at least three times that of the exchanges outside all bursts,
/// - chance explains as many errors with probability under 0.001 / slices (Bonferroni), by
///   Chernoff's bound on the Poisson tail P(X >= x) <= exp(x - m - x log(x / m)), which holds for
///   the binomial as well,
/// - all bursts together hold at most half of the resource's exchanges: else errors are the rule.
class ErrorBursts
{
public:
    explicit ErrorBursts(const ObservedCapture &capture);
    void add(const ExchangeChunk &chunk, std::size_t row);
    void finish(std::vector<Observation> &found);

private:
    struct Burst
    {
        std::int64_t firstSlice = 0;
        std::int64_t lastSlice = 0;
        std::uint64_t exchanges = 0; ///< with known outcome
        std::uint64_t errors = 0;
    };
    struct Scope
    {
        std::int64_t slice = 0;
        std::uint64_t sliceExchanges = 0;
        std::uint64_t sliceErrors = 0;
        std::uint64_t exchanges = 0;
        std::uint64_t errors = 0;
        std::vector<Burst> bursts; ///< that may be some
    };

    static void closeSlice(Scope &scope);
    void take(Scope &scope, std::int64_t slice, bool isError);
    /// Drops what is no burst; the share of errors outside them.
    double keepBursts(Scope &scope) const;
    void report(Scope &scope, const QString &resource, std::vector<Observation> &found) const;

    ObservedCapture m_capture;
    std::int64_t m_width;
    ObservedIds m_resources;
    Scope m_all;
    std::vector<Scope> m_scopes;
};

} // namespace dramatis::traffic
