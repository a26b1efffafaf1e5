// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/route_names.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace dramatis::traffic {

namespace {

using table::StringPool;

constexpr std::size_t kDeepest = 24;      ///< segments; what follows is one
constexpr std::size_t kLongestEnding = 5; ///< characters after the dot
constexpr std::size_t kLeastHash = 8;     ///< hexadecimal digits
constexpr std::size_t kLeastToken = 16;   ///< letters and digits
constexpr std::size_t kUuid = 36;
constexpr std::size_t kMostPrefixes = std::size_t{1}
                                      << 22; ///< more than any pool of operations has

/// ".xml" of "59.xml": at most five letters or digits with a letter among them; else empty.
std::string_view endingOf(std::string_view segment)
{
    const std::size_t dot = segment.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || segment.find('@') != std::string_view::npos)
        return {};
    const std::string_view ending = segment.substr(dot + 1);
    const bool known = !ending.empty() && ending.size() <= kLongestEnding
                       && std::all_of(ending.begin(), ending.end(), ascii::isLetterOrDigit)
                       && std::any_of(ending.begin(), ending.end(), ascii::isLetter);
    return known ? segment.substr(dot) : std::string_view();
}

bool isUuid(std::string_view text)
{
    if (text.size() != kUuid)
        return false;
    for (std::size_t i = 0; i < kUuid; ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? text[i] != '-' : ascii::hexValue(text[i]) < 0)
            return false;
    }
    return true;
}

/// Whether a segment, without its ending, looks like an identifier.
bool isIdentifier(std::string_view segment)
{
    if (segment.empty())
        return false;
    std::size_t digits = 0;
    std::size_t letters = 0;
    std::size_t hex = 0;
    std::size_t marks = 0; // what dates and numbers are written with
    for (const char c : segment) {
        digits += ascii::isDigit(c) ? 1U : 0U;
        letters += ascii::isLetter(c) ? 1U : 0U;
        hex += ascii::hexValue(c) >= 0 ? 1U : 0U;
        marks += c == '-' || c == '.' || c == ':' || c == ',' || c == '_' ? 1U : 0U;
    }
    if (ascii::isDigit(segment.front()) && digits + marks == segment.size())
        return true; // 42, 2024-01-05, 3.5
    if (digits > 0 && hex == segment.size() && segment.size() >= kLeastHash)
        return true;
    if (digits >= 2 && digits + letters == segment.size() && segment.size() >= kLeastToken)
        return true;
    return segment.find('@') != std::string_view::npos || isUuid(segment);
}

/// One operation while its route is built, segment by segment.
struct Growing
{
    StringId operation;
    std::string_view rest; ///< of the path, from a slash on
    StringId route;        ///< so far, without the method, in a pool of prefixes
};

/// Segments that are no identifiers, by the place where they stand: after one route, with one
/// ending.
using Siblings = std::unordered_map<std::string, std::unordered_set<std::string_view>>;

/// The next segment of what is left, with its slash; the whole rest where it is too deep.
std::string_view takeSegment(std::string_view &rest, std::size_t depth)
{
    const std::size_t end = depth + 1 >= kDeepest ? std::string_view::npos : rest.find('/', 1);
    const std::string_view segment = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end);
    return segment;
}

/// What may be named differently from one segment to the next, and what stays.
struct Segment
{
    std::string_view text;
    std::string_view ending;
    const Siblings::mapped_type *siblings = nullptr; ///< null for an identifier, and for nothing
};

Segment segmentOf(std::string_view text, StringId route, Siblings &siblings)
{
    Segment segment{text, endingOf(text)};
    if (text.empty() || isIdentifier(text.substr(0, text.size() - segment.ending.size())))
        return segment;
    std::string place(segment.ending);
    place += '/';
    place += std::to_string(number(route));
    auto &names = siblings[place];
    names.insert(text);
    segment.siblings = &names; // a map's values stay where they are
    return segment;
}

void appendSegment(std::string &route, const Segment &segment)
{
    route += '/';
    if (segment.text.empty())
        return; // "/" is no name of a thing
    if (!segment.siblings)
        route.append("{id}").append(segment.ending);
    else if (segment.siblings->size() > kMostSiblings)
        route.append("{name}").append(segment.ending);
    else
        route += segment.text;
}

/// Goes on by one segment with each; those that are at their end go to `done`.
std::vector<Growing> grown(std::vector<Growing> growing,
                           std::size_t depth,
                           StringPool &prefixes,
                           std::vector<Growing> &done)
{
    Siblings siblings;
    std::vector<Segment> segments;
    segments.reserve(growing.size());
    for (Growing &one : growing) // all are seen before the first is named
        segments.push_back(segmentOf(takeSegment(one.rest, depth).substr(1), one.route, siblings));
    std::vector<Growing> next;
    std::string text;
    for (std::size_t i = 0; i < growing.size(); ++i) {
        text.assign(prefixes.at(growing[i].route));
        appendSegment(text, segments[i]);
        growing[i].route = prefixes.intern(text);
        (growing[i].rest.empty() ? done : next).push_back(growing[i]);
    }
    return next;
}

} // namespace

std::string_view identifierIn(std::string_view segment) noexcept
{
    const std::string_view name = segment.substr(0, segment.size() - endingOf(segment).size());
    return isIdentifier(name) ? name : std::string_view();
}

std::string_view pathOf(std::string_view operation) noexcept
{
    if (operation.starts_with('/'))
        return operation;
    const std::size_t space = operation.find(' ');
    return space == std::string_view::npos ? std::string_view() : operation.substr(space + 1);
}

RouteNames routeNames(const StringPool &operations, const RouteTemplates &templates)
{
    StringPool prefixes(kMostPrefixes);
    std::vector<Growing> growing;
    std::vector<Growing> done;
    for (std::uint32_t id = 0; id < operations.size(); ++id) {
        const OperationParts parts = partsOf(operations.at(StringId{id}));
        if (!parts.path.empty())
            growing.push_back({StringId{id}, parts.path, prefixes.intern(parts.origin)});
    }
    for (std::size_t depth = 0; !growing.empty(); ++depth)
        growing = grown(std::move(growing), depth, prefixes, done);

    RouteNames routes;
    std::vector<StringId> routeOf(operations.size(), StringPool::none());
    for (const Growing &one : done)
        routeOf[number(one.operation)] = one.route;
    auto names = std::make_shared<StringPool>(operations.capacity());
    std::string text;
    for (std::uint32_t id = 0; id < operations.size(); ++id) {
        const std::string_view operation = operations.at(StringId{id});
        const auto taking = templates.find(operation);
        text.clear();
        if (taking) {
            templates.appendRoute(*taking, operation, text);
        } else if (routeOf[id] == StringPool::none()) {
            text += operation;
        } else {
            text += operation.substr(0, operation.size() - pathOf(operation).size());
            text += prefixes.at(routeOf[id]);
        }
        if (!templates.isEmpty())
            routes.takenBy.push_back(taking ? static_cast<std::uint32_t>(*taking) : kLearned);
        routes.ofOperation.push_back(names->intern(text));
    }
    if (operations.overflowed())
        routes.other = routes.ofOperation[number(operations.other())];
    routes.names = names;
    return routes;
}

} // namespace dramatis::traffic
