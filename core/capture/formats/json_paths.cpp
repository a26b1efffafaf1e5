// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/formats/json_paths.h"

#include "core/capture/formats/named_values.h"

#include <QtGlobal>

#include <algorithm>

namespace dramatis::capture {

namespace {

constexpr std::string_view kElement = "[]";
constexpr std::string_view kPair = "[=]";
constexpr std::string_view kAnyName = "*";

std::size_t bucketOf(std::string_view name)
{
    if (name.empty())
        return 0;
    return (name.size() * 7 + static_cast<unsigned char>(name.front()) * 3U
            + static_cast<unsigned char>(name.back()))
           % JsonPaths::Node::kBuckets;
}

/// Takes what is before the first `separator` off `text`.
std::string_view takePart(std::string_view &text, char separator)
{
    const std::size_t end = text.find(separator);
    const std::string_view part = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    return part;
}

} // namespace

JsonPaths::JsonPaths(const JsonShape &shape)
{
    Q_ASSERT(shape.fields.size() <= NamedValues::kMost);
    add(); // the document
    const bool isDocument =
        std::find(shape.roots.begin(), shape.roots.end(), "") != shape.roots.end();
    const int root = isDocument ? document() : add();
    for (const std::string_view path : shape.roots) {
        if (!path.empty())
            link(document(), path, root);
    }
    int first = root;
    for (std::size_t i = 0; i < shape.records.size(); ++i) {
        const int record = follow(root, shape.records[i]);
        m_nodes[static_cast<std::size_t>(record)].record = static_cast<int>(i);
        first = i == 0 ? record : first;
    }
    for (std::size_t i = 0; i < shape.fields.size(); ++i) {
        std::string_view path = shape.fields[i];
        const bool isOuter = path.starts_with('^');
        path.remove_prefix(isOuter ? 1 : 0);
        Node &field = m_nodes[static_cast<std::size_t>(follow(isOuter ? root : first, path))];
        Q_ASSERT(field.field == kNone);
        field.field = static_cast<int>(i);
    }
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        std::vector<bool> seen(m_nodes.size());
        m_nodes[i].below = gather(static_cast<int>(i), seen);
    }
}

int JsonPaths::member(int index, std::string_view name) const
{
    const Node &object = node(index);
    int i = object.buckets[bucketOf(name)];
    while (i != kNone) {
        const Node::Child &child = object.children[static_cast<std::size_t>(i)];
        if (child.name == name)
            return child.node;
        i = child.next;
    }
    return object.any;
}

int JsonPaths::add()
{
    m_nodes.emplace_back();
    return static_cast<int>(m_nodes.size()) - 1;
}

/// The node one `name` further, made where there is none.
int JsonPaths::step(int from, std::string_view name)
{
    const Node &node = m_nodes[static_cast<std::size_t>(from)];
    int to = name == kElement || name == kPair ? node.element
             : name == kAnyName                ? node.any
                                               : member(from, name.substr(0, name.find('|')));
    if (to == kNone) {
        to = add();
        connect(from, name, to);
    }
    return to;
}

int JsonPaths::follow(int from, std::string_view path)
{
    while (!path.empty())
        from = step(from, takePart(path, '>'));
    return from;
}

/// Makes `path` lead to a node there is.
void JsonPaths::link(int from, std::string_view path, int to)
{
    const std::size_t last = path.rfind('>');
    if (last != std::string_view::npos)
        from = follow(from, path.substr(0, last));
    connect(from, last == std::string_view::npos ? path : path.substr(last + 1), to);
}

void JsonPaths::connect(int from, std::string_view names, int to)
{
    Node &node = m_nodes[static_cast<std::size_t>(from)];
    if (names == kElement || names == kPair) {
        node.element = to;
        m_nodes[static_cast<std::size_t>(to)].isPair = names == kPair;
        return;
    }
    if (names == kAnyName) {
        node.any = to;
        m_nodes[static_cast<std::size_t>(to)].isNamed = true;
        return;
    }
    while (!names.empty()) {
        const std::string_view name = takePart(names, '|');
        std::int16_t &bucket = node.buckets[bucketOf(name)];
        node.children.push_back({std::string(name), to, bucket});
        bucket = static_cast<std::int16_t>(node.children.size() - 1);
    }
}

/// The fields at or below a node. Roots may lead to themselves, so what was seen is not entered.
std::uint64_t JsonPaths::gather(int index, std::vector<bool> &seen)
{
    if (index == kNone || seen[static_cast<std::size_t>(index)])
        return 0;
    seen[static_cast<std::size_t>(index)] = true;
    const Node &node = m_nodes[static_cast<std::size_t>(index)];
    std::uint64_t fields = node.field == kNone ? 0 : std::uint64_t{1} << node.field;
    fields |= gather(node.element, seen) | gather(node.any, seen);
    for (const Node::Child &child : node.children)
        fields |= gather(child.node, seen);
    return fields;
}

} // namespace dramatis::capture
