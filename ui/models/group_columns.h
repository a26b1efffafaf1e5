// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/capture_reader.h"
#include "core/traffic/capture_statistics.h"
#include "ui/models/table_model.h"

namespace dramatis::ui {

/// A group (resource, operation, client) with its share of all exchanges.
struct GroupRow
{
    traffic::GroupTotals group;
    double share = 0;
};

/// @param all  exchanges that the shares are of
[[nodiscard]] TableModel<GroupRow>::Rows groupRows(const std::vector<traffic::GroupTotals> &groups,
                                                   std::uint64_t all);

/// @param title  of the first column: "Resource"
/// @param peak   with the peak rate, which only resources have
[[nodiscard]] std::vector<TableColumn<GroupRow>> groupColumns(const QString &title, bool peak);

/// Place, reason and text of records that were skipped.
[[nodiscard]] std::vector<TableColumn<capture::SkippedSample>> skippedColumns();

} // namespace dramatis::ui
