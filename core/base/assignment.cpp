// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every row and column has a potential such that no reduced cost, cost - potential of the row -
// potential of the column, is below 0, and those of assigned pairs are 0. Rows are added one by
// one: Dijkstra over reduced costs finds the cheapest way to a free column, alternating between
// columns and the rows they are assigned to; along it the pairs are exchanged.
#include "core/base/assignment.h"

#include <QtGlobal>

#include <limits>

namespace dramatis {

std::vector<std::size_t>
cheapestAssignment(std::span<const double> costs, std::size_t rows, std::size_t columns)
{
    Q_ASSERT(rows <= columns && costs.size() == rows * columns);
    // Column `columns` is where each search starts: it is assigned to the row that is added.
    const std::size_t none = rows;
    const std::size_t start = columns;
    std::vector<double> ofRow(rows, 0);
    std::vector<double> ofColumn(columns + 1, 0);
    std::vector<std::size_t> rowOf(columns + 1, none);
    std::vector<std::size_t> cameFrom(columns, start);
    for (std::size_t added = 0; added < rows; ++added) {
        std::vector<double> shortest(columns, std::numeric_limits<double>::infinity());
        std::vector<bool> isDone(columns + 1, false);
        rowOf[start] = added;
        std::size_t at = start;
        while (rowOf[at] != none) {
            isDone[at] = true;
            const std::size_t row = rowOf[at];
            std::size_t nearest = start;
            double step = std::numeric_limits<double>::infinity();
            for (std::size_t column = 0; column < columns; ++column) {
                if (isDone[column])
                    continue;
                const double reduced =
                    costs[row * columns + column] - ofRow[row] - ofColumn[column];
                if (reduced < shortest[column]) {
                    shortest[column] = reduced;
                    cameFrom[column] = at;
                }
                if (shortest[column] < step) {
                    step = shortest[column];
                    nearest = column;
                }
            }
            for (std::size_t column = 0; column <= columns; ++column) {
                if (isDone[column]) {
                    ofRow[rowOf[column]] += step;
                    ofColumn[column] -= step;
                } else if (column < columns) {
                    shortest[column] -= step;
                }
            }
            at = nearest;
        }
        for (; at != start; at = cameFrom[at])
            rowOf[at] = rowOf[cameFrom[at]];
    }
    std::vector<std::size_t> columnOf(rows, columns);
    for (std::size_t column = 0; column < columns; ++column) {
        if (rowOf[column] != none)
            columnOf[rowOf[column]] = column;
    }
    return columnOf;
}

} // namespace dramatis
