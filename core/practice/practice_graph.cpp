// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/practice_graph.h"

#include "core/practice/tr.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace dramatis::practice {

namespace {

constexpr std::array kSeverities{Severity::Info, Severity::Warning, Severity::Critical};

} // namespace

const Rule *PracticeGraph::rule(const QString &ruleId) const
{
    const auto found = std::find_if(
        rules.begin(), rules.end(), [&ruleId](const Rule &rule) { return rule.id == ruleId; });
    return found == rules.end() ? nullptr : &*found;
}

const Role *PracticeGraph::role(const QString &roleId) const
{
    const auto found = std::find_if(
        roles.begin(), roles.end(), [&roleId](const Role &role) { return role.id == roleId; });
    return found == roles.end() ? nullptr : &*found;
}

const Relation *PracticeGraph::relation(const QString &from, const QString &to) const
{
    const auto found =
        std::find_if(relations.begin(), relations.end(), [&](const Relation &relation) {
            return relation.from == from && relation.to == to;
        });
    return found == relations.end() ? nullptr : &*found;
}

const PracticeGraph *PracticeLibrary::find(const QString &id) const
{
    const auto found = std::find_if(
        graphs.begin(), graphs.end(), [&id](const PracticeGraph &graph) { return graph.id == id; });
    return found == graphs.end() ? nullptr : &*found;
}

QString severityId(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return u"info"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Critical:
        return u"critical"_s;
    }
    Q_UNREACHABLE();
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return Tr::tr("Info");
    case Severity::Warning:
        return Tr::tr("Warning");
    case Severity::Critical:
        return Tr::tr("Critical");
    }
    Q_UNREACHABLE();
}

Result<Severity> severityFromId(const QString &id)
{
    const auto found =
        std::find_if(kSeverities.begin(), kSeverities.end(), [&id](Severity severity) {
            return severityId(severity) == id;
        });
    if (found == kSeverities.end())
        return makeError(
            ErrorKind::InvalidArgument,
            Tr::tr("“%1” is no severity: there are info, warning and critical.").arg(id.left(80)));
    return *found;
}

} // namespace dramatis::practice
