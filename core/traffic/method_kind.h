// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace dramatis::traffic {

/// What a request's method says about it.
enum class MethodKind : std::uint8_t {
    Unknown, ///< no method, or one that no list here names
    Read,    ///< safe: it asks for nothing but an answer
    Write    ///< unsafe: it may change something
};

/// The kind of an operation ("GET /cart", "SELECT"; the method is what stands before the first
/// space, in any case). Source: RFC 9110 section 9.2.1 and the IANA registry of HTTP methods for
/// HTTP; the statements of SQL for databases.
[[nodiscard]] MethodKind methodKindOf(std::string_view operation);

} // namespace dramatis::traffic
