// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading into a buffer and memchr is several times faster than mapping the file (page faults) and
// than QIODevice::readLine (a copy and a search per line); compare KDE/heaptrack's LineReader.
#include "core/capture/line_scanner.h"

#include "core/capture/tr.h"

#include <QIODevice>

#include <cstring>
#include <utility>

namespace dramatis::capture {

namespace {

constexpr std::size_t kLineBlock = std::size_t{1} << 20;
constexpr std::size_t kKeptOfTooLong = 4096;

} // namespace

Result<bool> LineScanner::next()
{
    m_tooLong = false;
    m_unterminated = false;
    std::size_t searched = m_begin;
    while (true) {
        const void *found = m_end == searched
                                ? nullptr
                                : std::memchr(m_buffer.data() + searched, '\n', m_end - searched);
        if (found) {
            const auto end =
                static_cast<std::size_t>(static_cast<const char *>(found) - m_buffer.data());
            m_line = {m_buffer.data() + m_begin, m_tooLong ? kKeptOfTooLong : end - m_begin};
            m_begin = end + 1;
            break;
        }
        if (m_atEnd) {
            if (m_begin == m_end)
                return false;
            m_line = {m_buffer.data() + m_begin, m_tooLong ? kKeptOfTooLong : m_end - m_begin};
            m_begin = m_end;
            m_unterminated = true;
            break;
        }
        if (m_end - m_begin
            > kLongestLine) { // keep its beginning, forget what was read of it since
            m_tooLong = true;
            m_end = m_begin + kKeptOfTooLong;
        }
        searched =
            m_end - m_begin; // where the search goes on, once fill() has moved it to the front
        DRAMATIS_CHECK(fill());
    }
    ++m_number;
    if (!m_tooLong && m_line.ends_with('\r'))
        m_line.remove_suffix(1);
    if (m_number == 1 && m_line.starts_with("\xEF\xBB\xBF"))
        m_line.remove_prefix(3);
    return true;
}

bool LineScanner::hasReadOn()
{
    return std::exchange(m_hasReadOn, false);
}

/// Moves what is left to the front and reads a block behind it.
Result<> LineScanner::fill()
{
    if (m_begin > 0) {
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    if (m_buffer.size() < m_end + kLineBlock)
        m_buffer.resize(m_end + kLineBlock);
    const qint64 count = m_device.read(m_buffer.data() + m_end, static_cast<qint64>(kLineBlock));
    if (count < 0)
        return makeError(ErrorKind::Io, Tr::tr("Reading failed: %1.").arg(m_device.errorString()));
    m_atEnd = count == 0;
    m_end += static_cast<std::size_t>(count);
    m_hasReadOn = true;
    return {};
}

} // namespace dramatis::capture
