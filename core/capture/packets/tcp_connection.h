// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/packets/conversation.h"
#include "core/capture/packets/ip.h"
#include "core/capture/packets/tcp_stream.h"

#include <memory>

namespace dramatis::capture::packets {

/// The fields of a TCP header that are used, and what follows it.
struct TcpSegment
{
    std::uint16_t sourcePort = 0;
    std::uint16_t destinationPort = 0;
    std::uint32_t sequence = 0;
    std::uint32_t acknowledgement = 0;
    bool isSyn = false;
    bool isAck = false;
    bool isFin = false;
    bool isReset = false;
    std::string_view bytes;
    std::size_t size = 0; ///< on the wire
};

/// False where the header is damaged.
[[nodiscard]] bool readTcpSegment(const Datagram &datagram, TcpSegment &segment);

/// One end of a connection.
struct Endpoint
{
    Address address;
    std::uint16_t port = 0;
    auto operator<=>(const Endpoint &) const = default;
};

/// What is to be said of many connections together.
struct TcpCounts
{
    std::uint64_t connections = 0;  ///< that carried data
    std::uint64_t guessed = 0;      ///< of these, with no SYN to tell who the server is
    std::uint64_t oneSided = 0;     ///< of these, with data of one side only
    std::uint64_t missingBytes = 0; ///< sent, but not in the capture
};

/// A TCP connection between two endpoints, whoever of them is the server: put in order, given a
/// protocol, brought to its end.
class TcpConnection final : private StreamListener
{
public:
    TcpConnection(const Endpoint &first,
                  const Endpoint &second,
                  ExchangeOutput &output,
                  TcpCounts &counts);

    /// @param side  0: sent by `first`, 1: by `second`
    void take(int side, const TcpSegment &segment, std::int64_t time);
    /// The capture ends, or waits no longer.
    void cut();
    /// Both sides were done, or one broke off: what comes now are stragglers.
    [[nodiscard]] bool isOver() const { return m_isOver; }
    /// A SYN like this begins another connection between the same two ports.
    [[nodiscard]] bool isBegunAnewBy(int side, const TcpSegment &segment) const;
    [[nodiscard]] std::size_t kept() const { return m_streams[0].kept() + m_streams[1].kept(); }
    void flush();

private:
    void streamData(int side, std::string_view bytes, std::int64_t time) override;
    void streamGap(int side, std::uint64_t size, std::int64_t time) override;
    [[nodiscard]] Side sideOf(int side) const
    {
        return side == m_client ? Side::Client : Side::Server;
    }
    [[nodiscard]] int guessClient(int speaker, std::string_view bytes) const;
    void begin(int speaker, std::string_view bytes);
    void end(Ending ending);

    Endpoint m_endpoints[2];
    TcpStream m_streams[2];
    ExchangeOutput &m_output;
    TcpCounts &m_counts;
    std::unique_ptr<Conversation> m_conversation;
    Talk m_talk;
    int m_client = -1; ///< -1 until it is known
    std::int64_t m_lastTime = kUnknown;
    std::int64_t m_delivered[2] = {kUnknown, kUnknown}; ///< time of the last bytes handed on
    std::uint32_t m_synSequence[2] = {};
    bool m_hasSyn[2] = {};
    bool m_hasPacket[2] = {};
    bool m_hasData[2] = {};
    bool m_saidFinished[2] = {};
    bool m_isGuessed = false;
    bool m_isOver = false;
};

} // namespace dramatis::capture::packets
