// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "ui/print/piece.h"

namespace dramatis::ui {

/// Numbers of figures and tables, counted through the report.
struct PrintCounters
{
    int figures = 0;
    int tables = 0;
};

/// A section as pieces for a body of `width` points.
/// @param cover       the first section of a report: kicker and title instead of a section's
/// heading
/// @param bodyHeight  of a page: a section begins on a new page where little is left of the old one
[[nodiscard]] Pieces sectionPieces(const report::Report &report,
                                   const report::Section &section,
                                   bool cover,
                                   double width,
                                   double bodyHeight,
                                   PrintCounters &counters);

/// Rows of a table: header, rows that repeat it after a page break, caption.
[[nodiscard]] Pieces tablePieces(const report::TableBlock &table, double width, int number);

} // namespace dramatis::ui
