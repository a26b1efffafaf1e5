// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/observation.h"
#include "core/traffic/observations/scopes.h"

#include <vector>

namespace dramatis::traffic {

/// Finds retries: the same client asks for the same operation again within 10 s of the end of an
/// error. Clients that poll do so after a good answer as well, so what counts is the difference:
/// each client and operation is a stratum, and over all strata the Mantel-Haenszel statistic
/// (J. Natl. Cancer Inst. 22, 1959) must be at least 5 standard deviations and the risk ratio at
/// least 2, with at least 10 errors that were followed. 10 s covers the first attempts of the usual
/// backoffs (gRPC: 1 s, 1.6 s, 2.6 s; AWS SDKs: below 1 s, 2 s, 4 s).
///
/// Memory: 65,536 strata; of two that fall on one place the newer stays, the older is added up.
class Retries
{
public:
    explicit Retries(const ObservedCapture &capture);
    void add(const ExchangeChunk &chunk, std::size_t row);
    void finish(std::vector<Observation> &found);

private:
    struct Stratum
    {
        std::uint64_t key = 0; ///< client and operation; 0 is none
        std::int64_t end = kUnknown;
        bool wasError = false;
        std::uint32_t errors = 0;
        std::uint32_t errorsFollowed = 0;
        std::uint32_t others = 0;
        std::uint32_t othersFollowed = 0;
    };

    static void count(Stratum &stratum, bool isFollowed);
    void addUp(const Stratum &stratum);

    std::vector<Stratum> m_strata;
    std::int64_t m_last = kUnknown; ///< begin of the newest exchange
    double m_excess = 0;            ///< followed errors beyond what is expected
    double m_variance = 0;
    double m_errorRisk = 0; ///< Mantel-Haenszel weights of the two risks
    double m_otherRisk = 0;
    std::uint64_t m_errors = 0; ///< in strata that tell
    std::uint64_t m_followed = 0;
};

} // namespace dramatis::traffic
