// SPDX-License-Identifier: GPL-3.0-or-later
//
// DNS, over UDP and TCP: an exchange is a question and the answer of the same number.
#include "core/capture/packets/protocols/dns.h"

#include "core/base/ascii.h"
#include "core/capture/packets/byte_order.h"
#include "core/capture/packets/protocols/protocol_files.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dramatis::capture::packets {

namespace {

constexpr std::array<std::uint16_t, 1> kPorts{53};
constexpr std::size_t kHeader = 12;
/// Resolvers ask again, or give up, after 5 s at most (resolv.conf(5)).
constexpr std::int64_t kGivenUp = 5 * kNanosecondsPerSecond;
/// A question that comes again within this is the same packet.
constexpr std::int64_t kSamePacket = 1'000'000;
/// Questions that are kept: beyond it the oldest is given up.
constexpr std::size_t kMostWaiting = 16 * 1024;

struct TypeName
{
    std::uint16_t type;
    const char *name;
};

constexpr TypeName kTypes[] = {
    {1, "A"},      {2, "NS"},     {5, "CNAME"}, {6, "SOA"},    {10, "NULL"},  {12, "PTR"},
    {13, "HINFO"}, {15, "MX"},    {16, "TXT"},  {28, "AAAA"},  {29, "LOC"},   {33, "SRV"},
    {35, "NAPTR"}, {39, "DNAME"}, {43, "DS"},   {46, "RRSIG"}, {47, "NSEC"},  {48, "DNSKEY"},
    {50, "NSEC3"}, {52, "TLSA"},  {64, "SVCB"}, {65, "HTTPS"}, {251, "IXFR"}, {252, "AXFR"},
    {255, "ANY"},  {257, "CAA"}};

std::string methodOf(int operation, std::uint16_t type)
{
    if (operation == 4)
        return "NOTIFY";
    if (operation == 5)
        return "UPDATE";
    if (operation != 0)
        return "OPCODE" + std::to_string(operation);
    const auto *found = std::find_if(std::begin(kTypes),
                                     std::end(kTypes),
                                     [type](const auto &known) { return known.type == type; });
    return found == std::end(kTypes) ? "TYPE" + std::to_string(type) : found->name;
}

traffic::Outcome outcomeOf(std::uint16_t code)
{
    switch (code) {
    case 0: // NOERROR
        return traffic::Outcome::Ok;
    case 1: // FORMERR, NXDOMAIN, REFUSED and what concerns updates: the question was wrong
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
    case 9:
    case 10:
        return traffic::Outcome::ClientError;
    default: // SERVFAIL, NOTIMP
        return traffic::Outcome::ServerError;
    }
}

traffic::Exchange exchangeOf(const DnsMessage &message)
{
    traffic::Exchange exchange;
    exchange.method = message.method;
    exchange.path = message.name;
    return exchange;
}

void answerWith(traffic::Exchange &exchange, const DnsMessage &message, std::size_t size)
{
    exchange.responseBytes = static_cast<std::int64_t>(size);
    exchange.status = message.code;
    exchange.outcome = outcomeOf(message.code);
}

} // namespace

bool readDnsMessage(std::string_view bytes, DnsMessage &message)
{
    if (bytes.size() < kHeader)
        return false;
    const std::uint16_t flags = be16(bytes, 2);
    const std::uint16_t questions = be16(bytes, 4);
    message.id = be16(bytes, 0);
    message.isResponse = (flags & 0x8000) != 0;
    message.code = flags & 0x0f;
    message.name.clear();
    std::uint16_t type = 0;
    if (questions > 1)
        return false; // nobody does
    if (questions == 1) {
        std::size_t at = kHeader;
        while (true) {
            if (at >= bytes.size())
                return false;
            const std::size_t size = byteAt(bytes, at++);
            if (size == 0)
                break;
            if (size > 63 || size > bytes.size() - at || message.name.size() > 255)
                return false; // the first name has none before it to point at
            if (!message.name.empty())
                message.name += '.';
            for (const char c : bytes.substr(at, size))
                message.name += ascii::lower(c);
            at += size;
        }
        if (bytes.size() - at < 4)
            return false;
        type = be16(bytes, at);
        if (message.name.empty())
            message.name = std::string(".");
    } else if (!message.isResponse) {
        return false;
    }
    message.method = methodOf((flags >> 11) & 0x0f, type);
    return true;
}

void DnsQuestions::ask(const Party &party,
                       const Talk &talk,
                       const DnsMessage &message,
                       std::size_t size,
                       const Passage &passage)
{
    const std::int64_t time = passage.begin;
    const Key key{party, message.id};
    const auto waiting = m_questions.find(key);
    if (waiting != m_questions.end()) {
        const Question &before = waiting->second;
        if (before.message.name == message.name && before.message.method == message.method
            && time - before.times.begin < kSamePacket && time >= before.times.begin)
            return;
        giveUp(waiting, time + kGivenUp); // asking again is giving up
    } else if (m_questions.size() == kMostWaiting) {
        giveUp(m_questions.find(m_ages.front()), time);
    }
    const auto age = m_ages.insert(m_ages.end(), key);
    m_questions.emplace(
        key, Question{talk, message, {passage.begin, passage.end, kUnknown}, size, false, age});
}

void DnsQuestions::answer(const Party &party,
                          const Talk &talk,
                          const DnsMessage &message,
                          std::size_t size,
                          const Passage &passage)
{
    const auto waiting = m_questions.find({party, message.id});
    if (waiting == m_questions.end()) {
        traffic::Exchange exchange = exchangeOf(message);
        exchange.begin = passage.end;
        answerWith(exchange, message, size);
        talk.add(exchange);
        return;
    }
    Question &question = waiting->second;
    if (std::exchange(question.isAnswered, true))
        return;
    traffic::Exchange exchange = exchangeOf(question.message);
    question.times.answer(passage.begin);
    question.times.write(exchange, passage.end);
    exchange.requestBytes = static_cast<std::int64_t>(question.size);
    answerWith(exchange, message, size);
    talk.add(exchange);
}

void DnsQuestions::close(std::int64_t time)
{
    while (!m_ages.empty())
        giveUp(m_questions.find(m_ages.front()), time);
}

void DnsQuestions::giveUp(Questions::iterator waiting, std::int64_t time)
{
    const Question &question = waiting->second;
    if (!question.isAnswered) {
        traffic::Exchange exchange = exchangeOf(question.message);
        exchange.begin = question.times.begin;
        exchange.requestBytes = static_cast<std::int64_t>(question.size);
        if (time - question.times.begin >= kGivenUp)
            exchange.outcome = traffic::Outcome::Timeout;
        question.talk.add(exchange);
    }
    m_ages.erase(question.age);
    m_questions.erase(waiting);
}

namespace {

/// Over TCP each message has its size before it (RFC 7766).
class DnsConversation final : public Conversation
{
public:
    explicit DnsConversation(const Talk &talk) : m_talk(talk), m_party{talk.server, talk.client} {}

    void data(Side side, std::string_view bytes, std::int64_t time) override
    {
        Half &half = side == Side::Client ? m_client : m_server;
        if (half.isLost)
            return;
        if (half.bytes.empty())
            half.begin = time;
        half.bytes += bytes;
        std::string_view left = half.bytes;
        while (left.size() >= 2 && left.size() - 2 >= be16(left, 0)) {
            const std::size_t size = be16(left, 0);
            take(side, left.substr(2, size), {half.begin, time});
            left.remove_prefix(2 + size);
            half.begin = time;
        }
        half.bytes.erase(0, half.bytes.size() - left.size());
    }

    void gap(Side side, std::uint64_t, std::int64_t) override
    {
        (side == Side::Client ? m_client : m_server) = {{}, true, 0};
    }

    void closed(Ending, std::int64_t time) override { m_questions.close(time); }

private:
    struct Half
    {
        std::string bytes; ///< of a message that is not whole: below 64 KiB
        bool isLost = false;
        std::int64_t begin = 0; ///< of the message
    };

    void take(Side side, std::string_view bytes, const DnsQuestions::Passage &passage)
    {
        DnsMessage message;
        if (!readDnsMessage(bytes, message) || message.isResponse != (side == Side::Server))
            return;
        if (message.isResponse)
            m_questions.answer(m_party, m_talk, message, bytes.size() + 2, passage);
        else
            m_questions.ask(m_party, m_talk, message, bytes.size() + 2, passage);
    }

    const Talk &m_talk;
    DnsQuestions::Party m_party;
    DnsQuestions m_questions;
    Half m_client;
    Half m_server;
};

Match matchDns(const Opening &opening)
{
    if (!isPortOf(kPorts, opening.serverPort))
        return Match::No;
    for (const std::string_view bytes : {opening.client, opening.server}) {
        if (bytes.size() >= 2 && be16(bytes, 0) < kHeader)
            return Match::No;
    }
    return opening.client.size() >= 2 || opening.server.size() >= 2 ? Match::Yes : Match::Undecided;
}

} // namespace

Protocol dnsOverTcpProtocol()
{
    return {"dns", kPorts, matchDns, [](const Talk &talk) -> std::unique_ptr<Conversation> {
                return std::make_unique<DnsConversation>(talk);
            }};
}

} // namespace dramatis::capture::packets
