// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace dramatis::traffic {

/// What one segment of a route template takes: a text between two slashes.
struct RouteSegment
{
    enum class Kind {
        Literal,    ///< "cart": exactly `before`
        Identifier, ///< "{id:id}": what looks like an identifier (route_names.h)
        Any,        ///< "{user}", "*": anything but nothing
        Rest        ///< "**", the last one only: none, one or several segments, whatever they are
    };
    Kind kind = Kind::Literal;
    std::string before; ///< of a literal all of it, else what stands before the parameter
    std::string after;  ///< what stands after the parameter: ".xml"
    std::string name;   ///< of the parameter, UTF-8; empty for "*"

    /// Whether the segment takes `text`. A Rest takes everything.
    [[nodiscard]] bool takes(std::string_view text) const noexcept;
    /// How it is shown in the name of a route: "{id}.xml", "cart", "*".
    void appendName(std::string &route) const;
};

/// One template that a person wrote, which names operations:
///
///     [=][METHOD ][scheme://host]/segment/segment/...
///
/// - `/users/{user}` takes every method, and every host of a log that has whole addresses; the
///   route keeps both: "GET /users/{user}". With a method or a host it takes these alone.
/// - `{name}` stands for one segment; a text may stand before and after it: `/maps/{city}.png`.
///   `{name:id}` takes only what looks like an identifier: `/users/{user:id}` leaves "/users/me".
/// - `*` stands for one segment too, and is shown as it is. `**` at the end stands for all that
///   follows, maybe nothing: `/static/**`.
/// - A template without any of these is a path that stays as it is, whatever else would fold it.
/// - `=` in front: whatever the template takes stays as it is: `=/wiki/*`.
/// - `\` makes the character behind it an ordinary one: `\{`, `\*`, `\?`; `\xff` is a byte.
///
/// Parameters are written as in OpenAPI's path templating and Spring's PathPattern, `**` as in the
/// latter and in Envoy.
struct RouteTemplate
{
    QString text;       ///< as it was written, without spaces around it
    bool keeps = false; ///< "=": nothing is folded
    std::string method; ///< empty: any
    std::string origin; ///< "http://shop.example"; empty: any
    std::vector<RouteSegment> segments;

    /// The path as it is shown: "/users/{user}".
    [[nodiscard]] std::string path() const;
};

/// Longest text of a template, in characters.
inline constexpr qsizetype kLongestTemplate = 4096;

/// @errors InvalidArgument: what is wrong, where, and what to write instead
[[nodiscard]] Result<RouteTemplate> parseRouteTemplate(const QString &text);

/// `literal`, of any bytes, as it must be written in a template to be taken as it is.
[[nodiscard]] QString escapedForTemplate(std::string_view literal);

/// Whether `text` is a token of HTTP (RFC 9110, section 5.6.2), as methods are.
[[nodiscard]] bool isMethod(std::string_view text) noexcept;

/// An operation's method, host and path: "GET http://shop.example/cart" has all three.
struct OperationParts
{
    std::string_view method; ///< without the space behind it
    std::string_view origin; ///< up to the path, of whole addresses only
    std::string_view path;   ///< from the first slash on; empty: this is no operation with a path
};

[[nodiscard]] OperationParts partsOf(std::string_view operation) noexcept;

} // namespace dramatis::traffic
