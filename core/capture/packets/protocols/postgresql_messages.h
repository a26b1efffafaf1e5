// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/packets/byte_order.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

/// The messages of PostgreSQL's protocol 3.
/// Source: PostgreSQL 15 documentation, chapter 55.7.
namespace dramatis::capture::packets::postgresql {

inline constexpr std::size_t kHeader = 5;
inline constexpr std::size_t kKeptOfBody = 4096;
inline constexpr std::size_t kLongestMessage = std::size_t{1} << 30;

/// Whether bytes begin like a message of one of these types.
inline bool isHeader(std::string_view bytes, std::string_view types)
{
    return bytes.size() >= kHeader && types.find(bytes.front()) != std::string_view::npos
           && be32(bytes, 1) >= 4 && be32(bytes, 1) <= kLongestMessage;
}

struct PgMessage
{
    char type = 0;         ///< 0: of the start, which has none
    std::string_view body; ///< its beginning, at most kKeptOfBody
    std::uint64_t bytes = 0;
    std::int64_t begin = 0;
};

/// One side, taken apart into messages.
class PgReader
{
public:
    PgReader(std::string_view types, bool isUntyped) : m_types(types), m_isUntyped(isUntyped) {}

    /// @param take  may change what is expected next; returns false to stop
    template<typename Take>
    std::size_t data(std::string_view bytes, std::int64_t time, Take take)
    {
        std::size_t at = 0;
        while (at < bytes.size()) {
            if (m_isLost && !isHeader(bytes.substr(at), m_types))
                return bytes.size();
            m_isLost = false;
            if (m_head.empty())
                m_begin = time;
            const std::size_t headSize = m_isUntyped ? 4 : kHeader;
            if (m_head.size() < headSize) {
                const std::size_t part = std::min(bytes.size() - at, headSize - m_head.size());
                m_head += bytes.substr(at, part);
                at += part;
                if (m_head.size() < headSize)
                    return at;
                const std::uint32_t size = be32(m_head, headSize - 4);
                if (size < 4 || size > kLongestMessage
                    || (!m_isUntyped && m_types.find(m_head[0]) == std::string_view::npos)) {
                    lose();
                    return bytes.size();
                }
                m_left = size - 4;
                m_size = headSize + m_left;
            }
            const std::size_t part = std::min(bytes.size() - at, m_left);
            m_body += bytes.substr(at, std::min(part, kKeptOfBody - m_body.size()));
            m_left -= part;
            at += part;
            if (m_left > 0)
                return at;
            const std::string body = std::exchange(m_body, {});
            const char type = m_isUntyped ? '\0' : m_head[0];
            m_head.clear();
            if (!take(PgMessage{type, body, m_size, m_begin}))
                return at;
        }
        return at;
    }

    /// False where it is not known any more what is being said.
    bool skip(std::uint64_t size)
    {
        const bool isInBody = m_left > 0 && size < m_left;
        if (isInBody)
            m_left -= static_cast<std::size_t>(size);
        else
            lose();
        return isInBody;
    }

    void setUntyped(bool isUntyped) { m_isUntyped = isUntyped; }
    [[nodiscard]] bool isUntyped() const { return m_isUntyped; }
    [[nodiscard]] bool isLost() const { return m_isLost; }

private:
    void lose()
    {
        m_head.clear();
        m_body.clear();
        m_left = 0;
        m_isUntyped = false;
        m_isLost = true;
    }

    std::string_view m_types;
    bool m_isUntyped = false;
    bool m_isLost = false;
    std::string m_head;
    std::string m_body;
    std::size_t m_left = 0;
    std::size_t m_size = 0;
    std::int64_t m_begin = 0;
};

} // namespace dramatis::capture::packets::postgresql
