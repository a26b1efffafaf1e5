// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/report/sections.h"
#include "core/report/tr.h"
#include "core/report/wording.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::report {

namespace {

/// Rules that hold, one row a rule with the number of places it was held against.
TableBlock heldTable(const practice::Assessment &assessment)
{
    QStringList order;
    QMap<QString, QStringList> places;
    for (const practice::Finding &finding : assessment.findings) {
        if (finding.state != practice::FindingState::Holds)
            continue;
        if (!places.contains(finding.rule))
            order << finding.rule;
        places[finding.rule] << (finding.on.isEmpty() ? Tr::tr("the whole") : finding.on);
    }
    TableBlock table;
    table.columns = {{Tr::tr("Rule"), false, 1}, {Tr::tr("Holds on"), false, 5}};
    for (const QString &rule : order)
        table.rows.push_back({strong(rule), cell(places.value(rule).join(u", "))});
    table.caption = Tr::tr("Rules that hold.");
    return table;
}

/// The names of the roles that no node plays.
QStringList missingRoles(const Subject &subject)
{
    QStringList names;
    for (const QString &id : subject.assessment->match.missingRoles) {
        QString name = id;
        if (subject.graph)
            for (const practice::Role &role : subject.graph->roles)
                if (role.id == id)
                    name = role.name;
        names << name;
    }
    return names;
}

Section build(const Subject &subject)
{
    Section section;
    if (!subject.assessment) {
        section.heading = Tr::tr("Findings: none yet");
        section.blocks.push_back(
            body(Tr::tr("The scenario was not held against best practices yet.")));
        return section;
    }
    const practice::Assessment &assessment = *subject.assessment;
    const auto deviation =
        std::find_if(assessment.findings.begin(),
                     assessment.findings.end(),
                     [](const practice::Finding &finding) {
                         return finding.state == practice::FindingState::Deviates;
                     });
    section.heading = deviation == assessment.findings.end()
                          ? Tr::tr("Findings: nothing deviates")
                          : Tr::tr("Findings: %1").arg(deviation->title);
    section.blocks.push_back(
        body(Tr::tr("Held against “%1”, which fits the topology with %2 of 1. Score %3 of 100: the "
                    "weighted share "
                    "of decided rules that hold.")
                 .arg(subject.graph ? subject.graph->name : assessment.match.graph,
                      text::number(assessment.match.score),
                      text::count(std::round(assessment.score)))));
    if (!assessment.match.missingRoles.isEmpty())
        section.blocks.push_back(
            note(Tr::tr("Roles that no node plays: %1.").arg(missingRoles(subject).join(u", "))));
    for (const practice::FindingState state :
         {practice::FindingState::Deviates, practice::FindingState::Undecided})
        for (const practice::Finding &finding : assessment.findings)
            if (finding.state == state)
                section.blocks.push_back(FindingBlock{finding});
    if (TableBlock table = heldTable(assessment); !table.rows.empty())
        section.blocks.push_back(std::move(table));

    // One line a rule: what keeps it from one node usually keeps it from the others.
    QStringList open;
    QStringList told;
    for (const practice::Finding &finding : assessment.findings)
        if (finding.state == practice::FindingState::NotApplicable && !finding.detail.isEmpty()
            && !told.contains(finding.rule)) {
            told << finding.rule;
            open << Tr::tr("%1: %2").arg(finding.rule, finding.detail);
        }
    if (!open.isEmpty()) {
        section.blocks.push_back(heading(Tr::tr("Not held against")));
        for (const QString &line : open)
            section.blocks.push_back(note(line));
    }
    return section;
}

} // namespace

SectionKind findingsSection()
{
    return {u"findings"_s, Tr::tr("Findings"), build};
}

} // namespace dramatis::report
