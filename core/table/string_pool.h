// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QString>

#include <cstddef>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dramatis::table {

/// Distinct strings (UTF-8 as they stood in the capture, maybe invalid), numbered in order of first use.
/// Id 0 is always the empty string, which means "not in this record". Capped: past `capacity` strings
/// every new one becomes `other()`, so that a capture of a billion distinct paths stays bounded.
class StringPool
{
public:
    static constexpr std::size_t kDefaultCapacity = 65'536;

    explicit StringPool(std::size_t capacity = kDefaultCapacity);

    /// The id of `text`, which is copied if it is new.
    StringId intern(std::string_view text);
    /// The id of `text` if it is here, else `none()`.
    [[nodiscard]] StringId find(std::string_view text) const;

    [[nodiscard]] std::string_view at(StringId id) const { return m_views[number(id)]; }
    /// For people: decoded leniently.
    [[nodiscard]] QString text(StringId id) const;

    [[nodiscard]] std::size_t size() const { return m_views.size(); }
    /// Whether a string did not fit, so that `other()` stands for several.
    [[nodiscard]] bool overflowed() const { return m_overflowed; }

    [[nodiscard]] static constexpr StringId none() { return StringId{0}; }
    /// The id of what did not fit; meaningful only where `overflowed()`.
    [[nodiscard]] StringId other() const { return m_other; }

private:
    std::size_t m_capacity;
    std::deque<std::string> m_strings;
    std::vector<std::string_view> m_views;
    std::unordered_map<std::string_view, StringId> m_ids;
    StringId m_other{0};
    bool m_overflowed = false;
};

} // namespace dramatis::table
