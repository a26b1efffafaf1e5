// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace dramatis::capture::packets {

/// The name in "Shop.example:8080": lower case, without port, as nginx's $host has it.
[[nodiscard]] std::string hostName(std::string_view authority);

} // namespace dramatis::capture::packets
