// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dramatis::capture {

/// Where the records of a JSON format are, and which of their values matter. A path is names with
/// `>` between them. For a name may stand: `a|b`, either of the two; `[]`, an element of an array;
/// `*`, a member by whatever name; `[=]`, the element of a list of pairs {"key": k, "value": v}
/// whose key is the next name ({"value": {"stringValue": v}} is as good).
struct JsonShape
{
    /// Of the object that holds the records, from the document. Several: the format has variants.
    std::vector<std::string_view> roots{""};
    /// Of the objects that are told of when they end, from a root; "" is the root itself.
    std::vector<std::string_view> records{""};
    /// Of values, from the first of the records; after `^`, from a root. At most
    /// NamedValues::kMost. Where the path is of an object, the value is the name it has.
    std::vector<std::string_view> fields;
};

/// The paths of a JsonShape as a tree that is walked while a document is read.
class JsonPaths
{
public:
    static constexpr int kNone = -1; ///< nothing below here matters

    struct Node
    {
        int element = kNone;     ///< of an array
        int any = kNone;         ///< member by any name
        int field = kNone;       ///< this value is wanted
        int record = kNone;      ///< this object is one
        bool isPair = false;     ///< members are named by the value of "key"
        bool isNamed = false;    ///< by its parent, with any name
        std::uint64_t below = 0; ///< one bit for each field in it
        struct Child
        {
            std::string name;
            int node = kNone;
            int next = kNone; ///< child of the same bucket
        };
        static constexpr std::size_t kBuckets = 32;
        std::vector<Child> children;
        std::array<std::int16_t, kBuckets> buckets = emptyBuckets();
        static constexpr std::array<std::int16_t, kBuckets> emptyBuckets()
        {
            std::array<std::int16_t, kBuckets> buckets{};
            buckets.fill(kNone);
            return buckets;
        }
    };

    explicit JsonPaths(const JsonShape &shape);

    [[nodiscard]] const Node &node(int index) const
    {
        return m_nodes[static_cast<std::size_t>(index)];
    }
    /// The document itself.
    [[nodiscard]] int document() const { return 0; }
    /// What member `name` of the object at `index` is, kNone where it does not matter.
    [[nodiscard]] int member(int index, std::string_view name) const;

private:
    int add();
    int step(int from, std::string_view name);
    int follow(int from, std::string_view path);
    void link(int from, std::string_view path, int to);
    void connect(int from, std::string_view names, int to);
    std::uint64_t gather(int index, std::vector<bool> &seen);

    std::vector<Node> m_nodes;
};

} // namespace dramatis::capture
