// SPDX-License-Identifier: GPL-3.0-or-later
//
// Link layers, IP, TCP and the protocols, without a file around them: the first two bytes of an
// input are the link type, then come packets, each behind two bytes with its size.
#include "core/capture/packets/dissector.h"
#include "tests/fuzz/counting_sink.h"
#include "tests/fuzz/packet_seeds.h"
#include "tests/fuzz/seeds.h"

using namespace dramatis;
using namespace dramatis::capture::packets;

namespace {

constexpr std::int64_t kOrigin = 1'700'000'000'000'000'000;

QList<QByteArray> seedsOf(const QString &, const QByteArray &head)
{
    QByteArray seed;
    std::uint32_t linkType = 0;
    fuzz::forEachPacket(head, [&](const Packet &packet) {
        if (seed.isEmpty()) {
            linkType = packet.linkType;
            seed = fuzz::twoBytes(linkType);
        }
        if (packet.linkType == linkType
            && seed.size() + static_cast<qsizetype>(packet.bytes.size()) < fuzz::kMostOfASeed)
            seed += fuzz::twoBytes(packet.bytes.size())
                    + QByteArray(packet.bytes.data(), static_cast<qsizetype>(packet.bytes.size()));
    });
    return seed.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{seed};
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
    Dissector dissector(sink);
    Packet packet;
    packet.linkType = input.twoBytes();
    packet.time = kOrigin;
    while (!input.isAtEnd()) {
        packet.bytes = input.bytes(input.twoBytes());
        packet.time += 1'000'000;
        static_cast<void>(dissector.take(packet));
    }
    dissector.finish();
    if (dissector.exchanges() != sink.exchanges)
        qFatal("the count does not add up");
    return 0;
}
