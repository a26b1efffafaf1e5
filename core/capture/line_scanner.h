// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/read_ahead.h"

#include <cstdint>
#include <string_view>

namespace dramatis::capture {

/// Takes a device apart into lines, a MiB at a time, with no copy of a line. Views live until the
/// next call.
class LineScanner
{
public:
    /// A line longer than this is no record of anything: it is passed over, and said so.
    static constexpr std::size_t kLongestLine = std::size_t{4} << 20;

    explicit LineScanner(QIODevice &device) : m_ahead(device) {}

    /// Goes to the next line. False at the end.
    /// @errors Io
    Result<bool> next();

    /// Without "\n" or "\r\n"; the byte order mark of UTF-8 is taken off the first one. Its
    /// beginning only where it is too long.
    [[nodiscard]] std::string_view line() const { return m_line; }
    [[nodiscard]] std::uint64_t number() const { return m_number; } ///< of the line, from 1
    [[nodiscard]] bool isTooLong() const { return m_tooLong; }
    /// Whether the line ended with the device, not with a line end.
    [[nodiscard]] bool isUnterminated() const { return m_unterminated; }
    /// Whether the device was read since this was last asked: the time to report progress.
    [[nodiscard]] bool hasReadOn() { return m_ahead.hasReadOn(); }

private:
    ReadAhead m_ahead;
    std::string_view m_line;
    std::uint64_t m_number = 0;
    bool m_tooLong = false;
    bool m_unterminated = false;
};

} // namespace dramatis::capture
