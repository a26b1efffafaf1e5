// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/tables/table_rows.h"

namespace dramatis::capture {

namespace {

// A quote that is never closed must not swallow the rest of a file: a row has at most this.
constexpr std::size_t kMostLinesOfRow = 200;
constexpr std::size_t kLongestRow = std::size_t{1} << 18;
/// After so many quotes that were none, a file has no meaning of quotes over lines.
constexpr int kMostFailures = 100;

} // namespace

TableRows::TableRows(LineScanner &lines, char separator, std::size_t columns)
    : m_lines(lines)
    , m_row(separator)
    , m_columns(columns)
{}

Result<bool> TableRows::next()
{
    while (true) {
        DRAMATIS_TRY(const bool hasLine, nextLine());
        if (!hasLine)
            return false;
        if (m_text.empty())
            continue;
        if (m_isTooLong)
            m_row.parsePlain({});
        else if (!m_row.parse(m_text))
            DRAMATIS_CHECK(putTogether());
        if (m_columns == 0)
            m_columns = m_row.cells().size();
        return true;
    }
}

Result<bool> TableRows::nextLine()
{
    m_line = m_next++;
    if (!m_pending.empty()) {
        m_joined = std::move(m_pending.front().text);
        m_isUnterminated = m_pending.front().isUnterminated;
        m_pending.pop_front();
        m_text = m_joined;
        m_isTooLong = false;
        return true;
    }
    DRAMATIS_TRY(const bool hasLine, m_lines.next());
    if (!hasLine)
        return false;
    m_text = m_lines.line();
    m_isTooLong = m_lines.isTooLong();
    m_isUnterminated = m_lines.isUnterminated();
    return true;
}

/// The line ends within quotes: adds lines until they close. Where they do not, or where it makes
/// more cells than a row has, the quote was a character, and the lines are rows of their own.
Result<> TableRows::putTogether()
{
    std::string whole(m_text);
    std::deque<Line> taken;
    const bool endedBefore = m_isUnterminated;
    bool isWhole = false;
    bool isLast = false;
    while (!isWhole && m_failures < kMostFailures && taken.size() < kMostLinesOfRow
           && whole.size() < kLongestRow) {
        Line line;
        if (!m_pending.empty()) {
            line = std::move(m_pending.front());
            m_pending.pop_front();
        } else {
            DRAMATIS_TRY(const bool hasLine, m_lines.next());
            if (!hasLine)
                break;
            line = {std::string(m_lines.line()), m_lines.isUnterminated()};
        }
        whole += '\n';
        whole += line.text;
        isLast = line.isUnterminated;
        const bool mayClose = line.text.find('"') != std::string::npos;
        taken.push_back(std::move(line));
        isWhole = mayClose && m_row.parse(whole);
    }
    if (isWhole && (m_columns == 0 || m_row.cells().size() <= m_columns)) {
        m_next += taken.size();
        m_joined = std::move(whole);
        m_text = m_joined;
        m_isUnterminated = isLast;
        m_row.parse(m_text);
        return {};
    }
    ++m_failures;
    m_pending.insert(m_pending.begin(),
                     std::make_move_iterator(taken.begin()),
                     std::make_move_iterator(taken.end()));
    m_joined = whole.substr(0, whole.find('\n')); // the line itself may have been read over
    m_text = m_joined;
    m_isUnterminated = endedBefore;
    m_row.parsePlain(m_text);
    return {};
}

} // namespace dramatis::capture
