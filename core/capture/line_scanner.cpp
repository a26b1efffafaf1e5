// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading into a buffer and memchr is several times faster than mapping the file (page faults) and
// than QIODevice::readLine (a copy and a search per line); compare KDE/heaptrack's LineReader.
#include "core/capture/line_scanner.h"

namespace dramatis::capture {

namespace {

constexpr std::size_t kKeptOfTooLong = 4096;

} // namespace

Result<bool> LineScanner::next()
{
    m_tooLong = false;
    m_unterminated = false;
    std::size_t searched = 0; // how much of the window has no line end
    while (true) {
        const std::string_view window = m_ahead.window();
        const std::size_t end = window.find('\n', searched);
        if (end != std::string_view::npos) {
            m_line = window.substr(0, m_tooLong ? kKeptOfTooLong : end);
            m_ahead.advance(end + 1);
            break;
        }
        if (m_ahead.isAtEnd()) {
            if (window.empty())
                return false;
            m_line = window.substr(0, m_tooLong ? kKeptOfTooLong : window.size());
            m_ahead.advance(window.size());
            m_unterminated = true;
            break;
        }
        if (window.size() > kLongestLine) { // keep its beginning, forget what was read of it since
            m_tooLong = true;
            m_ahead.truncate(kKeptOfTooLong);
        }
        searched = m_ahead.window().size();
        DRAMATIS_CHECK(m_ahead.grow());
    }
    ++m_number;
    if (!m_tooLong && m_line.ends_with('\r'))
        m_line.remove_suffix(1);
    if (m_number == 1 && m_line.starts_with("\xEF\xBB\xBF"))
        m_line.remove_prefix(3);
    return true;
}

} // namespace dramatis::capture
