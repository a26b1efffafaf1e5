// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace dramatis::ui {

/// Gives `column` the room that the others leave, and never less than `least` px: Qt's own stretch
/// takes a column down to nothing where a table is narrow.
void stretchColumn(QTableView &table, int column, int least);

} // namespace dramatis::ui
