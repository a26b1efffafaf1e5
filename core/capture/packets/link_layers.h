// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace dramatis::capture::packets {

/// What a frame carries.
enum class Carried {
    Ip,          ///< version 4 or 6, as its first byte says
    Other,       ///< something else: ARP, spanning tree, a wireless beacon
    Damaged,     ///< the frame is too short for what it says
    UnknownLink, ///< frames of this link type are not read
};

struct LinkPayload
{
    Carried carried = Carried::Other;
    std::string_view bytes; ///< the IP packet, and maybe padding behind it
};

/// Takes the link layer off.
/// @param linkType  LINKTYPE_ number of tcpdump.org
[[nodiscard]] LinkPayload linkPayload(std::uint32_t linkType, std::string_view frame);

} // namespace dramatis::capture::packets
