// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/packets/conversation.h"
#include "core/capture/packets/ip.h"
#include "core/capture/packets/packet_file.h"
#include "core/capture/packets/protocols/dns.h"
#include "core/capture/packets/tcp_connection.h"

#include <list>
#include <memory>
#include <unordered_map>

namespace dramatis::capture::packets {

/// Why a packet could not be decoded.
enum class PacketProblem { None, Block, Time, LinkType, LinkLayer, Ip, Tcp, Udp };

/// What is to be said of all packets together.
struct DissectorCounts
{
    TcpCounts tcp;
    std::uint64_t earlier = 0;        ///< packets with a time before that of the packet before them
    std::uint64_t notIp = 0;          ///< packets of ARP and the like
    std::uint64_t otherDatagrams = 0; ///< packets of UDP that are no DNS, ICMP and other protocols
    std::uint64_t givenUp = 0; ///< connections that were not waited for any longer, to save memory
};

/// Makes exchanges of packets, in bounded memory: of connections that are open at most
/// kMostConnections are followed, the one that was silent longest is given up first.
class Dissector
{
public:
    static constexpr std::size_t kMostConnections = 65'536;
    /// For what came early, on all connections together.
    static constexpr std::size_t kMostKept = std::size_t{48} << 20;

    explicit Dissector(traffic::ExchangeSink &sink) : m_output(sink) {}

    PacketProblem take(const Packet &packet);
    /// The capture ends: what waits is handed on.
    void finish();

    /// What the sink said.
    [[nodiscard]] const Result<> &state() const { return m_output.state(); }
    [[nodiscard]] std::uint64_t exchanges() const { return m_output.exchanges(); }
    [[nodiscard]] std::uint64_t repaired() const { return m_output.repaired(); }
    [[nodiscard]] const DissectorCounts &counts() const { return m_counts; }
    [[nodiscard]] std::uint64_t lostFragments() const { return m_ip.lostFragments(); }

private:
    struct Key
    {
        Endpoint first; ///< the lesser of both
        Endpoint second;
        bool operator==(const Key &) const = default;
    };
    struct KeyHash
    {
        std::size_t operator()(const Key &key) const noexcept;
    };
    struct Flow
    {
        Flow(const Key &between, ExchangeOutput &output, TcpCounts &counts)
            : key(between)
            , connection(between.first, between.second, output, counts)
        {}

        Key key;
        TcpConnection connection;
        std::size_t kept = 0;
        std::int64_t lastTime = 0;
    };
    using Flows = std::list<Flow>; ///< last used first

    PacketProblem takeTcp(const Datagram &datagram, std::int64_t time);
    PacketProblem takeUdp(const Datagram &datagram, std::int64_t time);
    Flow &flowOf(const Key &key, int side, const TcpSegment &segment);
    void open(const Key &key);
    void remove(Flows::iterator flow);
    void removeIdle(std::int64_t time);

    ExchangeOutput m_output;
    DissectorCounts m_counts;
    IpLayer m_ip;
    Flows m_flows;
    std::unordered_map<Key, Flows::iterator, KeyHash> m_index;
    std::size_t m_kept = 0;
    DnsQuestions m_dns;
    std::int64_t m_lastTime = kUnknown;
};

} // namespace dramatis::capture::packets
