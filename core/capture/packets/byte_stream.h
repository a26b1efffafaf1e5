// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string_view>
#include <vector>

class QIODevice;

namespace dramatis::capture::packets {

/// A sequential device as a window of bytes that moves on, with no copy of what it shows.
class ByteStream
{
public:
    /// The longest window that may be asked for.
    static constexpr std::size_t kLongest = std::size_t{1} << 20;

    explicit ByteStream(QIODevice &device) : m_device(device) {}

    /// The next `size` bytes (at most kLongest); fewer at the end. The view lives until the next
    /// call.
    /// @errors Io
    Result<std::string_view> peek(std::size_t size);
    /// Moves on by what was peeked.
    void advance(std::size_t size) { m_begin += size; }
    /// Moves on over `size` bytes, however many; fewer at the end.
    /// @return how many
    /// @errors Io
    Result<std::uint64_t> skip(std::uint64_t size);
    /// Whether the device was read since this was last asked: the time to report progress.
    [[nodiscard]] bool hasReadOn();

private:
    Result<> fill();

    QIODevice &m_device;
    std::vector<char> m_buffer;
    std::size_t m_begin = 0; ///< of what was not given out yet
    std::size_t m_end = 0;
    bool m_atEnd = false;
    bool m_hasReadOn = false;
};

} // namespace dramatis::capture::packets
