// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/stretched_column.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace dramatis::ui {

void stretchColumn(QTableView &table, int column, int least)
{
    const int others = table.horizontalHeader()->length() - table.columnWidth(column);
    table.setColumnWidth(column, std::max(least, table.viewport()->width() - others));
}

} // namespace dramatis::ui
