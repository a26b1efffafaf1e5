// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/method_kind.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <array>

namespace dramatis::traffic {

namespace {

constexpr std::array<std::string_view, 13> kReads{"GET",
                                                  "HEAD",
                                                  "OPTIONS",
                                                  "TRACE",
                                                  "PROPFIND",
                                                  "QUERY",
                                                  "REPORT",
                                                  "SEARCH",
                                                  "SELECT",
                                                  "SHOW",
                                                  "EXPLAIN",
                                                  "DESCRIBE",
                                                  "PRI"};

constexpr std::array<std::string_view, 24> kWrites{
    "POST",   "PUT",    "PATCH", "DELETE",  "CONNECT",   "COPY",  "MOVE",    "MKCOL",
    "LOCK",   "UNLOCK", "BIND",  "UNBIND",  "PROPPATCH", "ACL",   "CHECKIN", "CHECKOUT",
    "INSERT", "UPDATE", "MERGE", "REPLACE", "CREATE",    "ALTER", "DROP",    "TRUNCATE"};

} // namespace

MethodKind methodKindOf(std::string_view operation)
{
    const std::string_view method = operation.substr(0, operation.find(' '));
    const auto isMethod = [method](std::string_view name) {
        return ascii::equalIgnoringCase(method, name);
    };
    if (std::any_of(kReads.begin(), kReads.end(), isMethod))
        return MethodKind::Read;
    if (std::any_of(kWrites.begin(), kWrites.end(), isMethod))
        return MethodKind::Write;
    return MethodKind::Unknown;
}

} // namespace dramatis::traffic
