// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/compare_captures.h"
#include "ui/models/table_model.h"

namespace dramatis::ui {

/// One figure of two captures, with what it is of.
struct ComparisonRow
{
    QString group; ///< "All", a resource or an operation
    traffic::ComparedFigure figure;
    int order = 0; ///< as they stand in the comparison, greatest first
};

[[nodiscard]] TableModel<ComparisonRow>::Rows
comparisonRows(const traffic::CaptureComparison &comparison);

/// Where, measure, A, B, difference with its interval, relative difference, adjusted p, reading.
[[nodiscard]] std::vector<TableColumn<ComparisonRow>> comparisonColumns();

} // namespace dramatis::ui
