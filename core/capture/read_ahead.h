// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string_view>
#include <utility>
#include <vector>

class QIODevice;

namespace dramatis::capture {

/// A device as a window of bytes that grows at its end and is given up at its begin. Reading a MiB
/// at a time is as fast as a file allows; a larger block would only push data out of the CPU's
/// cache.
class ReadAhead
{
public:
    explicit ReadAhead(QIODevice &device) : m_device(device) {}

    /// What was read and not given up. The view lives until the next grow().
    [[nodiscard]] std::string_view window() const
    {
        return {m_buffer.data() + m_begin, m_end - m_begin};
    }
    /// Gives up the first `size` bytes of the window.
    void advance(std::size_t size) { m_begin += size; }
    /// Gives up all but the first `size` bytes of the window.
    void truncate(std::size_t size) { m_end = m_begin + size; }
    /// Reads a block behind the window.
    /// @errors Io
    Result<> grow();
    /// Whether the device has no more.
    [[nodiscard]] bool isAtEnd() const { return m_atEnd; }
    /// Whether the device was read since this was last asked: the time to report progress.
    [[nodiscard]] bool hasReadOn() { return std::exchange(m_hasReadOn, false); }

private:
    QIODevice &m_device;
    std::vector<char> m_buffer;
    std::size_t m_begin = 0; ///< of the window
    std::size_t m_end = 0;
    std::size_t m_block = std::size_t{64} << 10; ///< to be read next: small files need no MiB
    bool m_atEnd = false;
    bool m_hasReadOn = false;
};

} // namespace dramatis::capture
