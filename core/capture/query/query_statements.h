// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/query/query_source.h"
#include "core/capture/query/sql_dialect.h"
#include "core/traffic/resource_rule.h"

#include <array>
#include <map>
#include <vector>

namespace dramatis::capture {

inline constexpr std::size_t kLatencyBuckets = 20;

/// Upper ends of the buckets of latencies, ns, each as many times the one before; the last takes
/// all that is above.
using LatencyEdges = std::array<double, kLatencyBuckets>;

/// Edges that part [least, largest] into equal ratios.
[[nodiscard]] LatencyEdges latencyEdges(double least, double largest);

/// The statements that count traffic in an engine. The one place where SQL is put together: names
/// are quoted, numbers are ours, the person's own query stands in brackets.
class QueryStatements
{
public:
    /// @param mapping  complete, of the columns of `types`
    /// @param rule     Server, Host or Segment
    /// @errors Unsupported: naming the role that the engine is not asked to read, the form of
    /// stamps
    static Result<QueryStatements> make(const SqlDialect &dialect,
                                        const QuerySource &source,
                                        const std::map<QString, SqlType> &types,
                                        traffic::ResourceRule rule);

    /// The first rows, for the columns and to guess from.
    [[nodiscard]] static QString sample(const QuerySource &source);
    /// rows, rows with a time, first, last (ns), least latency above 0 and largest (their unit)
    [[nodiscard]] QString totals() const;
    /// width (s), exchanges of a window (60 is 60 and more), windows
    [[nodiscard]] QString windowSizes() const;
    /// resource, slice, exchanges, known outcomes, errors, known methods, writes, known request
    /// sizes, known response sizes, known latencies, sums of the three (B, B, ns), and how many
    /// latencies lie below 0 and below each edge but the last. By resource and slice.
    /// @param fromSlice  the first one that is wanted
    [[nodiscard]] QString
    windows(std::int64_t width, const LatencyEdges &edges, std::int64_t fromSlice) const;
    /// status, exchanges
    [[nodiscard]] QString statuses() const;
    /// name, counts and sums in the order of windows but 0 for methods, writes and the sum of
    /// latencies, number of groups; the 1,000 with most exchanges. Empty where there is no such
    /// column.
    [[nodiscard]] QString operations() const;
    [[nodiscard]] QString clients() const;

    [[nodiscard]] double latencyUnit() const { return m_latencyUnit; } ///< ns
    [[nodiscard]] bool hasLatency() const { return !m_latency.isEmpty(); }
    [[nodiscard]] bool has(ColumnRole role) const { return m_mapping.find(role) != nullptr; }

private:
    QueryStatements(const SqlDialect &dialect, ColumnMapping mapping);
    [[nodiscard]] QString groups(const QString &name) const;
    [[nodiscard]] QString textOf(ColumnRole role) const;
    [[nodiscard]] QString sizeOf(ColumnRole role) const;
    [[nodiscard]] QString outcomeOf() const;
    [[nodiscard]] QString kindOf() const;
    [[nodiscard]] QString path() const;
    /// @param ofWindows  else those that nobody reads of a group are 0: each costs the engine time
    [[nodiscard]] QStringList counts(bool ofWindows) const;

    SqlDialect m_dialect;
    ColumnMapping m_mapping;
    std::map<QString, SqlType> m_types;
    QString m_from;           ///< "FROM (...) AS t"
    QString m_begin;          ///< ns
    QString m_latency;        ///< in the column's unit, or ns
    double m_latencyUnit = 1; ///< ns
    QString m_resource;
};

} // namespace dramatis::capture
