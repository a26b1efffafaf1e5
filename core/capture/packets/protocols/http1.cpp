// SPDX-License-Identifier: GPL-3.0-or-later
//
// HTTP/1.x. Requests wait in a queue; a final response answers the first of them (RFC 9112 section
// 9.3.2), which also tells whether the response has a body (HEAD and CONNECT have none).
#include "core/base/ascii.h"
#include "core/capture/packets/protocols/host_name.h"
#include "core/capture/packets/protocols/http1_messages.h"
#include "core/capture/packets/protocols/protocol_files.h"

#include <algorithm>
#include <array>
#include <deque>
#include <utility>

namespace dramatis::capture::packets {

namespace {

constexpr std::array<std::uint16_t, 8> kPorts{80, 3000, 5000, 8000, 8008, 8080, 8888, 9200};
/// Requests on one connection that wait for a response; with one side only in the capture they
/// would wait for ever.
constexpr std::size_t kMostWaiting = 1024;
constexpr std::size_t kLongestPath = 2048;

struct Target
{
    std::string_view host; ///< of a request to a proxy
    std::string_view path; ///< without query
};

Target targetOf(std::string_view method, std::string_view target)
{
    if (method == "CONNECT")
        return {target, {}};
    Target found;
    if (const std::size_t scheme = target.find("://");
        !target.starts_with('/') && scheme != std::string_view::npos) {
        target.remove_prefix(scheme + 3);
        const std::size_t slash = std::min(target.find_first_of("/?#"), target.size());
        found.host = target.substr(0, slash);
        target.remove_prefix(slash);
    }
    found.path = target.substr(0, target.find_first_of("?#")).substr(0, kLongestPath);
    if (found.path.empty())
        found.path = "/";
    return found;
}

class Http1Conversation final : public Conversation, private HttpMessageListener
{
public:
    explicit Http1Conversation(const Talk &talk) : m_talk(talk) {}

    void data(Side side, std::string_view bytes, std::int64_t time) override
    {
        messages(side).data(bytes, time);
    }

    void gap(Side side, std::uint64_t size, std::int64_t time) override
    {
        if (m_tunnel)
            m_tunnel->gap(side, size, time);
        else
            messages(side).gap(size);
    }

    void finished(Side side, std::int64_t time) override
    {
        if (m_tunnel)
            m_tunnel->finished(side, time);
        else if (side == Side::Server)
            m_server.finish();
    }

    void closed(Ending ending, std::int64_t time) override
    {
        if (m_tunnel) {
            m_tunnel->closed(ending, time);
            return;
        }
        const bool isBroken = ending != Ending::Cut;
        if (m_isResponding && !m_requests.empty()) {
            traffic::Exchange exchange = exchangeOf(m_requests.front());
            exchange.status = m_status;
            exchange.outcome =
                isBroken ? traffic::Outcome::Aborted : traffic::outcomeOfStatus(m_status);
            exchange.responseBytes = responseBytes(m_server.messageBytes());
            writeTimes(exchange, isBroken ? m_server.lastTime() : kUnknown);
            m_talk.add(exchange);
            removeFirst();
        }
        while (!m_requests.empty())
            giveUpFirst(isBroken && !m_isServerLost ? traffic::Outcome::Aborted
                                                    : traffic::Outcome::Unknown);
    }

private:
    struct Request
    {
        std::string method;
        std::string path;
        std::string host;
        WireTimes times;
        std::int64_t bytes = kUnknown; ///< until it is whole
        bool isOrphan = false;         ///< a response whose request is not in the capture
        bool wantsHttp2 = false;
    };

    HttpMessages &messages(Side side) { return side == Side::Client ? m_client : m_server; }

    HttpBody headRead(Side side, const HttpHead &head, std::int64_t begin) override
    {
        return side == Side::Client ? requestRead(head, begin) : responseRead(head, begin);
    }

    HttpBody requestRead(const HttpHead &head, std::int64_t begin)
    {
        if (m_requests.size() == kMostWaiting)
            giveUpFirst(traffic::Outcome::Unknown);
        const std::size_t space = std::min(head.startLine.find(' '), head.startLine.size());
        std::string_view target = head.startLine.substr(std::min(space + 1, head.startLine.size()));
        target = target.substr(0, target.find(' '));
        Request &request = m_requests.emplace_back();
        request.method = head.startLine.substr(0, space);
        const Target found = targetOf(request.method, target);
        request.path = found.path;
        request.host = hostName(found.host.empty() ? head.host : found.host);
        request.times.begin = begin;
        request.wantsHttp2 = head.upgrade.starts_with("h2c");
        m_lastRequest = m_answered + m_requests.size() - 1;
        if (head.isChunked)
            return {HttpBody::Kind::Chunked, 0};
        if (head.contentLength)
            return {HttpBody::Kind::Length, *head.contentLength};
        return {};
    }

    HttpBody responseRead(const HttpHead &head, std::int64_t begin)
    {
        const std::string_view line = head.startLine;
        const bool hasStatus = line.starts_with("HTTP/") && line.size() >= 12;
        m_status = 0;
        for (std::size_t i = 9; hasStatus && i < 12 && ascii::isDigit(line[i]); ++i)
            m_status = static_cast<std::uint16_t>(m_status * 10 + (line[i] - '0'));
        m_isInterim = m_status >= 100 && m_status < 200 && m_status != 101;
        if (m_isInterim)
            return {};
        if (std::exchange(m_isServerLost, false)) {
            // Who asks again has had the answer before: of those that wait the last one is
            // answered.
            while (m_requests.size() > 1)
                giveUpFirst(traffic::Outcome::Unknown);
        }
        if (m_requests.empty()) {
            m_requests.emplace_back().isOrphan = true;
            m_requests.back().times.begin = begin;
        }
        m_isResponding = true;
        WireTimes &times = m_requests.front().times;
        if (!isKnown(times.asked)) // it is still being sent
            times.ask(std::min(m_client.lastTime(), begin));
        times.answer(begin);
        const std::string_view method(m_requests.front().method);
        const bool isTunnel =
            m_status == 101 || (method == "CONNECT" && m_status >= 200 && m_status < 300);
        if (isTunnel)
            return {HttpBody::Kind::Tunnel, 0};
        if (method == "HEAD" || m_status == 204 || m_status == 304)
            return {};
        if (head.isChunked)
            return {HttpBody::Kind::Chunked, 0};
        if (head.contentLength)
            return {HttpBody::Kind::Length, *head.contentLength};
        return {HttpBody::Kind::UntilClose, 0};
    }

    void messageEnded(Side side, std::uint64_t bytes, std::int64_t time, bool) override
    {
        if (side == Side::Client) {
            if (m_lastRequest < m_answered || m_lastRequest - m_answered >= m_requests.size())
                return;
            Request &request = m_requests[m_lastRequest - m_answered];
            request.bytes = static_cast<std::int64_t>(bytes);
            request.times.ask(time);
            return;
        }
        if (m_isInterim) {
            m_interimBytes += bytes;
            return;
        }
        if (m_requests.empty())
            return;
        const Request &request = m_requests.front();
        traffic::Exchange exchange = exchangeOf(request);
        exchange.status = m_status;
        exchange.outcome = traffic::outcomeOfStatus(m_status);
        exchange.responseBytes = responseBytes(bytes);
        writeTimes(exchange, time);
        if (!request.isOrphan) {
            if (!isKnown(exchange.requestBytes)) // answered before it was whole
                exchange.requestBytes = static_cast<std::int64_t>(m_client.messageBytes());
        }
        const bool isUpgraded = m_status == 101;
        const bool isTunnel = isUpgraded || (request.method == "CONNECT" && m_status / 100 == 2);
        const bool isHttp2 = isUpgraded && request.wantsHttp2;
        if (isHttp2) // the answer comes as the first stream of it
            m_tunnel = openUpgradedHttp2(m_talk, exchange, request.times.asked);
        else
            m_talk.add(exchange);
        removeFirst();
        if (isTunnel) {
            if (!m_tunnel)
                m_tunnel = openConversation(m_talk);
            while (!m_requests.empty())
                giveUpFirst(traffic::Outcome::Unknown);
            m_client.becomeTunnel(time);
        }
    }

    void threadLost(Side side) override
    {
        if (side == Side::Client)
            return;
        m_isServerLost = true;
        if (!m_isResponding || m_requests.empty())
            return;
        traffic::Exchange exchange = exchangeOf(m_requests.front());
        exchange.status = m_status;
        exchange.outcome = traffic::outcomeOfStatus(m_status);
        writeTimes(exchange, kUnknown);
        m_talk.add(exchange);
        removeFirst();
    }

    void tunnelData(Side side, std::string_view bytes, std::int64_t time) override
    {
        if (m_tunnel)
            m_tunnel->data(side, bytes, time);
    }

    static traffic::Exchange exchangeOf(const Request &request)
    {
        traffic::Exchange exchange;
        exchange.begin = request.times.begin;
        exchange.requestBytes = request.bytes;
        exchange.host = request.host;
        exchange.method = request.method;
        exchange.path = request.path;
        return exchange;
    }

    /// Of the response that ended at `end`, to the first of the queue. Nobody knows when an orphan
    /// was asked for.
    void writeTimes(traffic::Exchange &exchange, std::int64_t end) const
    {
        if (!m_requests.front().isOrphan)
            m_requests.front().times.write(exchange, end);
    }

    std::int64_t responseBytes(std::uint64_t bytes)
    {
        return static_cast<std::int64_t>(bytes + std::exchange(m_interimBytes, 0));
    }

    void giveUpFirst(traffic::Outcome outcome)
    {
        traffic::Exchange exchange = exchangeOf(m_requests.front());
        exchange.outcome = outcome;
        m_talk.add(exchange);
        removeFirst();
    }

    void removeFirst()
    {
        m_requests.pop_front();
        ++m_answered;
        m_isResponding = false;
    }

    const Talk &m_talk;
    HttpMessages m_client{Side::Client, *this};
    HttpMessages m_server{Side::Server, *this};
    std::deque<Request> m_requests;                  ///< in order of asking, not answered yet
    std::uint64_t m_answered = 0;                    ///< requests that are gone from the queue
    std::uint64_t m_lastRequest = ~std::uint64_t{0}; ///< number of the one being sent
    std::uint64_t m_interimBytes = 0;
    std::uint16_t m_status = 0;
    bool m_isInterim = false;
    bool m_isResponding = false; ///< the first of the queue has the head of its response
    bool m_isServerLost = false;
    std::unique_ptr<Conversation> m_tunnel;
};

Match match(const Opening &opening)
{
    const HttpStart client =
        opening.client.empty() ? HttpStart::Undecided : httpStart(opening.client);
    const HttpStart server =
        opening.server.empty() ? HttpStart::Undecided : httpStart(opening.server);
    if (client == HttpStart::Request || server == HttpStart::Response)
        return Match::Yes;
    const bool isPossible = client == HttpStart::Undecided && server == HttpStart::Undecided;
    return isPossible ? Match::Undecided : Match::No;
}

} // namespace

Protocol http1Protocol()
{
    return {"http/1", kPorts, match, [](const Talk &talk) -> std::unique_ptr<Conversation> {
                return std::make_unique<Http1Conversation>(talk);
            }};
}

} // namespace dramatis::capture::packets
