// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dramatis::capture {

/// Takes a row of a table apart, as RFC 4180 has it: a cell that begins with a quote ends with one,
/// two quotes in it are one of its own. What comes between the closing quote and the separator is
/// part of the cell, as other programs read it; a quote anywhere else is a character.
class SeparatedRow
{
public:
    explicit SeparatedRow(char separator) : m_separator(separator) {}

    /// No table has more; what follows is passed over.
    static constexpr std::size_t kMostCells = 4096;

    /// Whether the row is whole: false where it ends within quotes, so that it may go on in the
    /// next line. The cells are views into `text` or into this, until the next call.
    bool parse(std::string_view text);
    /// The same with no meaning of quotes.
    void parsePlain(std::string_view text);
    [[nodiscard]] const std::vector<std::string_view> &cells() const { return m_cells; }

private:
    bool takeQuoted(std::string_view &rest);

    char m_separator;
    std::vector<std::string_view> m_cells;
    std::string m_unquoted; ///< cells with quotes in them
};

} // namespace dramatis::capture
