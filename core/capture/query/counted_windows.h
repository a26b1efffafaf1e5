// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/query/bucket_quantiles.h"
#include "core/capture/query/query_connection.h"
#include "core/capture/query/query_statements.h"
#include "core/traffic/capture_statistics.h"
#include "core/traffic/windows.h"

#include <QSqlQuery>

#include <map>

namespace dramatis::capture {

/// Of the whole table.
struct QueryTotals
{
    std::uint64_t rows = 0;
    std::uint64_t timed = 0;       ///< rows with a time
    std::int64_t first = kUnknown; ///< ns
    std::int64_t last = kUnknown;  ///< ns
    double leastLatency = 0;       ///< ns, above 0
    double largestLatency = 0;     ///< ns
};

[[nodiscard]] Result<QueryTotals> readTotals(const QueryConnection &connection,
                                             const QueryStatements &statements);

/// Puts windows together from the rows that an engine counted, and sums them up.
class CountedWindows
{
public:
    CountedWindows(std::int64_t width,
                   const QueryTotals &totals,
                   const QueryStatements &statements);

    /// Takes over the windows before the last slice of a table of the same width.
    void keep(const traffic::WindowTable &table);
    [[nodiscard]] const LatencyEdges &edges() const { return m_edges; }
    /// One row of QueryStatements::windows.
    void add(const QSqlQuery &row);
    /// All windows, sorted.
    [[nodiscard]] traffic::WindowTable table() const;
    /// Sums of the windows of `table`; statuses, operations and clients by statements of their own.
    [[nodiscard]] Result<traffic::CaptureStatistics> statistics(const traffic::WindowTable &table,
                                                                const QueryConnection &connection,
                                                                JobControl &job);

private:
    traffic::Window windowOf(const QSqlQuery &row);
    StringId idOf(const QString &resource);

    std::int64_t m_width;
    QueryTotals m_totals;
    const QueryStatements &m_statements;
    LatencyEdges m_edges;
    std::vector<QString> m_names{QString()}; ///< by id; 0 is unnamed
    std::map<QString, StringId> m_ids;
    std::vector<traffic::Window> m_windows;
    std::map<std::uint32_t, BucketQuantiles> m_latencies; ///< of resources, of the windows added
    bool m_hasKept = false;                               ///< some windows are of an earlier time
};

} // namespace dramatis::capture
