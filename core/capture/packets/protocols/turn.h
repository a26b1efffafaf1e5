// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/packets/conversation.h"

namespace dramatis::capture::packets {

/// What the client says and what the server answers, until the client speaks again: the exchange of
/// protocols that are not known, or encrypted.
class Turn
{
public:
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] bool isAnswered() const { return m_isAnswered; }
    /// Opens it where it is not.
    void ask(std::uint64_t size, std::int64_t time);
    /// Nothing where it is not open, or where the answer seemed to be over: what comes after a long
    /// silence is news, not a part of the answer.
    void answer(std::uint64_t size, std::int64_t time);
    /// Times, sizes and outcome: Ok where it was answered, else Aborted or Unknown.
    [[nodiscard]] traffic::Exchange exchange(Ending ending) const;
    void close() { *this = {}; }

private:
    bool m_isOpen = false;
    bool m_isAnswered = false;
    WireTimes m_times;
    std::int64_t m_lastAnswer = 0;
    std::uint64_t m_asked = 0;
    std::uint64_t m_answered = 0;
};

} // namespace dramatis::capture::packets
