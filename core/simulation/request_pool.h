// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/model.h"

#include <cstdint>
#include <vector>

namespace dramatis::simulation {

enum class RequestState : std::uint8_t {
    Free,
    Travelling, ///< on its way to the node
    Waiting,
    Serving,
    Calling,  ///< served (or nothing to serve): makes its calls, waits for their answers
    Answering ///< over at the node: the answer is on its way
};

/// How a request ended at its node.
enum class Outcome : std::uint8_t {
    Ok,
    Rejected, ///< no place to wait
    Timeout,  ///< gave up waiting for the answer of a call
    Failed
};

/// A request at one node: what a source sends, and what each call makes of it. Caller and callee
/// know one another while the caller waits.
struct Request
{
    std::int64_t sent = 0;    ///< ns: when the caller made the call
    std::int64_t arrived = 0; ///< at the node
    std::int64_t began = 0;   ///< service
    std::uint32_t number = 0; ///< of its source, in order of arrival
    std::uint32_t source = 0;
    std::uint32_t node = 0;
    std::uint32_t call = kNone; ///< that made it; none at a source
    std::uint32_t visit = 0;
    std::uint32_t instance = kNone;
    std::uint32_t caller = kNone; ///< waits for the answer; none: nobody does (any more)
    std::uint32_t callee = kNone; ///< whose answer it waits for
    std::uint32_t next = kNone;   ///< in the waiting line, or in the list of free ones
    std::uint32_t generation = 0; ///< how often this place was used: tells stale events
    std::uint32_t position = 0;   ///< in the node's calls
    std::uint32_t repeats = 0;    ///< of the call at `position` already made
    std::uint32_t chosen = kNone; ///< of the calls with shares
    RequestState state = RequestState::Free;
    Outcome outcome = Outcome::Ok;
    bool abandoned = false; ///< the caller gave up
    bool hasWorker = false; ///< occupies a worker of its instance
};

/// Places for requests, reused: allocates only while there are more requests at once than ever
/// before.
class RequestPool
{
public:
    [[nodiscard]] Request &operator[](std::uint32_t index) noexcept { return m_requests[index]; }
    [[nodiscard]] const Request &operator[](std::uint32_t index) const noexcept
    {
        return m_requests[index];
    }
    [[nodiscard]] std::uint32_t size() const noexcept
    {
        return static_cast<std::uint32_t>(m_requests.size());
    }

    /// A fresh request. References into the pool are void afterwards.
    [[nodiscard]] std::uint32_t acquire()
    {
        if (m_free == kNone) {
            m_requests.emplace_back();
            return size() - 1;
        }
        const std::uint32_t index = m_free;
        const std::uint32_t generation = m_requests[index].generation + 1;
        m_free = m_requests[index].next;
        m_requests[index] = Request{};
        m_requests[index].generation = generation;
        return index;
    }
    void release(std::uint32_t index) noexcept
    {
        m_requests[index].state = RequestState::Free;
        m_requests[index].next = m_free;
        m_free = index;
    }

private:
    std::vector<Request> m_requests;
    std::uint32_t m_free = kNone;
};

} // namespace dramatis::simulation
