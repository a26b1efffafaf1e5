// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/tables/separated_row.h"

#include <algorithm>

namespace dramatis::capture {

void SeparatedRow::parsePlain(std::string_view text)
{
    m_cells.clear();
    while (m_cells.size() < kMostCells) {
        const std::size_t end = text.find(m_separator);
        m_cells.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return;
        text.remove_prefix(end + 1);
    }
}

bool SeparatedRow::parse(std::string_view text)
{
    if (text.find('"') == std::string_view::npos) {
        parsePlain(text);
        return true;
    }
    m_cells.clear();
    m_unquoted.clear();
    m_unquoted.reserve(text.size()); // views into it must stay
    while (m_cells.size() < kMostCells) {
        std::string_view lead = text;
        if (m_separator != ' ' && m_separator != '\t') // "a, "b"" is common
            lead.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
        if (lead.starts_with('"')) {
            text = lead;
            if (!takeQuoted(text))
                return false;
        } else {
            const std::size_t size = std::min(text.find(m_separator), text.size());
            m_cells.push_back(text.substr(0, size));
            text.remove_prefix(size);
        }
        if (text.empty())
            return true;
        text.remove_prefix(1);
    }
    return true;
}

/// Takes a cell that begins with a quote off `rest`, up to the separator.
bool SeparatedRow::takeQuoted(std::string_view &rest)
{
    const std::size_t begin = m_unquoted.size();
    rest.remove_prefix(1);
    while (true) {
        const std::size_t quote = rest.find('"');
        if (quote == std::string_view::npos)
            return false;
        if (quote + 1 == rest.size() || rest[quote + 1] != '"') {
            const std::string_view last = rest.substr(0, quote);
            rest.remove_prefix(quote + 1);
            const std::size_t size = std::min(rest.find(m_separator), rest.size());
            if (m_unquoted.size() == begin && size == 0) { // nothing to put together
                m_cells.push_back(last);
                return true;
            }
            m_unquoted.append(last);
            m_unquoted.append(rest.substr(0, size));
            rest.remove_prefix(size);
            m_cells.push_back(std::string_view(m_unquoted).substr(begin));
            return true;
        }
        m_unquoted.append(rest.substr(0, quote + 1));
        rest.remove_prefix(quote + 2);
    }
}

} // namespace dramatis::capture
