// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/string_pool.h"

#include "core/table/hash.h"

#include <algorithm>
#include <cstring>

namespace dramatis::table {

namespace {

constexpr std::size_t kBlockSize = 64 * 1024;
constexpr std::string_view kOtherText = "(other)";

using TextSize = std::uint32_t;

} // namespace

StringPool::StringPool(std::size_t capacity) : m_capacity(std::max<std::size_t>(capacity, 2))
{
    m_views.emplace_back();
    m_slots.resize(64);
}

std::uint32_t StringPool::hashOf(std::string_view text)
{
    return static_cast<std::uint32_t>(hashBytes(text.data(), text.size()));
}

StringId StringPool::intern(std::string_view text, std::uint32_t hash)
{
    if (text.empty())
        return none();
    std::size_t slot = slotOf(text, hash);
    if (m_slots[slot].id != 0)
        return StringId{m_slots[slot].id};
    if (m_overflowed)
        return m_other;
    const auto id = static_cast<std::uint32_t>(m_views.size());
    if (m_views.size() + 1 == m_capacity) { // the last place is for all that do not fit
        m_views.push_back(kOtherText);
        m_other = StringId{id};
        m_overflowed = true;
        return m_other;
    }
    m_views.push_back(store(text));
    if (m_views.size() * 2 > m_slots.size()) {
        grow();
        slot = slotOf(text, hash);
    }
    m_slots[slot] = {m_views.back().data(), hash, id};
    return StringId{id};
}

StringId StringPool::find(std::string_view text, std::uint32_t hash) const
{
    return text.empty() ? none() : StringId{m_slots[slotOf(text, hash)].id};
}

void StringPool::prefetchSlot(std::uint32_t hash) const
{
    __builtin_prefetch(&m_slots[hash & (m_slots.size() - 1)]);
}

void StringPool::prefetchText(std::uint32_t hash) const
{
    const Slot &slot = m_slots[hash & (m_slots.size() - 1)];
    if (slot.id != 0)
        __builtin_prefetch(slot.text - sizeof(TextSize));
}

QString StringPool::text(StringId id) const
{
    const std::string_view view = at(id);
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

std::string_view StringPool::textOf(const Slot &slot)
{
    TextSize size = 0;
    std::memcpy(&size, slot.text - sizeof size, sizeof size);
    return {slot.text, size};
}

/// Where `text` is, or the free place where it belongs.
std::size_t StringPool::slotOf(std::string_view text, std::uint32_t hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = hash & mask;
    while (m_slots[slot].id != 0 && (m_slots[slot].hash != hash || textOf(m_slots[slot]) != text))
        slot = (slot + 1) & mask;
    return slot;
}

std::string_view StringPool::store(std::string_view text)
{
    const auto textSize = static_cast<TextSize>(text.size());
    const std::size_t needed = sizeof textSize + text.size();
    if (needed > m_blockSize - m_blockUsed) {
        m_blockSize = std::max(kBlockSize, needed);
        m_blocks.push_back(std::make_unique<char[]>(m_blockSize));
        m_blockUsed = 0;
    }
    char *place = m_blocks.back().get() + m_blockUsed;
    std::memcpy(place, &textSize, sizeof textSize);
    std::memcpy(place + sizeof textSize, text.data(), text.size());
    m_blockUsed += needed;
    return {place + sizeof textSize, text.size()};
}

void StringPool::grow()
{
    std::vector<Slot> old(m_slots.size() * 2);
    old.swap(m_slots);
    const std::size_t mask = m_slots.size() - 1;
    for (const Slot &entry : old) {
        if (entry.id == 0)
            continue;
        std::size_t slot = entry.hash & mask;
        while (m_slots[slot].id != 0)
            slot = (slot + 1) & mask;
        m_slots[slot] = entry;
    }
}

} // namespace dramatis::table
