// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/read_ahead.h"

#include <cstdint>
#include <string_view>

namespace dramatis::capture::packets {

/// A sequential device as a window of bytes that moves on, with no copy of what it shows.
class ByteStream
{
public:
    /// The longest window that may be asked for.
    static constexpr std::size_t kLongest = std::size_t{1} << 20;

    explicit ByteStream(QIODevice &device) : m_ahead(device) {}

    /// The next `size` bytes (at most kLongest); fewer at the end. The view lives until the next
    /// call.
    /// @errors Io
    Result<std::string_view> peek(std::size_t size);
    /// Moves on by what was peeked.
    void advance(std::size_t size) { m_ahead.advance(size); }
    /// Moves on over `size` bytes, however many; fewer at the end.
    /// @return how many
    /// @errors Io
    Result<std::uint64_t> skip(std::uint64_t size);
    /// Whether the device was read since this was last asked: the time to report progress.
    [[nodiscard]] bool hasReadOn() { return m_ahead.hasReadOn(); }

private:
    ReadAhead m_ahead;
};

} // namespace dramatis::capture::packets
