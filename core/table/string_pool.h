// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace dramatis::table {

/// Distinct strings (UTF-8 as they stood in the capture, maybe invalid), numbered in order of first
/// use. Id 0 is always the empty string, which means "not in this record". Capped: past `capacity`
/// strings every new one becomes `other()`, so that a capture of a billion distinct paths stays
/// bounded. Interning the strings of a pool again in order of id, into one of the same capacity,
/// gives the same pool, `other()` included: that is how a project restores it.
class StringPool
{
public:
    static constexpr std::size_t kDefaultCapacity = 65'536;

    /// @param capacity  most strings, the empty one and `other()` included; at least 2
    explicit StringPool(std::size_t capacity = kDefaultCapacity);
    StringPool(StringPool &&) noexcept = default;
    StringPool &operator=(StringPool &&) noexcept = default;
    StringPool(const StringPool &) = delete; ///< views point into it; share it instead
    StringPool &operator=(const StringPool &) = delete;
    ~StringPool() = default;

    /// The id of `text`, which is copied if it is new.
    StringId intern(std::string_view text) { return intern(text, hashOf(text)); }
    /// The id of `text` if it is here, else `none()`.
    [[nodiscard]] StringId find(std::string_view text) const { return find(text, hashOf(text)); }

    /// What `text` is looked up by.
    [[nodiscard]] static std::uint32_t hashOf(std::string_view text);
    /// The same with the hash at hand, for who looks up many texts at a time: a pool is larger than
    /// the cache near the processor, so a look-up mostly waits for memory, and many waits at once
    /// take as long as one (group prefetching: Chen, Ailamaki, Gibbons, Mowry 2004, "Improving Hash
    /// Join Performance through Prefetching"). First `prefetchSlot` for all, then `prefetchText`
    /// for all, then these.
    StringId intern(std::string_view text, std::uint32_t hash);
    [[nodiscard]] StringId find(std::string_view text, std::uint32_t hash) const;
    void prefetchSlot(std::uint32_t hash) const;
    void prefetchText(std::uint32_t hash) const;

    [[nodiscard]] std::string_view at(StringId id) const { return m_views[number(id)]; }
    /// For people: decoded leniently.
    [[nodiscard]] QString text(StringId id) const;

    [[nodiscard]] std::size_t size() const { return m_views.size(); }
    /// Whether a string did not fit, so that `other()` stands for several.
    [[nodiscard]] bool overflowed() const { return m_overflowed; }

    [[nodiscard]] static constexpr StringId none() { return StringId{0}; }
    /// The id of what did not fit; meaningful only where `overflowed()`.
    [[nodiscard]] StringId other() const { return m_other; }

    [[nodiscard]] std::size_t capacity() const { return m_capacity; }

private:
    /// One place of the open-addressing table; `id` 0 is a free one, for the empty string is not in
    /// it. The text is beside the id, so that a look-up asks memory twice and not three times.
    struct Slot
    {
        const char *text = nullptr; ///< its size, 4 bytes, stands before it
        std::uint32_t hash = 0;
        std::uint32_t id = 0;
    };

    [[nodiscard]] static std::string_view textOf(const Slot &slot);
    [[nodiscard]] std::size_t slotOf(std::string_view text, std::uint32_t hash) const;
    [[nodiscard]] std::string_view store(std::string_view text);
    void grow();

    std::size_t m_capacity;
    std::vector<std::unique_ptr<char[]>> m_blocks; ///< the characters; never moved
    std::size_t m_blockUsed = 0;
    std::size_t m_blockSize = 0;
    std::vector<std::string_view> m_views;
    std::vector<Slot> m_slots; ///< a power of two, at most half full
    StringId m_other{0};
    bool m_overflowed = false;
};

} // namespace dramatis::table
