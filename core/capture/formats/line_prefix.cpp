// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/formats/line_prefix.h"

#include "core/base/ascii.h"

namespace dramatis::capture {

namespace {

/// Takes `word` and the space behind it off `text`.
void takeWord(std::string_view &text, std::string_view word)
{
    if (text.starts_with(word) && text.substr(word.size()).starts_with(' '))
        text.remove_prefix(word.size() + 1);
}

} // namespace

std::string_view withoutContainerPrefix(std::string_view line)
{
    constexpr std::size_t kShortestStamp = 20; // 2025-01-30T10:53:16Z
    constexpr std::size_t kLongestStamp = 35;  // 2025-01-30T10:53:16.123456789+01:00
    if (line.size() < kShortestStamp || !ascii::isDigit(line[0]) || line[4] != '-'
        || line[10] != 'T' || line[13] != ':')
        return line;
    const std::size_t end = line.substr(0, kLongestStamp + 1).find(' ');
    if (end == std::string_view::npos || end < kShortestStamp)
        return line;
    line.remove_prefix(end + 1);
    takeWord(line, "stdout");
    takeWord(line, "stderr");
    takeWord(line, "F");
    takeWord(line, "P");
    return line;
}

} // namespace dramatis::capture
