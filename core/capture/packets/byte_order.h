// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Numbers out of bytes. The caller has seen to it that they are there.
namespace dramatis::capture::packets {

[[nodiscard]] inline std::uint8_t byteAt(std::string_view bytes, std::size_t at)
{
    return static_cast<std::uint8_t>(bytes[at]);
}

/// Big-endian, as networks have it.
[[nodiscard]] inline std::uint16_t be16(std::string_view bytes, std::size_t at)
{
    return static_cast<std::uint16_t>((byteAt(bytes, at) << 8) | byteAt(bytes, at + 1));
}

[[nodiscard]] inline std::uint32_t be24(std::string_view bytes, std::size_t at)
{
    return (std::uint32_t{byteAt(bytes, at)} << 16) | be16(bytes, at + 1);
}

[[nodiscard]] inline std::uint32_t be32(std::string_view bytes, std::size_t at)
{
    return (std::uint32_t{be16(bytes, at)} << 16) | be16(bytes, at + 2);
}

[[nodiscard]] inline std::uint16_t le16(std::string_view bytes, std::size_t at)
{
    return static_cast<std::uint16_t>((byteAt(bytes, at + 1) << 8) | byteAt(bytes, at));
}

[[nodiscard]] inline std::uint32_t le24(std::string_view bytes, std::size_t at)
{
    return (std::uint32_t{byteAt(bytes, at + 2)} << 16) | le16(bytes, at);
}

[[nodiscard]] inline std::uint32_t le32(std::string_view bytes, std::size_t at)
{
    return (std::uint32_t{le16(bytes, at + 2)} << 16) | le16(bytes, at);
}

/// The same, in the order that a file says it is in.
struct FileOrder
{
    bool isBig = false;

    [[nodiscard]] std::uint16_t u16(std::string_view bytes, std::size_t at) const
    {
        return isBig ? be16(bytes, at) : le16(bytes, at);
    }
    [[nodiscard]] std::uint32_t u32(std::string_view bytes, std::size_t at) const
    {
        return isBig ? be32(bytes, at) : le32(bytes, at);
    }
    [[nodiscard]] std::uint64_t u64(std::string_view bytes, std::size_t at) const
    {
        const std::uint64_t first = u32(bytes, at);
        const std::uint64_t second = u32(bytes, at + 4);
        return isBig ? (first << 32) | second : (second << 32) | first;
    }
};

} // namespace dramatis::capture::packets
