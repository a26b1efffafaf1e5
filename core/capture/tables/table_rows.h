// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/line_scanner.h"
#include "core/capture/tables/separated_row.h"

#include <deque>
#include <optional>
#include <string>

namespace dramatis::capture {

/// The rows of a table, each from one line or, where line ends stand in quotes, several.
class TableRows
{
public:
    /// @param lines    must outlive this
    /// @param columns  cells that a row should have; what has more after lines were put together
    ///                 was none of one row. 0: as many as the first row has
    TableRows(LineScanner &lines, char separator, std::size_t columns);

    /// Goes to the next row that is not empty. False at the end.
    /// @errors Io
    Result<bool> next();

    [[nodiscard]] const std::vector<std::string_view> &cells() const { return m_row.cells(); }
    /// The row as it stands there, its beginning where it is too long to be one.
    [[nodiscard]] std::string_view text() const { return m_text; }
    [[nodiscard]] std::uint64_t line() const { return m_line; } ///< its first, from 1
    [[nodiscard]] bool isTooLong() const { return m_isTooLong; }
    /// Whether it ended with the device, not with a line end.
    [[nodiscard]] bool isUnterminated() const { return m_isUnterminated; }

private:
    struct Line
    {
        std::string text;
        bool isUnterminated = false;
    };

    Result<bool> nextLine();
    Result<> putTogether();

    LineScanner &m_lines;
    SeparatedRow m_row;
    std::size_t m_columns;
    std::string_view m_text;
    std::string m_joined;
    std::deque<Line> m_pending; ///< lines that were read on trial
    std::uint64_t m_line = 0;
    std::uint64_t m_next = 1; ///< number of the next line
    int m_failures = 0;
    bool m_isTooLong = false;
    bool m_isUnterminated = false;
};

} // namespace dramatis::capture
