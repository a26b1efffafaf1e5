// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/read_ahead.h"

#include "core/capture/tr.h"

#include <QIODevice>

#include <algorithm>
#include <cstring>

namespace dramatis::capture {

namespace {

constexpr std::size_t kLargestBlock = std::size_t{1} << 20;

} // namespace

Result<> ReadAhead::grow()
{
    if (m_begin > 0) {
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    if (m_buffer.size() < m_end + m_block)
        m_buffer.resize(m_end + m_block);
    const qint64 count = m_device.read(m_buffer.data() + m_end, static_cast<qint64>(m_block));
    m_block = std::min(4 * m_block, kLargestBlock);
    if (count < 0)
        return makeError(ErrorKind::Io, Tr::tr("Reading failed: %1.").arg(m_device.errorString()));
    m_atEnd = count == 0;
    m_end += static_cast<std::size_t>(count);
    m_hasReadOn = true;
    return {};
}

} // namespace dramatis::capture
