// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <cstdint>
#include <string_view>

/// Captures made by hand, for tests of what becomes of them.
namespace dramatis::tests {

inline QByteArray big(std::uint64_t value, int size)
{
    QByteArray bytes;
    for (int i = size - 1; i >= 0; --i)
        bytes += static_cast<char>(value >> (8 * i));
    return bytes;
}

inline QByteArray little(std::uint64_t value, int size)
{
    QByteArray bytes;
    for (int i = 0; i < size; ++i)
        bytes += static_cast<char>(value >> (8 * i));
    return bytes;
}

enum Flag { Fin = 1, Syn = 2, Rst = 4, Psh = 8, Ack = 16 };

inline QByteArray tcp(std::uint16_t from,
                      std::uint16_t to,
                      std::uint32_t sequence,
                      std::uint32_t acknowledged,
                      int flags,
                      const QByteArray &payload)
{
    return big(from, 2) + big(to, 2) + big(sequence, 4) + big(acknowledged, 4) + big(0x50, 1)
           + big(static_cast<std::uint64_t>(flags), 1) + big(65535, 2) + big(0, 4) + payload;
}

inline QByteArray udp(std::uint16_t from, std::uint16_t to, const QByteArray &payload)
{
    return big(from, 2) + big(to, 2) + big(static_cast<std::uint64_t>(payload.size()) + 8, 2)
           + big(0, 2) + payload;
}

/// @param fragment  flags and offset of the header, as they stand there
inline QByteArray ip4(std::uint32_t from,
                      std::uint32_t to,
                      int protocol,
                      const QByteArray &payload,
                      std::uint16_t id = 1,
                      std::uint16_t fragment = 0)
{
    return big(0x4500, 2) + big(static_cast<std::uint64_t>(payload.size()) + 20, 2) + big(id, 2)
           + big(fragment, 2) + big(64, 1) + big(static_cast<std::uint64_t>(protocol), 1)
           + big(0, 2) + big(from, 4) + big(to, 4) + payload;
}

/// From and to 2001:db8::`from`.
inline QByteArray ip6(std::uint16_t from, std::uint16_t to, int next, const QByteArray &payload)
{
    const auto address = [](std::uint16_t last) -> QByteArray {
        return big(0x20010db8, 4) + QByteArray(10, '\0') + big(last, 2);
    };
    return big(0x60000000, 4) + big(static_cast<std::uint64_t>(payload.size()), 2)
           + big(static_cast<std::uint64_t>(next), 1) + big(64, 1) + address(from) + address(to)
           + payload;
}

inline QByteArray ethernet(const QByteArray &packet, const QByteArray &tags = {})
{
    const bool isVersion6 = !packet.isEmpty() && (packet[0] & 0xf0) == 0x60;
    return QByteArray(12, '\x02') + tags + big(isVersion6 ? 0x86dd : 0x0800, 2) + packet;
}

struct Captured
{
    std::int64_t time; ///< ns since the epoch
    QByteArray frame;
    int cut = 0; ///< bytes at the end that the capture left out
};

enum class ByteOrder { Big, Little };

inline QByteArray number(ByteOrder order, std::uint64_t value, int size)
{
    return order == ByteOrder::Big ? big(value, size) : little(value, size);
}

inline QByteArray pcap(const QList<Captured> &packets,
                       std::uint32_t linkType = 1,
                       ByteOrder order = ByteOrder::Little,
                       bool isNano = false)
{
    QByteArray file = number(order, isNano ? 0xa1b23c4d : 0xa1b2c3d4, 4) + number(order, 2, 2)
                      + number(order, 4, 2) + QByteArray(8, '\0') + number(order, 262144, 4)
                      + number(order, linkType, 4);
    for (const Captured &packet : packets) {
        const auto size = static_cast<std::uint64_t>(packet.frame.size());
        const auto time = static_cast<std::uint64_t>(packet.time);
        file += number(order, time / 1'000'000'000, 4)
                + number(order, time % 1'000'000'000 / (isNano ? 1 : 1000), 4)
                + number(order, size - static_cast<std::uint64_t>(packet.cut), 4)
                + number(order, size, 4) + packet.frame.chopped(packet.cut);
    }
    return file;
}

inline QByteArray block(ByteOrder order, std::uint32_t type, QByteArray body)
{
    body += QByteArray((4 - body.size() % 4) % 4, '\0');
    const auto size = static_cast<std::uint64_t>(body.size()) + 12;
    return number(order, type, 4) + number(order, size, 4) + body + number(order, size, 4);
}

inline QByteArray sectionHeader(ByteOrder order)
{
    return block(order,
                 0x0a0d0d0a,
                 number(order, 0x1a2b3c4d, 4) + number(order, 1, 2) + number(order, 0, 2)
                     + QByteArray(8, '\xff'));
}

/// @param resolution  if_tsresol: 9 is ns, 0x80 + n is 2^-n s
inline QByteArray interfaceBlock(ByteOrder order, std::uint16_t linkType, int resolution)
{
    return block(order,
                 1,
                 number(order, linkType, 2) + number(order, 0, 2) + number(order, 0, 4)
                     + number(order, 9, 2) + number(order, 1, 2)
                     + little(static_cast<std::uint64_t>(resolution), 4) + number(order, 0, 4));
}

inline QByteArray
packetBlock(ByteOrder order, std::uint32_t interface, std::uint64_t ticks, const QByteArray &frame)
{
    const auto size = static_cast<std::uint64_t>(frame.size());
    return block(order,
                 6,
                 number(order, interface, 4) + number(order, ticks >> 32, 4)
                     + number(order, ticks & 0xffffffff, 4) + number(order, size, 4)
                     + number(order, size, 4) + frame);
}

/// A connection from 10.0.0.9:40000 to 10.0.0.1:`port`. Packets are a millisecond apart, from
/// kOrigin on.
class TcpTalk
{
public:
    static constexpr std::int64_t kOrigin = 1'700'000'000'000'000'000;
    static constexpr std::int64_t kStep = 1'000'000;
    static constexpr std::uint32_t kClient = 0x0a000009;
    static constexpr std::uint32_t kServer = 0x0a000001;

    explicit TcpTalk(std::uint16_t port = 80) : m_port(port) {}

    TcpTalk &handshake()
    {
        segment(true, m_next[0] - 1, Syn, {});
        segment(false, m_next[1] - 1, Syn | Ack, {});
        return segment(true, m_next[0], Ack, {});
    }
    /// In order.
    TcpTalk &client(const QByteArray &bytes) { return say(0, bytes); }
    TcpTalk &server(const QByteArray &bytes) { return say(1, bytes); }
    /// At a place counted from the first byte of the side, whatever was said before.
    TcpTalk &clientAt(std::uint32_t offset, const QByteArray &bytes)
    {
        return segment(true, kFirst[0] + offset, Ack | Psh, bytes);
    }
    TcpTalk &serverAt(std::uint32_t offset, const QByteArray &bytes)
    {
        return segment(false, kFirst[1] + offset, Ack | Psh, bytes);
    }
    /// Said, but not in the capture.
    TcpTalk &lose(bool isClient, std::uint32_t size)
    {
        m_next[isClient ? 0 : 1] += size;
        return *this;
    }
    /// Says that all of the other side came.
    TcpTalk &acknowledge(bool isClient)
    {
        return segment(isClient, m_next[isClient ? 0 : 1], Ack, {});
    }
    TcpTalk &finish(bool isClient)
    {
        segment(isClient, m_next[isClient ? 0 : 1], Fin | Ack, {});
        ++m_next[isClient ? 0 : 1];
        return *this;
    }
    TcpTalk &close() { return finish(true).finish(false); }
    TcpTalk &reset(bool isClient)
    {
        return segment(isClient, m_next[isClient ? 0 : 1], Rst | Ack, {});
    }
    TcpTalk &wait(std::int64_t nanoseconds)
    {
        m_time += nanoseconds;
        return *this;
    }
    TcpTalk &segment(bool isClient, std::uint32_t sequence, int flags, const QByteArray &bytes)
    {
        const std::uint16_t from = isClient ? 40000 : m_port;
        const std::uint16_t to = isClient ? m_port : 40000;
        const QByteArray packet =
            ip4(isClient ? kClient : kServer,
                isClient ? kServer : kClient,
                6,
                tcp(from, to, sequence, m_next[isClient ? 1 : 0], flags, bytes));
        packets.append({m_time, ethernet(packet)});
        m_time += kStep;
        return *this;
    }
    [[nodiscard]] QByteArray file() const { return pcap(packets); }

    QList<Captured> packets;

private:
    TcpTalk &say(int side, const QByteArray &bytes)
    {
        segment(side == 0, m_next[side], Ack | Psh, bytes);
        m_next[side] += static_cast<std::uint32_t>(bytes.size());
        return *this;
    }

    static constexpr std::uint32_t kFirst[2] = {0xffffffe0, 5000}; ///< the client's wraps around
    std::uint16_t m_port;
    std::uint32_t m_next[2] = {kFirst[0], kFirst[1]};
    std::int64_t m_time = kOrigin;
};

} // namespace dramatis::tests
