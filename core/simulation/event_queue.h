// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dramatis::simulation {

/// What happens when an event is due. At the same nanosecond a lower kind goes first: a fault
/// before all, a worker is free before somebody asks for it, an answer in time is not a timeout.
enum class EventKind : std::uint32_t {
    Fault,
    ServiceDone,
    Delivery, ///< a request reaches the callee
    Answer,   ///< an answer reaches the caller
    Timeout,
    Arrival
};

struct Event
{
    std::int64_t time = 0;   ///< ns from the start of the run
    std::uint64_t order = 0; ///< kind in the upper byte, then the sequence number
    std::uint32_t subject = 0;
    std::uint32_t generation = 0; ///< of the subject when it was scheduled: tells stale events

    [[nodiscard]] EventKind kind() const noexcept { return static_cast<EventKind>(order >> 56); }
    [[nodiscard]] bool before(const Event &other) const noexcept
    {
        return time < other.time || (time == other.time && order < other.order);
    }
};

/// Pending events in a 4-ary heap, ordered by (time, kind, sequence number) and never by address,
/// so that the order is the same on every machine. Nothing is allocated once it has been as full as
/// it gets.
class EventQueue
{
public:
    [[nodiscard]] bool isEmpty() const noexcept { return m_heap.empty(); }
    [[nodiscard]] std::size_t size() const noexcept { return m_heap.size(); }
    [[nodiscard]] const Event &top() const noexcept { return m_heap.front(); }

    void push(std::int64_t time, EventKind kind, std::uint32_t subject, std::uint32_t generation)
    {
        const Event event{
            time, (static_cast<std::uint64_t>(kind) << 56) | m_sequence++, subject, generation};
        std::size_t hole = m_heap.size();
        m_heap.push_back(event);
        while (hole > 0) {
            const std::size_t parent = (hole - 1) / 4;
            if (!event.before(m_heap[parent]))
                break;
            m_heap[hole] = m_heap[parent];
            hole = parent;
        }
        m_heap[hole] = event;
    }

    Event pop()
    {
        const Event result = m_heap.front();
        const Event last = m_heap.back();
        m_heap.pop_back();
        if (!m_heap.empty())
            sink(last);
        return result;
    }

private:
    /// Puts `event` where it belongs, from the empty root down.
    void sink(const Event &event) noexcept
    {
        const std::size_t size = m_heap.size();
        std::size_t hole = 0;
        for (;;) {
            const std::size_t first = 4 * hole + 1;
            if (first >= size)
                break;
            const std::size_t end = first + 4 < size ? first + 4 : size;
            std::size_t least = first;
            for (std::size_t child = first + 1; child < end; ++child)
                if (m_heap[child].before(m_heap[least]))
                    least = child;
            if (!m_heap[least].before(event))
                break;
            m_heap[hole] = m_heap[least];
            hole = least;
        }
        m_heap[hole] = event;
    }

    std::vector<Event> m_heap;
    std::uint64_t m_sequence = 0;
};

} // namespace dramatis::simulation
