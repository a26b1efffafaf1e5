// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <list>
#include <map>
#include <string>
#include <string_view>

namespace dramatis::capture::packets {

/// An address of IPv4 (in the last four bytes, the others 0) or IPv6.
struct Address
{
    std::array<std::uint8_t, 16> bytes{};
    bool isVersion6 = false;

    auto operator<=>(const Address &) const = default;
    /// "10.0.0.1", "2001:db8::1"
    [[nodiscard]] std::string text() const;
    /// "10.0.0.1:80", "[2001:db8::1]:80"
    [[nodiscard]] std::string textWithPort(std::uint16_t port) const;
};

inline constexpr std::uint8_t kTcp = 6;
inline constexpr std::uint8_t kUdp = 17;

/// A datagram, whole again where it came in fragments.
struct Datagram
{
    Address source;
    Address destination;
    std::uint8_t protocol = 0;
    std::string_view payload;    ///< what was kept of it
    std::size_t payloadSize = 0; ///< as its header says: more, where the capture cut packets
};

/// Takes IP off, IPv6 with its extension headers, and puts fragments together in bounded memory.
/// Sources: RFC 791, RFC 815 (holes are filled, first bytes win), RFC 8200.
class IpLayer
{
public:
    enum class Outcome {
        Whole,   ///< `datagram` was filled; its view lives until the next call
        Partial, ///< a fragment that is kept until the others come
        Other,   ///< encrypted, or something that has no transport payload
        Damaged,
    };

    Outcome take(std::string_view packet, Datagram &datagram);
    /// Fragments that were given up: their others did not come.
    [[nodiscard]] std::uint64_t lostFragments() const { return m_lostFragments; }

private:
    static constexpr std::size_t kMostBytes = std::size_t{8} << 20;
    static constexpr std::size_t kLargestDatagram = 65'535;

    struct FragmentKey
    {
        Address source;
        Address destination;
        std::uint32_t id = 0;
        std::uint8_t protocol = 0;
        auto operator<=>(const FragmentKey &) const = default;
    };
    struct Fragment
    {
        std::size_t offset = 0;
        bool hasMore = false;
        std::string_view bytes;
        std::size_t size = 0; ///< as its header says
    };
    struct Assembly
    {
        std::map<std::size_t, std::string> parts; ///< by offset, none overlaps another
        std::size_t bytes = 0;
        std::size_t cost = 0;  ///< memory, about
        std::size_t total = 0; ///< 0 until the last fragment came
        std::uint64_t fragments = 0;
        std::list<FragmentKey>::iterator age;
    };

    Outcome takeVersion4(std::string_view packet, Datagram &datagram);
    Outcome takeVersion6(std::string_view packet, Datagram &datagram);
    Outcome takeFragment(const FragmentKey &key, const Fragment &fragment, Datagram &datagram);
    void giveUp(const FragmentKey &key);

    std::map<FragmentKey, Assembly> m_assemblies;
    std::list<FragmentKey> m_ages; ///< oldest first
    std::size_t m_cost = 0;
    std::uint64_t m_lostFragments = 0;
    std::string m_whole;
};

} // namespace dramatis::capture::packets
