// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/formats/column_format.h"

#include <algorithm>

namespace dramatis::capture {

namespace {

/// No format has so many; a header that does is no header.
constexpr std::size_t kMostColumns = 512;

char closingOf(char c)
{
    switch (c) {
    case '"':
        return '"';
    case '[':
        return ']';
    case '{':
        return '}';
    default:
        return '\0';
    }
}

/// Whether an odd number of backslashes stands before `at`.
bool isEscapedAt(std::string_view text, std::size_t at)
{
    std::size_t backslashes = 0;
    while (backslashes < at && text[at - backslashes - 1] == '\\')
        ++backslashes;
    return backslashes % 2 == 1;
}

} // namespace

bool ColumnScanner::next(std::string_view &value)
{
    bool isSkipped = false;
    do {
        if (!goToField())
            return false;
        isSkipped = m_shape.skipsBraces && m_rest.starts_with('{');
        value = takeField();
    } while (isSkipped);
    return true;
}

bool ColumnScanner::goToField()
{
    if (m_shape.separator == ' ') {
        m_rest.remove_prefix(std::min(m_rest.find_first_not_of(' '), m_rest.size()));
        return !m_rest.empty();
    }
    if (m_isFirst) {
        m_isFirst = false;
        return true;
    }
    if (m_rest.empty())
        return false;
    m_rest.remove_prefix(1);
    return true;
}

std::string_view ColumnScanner::takeField()
{
    const char end = m_shape.areWrapped && !m_rest.empty() ? closingOf(m_rest.front()) : '\0';
    if (end != '\0' && !isAddress())
        return takeWrapped(end);
    const std::size_t size = std::min(m_rest.find(m_shape.separator), m_rest.size());
    const std::string_view value = m_rest.substr(0, size);
    m_rest.remove_prefix(size);
    return value;
}

/// "[::1]:80" is bare, though it begins like something in brackets.
bool ColumnScanner::isAddress() const
{
    const std::size_t close = m_rest.front() == '[' ? m_rest.find(']') : std::string_view::npos;
    return close != std::string_view::npos && m_rest.substr(close + 1).starts_with(':');
}

/// What is wrapped ends with `end` before a separator or the end of the line: quotes within quotes
/// that a log did not escape are its own. Where it does not end, all that is left is it.
std::string_view ColumnScanner::takeWrapped(char end)
{
    m_rest.remove_prefix(1);
    for (std::size_t at = m_rest.find(end); at != std::string_view::npos;
         at = m_rest.find(end, at + 1)) {
        const bool isLast = at + 1 == m_rest.size() || m_rest[at + 1] == m_shape.separator;
        if (!isLast || (end == '"' && isEscapedAt(m_rest, at)))
            continue;
        const std::string_view value = m_rest.substr(0, at);
        m_rest.remove_prefix(at + 1);
        return value;
    }
    const std::string_view value = m_rest;
    m_rest = {};
    return value;
}

void ColumnFormat::setColumns(std::string_view names, std::string_view separators)
{
    m_columns.clear();
    m_known = 0;
    std::size_t needed = 0;
    while (m_known < kMostColumns) {
        const std::size_t begin = names.find_first_not_of(separators);
        if (begin == std::string_view::npos)
            break;
        const std::size_t end = std::min(names.find_first_of(separators, begin), names.size());
        LogField field = fieldNamed(names.substr(begin, end - begin));
        if (field != LogField::Skip && has(field))
            field = LogField::Skip;
        m_columns.push_back(field);
        ++m_known;
        if (field != LogField::Skip)
            needed = m_known;
        names.remove_prefix(end);
    }
    m_columns.resize(needed);
}

std::size_t ColumnFormat::countNames(std::string_view line) const
{
    ColumnScanner columns(line, m_shape);
    std::string_view name;
    std::size_t names = 0;
    for (std::size_t i = 0; i < kMostColumns && columns.next(name); ++i)
        names += fieldNamed(name) != LogField::Skip ? 1U : 0U;
    return names;
}

bool ColumnFormat::has(LogField field) const
{
    return std::find(m_columns.begin(), m_columns.end(), field) != m_columns.end();
}

bool ColumnFormat::match(std::string_view line, LogFields &fields) const
{
    ColumnScanner columns(line, m_shape);
    std::string_view value;
    for (const LogField field : m_columns) {
        if (!columns.next(value))
            return false;
        if (field != LogField::Skip)
            at(fields, field) = value;
    }
    return true;
}

bool ColumnFormat::matchExactly(std::string_view line, LogFields &fields) const
{
    if (!match(line, fields))
        return false;
    ColumnScanner columns(line, m_shape);
    std::string_view value;
    for (std::size_t count = 0; columns.next(value);) {
        if (++count > m_known)
            return m_shape.mayHaveMore;
    }
    return true;
}

LogField ColumnFormat::fieldNamed(std::string_view name) const
{
    const auto found = std::find_if(m_vocabulary.begin(),
                                    m_vocabulary.end(),
                                    [name](const NamedColumn &c) { return c.name == name; });
    return found == m_vocabulary.end() ? LogField::Skip : found->field;
}

} // namespace dramatis::capture
