// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/traffic/exchange_table.h"

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace dramatis::topology {

/// Times by logarithmic buckets (64 an octave, so a value is known within 0.55 %), with exact sums.
class TimeHistogram
{
public:
    void add(double seconds);
    void add(const TimeHistogram &other);
    [[nodiscard]] std::uint64_t count() const { return m_count; }
    [[nodiscard]] double sum() const { return m_sum; }
    [[nodiscard]] double sumOfSquares() const { return m_squares; }
    [[nodiscard]] double mean() const;     ///< s, NaN if empty
    [[nodiscard]] double variance() const; ///< s^2, of a sample; NaN for fewer than two
    [[nodiscard]] double quantile(double probability) const; ///< s, NaN if empty

private:
    std::map<int, std::uint64_t> m_buckets;
    std::uint64_t m_count = 0;
    double m_sum = 0;
    double m_squares = 0;
    double m_min = 0;
    double m_max = 0;
};

/// What the exchanges of a resource did that found the same number of others in flight.
struct InFlightLevel
{
    TimeHistogram latencies;      ///< of those that did not fail, s
    std::uint64_t arrivals = 0;   ///< with known latency
    std::uint64_t outcomes = 0;   ///< with known outcome
    std::uint64_t errors = 0;     ///< server errors
    std::uint64_t rejections = 0; ///< of those, 503
    double rejectionTime = 0;     ///< s, sum over rejections

    void add(const InFlightLevel &other);
};

/// Count, sum and sum of squares.
struct Moments
{
    double count = 0;
    double sum = 0;
    double squares = 0;

    void add(const Moments &other);
};

/// Number of a kind of operation: method and first path segment ("GET /products").
using OperationKind = std::uint32_t;

/// The kind of every operation of a table, by the number of its id; at most 4,096, the rest share
/// one.
[[nodiscard]] std::vector<OperationKind> operationKinds(const traffic::ExchangeTable &table);

/// The exchanges of one resource by what they found in flight on arriving.
struct InFlightProfile
{
    std::vector<InFlightLevel> levels; ///< by number found, the last one holds all above
    /// Latencies (s) of those that did not fail, by kind of operation and number found.
    std::map<std::pair<OperationKind, std::size_t>, Moments> byKind;
    std::uint64_t exchanges = 0;
    std::uint64_t knownLatencies = 0;
    double peakRate = 0; ///< 1/s, 95th percentile of one-minute rates

    /// As if both were seen at one resource; instances that share the work.
    void add(const InFlightProfile &other);
};

/// One profile per resource, by the number of its id. A rejection is not in flight; an exchange
/// without latency is not seen in flight either.
/// @errors Cancelled, what walking the table says
[[nodiscard]] Result<std::vector<InFlightProfile>>
inFlightProfiles(const traffic::ExchangeTable &table, JobControl &job);

} // namespace dramatis::topology
