// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/table/string_pool.h"
#include "core/traffic/route_templates.h"

#include <memory>
#include <string_view>
#include <vector>

namespace dramatis::traffic {

/// Operations by route: "GET /users/7" and "GET /users/42" are both "GET /users/{id}".
struct RouteNames
{
    std::shared_ptr<const table::StringPool> names;
    std::vector<StringId> ofOperation; ///< in `names`, by the operation's id
    /// The route of the operations that the pool had no room for; none() where it had.
    StringId other = table::StringPool::none();
    /// By the operation's id: the template that took it, kLearned where none did. Empty without
    /// templates.
    std::vector<std::uint32_t> takenBy;
};

/// In RouteNames::takenBy: the rules named it.
inline constexpr std::uint32_t kLearned = 0xFFFFFFFF;

/// Names the routes of operations ("GET /path", "/path"; others stay as they are). Two rules, from
/// the first segment to the last:
///
/// - A segment that looks like an identifier becomes "{id}": a number, a date, a UUID, a hash, a
///   token, an address with "@". An ending stays: "59.xml" becomes "{id}.xml".
/// - Where more than kMostSiblings different segments with the same ending follow the same route,
///   they are names of things, not parts of an interface, and become "{name}".
///
/// What a template takes is named by it instead. The rules learn from all operations, also from
/// those that templates take: so a template changes the routes of what it takes and no others.
///
/// Depends on the set of operations alone, not on their order. Cost: O(segments of all operations).
[[nodiscard]] RouteNames routeNames(const table::StringPool &operations,
                                    const RouteTemplates &templates = {});

/// Most different segments in one place of a route that are told apart.
inline constexpr std::size_t kMostSiblings = 50;

/// The part of a path's segment that looks like an identifier, by the first of the rules above: the
/// segment without its ending ("59" of "59.xml"). Empty for other segments.
[[nodiscard]] std::string_view identifierIn(std::string_view segment) noexcept;

/// The path of an operation, "GET /cart/42" or "/cart/42"; empty where it has none.
[[nodiscard]] std::string_view pathOf(std::string_view operation) noexcept;

} // namespace dramatis::traffic
