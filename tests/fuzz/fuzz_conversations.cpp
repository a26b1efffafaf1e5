// SPDX-License-Identifier: GPL-3.0-or-later
//
// The protocols above TCP, without packets around them: the first two bytes of an input are the
// server's port, then come turns: a byte (lowest bit: from the server; next: bytes that are
// missing), two bytes with the size, and the bytes.
#include "core/capture/packets/link_layers.h"
#include "core/capture/packets/protocols/protocols.h"
#include "core/capture/packets/tcp_connection.h"
#include "tests/fuzz/counting_sink.h"
#include "tests/fuzz/packet_seeds.h"
#include "tests/fuzz/seeds.h"

#include <map>
#include <tuple>

using namespace dramatis;
using namespace dramatis::capture::packets;

namespace {

constexpr std::int64_t kOrigin = 1'700'000'000'000'000'000;

enum TurnBits { FromServer = 1, Missing = 2 };

/// Each connection of a capture, in the order of its packets, whoever has the lower port being the
/// server: near enough for a seed.
QList<QByteArray> seedsOf(const QString &, const QByteArray &head)
{
    IpLayer ip;
    std::map<std::tuple<Endpoint, Endpoint>, QByteArray> seeds;
    fuzz::forEachPacket(head, [&](const Packet &packet) {
        const LinkPayload payload = linkPayload(packet.linkType, packet.bytes);
        Datagram datagram;
        TcpSegment segment;
        if (payload.carried != Carried::Ip
            || ip.take(payload.bytes, datagram) != IpLayer::Outcome::Whole
            || datagram.protocol != kTcp || !readTcpSegment(datagram, segment)
            || segment.bytes.empty())
            return;
        Endpoint client{datagram.source, segment.sourcePort};
        Endpoint server{datagram.destination, segment.destinationPort};
        const bool isFromServer = client.port < server.port;
        if (isFromServer)
            std::swap(client, server);
        QByteArray &seed = seeds[{client, server}];
        if (seed.isEmpty())
            seed = fuzz::twoBytes(server.port);
        seed += static_cast<char>(isFromServer ? FromServer : 0)
                + fuzz::twoBytes(segment.bytes.size())
                + QByteArray(segment.bytes.data(), static_cast<qsizetype>(segment.bytes.size()));
    });
    QList<QByteArray> list;
    for (const auto &[connection, seed] : seeds)
        list.append(seed.first(std::min(seed.size(), fuzz::kMostOfASeed)));
    return list;
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    fuzz::writeSeedsIfAsked(*argc, *argv, seedsOf);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::InputReader input(data, size);
    fuzz::CountingSink sink;
    ExchangeOutput output(sink);
    Talk talk;
    talk.serverPort = input.twoBytes();
    talk.server = "10.0.0.1:" + std::to_string(talk.serverPort);
    talk.client = "10.0.0.2";
    talk.address = "10.0.0.1";
    talk.output = &output;
    const auto conversation = openConversation(talk);
    std::int64_t time = kOrigin;
    while (!input.isAtEnd()) {
        const unsigned bits = input.byte();
        const std::size_t count = input.twoBytes();
        const Side side = (bits & FromServer) != 0 ? Side::Server : Side::Client;
        time += 1'000'000;
        if ((bits & Missing) != 0)
            conversation->gap(side, count + 1, time);
        else if (const std::string_view bytes = input.bytes(count); !bytes.empty())
            conversation->data(side, bytes, time);
    }
    conversation->closed(Ending::Cut, time);
    return 0;
}
