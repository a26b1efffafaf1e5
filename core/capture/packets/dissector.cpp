// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/packets/dissector.h"

#include "core/capture/packets/byte_order.h"
#include "core/capture/packets/link_layers.h"

#include <cstring>

namespace dramatis::capture::packets {

namespace {

/// With fewer connections none is given up for being silent: it costs little, and merged captures
/// go years forth and back.
constexpr std::size_t kFewConnections = 4096;
/// A connection that was silent for so long is given up.
constexpr std::int64_t kLongestIdle = kNanosecondsPerHour;
/// One that is over is remembered for so long, to know its stragglers.
constexpr std::int64_t kLongestMemory = 120 * kNanosecondsPerSecond;
/// Ports of servers of DNS and of its like within a link (RFC 4795).
constexpr std::uint16_t kDns = 53;
constexpr std::uint16_t kLinkLocalDns = 5355;
constexpr std::size_t kUdpHeader = 8;

bool isDnsPort(std::uint16_t port)
{
    return port == kDns || port == kLinkLocalDns;
}

} // namespace

std::size_t Dissector::KeyHash::operator()(const Key &key) const noexcept
{
    // Addresses and ports as words, each mixed in by a multiplication (the constant of Fibonacci
    // hashing).
    std::uint64_t hash = (std::uint64_t{key.first.port} << 16) | key.second.port;
    for (const Endpoint *end : {&key.first, &key.second}) {
        std::uint64_t words[2];
        std::memcpy(words, end->address.bytes.data(), sizeof words);
        for (const std::uint64_t word : words) {
            hash = (hash ^ word) * 0x9e3779b97f4a7c15U;
            hash ^= hash >> 32;
        }
    }
    return static_cast<std::size_t>(hash);
}

PacketProblem Dissector::take(const Packet &packet)
{
    if (packet.linkType == ~std::uint32_t{0})
        return PacketProblem::Block;
    const LinkPayload link = linkPayload(packet.linkType, packet.bytes);
    switch (link.carried) {
    case Carried::UnknownLink:
        return PacketProblem::LinkType;
    case Carried::Damaged:
        return PacketProblem::LinkLayer;
    case Carried::Other:
        ++m_counts.notIp;
        return PacketProblem::None;
    case Carried::Ip:
        break;
    }
    const std::int64_t time = isKnown(packet.time) ? packet.time : m_lastTime;
    if (!isKnown(time))
        return PacketProblem::Time;
    m_counts.earlier += isKnown(m_lastTime) && time < m_lastTime ? 1U : 0U;
    m_lastTime = time;
    Datagram datagram;
    switch (m_ip.take(link.bytes, datagram)) {
    case IpLayer::Outcome::Damaged:
        return PacketProblem::Ip;
    case IpLayer::Outcome::Other:
        ++m_counts.otherDatagrams;
        return PacketProblem::None;
    case IpLayer::Outcome::Partial:
        return PacketProblem::None;
    case IpLayer::Outcome::Whole:
        break;
    }
    if (datagram.protocol == kTcp)
        return takeTcp(datagram, time);
    if (datagram.protocol == kUdp)
        return takeUdp(datagram, time);
    ++m_counts.otherDatagrams;
    return PacketProblem::None;
}

PacketProblem Dissector::takeTcp(const Datagram &datagram, std::int64_t time)
{
    TcpSegment segment;
    if (!readTcpSegment(datagram, segment))
        return PacketProblem::Tcp;
    const Endpoint source{datagram.source, segment.sourcePort};
    const Endpoint destination{datagram.destination, segment.destinationPort};
    const bool isForward = source <= destination;
    const int side = isForward ? 0 : 1;
    const Key key = isForward ? Key{source, destination} : Key{destination, source};
    Flow &flow = flowOf(key, side, segment);
    flow.lastTime = time;
    flow.connection.take(side, segment, time);
    const std::size_t kept = flow.connection.kept();
    m_kept += kept - flow.kept;
    flow.kept = kept;
    if (m_kept > kMostKept) { // the one that wants more has to do with less
        flow.connection.flush();
        m_kept -= flow.kept;
        flow.kept = 0;
    }
    removeIdle(time);
    return PacketProblem::None;
}

Dissector::Flow &Dissector::flowOf(const Key &key, int side, const TcpSegment &segment)
{
    const auto found = m_index.find(key);
    if (found == m_index.end()) {
        open(key);
    } else if (found->second->connection.isBegunAnewBy(side, segment)) {
        remove(found->second);
        open(key);
    } else {
        m_flows.splice(m_flows.begin(), m_flows, found->second);
    }
    return m_flows.front();
}

void Dissector::open(const Key &key)
{
    if (m_index.size() == kMostConnections) {
        m_counts.givenUp += m_flows.back().connection.isOver() ? 0U : 1U;
        remove(std::prev(m_flows.end()));
    }
    m_flows.emplace_front(key, m_output, m_counts.tcp);
    m_index.emplace(key, m_flows.begin());
}

void Dissector::remove(Flows::iterator flow)
{
    flow->connection.cut();
    m_kept -= flow->kept;
    m_index.erase(flow->key);
    m_flows.erase(flow);
}

void Dissector::removeIdle(std::int64_t time)
{
    if (m_flows.size() <= kFewConnections)
        return;
    const auto oldest = std::prev(m_flows.end());
    const std::int64_t idle = time - oldest->lastTime;
    if (idle > (oldest->connection.isOver() ? kLongestMemory : kLongestIdle))
        remove(oldest);
}

PacketProblem Dissector::takeUdp(const Datagram &datagram, std::int64_t time)
{
    if (datagram.payload.size() < kUdpHeader)
        return PacketProblem::Udp;
    const std::uint16_t sourcePort = be16(datagram.payload, 0);
    const std::uint16_t destinationPort = be16(datagram.payload, 2);
    const std::string_view bytes = datagram.payload.substr(kUdpHeader);
    DnsMessage message;
    if ((!isDnsPort(sourcePort) && !isDnsPort(destinationPort))
        || !readDnsMessage(bytes, message)) {
        ++m_counts.otherDatagrams;
        return PacketProblem::None;
    }
    const bool isAnswer = message.isResponse;
    const Endpoint source{datagram.source, sourcePort};
    const Endpoint destination{datagram.destination, destinationPort};
    const Endpoint &server = isAnswer ? source : destination;
    const Endpoint &client = isAnswer ? destination : source;
    Talk talk;
    talk.server = server.address.textWithPort(server.port);
    talk.address = server.address.text();
    talk.client = client.address.text();
    talk.serverPort = server.port;
    talk.output = &m_output;
    const DnsQuestions::Party party{talk.server, client.address.textWithPort(client.port)};
    const std::size_t size = datagram.payloadSize - kUdpHeader;
    if (isAnswer)
        m_dns.answer(party, talk, message, size, {time, time});
    else
        m_dns.ask(party, talk, message, size, {time, time});
    return PacketProblem::None;
}

void Dissector::finish()
{
    while (!m_flows.empty())
        remove(std::prev(m_flows.end()));
    m_dns.close(m_lastTime);
}

} // namespace dramatis::capture::packets
