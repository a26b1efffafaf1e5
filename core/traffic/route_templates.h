// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/table/string_pool.h"
#include "core/traffic/route_template.h"

#include <QJsonArray>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dramatis::traffic {

/// Templates that people wrote, in their order, and which of them takes an operation: the most
/// specific one. Of two that take the same operation goes before the other
///
/// 1. the one with the operation's host, where the other names none;
/// 2. from the first segment on: a literal, then an identifier, then any segment (of each kind the
///    one with more text around the parameter), then `**`, where what is ended by its last segment
///    goes before what is ended by `**`;
/// 3. the one with the operation's method, where the other names none;
/// 4. the one that stands first.
///
/// The second is what Spring's PathPattern and JAX-RS (3.7.2) do; OpenAPI says "concrete (non-
/// templated) paths would be matched before their templated counterparts". Envoy instead takes the
/// first in its list. Two templates that take the very same operations are refused, as by OpenAPI.
///
/// Kept as a tree by segment: a match visits those nodes only that fit the path.
class RouteTemplates
{
public:
    /// Most templates in a list; more are no interface that a person wrote.
    static constexpr std::size_t kMost = 10'000;

    /// All of `texts`.
    /// @errors InvalidArgument, with the number of the template in the context
    [[nodiscard]] static Result<RouteTemplates> parse(const QStringList &texts);
    /// One a line; empty lines and those that begin with # are passed over.
    /// @errors InvalidArgument, with the number of the line in the context
    [[nodiscard]] static Result<RouteTemplates> parseLines(const QString &lines);
    /// @errors Format: not a list of templates
    [[nodiscard]] static Result<RouteTemplates> fromJson(const QJsonArray &json);
    [[nodiscard]] QJsonArray toJson() const;

    /// Adds one at the end; without one if it fails.
    /// @errors InvalidArgument: it cannot be read, or an earlier one takes the same operations
    Result<> add(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_templates.empty(); }
    [[nodiscard]] std::size_t size() const { return m_templates.size(); }
    [[nodiscard]] const RouteTemplate &at(std::size_t index) const { return m_templates[index]; }
    [[nodiscard]] QStringList texts() const;

    /// Which of them takes `operation` ("GET /users/42"), by its index.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view operation) const;
    /// The name that template `index` gives an operation that it takes: "GET /users/{user}".
    void appendRoute(std::size_t index, std::string_view operation, std::string &route) const;

    /// Those that take any of `operations`. What these hold of literal text stands in an operation,
    /// so they tell nothing that the operations do not; parameters' names are the writer's.
    [[nodiscard]] RouteTemplates thoseTaking(const table::StringPool &operations) const;

    bool operator==(const RouteTemplates &other) const { return texts() == other.texts(); }

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept
        {
            return std::hash<std::string_view>()(text);
        }
    };
    struct Edge
    {
        RouteSegment segment; ///< with a parameter, whose name does not matter
        std::uint32_t node = 0;
    };
    struct Leaf
    {
        std::string method; ///< empty: any
        std::size_t index = 0;
    };
    struct Node
    {
        std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> literals;
        std::vector<Edge> parameters; ///< the more specific first
        std::vector<Leaf> ends;       ///< of templates that end here
        std::vector<Leaf> rests;      ///< of templates that go on with "**"
    };

    [[nodiscard]] std::uint32_t child(std::uint32_t node, const RouteSegment &segment);
    /// Calls `visit(index)` for all that take `operation`, the one that goes first first; true as
    /// soon as it returns true.
    template<typename Visit>
    bool visitTaking(std::string_view operation, const Visit &visit) const;
    template<typename Visit>
    bool walk(std::uint32_t node,
              std::string_view rest,
              std::string_view method,
              const Visit &visit) const;

    std::vector<RouteTemplate> m_templates;
    std::vector<Node> m_nodes;
    std::map<std::string, std::uint32_t, std::less<>> m_roots; ///< by host, "" of any
};

/// The template that takes what the learned rules fold into `route` (route_names.h), with
/// `operation` among it: "GET /users/{id:id}" of "GET /users/42" and "GET /users/{id}". Empty where
/// none can: no path, or one deeper than the rules tell segments apart.
/// A path that has "{id}" or "{name}" as its own text is not told from one that was folded so.
[[nodiscard]] QString templateOfLearned(std::string_view operation, std::string_view route);

} // namespace dramatis::traffic
