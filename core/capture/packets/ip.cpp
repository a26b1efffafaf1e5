// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/packets/ip.h"

#include "core/capture/packets/byte_order.h"

#include <QtGlobal>

#include <algorithm>
#include <arpa/inet.h>
#include <iterator>

namespace dramatis::capture::packets {

namespace {

constexpr int kMostExtensionHeaders = 16;
/// What a part costs beside its bytes.
constexpr std::size_t kPartOverhead = 96;

Address addressOf(std::string_view bytes)
{
    Address address;
    address.isVersion6 = bytes.size() == 16;
    std::copy(bytes.begin(),
              bytes.end(),
              address.bytes.end() - static_cast<std::ptrdiff_t>(bytes.size()));
    return address;
}

} // namespace

std::string Address::text() const
{
    char buffer[INET6_ADDRSTRLEN] = {};
    const auto *begin = isVersion6 ? bytes.data() : bytes.data() + 12;
    inet_ntop(isVersion6 ? AF_INET6 : AF_INET, begin, buffer, sizeof buffer);
    return buffer;
}

std::string Address::textWithPort(std::uint16_t port) const
{
    return (isVersion6 ? '[' + text() + ']' : text()) + ':' + std::to_string(port);
}

IpLayer::Outcome IpLayer::take(std::string_view packet, Datagram &datagram)
{
    if (packet.empty())
        return Outcome::Damaged;
    const int version = byteAt(packet, 0) >> 4;
    if (version == 4)
        return takeVersion4(packet, datagram);
    return version == 6 ? takeVersion6(packet, datagram) : Outcome::Damaged;
}

IpLayer::Outcome IpLayer::takeVersion4(std::string_view packet, Datagram &datagram)
{
    if (packet.size() < 20)
        return Outcome::Damaged;
    const std::size_t headerSize = std::size_t{4} * (byteAt(packet, 0) & 0x0fU);
    std::size_t totalSize = be16(packet, 2);
    if (totalSize == 0) // left to the network card, which cuts it into packets
        totalSize = packet.size();
    if (headerSize < 20 || totalSize < headerSize || packet.size() < headerSize)
        return Outcome::Damaged;
    datagram.source = addressOf(packet.substr(12, 4));
    datagram.destination = addressOf(packet.substr(16, 4));
    datagram.protocol = byteAt(packet, 9);
    datagram.payload = packet.substr(headerSize, totalSize - headerSize);
    datagram.payloadSize = totalSize - headerSize;
    const std::uint16_t fragment = be16(packet, 6);
    const bool hasMore = (fragment & 0x2000) != 0;
    const std::size_t offset = (fragment & 0x1fffU) * std::size_t{8};
    if (!hasMore && offset == 0)
        return Outcome::Whole;
    return takeFragment({datagram.source, datagram.destination, be16(packet, 4), datagram.protocol},
                        {offset, hasMore, datagram.payload, datagram.payloadSize},
                        datagram);
}

IpLayer::Outcome IpLayer::takeVersion6(std::string_view packet, Datagram &datagram)
{
    if (packet.size() < 40)
        return Outcome::Damaged;
    std::size_t size = be16(packet, 4);
    if (size == 0) // a jumbogram, or left to the network card
        size = packet.size() - 40;
    datagram.source = addressOf(packet.substr(8, 16));
    datagram.destination = addressOf(packet.substr(24, 16));
    std::uint8_t next = byteAt(packet, 6);
    std::string_view rest = packet.substr(40, size);
    for (int i = 0; i < kMostExtensionHeaders; ++i) {
        std::size_t headerSize = 0;
        switch (next) {
        case 0:   // hop by hop
        case 43:  // routing
        case 60:  // destination
        case 135: // mobility
        case 139: // host identity
        case 140: // shim6
            headerSize = rest.size() < 8 ? 0 : (std::size_t{byteAt(rest, 1)} + 1) * 8;
            break;
        case 51: // authentication
            headerSize = rest.size() < 8 ? 0 : (std::size_t{byteAt(rest, 1)} + 2) * 4;
            break;
        case 44: { // fragment
            if (rest.size() < 8)
                return Outcome::Damaged;
            const std::uint16_t fragment = be16(rest, 2);
            const std::uint32_t id = be32(rest, 4);
            datagram.protocol = byteAt(rest, 0);
            datagram.payload = rest.substr(8);
            datagram.payloadSize = size - 8;
            if ((fragment & ~6U) == 0)
                return Outcome::Whole; // an atomic fragment
            return takeFragment(
                {datagram.source, datagram.destination, id, datagram.protocol},
                {fragment & 0xfff8U, (fragment & 1) != 0, datagram.payload, datagram.payloadSize},
                datagram);
        }
        case 50: // encrypted
        case 59: // nothing follows
            return Outcome::Other;
        default:
            datagram.protocol = next;
            datagram.payload = rest;
            datagram.payloadSize = size;
            return Outcome::Whole;
        }
        if (headerSize == 0 || headerSize > rest.size() || headerSize > size)
            return Outcome::Damaged;
        next = byteAt(rest, 0);
        rest.remove_prefix(headerSize);
        size -= headerSize;
    }
    return Outcome::Damaged;
}

IpLayer::Outcome
IpLayer::takeFragment(const FragmentKey &key, const Fragment &fragment, Datagram &datagram)
{
    const std::size_t end = fragment.offset + fragment.size;
    if (end > kLargestDatagram || fragment.bytes.size() < fragment.size || fragment.size == 0)
        return Outcome::Damaged;
    auto [found, isNew] = m_assemblies.try_emplace(key);
    Assembly &assembly = found->second;
    if (isNew)
        assembly.age = m_ages.insert(m_ages.end(), key);
    ++assembly.fragments;
    if (!fragment.hasMore)
        assembly.total = end;
    // Fills the holes between what is there.
    std::size_t at = fragment.offset;
    while (at < end) {
        const auto after = assembly.parts.upper_bound(at);
        if (after != assembly.parts.begin()) {
            const auto &before = *std::prev(after);
            if (before.first + before.second.size() > at) {
                at = before.first + before.second.size();
                continue;
            }
        }
        const std::size_t stop = after == assembly.parts.end() ? end : std::min(end, after->first);
        assembly.parts.emplace(at, fragment.bytes.substr(at - fragment.offset, stop - at));
        assembly.bytes += stop - at;
        assembly.cost += stop - at + kPartOverhead;
        m_cost += stop - at + kPartOverhead;
        at = stop;
    }
    const bool isWhole = assembly.total > 0 && assembly.bytes >= assembly.total;
    if (isWhole) {
        m_whole.clear();
        for (const auto &[offset, bytes] : assembly.parts)
            m_whole += bytes;
        m_cost -= assembly.cost;
        m_ages.erase(assembly.age);
        m_assemblies.erase(found);
        datagram.payload = m_whole;
        datagram.payloadSize = m_whole.size();
        return Outcome::Whole;
    }
    while (m_cost > kMostBytes)
        giveUp(m_ages.front());
    return Outcome::Partial;
}

void IpLayer::giveUp(const FragmentKey &key)
{
    const auto found = m_assemblies.find(key);
    Q_ASSERT(found != m_assemblies.end());
    m_lostFragments += found->second.fragments;
    m_cost -= found->second.cost;
    m_ages.erase(found->second.age); // `key` lived there
    m_assemblies.erase(found);
}

} // namespace dramatis::capture::packets
