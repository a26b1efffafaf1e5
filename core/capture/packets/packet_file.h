// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/unknown.h"
#include "core/capture/packets/byte_order.h"
#include "core/capture/packets/byte_stream.h"

#include <QString>

#include <memory>
#include <vector>

namespace dramatis::capture::packets {

/// A packet as it stands in a file.
struct Packet
{
    std::int64_t time = kUnknown; ///< ns since the epoch, UTC
    std::uint32_t linkType = 0;   ///< LINKTYPE_ number of tcpdump.org
    std::string_view bytes;       ///< what was kept of it, maybe cut by the snapshot length
};

/// Packets of a capture file, one after the other, straight from the device.
class PacketFile
{
public:
    virtual ~PacketFile() = default;
    /// Goes to the next packet. False at the end, and where the file cannot be followed further.
    /// @errors Io
    virtual Result<bool> next() = 0;

    [[nodiscard]] const Packet &packet() const { return m_packet; }
    /// Whether the file ended inside of a packet or block.
    [[nodiscard]] bool isTruncated() const { return m_truncated; }
    /// Translated: why the file could not be followed to its end; empty where it was.
    [[nodiscard]] const QString &damage() const { return m_damage; }
    [[nodiscard]] bool hasReadOn() { return m_stream.hasReadOn(); }

protected:
    explicit PacketFile(QIODevice &device) : m_stream(device) {}
    /// Says that `wanted` bytes were not there. Always false.
    bool endsInside(std::size_t found);
    bool isDamaged(const QString &why);

    ByteStream m_stream;
    Packet m_packet;

private:
    bool m_truncated = false;
    QString m_damage;
};

/// libpcap's format: both byte orders, µs and ns.
/// Source: draft-ietf-opsawg-pcap.
class PcapFile final : public PacketFile
{
public:
    explicit PcapFile(QIODevice &device) : PacketFile(device) {}
    Result<bool> next() override;
    /// Whether a file that begins like this is one.
    [[nodiscard]] static bool isOne(std::string_view head);

private:
    Result<bool> readHeader();

    FileOrder m_order;
    bool m_hasHeader = false;
    std::int64_t m_tick = 1000; ///< ns
    std::size_t m_recordHeader = 16;
    std::uint32_t m_linkType = 0;
};

/// pcapng: sections of either byte order, several interfaces with a link type and a resolution of
/// their own; blocks other than packets are passed over.
/// Source: draft-ietf-opsawg-pcapng.
class PcapngFile final : public PacketFile
{
public:
    explicit PcapngFile(QIODevice &device) : PacketFile(device) {}
    Result<bool> next() override;
    [[nodiscard]] static bool isOne(std::string_view head);

private:
    struct Interface
    {
        std::uint32_t linkType = 0;
        std::uint32_t snapLength = 0;
        std::uint64_t ticksPerSecond = 1'000'000;
        std::int64_t offsetSeconds = 0;
    };

    Result<bool> readSectionHeader();
    void readInterface(std::string_view body);
    [[nodiscard]] bool readPacket(std::string_view body, bool isOld);
    [[nodiscard]] bool readSimplePacket(std::string_view body);
    [[nodiscard]] static std::int64_t timeOf(const Interface &interface, std::uint64_t ticks);

    FileOrder m_order;
    bool m_hasSection = false;
    std::vector<Interface> m_interfaces;
};

} // namespace dramatis::capture::packets
