// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/capture/packet_builder.h"

#include <functional>
#include <random>
#include <string_view>

namespace dramatis::bench {

/// A connection that is kept alive for some requests, one packet a step.
class Browser
{
public:
    explicit Browser(std::uint32_t number) : m_client(0x0a010000 + number) { begin(); }

    /// The next packet.
    QByteArray step(std::mt19937 &random)
    {
        using namespace tests;
        switch (m_phase++) {
        case 0:
            return packet(true, Syn, {});
        case 1:
            return packet(false, Syn | Ack, {});
        case 2:
            return packet(true, Ack, {});
        case 3: {
            const QByteArray path = QByteArray::number(random() % 2000);
            return packet(true,
                          Ack | Psh,
                          "GET /item/" + path
                              + "?session=8f3a HTTP/1.1\r\nHost: shop.example\r\nUser-Agent: "
                                "Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 "
                                "Firefox/115.0\r\nAccept: text/html,application/xhtml+xml\r\n"
                                "Accept-Language: en\r\nCookie: id=0123456789abcdef\r\n\r\n");
        }
        case 4:
            return packet(false, Ack, {});
        case 5:
            m_left = 500 + static_cast<qsizetype>(random() % 5000);
            return packet(false,
                          Ack,
                          "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nServer: nginx\r\n"
                          "Content-Length: "
                              + QByteArray::number(m_left) + "\r\n\r\n");
        case 6: {
            const qsizetype size = std::min<qsizetype>(m_left, 1448);
            m_left -= size;
            m_phase = m_left > 0 ? 6 : 7;
            return packet(false, Ack, QByteArray(size, 'x'));
        }
        case 7:
            m_phase = ++m_requests < 12 ? 3 : 8;
            return packet(true, Ack, {});
        case 8:
            return packet(true, Fin | Ack, {});
        default:
            const QByteArray last = packet(false, Fin | Ack, {});
            begin();
            return last;
        }
    }

private:
    void begin()
    {
        m_phase = 0;
        m_requests = 0;
        m_port = m_port == 60'999 ? 32'768 : static_cast<std::uint16_t>(m_port + 1);
        m_next[0] += 77'777;
        m_next[1] += 99'999;
    }

    QByteArray packet(bool isClient, int flags, const QByteArray &bytes)
    {
        using namespace tests;
        std::uint32_t &next = m_next[isClient ? 0 : 1];
        const QByteArray frame = ethernet(ip4(isClient ? m_client : kServer,
                                              isClient ? kServer : m_client,
                                              6,
                                              tcp(isClient ? m_port : 80,
                                                  isClient ? 80 : m_port,
                                                  next,
                                                  m_next[isClient ? 1 : 0],
                                                  flags,
                                                  bytes)));
        next += static_cast<std::uint32_t>(bytes.size()) + ((flags & (Syn | Fin)) != 0 ? 1 : 0);
        return frame;
    }

    static constexpr std::uint32_t kServer = 0x0a000001;
    std::uint32_t m_client;
    std::uint32_t m_next[2] = {1, 2};
    std::uint16_t m_port = 32'768;
    int m_phase = 0;
    int m_requests = 0;
    qsizetype m_left = 0;
};

/// `bytes` or somewhat more of a pcap file of HTTP/1.1, in blocks of about 1 MiB.
inline void generatePackets(std::int64_t bytes, const std::function<void(std::string_view)> &write)
{
    using namespace tests;
    std::mt19937 random(1);
    std::vector<Browser> browsers;
    for (std::uint32_t i = 0; i < 500; ++i)
        browsers.emplace_back(i);
    QByteArray block = pcap({});
    std::int64_t time = TcpTalk::kOrigin;
    for (std::int64_t written = 0; written < bytes;) {
        const QByteArray packet = browsers[random() % browsers.size()].step(random);
        time += 20'000;
        block += pcap({{time, packet}}).mid(24);
        written += packet.size() + 16;
        if (block.size() > 1 << 20 || written >= bytes) {
            write({block.data(), static_cast<std::size_t>(block.size())});
            block.clear();
        }
    }
}

} // namespace dramatis::bench
