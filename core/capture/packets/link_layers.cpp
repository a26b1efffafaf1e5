// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/packets/link_layers.h"

#include "core/capture/packets/byte_order.h"

#include <algorithm>
#include <iterator>

namespace dramatis::capture::packets {

namespace {

constexpr LinkPayload kDamaged{Carried::Damaged, {}};
constexpr LinkPayload kOther{Carried::Other, {}};

LinkPayload ofIp(std::string_view bytes)
{
    if (bytes.empty())
        return kDamaged;
    const int version = byteAt(bytes, 0) >> 4;
    return version == 4 || version == 6 ? LinkPayload{Carried::Ip, bytes} : kDamaged;
}

/// Behind a protocol number of PPP.
LinkPayload ofPpp(std::string_view bytes)
{
    if (bytes.size() >= 2 && be16(bytes, 0) == 0xff03)
        bytes.remove_prefix(2);
    if (bytes.size() < 2)
        return kDamaged;
    const std::uint16_t protocol = be16(bytes, 0);
    return protocol == 0x0021 || protocol == 0x0057 ? ofIp(bytes.substr(2)) : kOther;
}

/// Behind an EtherType at the front of `bytes`: tags, labels and PPPoE are taken off.
LinkPayload ofEtherType(std::string_view bytes)
{
    while (bytes.size() >= 2) {
        const std::uint16_t type = be16(bytes, 0);
        bytes.remove_prefix(2);
        switch (type) {
        case 0x0800:
        case 0x86dd:
            return ofIp(bytes);
        case 0x8100: // VLAN; 802.1ad and its forerunners
        case 0x88a8:
        case 0x9100:
        case 0x9200:
            if (bytes.size() < 2)
                return kDamaged;
            bytes.remove_prefix(2);
            continue;
        case 0x8864: // PPPoE session
            return bytes.size() < 6 ? kDamaged : ofPpp(bytes.substr(6));
        case 0x8847: // MPLS: labels until the one at the bottom
        case 0x8848:
            for (bool isBottom = false; !isBottom; bytes.remove_prefix(4)) {
                if (bytes.size() < 4)
                    return kDamaged;
                isBottom = (byteAt(bytes, 2) & 1) != 0;
            }
            if (bytes.empty())
                return kDamaged;
            return byteAt(bytes, 0) >> 4 == 4 || byteAt(bytes, 0) >> 4 == 6 ? ofIp(bytes) : kOther;
        default:
            return kOther;
        }
    }
    return kDamaged;
}

/// Behind 802.2 LLC; with SNAP there is an EtherType.
LinkPayload ofLlc(std::string_view bytes)
{
    if (bytes.size() < 8)
        return kOther;
    return be24(bytes, 0) == 0xaaaa03 ? ofEtherType(bytes.substr(6)) : kOther;
}

LinkPayload ofEthernet(std::string_view frame)
{
    if (frame.size() < 14)
        return kDamaged;
    return be16(frame, 12) < 1536 ? ofLlc(frame.substr(14)) : ofEtherType(frame.substr(12));
}

/// BSD's loopback: the address family, in the byte order of the machine that captured.
LinkPayload ofLoopback(std::string_view frame)
{
    if (frame.size() < 4)
        return kDamaged;
    const std::uint32_t family = std::min(be32(frame, 0), le32(frame, 0));
    switch (family) {
    case 2:  // IPv4
    case 10: // IPv6: Linux, NetBSD and OpenBSD, FreeBSD, macOS
    case 24:
    case 28:
    case 30:
        return ofIp(frame.substr(4));
    default:
        return kOther;
    }
}

LinkPayload ofCookedLinux(std::string_view frame)
{
    return frame.size() < 16 ? kDamaged : ofEtherType(frame.substr(14));
}

LinkPayload ofCookedLinux2(std::string_view frame)
{
    if (frame.size() < 20)
        return kDamaged;
    const std::uint16_t type = be16(frame, 0);
    return type == 0x0800 || type == 0x86dd ? ofIp(frame.substr(20)) : kOther;
}

LinkPayload ofCiscoHdlc(std::string_view frame)
{
    return frame.size() < 4 ? kDamaged : ofEtherType(frame.substr(2));
}

LinkPayload ofWireless(std::string_view frame)
{
    if (frame.size() < 24)
        return kOther; // control frames are shorter
    const std::uint8_t kind = byteAt(frame, 0);
    const std::uint8_t flags = byteAt(frame, 1);
    const bool isData = (kind & 0x0c) == 0x08 && (kind & 0x40) == 0;
    const bool isEncrypted = (flags & 0x40) != 0;
    if (!isData || isEncrypted)
        return kOther;
    std::size_t size = 24;
    size += (flags & 0x03) == 0x03 ? 6 : 0; // between access points: a fourth address
    size += (kind & 0x80) != 0 ? 2 : 0;     // quality of service
    return frame.size() < size ? kDamaged : ofLlc(frame.substr(size));
}

LinkPayload ofRadiotap(std::string_view frame)
{
    if (frame.size() < 4 || le16(frame, 2) > frame.size())
        return kDamaged;
    return ofWireless(frame.substr(le16(frame, 2)));
}

struct LinkLayer
{
    std::uint32_t linkType;
    LinkPayload (*payload)(std::string_view);
};

constexpr LinkLayer kLinkLayers[] = {
    {0, ofLoopback},
    {1, ofEthernet},
    {9, ofPpp},
    {12, ofIp}, // raw IP: two numbers that systems wrote for themselves, and the official one
    {14, ofIp},
    {50, ofPpp},
    {101, ofIp},
    {104, ofCiscoHdlc},
    {105, ofWireless},
    {108, ofLoopback},
    {113, ofCookedLinux},
    {127, ofRadiotap},
    {228, ofIp},
    {229, ofIp},
    {276, ofCookedLinux2},
};

} // namespace

LinkPayload linkPayload(std::uint32_t linkType, std::string_view frame)
{
    const auto *found =
        std::find_if(std::begin(kLinkLayers), std::end(kLinkLayers), [linkType](const auto &layer) {
            return layer.linkType == linkType;
        });
    return found == std::end(kLinkLayers) ? LinkPayload{Carried::UnknownLink, {}}
                                          : found->payload(frame);
}

} // namespace dramatis::capture::packets
