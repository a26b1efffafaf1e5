// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace dramatis::table {

/// A 64-bit hash of bytes for look-up tables and checksums against accidents, not against an
/// adversary. The same on every machine that is little endian. Eight bytes a step, each mixed by
/// the finaliser of MurmurHash3 (Appleby, public domain), so that short keys are as fast as a
/// comparison.
[[nodiscard]] inline std::uint64_t
hashBytes(const void *data, std::size_t size, std::uint64_t seed = 0)
{
    const auto mix = [](std::uint64_t x) {
        x ^= x >> 33;
        x *= 0xff51afd7ed558ccdULL;
        x ^= x >> 33;
        return x;
    };
    const auto *bytes = static_cast<const unsigned char *>(data);
    std::uint64_t hash = seed ^ (size * 0x9e3779b97f4a7c15ULL);
    while (size >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes, 8);
        hash = std::rotl(hash, 27) * 0xc4ceb9fe1a85ec53ULL + mix(word);
        bytes += 8;
        size -= 8;
    }
    std::uint64_t last = 0;
    if (size > 0) // an empty view may have no address at all
        std::memcpy(&last, bytes, size);
    hash = std::rotl(hash, 27) * 0xc4ceb9fe1a85ec53ULL + mix(last);
    return mix(hash);
}

} // namespace dramatis::table
