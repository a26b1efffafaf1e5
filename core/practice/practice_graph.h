// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/topology/topology.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace dramatis::practice {

enum class Severity { Info, Warning, Critical };

/// Where a number comes from: "Google SRE book, Handling Overload" or "our default".
struct Source
{
    QString title;
    QString url;
    bool ours = false; ///< a default of ours: no authority claimed
    bool operator==(const Source &) const = default;
};

/// A rule of the library. What it checks is a `kind` of core/practice/rules.cpp; everything else is
/// data.
struct Rule
{
    QString id;     ///< "CAP-01"
    QString kind;   ///< "utilisation": the condition, an entry of allRuleKinds()
    QString title;  ///< what good looks like, in a few words
    QString reason; ///< why it matters, one sentence
    Severity severity = Severity::Warning;
    double threshold = 0;
    QString unit;      ///< "fraction", "s", "count", "ratio"
    QStringList roles; ///< applies to nodes that were matched to one of these; empty: all
    Source source;
    /// Further numbers of the kind, e.g. {"margin": 1.5}. `override` is the user's threshold: it
    /// wins over what the personas would adapt.
    QJsonObject parameters;
    bool enabled = true;
    bool operator==(const Rule &) const = default;
};

/// A part of a practice graph that nodes of a topology can play.
struct Role
{
    QString id;                      ///< "application"
    QString name;                    ///< "Application servers"
    QList<topology::NodeKind> kinds; ///< which kinds of node can play it
    int minInstances = 1;
    bool required = true;
    bool operator==(const Role &) const = default;
};

struct Relation
{
    QString from; ///< role ids
    QString to;
    bool timeoutNeeded = false;
    bool operator==(const Relation &) const = default;
};

/// What good looks like: roles, relations, rules.
struct PracticeGraph
{
    QString id; ///< "three-tier"
    QString name;
    QString description;
    QString version;
    std::vector<Role> roles;
    std::vector<Relation> relations;
    std::vector<Rule> rules;

    [[nodiscard]] const Rule *rule(const QString &ruleId) const;
    [[nodiscard]] const Role *role(const QString &roleId) const;
    [[nodiscard]] const Relation *relation(const QString &from, const QString &to) const;
    bool operator==(const PracticeGraph &) const = default;
};

struct PracticeLibrary
{
    std::vector<PracticeGraph> graphs;

    /// The graph with an id, or nullptr.
    [[nodiscard]] const PracticeGraph *find(const QString &id) const;
};

/// @errors Format with the path of what is wrong (unknown rule kind, role that does not exist, ...)
[[nodiscard]] Result<PracticeGraph> practiceGraphFromJson(const QJsonObject &json);
[[nodiscard]] QJsonObject practiceGraphToJson(const PracticeGraph &graph);
/// The graphs that ship, from the resources (":/practices").
[[nodiscard]] Result<PracticeLibrary> curatedLibrary();
/// A file of the user's with one graph.
[[nodiscard]] Result<PracticeGraph> practiceGraphFromFile(const QString &path);

[[nodiscard]] QString severityId(Severity severity);   ///< "warning"
[[nodiscard]] QString severityName(Severity severity); ///< translated
[[nodiscard]] Result<Severity> severityFromId(const QString &id);

} // namespace dramatis::practice
