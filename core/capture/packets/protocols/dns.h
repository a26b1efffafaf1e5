// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/packets/conversation.h"

#include <list>
#include <map>
#include <string>

namespace dramatis::capture::packets {

/// What of a message of DNS is looked at.
struct DnsMessage
{
    std::uint16_t id = 0;
    bool isResponse = false;
    std::uint16_t code = 0; ///< of the response: 0 NOERROR, 3 NXDOMAIN
    std::string method;     ///< "A", "AAAA", "TYPE99"; "NOTIFY", "UPDATE"
    std::string name;       ///< that is asked for, lower case; "." is the root
};

/// False where `bytes` are no message of DNS.
/// Source: RFC 1035.
[[nodiscard]] bool readDnsMessage(std::string_view bytes, DnsMessage &message);

/// Questions that wait for their answers, by whom they were asked of, who asked, and number.
class DnsQuestions
{
public:
    struct Party
    {
        std::string server; ///< "10.0.0.1:53"
        std::string client; ///< "10.0.0.9:5353", to tell two askers of one machine apart
        auto operator<=>(const Party &) const = default;
    };

    /// When a message went by, ns: at once over UDP, in several packets maybe over TCP.
    struct Passage
    {
        std::int64_t begin = 0;
        std::int64_t end = 0;
    };

    /// A question: kept until it is answered. One of the same number that still waits was given up
    /// by who asked: it is handed on as a timeout. The same one at once is a packet that was
    /// captured twice, on its way through one machine.
    void ask(const Party &party,
             const Talk &talk,
             const DnsMessage &message,
             std::size_t size,
             const Passage &passage);
    /// An answer. A second one is as good as none; one with no question is handed on with no
    /// latency.
    void answer(const Party &party,
                const Talk &talk,
                const DnsMessage &message,
                std::size_t size,
                const Passage &passage);
    /// Hands on what was not answered.
    void close(std::int64_t time);

private:
    struct Key
    {
        Party party;
        std::uint16_t id = 0;
        auto operator<=>(const Key &) const = default;
    };
    struct Question
    {
        Talk talk;
        DnsMessage message;
        WireTimes times;
        std::size_t size = 0;
        bool isAnswered = false; ///< kept to know the answer again
        std::list<Key>::iterator age;
    };
    using Questions = std::map<Key, Question>;

    /// Forgets it, and hands it on where it was not answered.
    void giveUp(Questions::iterator waiting, std::int64_t time);

    Questions m_questions;
    std::list<Key> m_ages; ///< oldest first
};

} // namespace dramatis::capture::packets
