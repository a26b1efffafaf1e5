// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/packets/tcp_connection.h"

#include "core/capture/packets/byte_order.h"
#include "core/capture/packets/protocols/protocols.h"

#include <algorithm>

namespace dramatis::capture::packets {

namespace {

/// Packets of one connection that were written down a little out of order, by machines with several
/// receive queues: within this, time is taken to stand still.
constexpr std::int64_t kSmallStep = kNanosecondsPerSecond;
/// A lost packet is sent again within this.
constexpr std::int64_t kLongestRepair = 120 * kNanosecondsPerSecond;
/// Ports from here on are given to clients by most systems.
constexpr std::uint16_t kFirstEphemeral = 32'768;
constexpr std::uint16_t kLastReserved = 1023;

} // namespace

bool readTcpSegment(const Datagram &datagram, TcpSegment &segment)
{
    const std::string_view bytes = datagram.payload;
    if (bytes.size() < 20)
        return false;
    const std::size_t headerSize = std::size_t{4} * (byteAt(bytes, 12) >> 4);
    if (headerSize < 20 || headerSize > datagram.payloadSize)
        return false;
    const std::uint8_t flags = byteAt(bytes, 13);
    segment.sourcePort = be16(bytes, 0);
    segment.destinationPort = be16(bytes, 2);
    segment.sequence = be32(bytes, 4);
    segment.acknowledgement = be32(bytes, 8);
    segment.isFin = (flags & 0x01) != 0;
    segment.isSyn = (flags & 0x02) != 0;
    segment.isReset = (flags & 0x04) != 0;
    segment.isAck = (flags & 0x10) != 0;
    segment.bytes = bytes.substr(std::min(headerSize, bytes.size()));
    segment.size = datagram.payloadSize - headerSize;
    return true;
}

TcpConnection::TcpConnection(const Endpoint &first,
                             const Endpoint &second,
                             ExchangeOutput &output,
                             TcpCounts &counts)
    : m_endpoints{first, second}
    , m_streams{{0, *this}, {1, *this}}
    , m_output(output)
    , m_counts(counts)
{}

bool TcpConnection::isBegunAnewBy(int side, const TcpSegment &segment) const
{
    if (!segment.isSyn || segment.isAck)
        return false;
    // The same first number is the same connection, sent or captured again.
    return m_hasSyn[side] ? m_synSequence[side] != segment.sequence
                          : m_isOver || m_hasData[0] || m_hasData[1];
}

void TcpConnection::take(int side, const TcpSegment &segment, std::int64_t time)
{
    if (m_isOver)
        return;
    const bool isSmallStepBack =
        isKnown(m_lastTime) && time < m_lastTime && m_lastTime - time < kSmallStep;
    m_lastTime = isSmallStepBack ? m_lastTime : time;
    m_hasPacket[side] = true;
    TcpStream &stream = m_streams[side];
    std::uint32_t sequence = segment.sequence;
    if (segment.isSyn) {
        m_hasSyn[side] = true;
        m_synSequence[side] = sequence;
        if (m_client < 0)
            m_client = segment.isAck ? 1 - side : side;
        ++sequence; // the SYN takes a number itself
        stream.start(sequence);
    }
    if (segment.isReset) { // what it carries is for people
        flush();
        end(Ending::Reset);
        return;
    }
    if (segment.isAck) // first, for what is said is said after what was heard
        m_streams[1 - side].acknowledged(segment.acknowledgement, segment.size > 0, m_lastTime);
    stream.segment(sequence, segment.bytes, segment.size, m_lastTime);
    if (segment.isFin)
        stream.finish(sequence + static_cast<std::uint32_t>(segment.size), m_lastTime);
    for (int i = 0; i < 2; ++i) {
        if (m_streams[i].isFinished() && !m_saidFinished[i]) {
            m_saidFinished[i] = true;
            if (m_conversation)
                m_conversation->finished(sideOf(i), m_lastTime);
        }
    }
    if (m_saidFinished[0] && m_saidFinished[1])
        end(Ending::Finished);
}

void TcpConnection::flush()
{
    m_streams[0].flush();
    m_streams[1].flush();
}

void TcpConnection::cut()
{
    if (m_isOver)
        return;
    flush();
    end(Ending::Cut);
}

void TcpConnection::end(Ending ending)
{
    m_isOver = true;
    if (!m_conversation)
        return;
    // What a side said that is not in the capture at all cannot be missed.
    const bool isOneSided = !m_hasPacket[0] || !m_hasPacket[1];
    m_conversation->closed(isOneSided ? Ending::Cut : ending, m_lastTime);
    m_conversation.reset();
    ++m_counts.connections;
    m_counts.guessed += m_isGuessed ? 1U : 0U;
    m_counts.oneSided += m_hasData[0] && m_hasData[1] ? 0U : 1U;
}

void TcpConnection::streamData(int side, std::string_view bytes, std::int64_t time)
{
    if (!m_conversation)
        begin(side, bytes);
    m_hasData[side] = true;
    // What waited for a hole to be filled was of use only then.
    std::int64_t &delivered = m_delivered[side];
    const bool isSmallStepBack =
        isKnown(delivered) && time < delivered && delivered - time < kLongestRepair;
    delivered = isSmallStepBack ? delivered : time;
    m_conversation->data(sideOf(side), bytes, delivered);
}

void TcpConnection::streamGap(int side, std::uint64_t size, std::int64_t time)
{
    m_counts.missingBytes += size;
    if (m_conversation)
        m_conversation->gap(sideOf(side), size, time);
}

/// Who the client is where no SYN tells: by what the first bytes are, by the ports, and by who
/// speaks first.
int TcpConnection::guessClient(int speaker, std::string_view bytes) const
{
    if (const std::optional<Side> said = speakerOf(bytes))
        return *said == Side::Client ? speaker : 1 - speaker;
    const std::uint16_t ports[2] = {m_endpoints[0].port, m_endpoints[1].port};
    for (const auto isServers : {+[](std::uint16_t port) { return isPortOfProtocol(port); },
                                 +[](std::uint16_t port) { return port <= kLastReserved; },
                                 +[](std::uint16_t port) { return port < kFirstEphemeral; }}) {
        if (isServers(ports[0]) != isServers(ports[1]))
            return isServers(ports[0]) ? 1 : 0;
    }
    return speaker;
}

void TcpConnection::begin(int speaker, std::string_view bytes)
{
    if (m_client < 0) {
        m_client = guessClient(speaker, bytes);
        m_isGuessed = true;
    }
    const Endpoint &server = m_endpoints[1 - m_client];
    m_talk.server = server.address.textWithPort(server.port);
    m_talk.address = server.address.text();
    m_talk.client = m_endpoints[m_client].address.text();
    m_talk.serverPort = server.port;
    m_talk.output = &m_output;
    m_conversation = openConversation(m_talk);
}

} // namespace dramatis::capture::packets
