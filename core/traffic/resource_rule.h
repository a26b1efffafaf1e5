// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <string_view>

namespace dramatis::traffic {

/// How the name of the resource that an exchange was directed at is derived.
enum class ResourceRule {
    Automatic, ///< Server where there is one, else Host where there is more than one, else Segment
    Server,    ///< instance that answered: upstream or server address
    Host,      ///< virtual host
    Segment,   ///< first path segment: /cart/42 -> /cart
    HostAndSegment,
    Route ///< the route of the operation: /users/42 -> /users/{id} (see route_names.h)
};

/// The command line's names: auto, server (alias upstream), host (alias service: it is what was
/// asked for in traces), segment, host+segment, route.
[[nodiscard]] QString ruleId(ResourceRule rule);
/// For people, translated.
[[nodiscard]] QString ruleName(ResourceRule rule);
/// @errors InvalidArgument naming the rules there are
[[nodiscard]] Result<ResourceRule> ruleFromId(const QString &id);
[[nodiscard]] const QList<ResourceRule> &allRules();

/// What ResourceRule::Segment makes of a path without query: "/cart/42" and "//cart" -> "/cart",
/// "/" -> "/".
[[nodiscard]] std::string_view firstSegment(std::string_view path) noexcept;

} // namespace dramatis::traffic
