// SPDX-License-Identifier: GPL-3.0-or-later
//
// Redis (RESP 2 and 3): an exchange is a command and its reply; replies come in the order of the
// commands. Keys and values are not kept.
// Source: redis.io, "Redis serialization protocol specification".
#include "core/base/ascii.h"
#include "core/capture/packets/protocols/protocol_files.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <deque>
#include <utility>

namespace dramatis::capture::packets {

namespace {

constexpr std::array<std::uint16_t, 3> kPorts{6379, 7000, 26379};
constexpr std::size_t kLongestLine = 64 * 1024;
constexpr std::size_t kLongestCommand = 32;
constexpr std::size_t kMostWaiting = 65'536;
constexpr std::string_view kReplyTypes = "+-:$*_#,(!=%~>|";

/// A command or a reply that is whole.
struct RespValue
{
    char type = 0;    ///< first byte; 0 is a command in plain words
    std::string text; ///< its line, or the first string in it
    std::uint64_t bytes = 0;
    std::int64_t begin = 0;
};

/// One side, taken apart into values. What is nested is only counted: each element that is to come
/// is one more.
class RespReader
{
public:
    template<typename Take>
    void data(std::string_view bytes, std::int64_t time, Take take)
    {
        while (!bytes.empty()) {
            if (m_pending == 0) {
                m_value = {};
                m_value.begin = time;
                m_pending = 1;
                m_isFirst = true;
            }
            const std::size_t taken = m_payload > 0 ? takePayload(bytes) : takeLine(bytes);
            m_value.bytes += taken;
            bytes.remove_prefix(taken);
            if (m_isBroken)
                return;
            if (m_pending == 0)
                take(m_value);
        }
    }

    void reset() { *this = {}; }
    [[nodiscard]] bool isBroken() const { return m_isBroken; }

private:
    std::size_t takePayload(std::string_view bytes)
    {
        const auto taken =
            static_cast<std::size_t>(std::min<std::uint64_t>(m_payload, bytes.size()));
        // Behind the string stands a line end, which is none of it.
        const auto text = m_payload > 2 ? std::min<std::uint64_t>(taken, m_payload - 2) : 0;
        if (m_isText && m_value.text.size() < kLongestCommand)
            m_value.text += bytes.substr(
                0, std::min(static_cast<std::size_t>(text), kLongestCommand - m_value.text.size()));
        m_payload -= taken;
        if (m_payload == 0) {
            m_isText = false;
            --m_pending;
        }
        return taken;
    }

    std::size_t takeLine(std::string_view bytes)
    {
        const std::size_t end = bytes.find('\n');
        const std::size_t taken = end == std::string_view::npos ? bytes.size() : end + 1;
        m_line += bytes.substr(0, taken);
        if (end != std::string_view::npos) {
            while (m_line.ends_with('\n') || m_line.ends_with('\r'))
                m_line.pop_back();
            lineRead();
            m_line.clear();
        } else if (m_line.size() > kLongestLine) {
            m_isBroken = true;
        }
        return taken;
    }

    void lineRead()
    {
        const bool isFirst = std::exchange(m_isFirst, false);
        if (m_line.empty()) {
            if (isFirst)
                m_pending = 0; // an empty line between commands is none
            m_isBroken = !isFirst;
            return;
        }
        const char type = m_line.front();
        if (isFirst)
            m_value.type = kReplyTypes.find(type) == std::string_view::npos ? '\0' : type;
        switch (type) {
        case '$':
        case '!':
        case '=':
            if (const std::int64_t size = sizeInLine(); size >= 0) {
                m_payload = static_cast<std::uint64_t>(size) + 2;
                m_isText = m_value.text.empty();
                return;
            }
            break;
        case '*':
        case '~':
        case '>':
            m_pending += std::max<std::int64_t>(sizeInLine(), 0);
            break;
        case '%':
            m_pending += 2 * std::max<std::int64_t>(sizeInLine(), 0);
            break;
        case '|': // said about the value that follows
            m_pending += 2 * std::max<std::int64_t>(sizeInLine(), 0) + 1;
            break;
        default:
            if (m_value.text.empty())
                m_value.text = m_line.substr(0, kLongestCommand);
            break;
        }
        --m_pending;
    }

    /// -1 is null.
    std::int64_t sizeInLine()
    {
        constexpr std::int64_t kLargest = std::int64_t{1} << 40;
        std::int64_t size = 0;
        const char *end = m_line.data() + m_line.size();
        const auto [stop, error] = std::from_chars(m_line.data() + 1, end, size);
        m_isBroken = m_isBroken || error != std::errc() || stop != end || size < -1
                     || size > kLargest || m_pending > kLargest;
        return m_isBroken ? -1 : size;
    }

    RespValue m_value;
    std::string m_line;
    std::int64_t m_pending = 0;  ///< elements that the value still wants
    std::uint64_t m_payload = 0; ///< bytes that the string still wants
    bool m_isText = false;       ///< the string is the first one
    bool m_isFirst = false;
    bool m_isBroken = false;
};

traffic::Outcome outcomeOf(const RespValue &reply)
{
    if (reply.type != '-' && reply.type != '!')
        return traffic::Outcome::Ok;
    std::string_view text = reply.text;
    if (text.starts_with('-'))
        text.remove_prefix(1);
    const std::string_view word = text.substr(0, text.find(' '));
    constexpr std::array<std::string_view, 2> kElsewhere{"MOVED", "ASK"};
    constexpr std::array<std::string_view, 8> kServers{
        "OOM", "LOADING", "BUSY", "CLUSTERDOWN", "MASTERDOWN", "MISCONF", "TRYAGAIN", "NOREPLICAS"};
    if (std::find(kElsewhere.begin(), kElsewhere.end(), word) != kElsewhere.end())
        return traffic::Outcome::Ok;
    return std::find(kServers.begin(), kServers.end(), word) != kServers.end()
               ? traffic::Outcome::ServerError
               : traffic::Outcome::ClientError;
}

std::string commandOf(const RespValue &value)
{
    std::string command = value.text.substr(0, value.text.find(' '));
    std::transform(command.begin(), command.end(), command.begin(), [](char c) {
        return c > ' ' && c < 0x7f ? ascii::upper(c) : '?';
    });
    return command;
}

class RedisConversation final : public Conversation
{
public:
    explicit RedisConversation(const Talk &talk) : m_talk(talk) {}

    void data(Side side, std::string_view bytes, std::int64_t time) override
    {
        const bool isClient = side == Side::Client;
        RespReader &reader = isClient ? m_client : m_server;
        bool &isLost = isClient ? m_isClientLost : m_isServerLost;
        if (isLost && kReplyTypes.find(bytes.front()) == std::string_view::npos)
            return;
        isLost = false;
        reader.data(bytes, time, [this, isClient, time](const RespValue &value) {
            if (isClient)
                asked(value, time);
            else
                answered(value, time);
        });
        if (reader.isBroken())
            lose(side);
    }

    void gap(Side side, std::uint64_t, std::int64_t) override { lose(side); }

    void closed(Ending ending, std::int64_t) override
    {
        giveUpAll(ending == Ending::Reset ? traffic::Outcome::Aborted : traffic::Outcome::Unknown);
    }

private:
    struct Command
    {
        std::string name;
        WireTimes times;
        std::uint64_t bytes = 0;
    };

    void asked(const RespValue &value, std::int64_t time)
    {
        if (value.type != '*' && value.type != '\0')
            return;
        std::string name = commandOf(value);
        if (name.empty())
            return;
        if (m_commands.size() == kMostWaiting)
            giveUpFirst(traffic::Outcome::Unknown);
        m_commands.push_back({std::move(name), {value.begin, time, kUnknown}, value.bytes});
    }

    /// A reply that nobody waits for is a message that was subscribed to.
    void answered(const RespValue &value, std::int64_t time)
    {
        if (value.type == '>' || m_commands.empty())
            return;
        Command &command = m_commands.front();
        command.times.answer(value.begin);
        traffic::Exchange exchange = exchangeOf(command);
        command.times.write(exchange, time);
        exchange.responseBytes = static_cast<std::int64_t>(value.bytes);
        exchange.outcome = outcomeOf(value);
        m_talk.add(exchange);
        m_commands.pop_front();
    }

    static traffic::Exchange exchangeOf(const Command &command)
    {
        traffic::Exchange exchange;
        exchange.begin = command.times.begin;
        exchange.requestBytes = static_cast<std::int64_t>(command.bytes);
        exchange.method = command.name;
        return exchange;
    }

    void giveUpFirst(traffic::Outcome outcome)
    {
        traffic::Exchange exchange = exchangeOf(m_commands.front());
        exchange.outcome = outcome;
        m_talk.add(exchange);
        m_commands.pop_front();
    }

    void giveUpAll(traffic::Outcome outcome)
    {
        while (!m_commands.empty())
            giveUpFirst(outcome);
    }

    /// Which of the replies are missing is not known, so none that waits is matched any more.
    void lose(Side side)
    {
        if (side == Side::Client) {
            m_client.reset();
            m_isClientLost = true;
        } else {
            m_server.reset();
            m_isServerLost = true;
        }
        giveUpAll(traffic::Outcome::Unknown);
    }

    const Talk &m_talk;
    RespReader m_client;
    RespReader m_server;
    std::deque<Command> m_commands; ///< that wait, in order
    bool m_isClientLost = false;
    bool m_isServerLost = false;
};

/// "*3\r\n$3\r\nSET...": what clients of libraries send.
Match matchArray(std::string_view bytes)
{
    if (bytes.empty())
        return Match::Undecided;
    if (bytes.front() != '*')
        return Match::No;
    std::size_t at = 1;
    while (at < bytes.size() && ascii::isDigit(bytes[at]))
        ++at;
    constexpr std::string_view kBehind = "\r\n$";
    if (at > 8 || (at == 1 && at < bytes.size()))
        return Match::No;
    const std::string_view behind = bytes.substr(at, kBehind.size());
    if (behind == kBehind)
        return Match::Yes;
    return kBehind.starts_with(behind) ? Match::Undecided : Match::No;
}

Match matchRedis(const Opening &opening)
{
    const Match array = opening.client.empty() ? Match::No : matchArray(opening.client);
    if (array == Match::Yes || !isPortOf(kPorts, opening.serverPort))
        return array;
    const bool isWords = !opening.client.empty() && ascii::isLetter(opening.client.front());
    const bool isReply = opening.client.empty() && !opening.server.empty()
                         && kReplyTypes.find(opening.server.front()) != std::string_view::npos;
    return isWords || isReply ? Match::Yes : array;
}

} // namespace

Protocol redisProtocol()
{
    return {"redis", kPorts, matchRedis, [](const Talk &talk) -> std::unique_ptr<Conversation> {
                return std::make_unique<RedisConversation>(talk);
            }};
}

} // namespace dramatis::capture::packets
