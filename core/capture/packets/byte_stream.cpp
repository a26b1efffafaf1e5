// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/packets/byte_stream.h"

#include <QtGlobal>

#include <algorithm>

namespace dramatis::capture::packets {

Result<std::string_view> ByteStream::peek(std::size_t size)
{
    Q_ASSERT(size <= kLongest);
    while (m_ahead.window().size() < size && !m_ahead.isAtEnd())
        DRAMATIS_CHECK(m_ahead.grow());
    return m_ahead.window().substr(0, size);
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
        m_ahead.advance(part.size());
        skipped += part.size();
    }
    return skipped;
}

} // namespace dramatis::capture::packets
