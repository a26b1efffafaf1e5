// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_number.h"
#include "core/practice/advice.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

// The documents of the command line (SCENARIO.md, "Others"). What a figure cannot say in JSON
// (unknown, no interval, no bound) is null.

namespace dramatis::practice {

namespace {

QString sourceText(const Source &source)
{
    return source.url.isEmpty() ? source.title : QString(source.title + u", "_s + source.url);
}

QString stateId(FindingState state)
{
    switch (state) {
    case FindingState::Holds:
        return u"holds"_s;
    case FindingState::Deviates:
        return u"deviates"_s;
    case FindingState::Undecided:
        return u"undecided"_s;
    case FindingState::NotApplicable:
        return u"notApplicable"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject idealDocument(const Match &match)
{
    QJsonObject mapping;
    for (auto it = match.roles.constBegin(); it != match.roles.constEnd(); ++it)
        mapping.insert(it.key(), it.value());
    return {{u"graph"_s, match.graph},
            {u"score"_s, match.score},
            {u"mapping"_s, mapping},
            {u"missing"_s, QJsonArray::fromStringList(match.missingRoles)}};
}

/// Findings that say something: those that do not apply are no findings.
QJsonArray findingsDocument(const std::vector<Finding> &findings)
{
    QJsonArray array;
    for (const Finding &finding : findings) {
        if (finding.state == FindingState::NotApplicable)
            continue;
        array.append(QJsonObject{{u"rule"_s, finding.rule},
                                 {u"on"_s, finding.on},
                                 {u"severity"_s, severityId(finding.severity)},
                                 {u"state"_s, stateId(finding.state)},
                                 {u"value"_s, jsonFigure(finding.value)},
                                 {u"threshold"_s, jsonNumber(finding.threshold)},
                                 {u"comparison"_s, finding.comparison},
                                 {u"unit"_s, finding.unit},
                                 {u"source"_s, sourceText(finding.source)},
                                 {u"title"_s, finding.title},
                                 {u"detail"_s, finding.detail}});
    }
    return array;
}

QJsonArray changesDocument(const std::vector<Change> &changes)
{
    QJsonArray array;
    for (const Change &change : changes)
        array.append(QJsonObject{{u"op"_s, change.op},
                                 {u"path"_s, change.path},
                                 {u"from"_s, change.from},
                                 {u"to"_s, change.to}});
    return array;
}

QJsonObject recommendationDocument(const Recommendation &recommendation)
{
    const Effect &target = recommendation.target;
    return {{u"id"_s, recommendation.id},
            {u"change"_s, changesDocument(recommendation.changes)},
            {u"title"_s, recommendation.title},
            {u"rule"_s, recommendation.rule},
            {u"reason"_s, recommendation.reason},
            {u"conditions"_s, recommendation.conditions},
            {u"on"_s, target.on},
            {u"metric"_s, target.metric},
            {u"unit"_s, target.unit},
            {u"before"_s, jsonFigure(target.before)},
            {u"after"_s, jsonFigure(target.after)},
            {u"difference"_s, jsonFigure(target.difference)},
            {u"cost"_s, jsonNumber(recommendation.costDifference.mean)},
            {u"worsened"_s, QJsonArray::fromStringList(recommendation.worsened)},
            {u"grade"_s, recommendation.grade.value},
            {u"verified"_s, recommendation.verified}};
}

} // namespace

QJsonObject assessmentToJson(const Assessment &assessment)
{
    return {{u"ideal"_s, idealDocument(assessment.match)},
            {u"findings"_s, findingsDocument(assessment.findings)},
            {u"risks"_s, QJsonArray()}, // break costs come with the fault runs
            {u"score"_s, assessment.score},
            {u"grade"_s, assessment.grade.value}};
}

QJsonObject adviceToJson(const Assessment &assessment, const AdaptiveGraph &graph)
{
    QJsonArray recommendations;
    for (const Recommendation &recommendation : graph.recommendations)
        recommendations.append(recommendationDocument(recommendation));
    QJsonArray rejected;
    for (const Rejected &one : graph.rejected)
        rejected.append(QJsonObject{{u"change"_s, changesDocument(one.changes)},
                                    {u"title"_s, one.title},
                                    {u"why"_s, one.why}});
    return {{u"ideal"_s, idealDocument(graph.ideal)},
            {u"findings"_s, findingsDocument(assessment.findings)},
            {u"rootCauses"_s, QJsonArray()}, // come with the diagnosis by intervention
            {u"recommendations"_s, recommendations},
            {u"rejected"_s, rejected},
            {u"score"_s, assessment.score},
            {u"fixedPoint"_s, graph.fixedPoint}};
}

} // namespace dramatis::practice
