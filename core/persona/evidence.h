// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/clustering/clustering.h"
#include "core/persona/persona.h"
#include "core/traffic/exchange_table.h"

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace dramatis::persona {

inline constexpr std::size_t kQuantilePoints = 101;

/// What is known of one persona, for the metrics to read.
struct Evidence
{
    const traffic::WindowTable *table = nullptr;  ///< outlives this
    std::vector<const traffic::Window *> windows; ///< by resource, then slice
    std::vector<traffic::Exposure> exposures;     ///< of the resources it was seen on
    std::uint64_t exchanges = 0;
    double methods = 0; ///< exchanges whose method is known
    double writes = 0;
    double knownOutcomes = 0;
    double errors = 0;
    double knownRequestBytes = 0;
    double knownResponseBytes = 0;
    double knownLatencies = 0;
    double requestBytes = 0;  ///< B, of the known
    double responseBytes = 0; ///< B, of the known
    double latencySum = 0;    ///< s, of the known

    // From the exchanges themselves; empty until they were walked.
    std::array<std::uint64_t, 6> outcomes{}; ///< by Outcome
    QuantileFunction requestSizes;           ///< B
    QuantileFunction responseSizes;          ///< B
    QuantileFunction latencies;              ///< s
    QuantileFunction gaps;                   ///< s
    std::vector<OperationShare> operations;  ///< most used first, at most 50

    [[nodiscard]] double seconds() const; ///< that its windows cover
};

/// The evidence that the windows alone give, by cluster label.
[[nodiscard]] std::vector<Evidence> evidenceOfWindows(const traffic::WindowTable &windows,
                                                      const traffic::FeatureMatrix &matrix,
                                                      const clustering::Clustering &clustering);

/// Exchanges by the minute of the hour that they began in.
using MinutesOfHour = std::array<std::uint64_t, 60>;

/// Walks the exchanges and adds what they give; the minutes are those of all exchanges, whether
/// they belong to a persona or not. Cost: O(exchanges); memory O(windows + operations
/// of each persona). Quantile functions are exact up to 16,384 values, beyond it within 0.4 %.
/// @errors Cancelled, what walking the table says
[[nodiscard]] Result<MinutesOfHour> addEvidenceOfExchanges(std::vector<Evidence> &evidence,
                                                           const traffic::ExchangeTable &table,
                                                           const traffic::WindowTable &windows,
                                                           const traffic::FeatureMatrix &matrix,
                                                           const clustering::Clustering &clustering,
                                                           JobControl &job);

} // namespace dramatis::persona
