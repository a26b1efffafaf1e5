// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/matching.h"

#include "core/practice/tr.h"

#include <QSet>

#include <algorithm>
#include <map>
#include <numeric>

// Several nodes may play one role, so the assignment is one role (or none) per node. It starts from
// what a node's kind allows, the role that most of its calls speak for, and is then climbed: nodes
// in order of their ids, each takes the role that raises the score of the whole most, until a round
// changes nothing. Only ids and kinds are looked at, so the order of nodes in the file changes no
// figure.

namespace dramatis::practice {

namespace {

constexpr int kNoRole = -1;
constexpr double kGain = 1e-12; ///< a change must gain more than rounding

/// A topology and a practice graph by index, nodes ordered by id.
class Matcher
{
public:
    Matcher(const topology::Topology &topology, const PracticeGraph &graph) : m_graph(graph)
    {
        for (const topology::Node &node : topology.nodes)
            m_nodes.push_back(&node);
        std::sort(m_nodes.begin(), m_nodes.end(), [](const auto *a, const auto *b) {
            return a->id < b->id;
        });
        std::map<QString, int> indices;
        for (std::size_t i = 0; i < m_nodes.size(); ++i)
            indices.emplace(m_nodes[i]->id, static_cast<int>(i));
        for (const topology::Call &call : topology.calls) {
            const auto from = indices.find(call.from);
            const auto to = indices.find(call.to);
            if (from != indices.end() && to != indices.end())
                m_calls.emplace_back(from->second, to->second);
        }
        std::map<QString, int> roles;
        for (std::size_t i = 0; i < graph.roles.size(); ++i)
            roles.emplace(graph.roles[i].id, static_cast<int>(i));
        for (const Relation &relation : graph.relations)
            m_relations.insert(relationKey(roles.at(relation.from), roles.at(relation.to)));
        m_roleOf.assign(m_nodes.size(), kNoRole);
    }

    void run()
    {
        // The start: of the roles that its kind allows, the one that fits most of the kinds around
        // it.
        for (std::size_t i = 0; i < m_nodes.size(); ++i)
            m_roleOf[i] = startRole(static_cast<int>(i));
        // Every accepted change raises the score, of which there are finitely many values.
        for (bool changed = true; changed;) {
            changed = false;
            for (std::size_t i = 0; i < m_nodes.size(); ++i)
                changed = improve(i) || changed;
        }
    }

    [[nodiscard]] double score() const
    {
        if (m_nodes.empty())
            return 0;
        const double fitting = static_cast<double>(std::count_if(
            m_roleOf.begin(), m_roleOf.end(), [](int role) { return role != kNoRole; }));
        const double kept = static_cast<double>(
            std::count_if(m_calls.begin(), m_calls.end(), [this](const auto &call) {
                return isRelated(m_roleOf[index(call.first)], m_roleOf[index(call.second)]);
            }));
        const auto parts = static_cast<double>(m_nodes.size() + m_calls.size());
        return coverage() * (fitting + kept) / parts;
    }

    [[nodiscard]] Match match() const
    {
        Match match;
        match.graph = m_graph.id;
        match.score = score();
        for (std::size_t i = 0; i < m_nodes.size(); ++i) {
            if (m_roleOf[i] != kNoRole)
                match.roles.insert(m_nodes[i]->id, m_graph.roles[index(m_roleOf[i])].id);
        }
        for (std::size_t role = 0; role < m_graph.roles.size(); ++role) {
            if (m_graph.roles[role].required && !isPlayed(static_cast<int>(role)))
                match.missingRoles.append(m_graph.roles[role].id);
        }
        return match;
    }

private:
    static std::size_t index(int i) { return static_cast<std::size_t>(i); }

    [[nodiscard]] qint64 relationKey(int from, int to) const
    {
        return qint64{from} * static_cast<qint64>(m_graph.roles.size()) + to;
    }

    [[nodiscard]] bool allows(int role, std::size_t node) const
    {
        return m_graph.roles[index(role)].kinds.contains(m_nodes[node]->kind);
    }

    [[nodiscard]] bool isRelated(int from, int to) const
    {
        return from != kNoRole && to != kNoRole && m_relations.contains(relationKey(from, to));
    }

    [[nodiscard]] bool isPlayed(int role) const
    {
        return std::find(m_roleOf.begin(), m_roleOf.end(), role) != m_roleOf.end();
    }

    /// Share of the required roles that some node plays.
    [[nodiscard]] double coverage() const
    {
        int required = 0;
        int played = 0;
        for (std::size_t role = 0; role < m_graph.roles.size(); ++role) {
            if (!m_graph.roles[role].required)
                continue;
            ++required;
            played += isPlayed(static_cast<int>(role)) ? 1 : 0;
        }
        return required == 0 ? 1.0 : static_cast<double>(played) / required;
    }

    /// Whether some role of `node`'s kind could stand at the other end of a call.
    [[nodiscard]] bool couldRelate(int role, int other, bool outgoing) const
    {
        for (std::size_t candidate = 0; candidate < m_graph.roles.size(); ++candidate) {
            const int there = static_cast<int>(candidate);
            if (allows(there, index(other))
                && (outgoing ? isRelated(role, there) : isRelated(there, role)))
                return true;
        }
        return false;
    }

    [[nodiscard]] int startRole(int node) const
    {
        int best = kNoRole;
        int bestCalls = -1;
        for (std::size_t candidate = 0; candidate < m_graph.roles.size(); ++candidate) {
            const int role = static_cast<int>(candidate);
            if (!allows(role, index(node)))
                continue;
            int calls = 0;
            for (const auto &[from, to] : m_calls) {
                if (from == node)
                    calls += couldRelate(role, to, true) ? 1 : 0;
                if (to == node)
                    calls += couldRelate(role, from, false) ? 1 : 0;
            }
            if (calls > bestCalls) {
                bestCalls = calls;
                best = role;
            }
        }
        return best;
    }

    bool improve(std::size_t node)
    {
        const int before = m_roleOf[node];
        int best = before;
        double bestScore = score();
        for (std::size_t candidate = 0; candidate < m_graph.roles.size(); ++candidate) {
            const int role = static_cast<int>(candidate);
            if (role == before || !allows(role, node))
                continue;
            m_roleOf[node] = role;
            if (const double reached = score(); reached > bestScore + kGain) {
                bestScore = reached;
                best = role;
            }
        }
        m_roleOf[node] = best;
        return best != before;
    }

    const PracticeGraph &m_graph;
    std::vector<const topology::Node *> m_nodes;
    std::vector<std::pair<int, int>> m_calls;
    QSet<qint64> m_relations;
    std::vector<int> m_roleOf;
};

} // namespace

Match matchGraph(const topology::Topology &topology, const PracticeGraph &graph)
{
    Matcher matcher(topology, graph);
    matcher.run();
    return matcher.match();
}

Match bestMatch(const topology::Topology &topology, const PracticeLibrary &library)
{
    Match best;
    for (const PracticeGraph &graph : library.graphs) {
        Match match = matchGraph(topology, graph);
        if (best.graph.isEmpty() || match.score > best.score)
            best = std::move(match);
    }
    return best;
}

Result<PracticeGraph> bestGraph(const topology::Topology &topology)
{
    DRAMATIS_TRY(const PracticeLibrary library, curatedLibrary());
    const PracticeGraph *graph = library.find(bestMatch(topology, library).graph);
    if (!graph)
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("The library holds no practice graph."));
    return *graph;
}

} // namespace dramatis::practice
