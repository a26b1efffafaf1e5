// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/packets/byte_order.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

/// The frames of HTTP/2.
/// Source: RFC 9113 section 4 and 6.
namespace dramatis::capture::packets::http2 {

inline constexpr std::size_t kFrameHeader = 9;
/// Of a head; nobody has a longer one.
inline constexpr std::size_t kLongestBlock = 256 * 1024;

enum FrameType : std::uint8_t {
    Data = 0,
    Headers = 1,
    ResetStream = 3,
    PushPromise = 5,
    Continuation = 9,
};
inline constexpr std::uint8_t kEndStream = 0x01;
inline constexpr std::uint8_t kEndHeaders = 0x04;
inline constexpr std::uint8_t kPadded = 0x08;
inline constexpr std::uint8_t kPriority = 0x20;

struct Frame
{
    std::uint8_t type = 0;
    std::uint8_t flags = 0;
    std::uint32_t stream = 0;
    std::string_view payload; ///< empty for Data, whose bytes are not kept
    std::uint64_t size = 0;   ///< with header
    std::int64_t begin = 0;
};

/// Whether what such a frame carries is looked at.
inline bool isKept(std::uint8_t type)
{
    return type == Headers || type == PushPromise || type == Continuation || type == ResetStream;
}

/// One side, taken apart into frames.
class FrameReader
{
public:
    /// False once the bytes are no frames.
    template<typename Take>
    bool data(std::string_view bytes, std::int64_t time, Take take)
    {
        while (!bytes.empty()) {
            if (m_head.empty())
                m_begin = time;
            if (m_head.size() < kFrameHeader) {
                const std::size_t part = std::min(bytes.size(), kFrameHeader - m_head.size());
                m_head += bytes.substr(0, part);
                bytes.remove_prefix(part);
                if (m_head.size() < kFrameHeader)
                    return true;
                m_left = be24(m_head, 0);
                m_size = kFrameHeader + m_left;
                if (isKept(byteAt(m_head, 3)) && m_left > kLongestBlock)
                    return false;
            }
            const std::size_t part = std::min(bytes.size(), m_left);
            if (isKept(byteAt(m_head, 3)))
                m_payload += bytes.substr(0, part);
            m_left -= part;
            bytes.remove_prefix(part);
            if (m_left > 0)
                return true;
            const std::string payload = std::exchange(m_payload, {});
            const Frame frame{byteAt(m_head, 3),
                              byteAt(m_head, 4),
                              be32(m_head, 5) & 0x7fffffffU,
                              payload,
                              m_size,
                              m_begin};
            m_head.clear();
            if (!take(frame))
                return false;
        }
        return true;
    }

    /// False where it is not known any more what is being said.
    bool skip(std::uint64_t size)
    {
        if (m_left == 0 || size >= m_left || isKept(byteAt(m_head, 3)))
            return false;
        m_left -= static_cast<std::size_t>(size);
        return true;
    }

private:
    std::string m_head;
    std::string m_payload;
    std::size_t m_left = 0;
    std::size_t m_size = 0;
    std::int64_t m_begin = 0;
};

} // namespace dramatis::capture::packets::http2
