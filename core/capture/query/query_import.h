// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/capture/capture_reader.h"
#include "core/capture/query/query_source.h"
#include "core/traffic/capture_statistics.h"
#include "core/traffic/resource_rule.h"
#include "core/traffic/windows.h"

#include <optional>

namespace dramatis::capture {

struct QueryOptions
{
    traffic::ResourceRule rule = traffic::ResourceRule::Automatic;
    std::optional<double> windowSeconds; ///< none: automatic
};

/// Traffic as a database engine counted it: windows and sums, no single exchange.
struct QueryCapture
{
    QuerySource source; ///< its mapping is complete
    traffic::ResourceRule rule = traffic::ResourceRule::Host;
    traffic::WindowTablePtr windows;
    traffic::CaptureStatistics statistics;
    ImportSummary summary; ///< format "query"; notes say what cannot be told
};

/// The tables and views of a database.
/// @errors as QueryConnection
[[nodiscard]] Result<QStringList> tablesOf(const QuerySource &source, const QString &password);

/// The columns and first rows of a table or query, to guess from and to show.
/// @errors as QueryConnection; Format: it has no rows; Cancelled
[[nodiscard]] Result<TableSample>
sampleQuery(const QuerySource &source, const QString &password, JobControl &job);

/// Counts in the engine: one GROUP BY for the windows, one each for the widths to choose from,
/// totals, statuses, operations and clients; only their rows cross the wire. Counts and sums are
/// exact. Latency quantiles are by 20 logarithmic buckets between the least and the largest latency
/// of the table. Gaps, and all that needs single exchanges, are unknown.
/// @param source  what its mapping leaves open is guessed
/// @errors as QueryConnection, completeMapping; Unsupported: a rule or a role that cannot be
/// counted
///         by; Cancelled, within a statement too (CancelWatch)
[[nodiscard]] Result<QueryCapture> importQuery(const QuerySource &source,
                                               const QString &password,
                                               const QueryOptions &options,
                                               JobControl &job);

/// The same again for what came since: windows before the last slice of `before` are kept, that
/// slice and later ones are counted anew, and so are the sums.
[[nodiscard]] Result<QueryCapture>
refreshQuery(const QueryCapture &before, const QString &password, JobControl &job);

} // namespace dramatis::capture
