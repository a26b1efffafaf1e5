// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/packets/byte_stream.h"

#include "core/capture/tr.h"

#include <QIODevice>

#include <algorithm>
#include <cstring>

namespace dramatis::capture::packets {

Result<std::string_view> ByteStream::peek(std::size_t size)
{
    Q_ASSERT(size <= kLongest);
    while (m_end - m_begin < size && !m_atEnd)
        DRAMATIS_CHECK(fill());
    return std::string_view(m_buffer.data() + m_begin, std::min(size, m_end - m_begin));
}

Result<std::uint64_t> ByteStream::skip(std::uint64_t size)
{
    std::uint64_t skipped = 0;
    while (skipped < size) {
        DRAMATIS_TRY(
            const std::string_view part,
            peek(static_cast<std::size_t>(std::min<std::uint64_t>(size - skipped, kLongest))));
        if (part.empty())
            break;
        m_begin += part.size();
        skipped += part.size();
    }
    return skipped;
}

bool ByteStream::hasReadOn()
{
    return std::exchange(m_hasReadOn, false);
}

Result<> ByteStream::fill()
{
    m_buffer.resize(2 * kLongest);
    if (m_begin > 0) {
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    // No more than kLongest at a time: a bigger buffer would only push data out of the CPU's cache.
    const qint64 count = m_device.read(
        m_buffer.data() + m_end, static_cast<qint64>(std::min(kLongest, m_buffer.size() - m_end)));
    if (count < 0)
        return makeError(ErrorKind::Io, Tr::tr("Reading failed: %1.").arg(m_device.errorString()));
    m_hasReadOn = true;
    m_atEnd = count == 0;
    m_end += static_cast<std::size_t>(count);
    return {};
}

} // namespace dramatis::capture::packets
