// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/packets/protocols/host_name.h"

#include "core/base/ascii.h"

#include <algorithm>

namespace dramatis::capture::packets {

std::string hostName(std::string_view authority)
{
    constexpr std::size_t kLongestName = 255;
    if (const std::size_t user = authority.rfind('@'); user != std::string_view::npos)
        authority.remove_prefix(user + 1);
    const std::size_t colon = authority.rfind(':');
    const bool isInBrackets = authority.starts_with('[');
    if (colon != std::string_view::npos
        && (!isInBrackets || authority.find(']') < colon)) // else a colon of the address
        authority = authority.substr(0, colon);
    std::string name(authority.substr(0, kLongestName));
    std::transform(name.begin(), name.end(), name.begin(), ascii::lower);
    return name;
}

} // namespace dramatis::capture::packets
