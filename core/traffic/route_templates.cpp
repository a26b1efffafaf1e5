// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/route_templates.h"

#include "core/traffic/tr.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace dramatis::traffic {

namespace {

using Kind = RouteSegment::Kind;

/// What goes first among the parameters of one place: greater is more specific.
auto precedence(const RouteSegment &segment)
{
    return std::tuple(segment.kind == Kind::Identifier,
                      segment.before.size() + segment.after.size());
}

bool takeTheSame(const RouteSegment &a, const RouteSegment &b)
{
    return a.kind == b.kind && a.before == b.before && a.after == b.after;
}

/// Visits the leaf of this very method, then that of any; true as soon as `visit` says so.
template<typename Leaves, typename Visit>
bool visitLeaves(const Leaves &leaves, std::string_view method, const Visit &visit)
{
    for (const bool isAny : {false, true}) {
        for (const auto &leaf : leaves) {
            const bool fits = isAny ? leaf.method.empty() : leaf.method == method;
            if (fits && !(isAny && method.empty()) && visit(leaf.index))
                return true;
        }
    }
    return false;
}

/// The next segment of `path`, which begins with a slash; the slash is left out.
std::string_view takeSegmentOf(std::string_view &path)
{
    const std::size_t end = std::min(path.find('/', 1), path.size());
    const std::string_view segment = path.substr(1, end - 1);
    path.remove_prefix(end);
    return segment;
}

/// How a segment that was learned to be `learned` is written, where it stood as `segment`.
std::optional<QString> learnedSegment(std::string_view segment, std::string_view learned)
{
    if (learned == segment)
        return escapedForTemplate(segment);
    for (const auto &[folded, parameter] :
         {std::pair(std::string_view("{id}"), u"{id:id}"_s), {"{name}", u"{name}"_s}}) {
        if (learned.starts_with(folded))
            return QString(parameter + escapedForTemplate(learned.substr(folded.size())));
    }
    return std::nullopt;
}

} // namespace

Result<RouteTemplates> RouteTemplates::parse(const QStringList &texts)
{
    RouteTemplates templates;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (auto added = templates.add(texts[i]); !added)
            return std::move(added).error().in(Tr::tr("route template %1").arg(i + 1));
    }
    return templates;
}

Result<RouteTemplates> RouteTemplates::parseLines(const QString &text)
{
    RouteTemplates templates;
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines[i].trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        if (auto added = templates.add(line); !added)
            return std::move(added).error().in(Tr::tr("line %1").arg(i + 1));
    }
    return templates;
}

Result<RouteTemplates> RouteTemplates::fromJson(const QJsonArray &json)
{
    RouteTemplates templates;
    for (const QJsonValue item : json) {
        auto added = templates.add(item.toString());
        if (!added)
            return makeError(ErrorKind::Format, added.error().message);
    }
    return templates;
}

QJsonArray RouteTemplates::toJson() const
{
    return QJsonArray::fromStringList(texts());
}

QStringList RouteTemplates::texts() const
{
    QStringList texts;
    for (const RouteTemplate &one : m_templates)
        texts.append(one.text);
    return texts;
}

Result<> RouteTemplates::add(const QString &text)
{
    if (m_templates.size() == kMost)
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("There are more than %1 route templates; one with parameters takes "
                                "what many literal ones do.")
                             .arg(kMost));
    DRAMATIS_TRY(RouteTemplate added, parseRouteTemplate(text));
    const auto [root, isNew] =
        m_roots.try_emplace(added.origin, static_cast<std::uint32_t>(m_nodes.size()));
    if (isNew)
        m_nodes.emplace_back();
    std::uint32_t node = root->second;
    const bool hasRest = added.segments.back().kind == Kind::Rest;
    for (std::size_t i = 0; i + (hasRest ? 1 : 0) < added.segments.size(); ++i)
        node = child(node, added.segments[i]);
    auto &leaves = hasRest ? m_nodes[node].rests : m_nodes[node].ends;
    for (const Leaf &leaf : leaves) {
        if (leaf.method == added.method)
            return makeError(ErrorKind::InvalidArgument,
                             Tr::tr("The route template “%1” takes the same as “%2” does, so it "
                                    "would take nothing. Keep one of the two.")
                                 .arg(added.text, m_templates[leaf.index].text));
    }
    leaves.push_back({added.method, m_templates.size()});
    m_templates.push_back(std::move(added));
    return {};
}

/// Where `segment` leads from `node`; made if it is new.
std::uint32_t RouteTemplates::child(std::uint32_t node, const RouteSegment &segment)
{
    const auto made = static_cast<std::uint32_t>(m_nodes.size());
    if (segment.kind == Kind::Literal) {
        const auto [place, isNew] = m_nodes[node].literals.try_emplace(segment.before, made);
        const std::uint32_t found = place->second; // the nodes move when one is made
        if (isNew)
            m_nodes.emplace_back();
        return found;
    }
    std::vector<Edge> &edges = m_nodes[node].parameters;
    const auto known = std::find_if(edges.begin(), edges.end(), [&](const Edge &edge) {
        return takeTheSame(edge.segment, segment);
    });
    if (known != edges.end())
        return known->node;
    const auto place = std::find_if(edges.begin(), edges.end(), [&](const Edge &edge) {
        return precedence(edge.segment) < precedence(segment);
    });
    edges.insert(place, Edge{segment, made});
    m_nodes.emplace_back();
    return made;
}

template<typename Visit>
bool RouteTemplates::visitTaking(std::string_view operation, const Visit &visit) const
{
    const OperationParts parts = partsOf(operation);
    if (parts.path.empty())
        return false;
    const auto visitRoot = [&](std::string_view origin) {
        const auto root = m_roots.find(origin);
        return root != m_roots.end() && walk(root->second, parts.path, parts.method, visit);
    };
    return (!parts.origin.empty() && visitRoot(parts.origin)) || visitRoot({});
}

/// Depth first, the more specific first. As deep as the longest template at most.
template<typename Visit>
bool RouteTemplates::walk(std::uint32_t index,
                          std::string_view rest,
                          std::string_view method,
                          const Visit &visit) const
{
    const Node &node = m_nodes[index];
    if (rest.empty())
        return visitLeaves(node.ends, method, visit) || visitLeaves(node.rests, method, visit);
    std::string_view after = rest;
    const std::string_view segment = takeSegmentOf(after);
    if (const auto literal = node.literals.find(segment);
        literal != node.literals.end() && walk(literal->second, after, method, visit))
        return true;
    for (const Edge &edge : node.parameters) {
        if (edge.segment.takes(segment) && walk(edge.node, after, method, visit))
            return true;
    }
    return visitLeaves(node.rests, method, visit);
}

std::optional<std::size_t> RouteTemplates::find(std::string_view operation) const
{
    std::optional<std::size_t> found;
    visitTaking(operation, [&found](std::size_t index) {
        found = index;
        return true;
    });
    return found;
}

void RouteTemplates::appendRoute(std::size_t index,
                                 std::string_view operation,
                                 std::string &route) const
{
    const RouteTemplate &taking = m_templates[index];
    if (taking.keeps) {
        route += operation;
        return;
    }
    route += operation.substr(0, operation.size() - partsOf(operation).path.size());
    route += taking.path();
}

RouteTemplates RouteTemplates::thoseTaking(const table::StringPool &operations) const
{
    std::vector<bool> takes(m_templates.size(), false);
    for (std::uint32_t id = 0; id < operations.size(); ++id) {
        visitTaking(operations.at(StringId{id}), [&takes](std::size_t index) {
            takes[index] = true;
            return false;
        });
    }
    RouteTemplates kept;
    for (std::size_t i = 0; i < m_templates.size(); ++i) {
        if (takes[i] && !kept.add(m_templates[i].text))
            break; // not among templates that stood in a list together
    }
    return kept;
}

QString templateOfLearned(std::string_view operation, std::string_view route)
{
    OperationParts from = partsOf(operation);
    const std::size_t before = operation.size() - from.path.size();
    if (from.path.empty() || !route.starts_with(operation.substr(0, before)))
        return {};
    QString text;
    if (isMethod(from.method)) // what is none is taken by a template of any
        text = QString::fromLatin1(from.method.data(), static_cast<qsizetype>(from.method.size()))
               + u' ';
    text += QString::fromUtf8(from.origin.data(), static_cast<qsizetype>(from.origin.size()));
    std::string_view learned = route.substr(before);
    while (!from.path.empty()) {
        if (!learned.starts_with('/'))
            return {}; // deeper than segments are told apart
        const auto segment = learnedSegment(takeSegmentOf(from.path), takeSegmentOf(learned));
        if (!segment)
            return {};
        text += u'/' + *segment;
    }
    if (!learned.empty())
        return {};
    const auto parsed = parseRouteTemplate(text);
    return parsed && parsed->origin == from.origin ? text : QString();
}

} // namespace dramatis::traffic
