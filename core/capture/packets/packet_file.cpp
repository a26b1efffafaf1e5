// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/packets/packet_file.h"

#include "core/capture/tr.h"

#include <algorithm>

namespace dramatis::capture::packets {

namespace {

// The magic numbers as they read in the order of this file, most significant byte first.
constexpr std::uint32_t kPcapMicro = 0xa1b2c3d4;
constexpr std::uint32_t kPcapNano = 0xa1b23c4d;
constexpr std::uint32_t kPcapKuznetzov = 0xa1b2cd34; ///< µs, eight more bytes in a record's header

constexpr std::uint32_t kSectionHeader = 0x0a0d0d0a; ///< the same in both byte orders
constexpr std::uint32_t kByteOrderMagic = 0x1a2b3c4d;
constexpr std::uint32_t kInterfaceDescription = 1;
constexpr std::uint32_t kOldPacket = 2;
constexpr std::uint32_t kSimplePacket = 3;
constexpr std::uint32_t kEnhancedPacket = 6;

constexpr std::uint16_t kResolution = 9;
constexpr std::uint16_t kTimeOffset = 14;

/// More interfaces than any machine has; beyond it a file is trying something.
constexpr std::size_t kMostInterfaces = 4096;
/// Beyond this, ns since the epoch do not fit.
constexpr std::uint64_t kLastSecond = 9'000'000'000;

bool isPcapMagic(std::uint32_t magic)
{
    return magic == kPcapMicro || magic == kPcapNano || magic == kPcapKuznetzov;
}

} // namespace

bool PacketFile::endsInside(std::size_t found)
{
    m_truncated = m_truncated || found > 0;
    return false;
}

bool PacketFile::isDamaged(const QString &why)
{
    m_damage = why;
    return false;
}

// ---- pcap

bool PcapFile::isOne(std::string_view head)
{
    return head.size() >= 24
           && ((isPcapMagic(be32(head, 0)) && be16(head, 4) == 2)
               || (isPcapMagic(le32(head, 0)) && le16(head, 4) == 2));
}

Result<bool> PcapFile::readHeader()
{
    DRAMATIS_TRY(const std::string_view header, m_stream.peek(24));
    if (header.size() < 24)
        return endsInside(header.size());
    m_order.isBig = isPcapMagic(be32(header, 0));
    const std::uint32_t magic = m_order.u32(header, 0);
    if (!isPcapMagic(magic))
        return isDamaged(Tr::tr("The file does not begin like a pcap file."));
    m_tick = magic == kPcapNano ? 1 : 1000;
    m_recordHeader = magic == kPcapKuznetzov ? 24 : 16;
    m_linkType = m_order.u32(header, 20) & 0xffff; // above it: length of the check sequence
    m_stream.advance(24);
    m_hasHeader = true;
    return true;
}

Result<bool> PcapFile::next()
{
    if (!m_hasHeader) {
        DRAMATIS_TRY(const bool isFine, readHeader());
        if (!isFine)
            return false;
    }
    DRAMATIS_TRY(std::string_view record, m_stream.peek(m_recordHeader));
    if (record.size() < m_recordHeader)
        return endsInside(record.size());
    const std::uint64_t seconds = m_order.u32(record, 0);
    const std::uint64_t fraction = m_order.u32(record, 4);
    const std::size_t size = m_order.u32(record, 8);
    if (size > ByteStream::kLongest - m_recordHeader)
        return isDamaged(Tr::tr("A packet says that it has %1 bytes.").arg(size));
    DRAMATIS_TRY(record, m_stream.peek(m_recordHeader + size));
    if (record.size() < m_recordHeader + size)
        return endsInside(record.size());
    m_packet.time = static_cast<std::int64_t>(seconds) * kNanosecondsPerSecond
                    + static_cast<std::int64_t>(fraction) * m_tick;
    m_packet.linkType = m_linkType;
    m_packet.bytes = record.substr(m_recordHeader);
    m_stream.advance(m_recordHeader + size);
    return true;
}

// ---- pcapng

bool PcapngFile::isOne(std::string_view head)
{
    return head.size() >= 28 && be32(head, 0) == kSectionHeader
           && (be32(head, 8) == kByteOrderMagic || le32(head, 8) == kByteOrderMagic);
}

Result<bool> PcapngFile::readSectionHeader()
{
    DRAMATIS_TRY(const std::string_view start, m_stream.peek(12));
    if (start.size() < 12)
        return endsInside(start.size());
    m_order.isBig = be32(start, 8) == kByteOrderMagic;
    if (!m_order.isBig && le32(start, 8) != kByteOrderMagic)
        return isDamaged(Tr::tr("A section does not say its byte order."));
    m_interfaces.clear();
    m_hasSection = true;
    return true;
}

Result<bool> PcapngFile::next()
{
    while (true) {
        DRAMATIS_TRY(std::string_view block, m_stream.peek(12));
        if (block.size() < 12)
            return endsInside(block.size());
        if (be32(block, 0) == kSectionHeader) {
            DRAMATIS_TRY(const bool isFine, readSectionHeader());
            if (!isFine)
                return false;
            DRAMATIS_TRY(block, m_stream.peek(12));
        }
        if (!m_hasSection)
            return isDamaged(Tr::tr("The file does not begin like a pcapng file."));
        const std::uint32_t type = m_order.u32(block, 0);
        const std::size_t size = m_order.u32(block, 4);
        if (size < 12 || size % 4 != 0)
            return isDamaged(Tr::tr("A block says that it has %1 bytes.").arg(size));
        const bool isPacket =
            type == kEnhancedPacket || type == kOldPacket || type == kSimplePacket;
        if (size > ByteStream::kLongest || (!isPacket && type != kInterfaceDescription)) {
            DRAMATIS_TRY(const std::uint64_t skipped, m_stream.skip(size));
            if (skipped < size)
                return endsInside(static_cast<std::size_t>(skipped));
            continue;
        }
        DRAMATIS_TRY(block, m_stream.peek(size));
        if (block.size() < size)
            return endsInside(block.size());
        m_stream.advance(size);
        const std::string_view body = block.substr(8, size - 12);
        if (type == kInterfaceDescription) {
            readInterface(body);
        } else {
            m_packet = {};
            m_packet.linkType = ~std::uint32_t{0}; // of an interface that is not described
            const bool isFine = type == kSimplePacket ? readSimplePacket(body)
                                                      : readPacket(body, type == kOldPacket);
            if (!isFine)
                m_packet.bytes = {};
            return true;
        }
    }
}

void PcapngFile::readInterface(std::string_view body)
{
    if (body.size() < 8 || m_interfaces.size() == kMostInterfaces)
        return;
    Interface interface;
    interface.linkType = m_order.u16(body, 0);
    interface.snapLength = m_order.u32(body, 4);
    std::string_view options = body.substr(8);
    while (options.size() >= 4) {
        const std::uint16_t code = m_order.u16(options, 0);
        const std::size_t size = m_order.u16(options, 2);
        if (code == 0 || size > options.size() - 4)
            break;
        const std::string_view value = options.substr(4, size);
        if (code == kResolution && size >= 1) {
            const std::uint8_t resolution = byteAt(value, 0);
            const std::uint8_t exponent = resolution & 0x7f;
            if (resolution & 0x80) {
                interface.ticksPerSecond = std::uint64_t{1} << std::min<int>(exponent, 63);
            } else {
                interface.ticksPerSecond = 1;
                for (int i = 0; i < std::min<int>(exponent, 19); ++i)
                    interface.ticksPerSecond *= 10;
            }
        } else if (code == kTimeOffset && size >= 8) {
            interface.offsetSeconds = static_cast<std::int64_t>(m_order.u64(value, 0));
        }
        options.remove_prefix(std::min(options.size(), 4 + (size + 3) / 4 * 4));
    }
    m_interfaces.push_back(interface);
}

/// Enhanced packet blocks and the older packet blocks differ in the number of the interface only.
bool PcapngFile::readPacket(std::string_view body, bool isOld)
{
    if (body.size() < 20)
        return false;
    const std::size_t size = m_order.u32(body, 12);
    const std::size_t index = isOld ? m_order.u16(body, 0) : m_order.u32(body, 0);
    if (size > body.size() - 20 || index >= m_interfaces.size())
        return false;
    const std::uint64_t ticks = (std::uint64_t{m_order.u32(body, 4)} << 32) | m_order.u32(body, 8);
    m_packet.time = timeOf(m_interfaces[index], ticks);
    m_packet.linkType = m_interfaces[index].linkType;
    m_packet.bytes = body.substr(20, size);
    return true;
}

bool PcapngFile::readSimplePacket(std::string_view body)
{
    if (body.size() < 4 || m_interfaces.empty())
        return false;
    std::size_t size = std::min<std::size_t>(m_order.u32(body, 0), body.size() - 4);
    if (m_interfaces[0].snapLength > 0)
        size = std::min<std::size_t>(size, m_interfaces[0].snapLength);
    m_packet.linkType = m_interfaces[0].linkType;
    m_packet.bytes = body.substr(4, size);
    return true;
}

std::int64_t PcapngFile::timeOf(const Interface &interface, std::uint64_t ticks)
{
    const std::uint64_t seconds = ticks / interface.ticksPerSecond;
    const std::uint64_t rest = ticks % interface.ticksPerSecond;
    constexpr auto kLast = static_cast<std::int64_t>(kLastSecond);
    if (seconds > kLastSecond || interface.offsetSeconds > kLast
        || interface.offsetSeconds < -kLast)
        return kUnknown;
    const std::int64_t wholeSeconds = static_cast<std::int64_t>(seconds) + interface.offsetSeconds;
    if (wholeSeconds > kLast || wholeSeconds < 0)
        return kUnknown;
    constexpr std::uint64_t kExact = 18'000'000'000; // times 10^9 this fits 64 bits
    const std::uint64_t nanoseconds =
        interface.ticksPerSecond <= kExact
            ? rest * 1'000'000'000 / interface.ticksPerSecond
            : static_cast<std::uint64_t>(static_cast<double>(rest) * 1e9
                                         / static_cast<double>(interface.ticksPerSecond));
    return wholeSeconds * kNanosecondsPerSecond + static_cast<std::int64_t>(nanoseconds);
}

} // namespace dramatis::capture::packets
