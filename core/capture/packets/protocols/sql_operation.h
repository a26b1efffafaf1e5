// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace dramatis::capture::packets {

/// What a statement of SQL does, and to which table: no value of it is kept.
struct SqlOperation
{
    std::string verb;  ///< "SELECT", upper case; empty where there is none
    std::string table; ///< "public.users", lower case; empty where that cannot be told
};

/// Reads the verb and the first table. Comments, strings and brackets are passed over; `WITH ...`
/// is what follows it.
[[nodiscard]] SqlOperation sqlOperation(std::string_view statement);

} // namespace dramatis::capture::packets
