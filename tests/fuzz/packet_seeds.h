// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/packets/packet_file.h"

#include <QBuffer>

#include <algorithm>
#include <memory>

namespace dramatis::fuzz {

/// Numbers as the inputs have them, low byte first.
[[nodiscard]] inline QByteArray twoBytes(std::size_t number)
{
    const char bytes[] = {static_cast<char>(number & 255), static_cast<char>(number >> 8 & 255)};
    return {bytes, 2};
}

/// Takes an input apart; what is not there is 0.
class InputReader
{
public:
    InputReader(const std::uint8_t *data, std::size_t size)
        : m_rest(reinterpret_cast<const char *>(data), size)
    {}
    [[nodiscard]] bool isAtEnd() const { return m_rest.empty(); }
    std::string_view bytes(std::size_t count)
    {
        const std::string_view taken = m_rest.substr(0, count);
        m_rest.remove_prefix(taken.size());
        return taken;
    }
    std::uint8_t byte()
    {
        const std::string_view taken = bytes(1);
        return taken.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(taken[0]);
    }
    std::uint16_t twoBytes()
    {
        const unsigned low = byte();
        return static_cast<std::uint16_t>(low | unsigned{byte()} << 8);
    }

private:
    std::string_view m_rest;
};

/// The packets of the beginning of a capture; none where it is none.
template<typename Take>
void forEachPacket(const QByteArray &head, Take take)
{
    using namespace capture::packets;
    QByteArray bytes = head;
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    const std::string_view view(head.data(), static_cast<std::size_t>(head.size()));
    std::unique_ptr<PacketFile> file;
    if (PcapFile::isOne(view))
        file = std::make_unique<PcapFile>(device);
    else if (PcapngFile::isOne(view))
        file = std::make_unique<PcapngFile>(device);
    if (!file)
        return;
    while (true) {
        const auto hasNext = file->next();
        if (!hasNext || !*hasNext)
            return;
        take(file->packet());
    }
}

} // namespace dramatis::fuzz
