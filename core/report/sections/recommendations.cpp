// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/report/sections.h"
#include "core/report/tr.h"
#include "core/report/wording.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace dramatis::report {

namespace {

std::vector<TableColumn> effectColumns()
{
    return {{Tr::tr("Metric"), false, 2.4},
            {Tr::tr("Before"), true, 1.3},
            {Tr::tr("After"), true, 1.3},
            {Tr::tr("Difference, 95 %"), true, 1.5}};
}

std::vector<Cell> effectRow(const practice::Effect &effect, bool target)
{
    const QString name = Tr::tr("%1 of %2").arg(metricName(effect.metric), effect.on);
    return {target ? strong(name) : cell(name),
            cell(figureText(effect.before, effect.unit)),
            cell(figureText(effect.after, effect.unit)),
            cell(differenceText(effect.difference, effect.unit))};
}

/// False for sources that were idle under the conditions.
bool tellsSomething(const practice::Effect &effect)
{
    return effect.before.isKnown() && effect.after.isKnown()
           && (effect.before.mean != 0 || effect.after.mean != 0);
}

void addRecommendation(Section &section, const practice::Recommendation &recommendation, int number)
{
    section.blocks.push_back(heading(Tr::tr("%1. %2").arg(number).arg(recommendation.title)));
    QStringList sentences{recommendation.reason};
    sentences << (recommendation.worsened.isEmpty()
                      ? Tr::tr("Nothing got worse.")
                      : Tr::tr("Got worse: %1.").arg(recommendation.worsened.join(u", ")));
    if (recommendation.costDifference.isKnown() && recommendation.costDifference.mean != 0)
        sentences
            << Tr::tr("Cost %1 per hour.").arg(differenceText(recommendation.costDifference, {}));
    sentences << Tr::tr("Confidence %1 (%2).")
                     .arg(QLocale().toString(recommendation.grade.value, 'f', 2),
                          recommendation.grade.word());
    section.blocks.push_back(body(sentences.join(u' ')));

    TableBlock table;
    table.columns = effectColumns();
    table.rows.push_back(effectRow(recommendation.target, true));
    for (const practice::Effect &effect : recommendation.effects)
        if (tellsSomething(effect)
            && (effect.on != recommendation.target.on
                || effect.metric != recommendation.target.metric))
            table.rows.push_back(effectRow(effect, false));
    QStringList changes;
    for (const practice::Change &change : recommendation.changes)
        changes << Tr::tr("%1: %2 → %3")
                       .arg(change.path,
                            change.from.isNull() || change.from.isUndefined()
                                ? Tr::tr("none")
                                : change.from.toVariant().toString(),
                            change.to.toVariant().toString());
    table.caption = recommendation.verified
                        ? Tr::tr("%1. Simulated %2, paired replications with the same arrivals; "
                                 "verified with fresh seeds.")
                              .arg(changes.join(u"; "), recommendation.conditions)
                        : Tr::tr("%1. Simulated %2, paired replications with the same arrivals.")
                              .arg(changes.join(u"; "), recommendation.conditions);
    section.blocks.push_back(std::move(table));
}

Section build(const Subject &subject)
{
    Section section;
    if (!subject.adaptive) {
        section.heading = Tr::tr("Recommendations: none yet");
        section.blocks.push_back(body(Tr::tr("Advice was not asked for yet.")));
        return section;
    }
    const practice::AdaptiveGraph &adaptive = *subject.adaptive;
    const auto count = static_cast<int>(adaptive.recommendations.size());
    section.heading = count == 0
                          ? Tr::tr("Recommendations: none")
                          : Tr::tr("Recommendations: %n change(s) that help", nullptr, count);
    if (count == 0)
        section.blocks.push_back(
            body(Tr::tr("No change was found that helps, hurts nobody and could be verified.")));
    int number = 0;
    for (const practice::Recommendation &recommendation : adaptive.recommendations)
        addRecommendation(section, recommendation, ++number);
    if (!adaptive.together.empty() && count > 1) {
        section.blocks.push_back(heading(Tr::tr("All together")));
        TableBlock table;
        table.columns = effectColumns();
        for (const practice::Effect &effect : adaptive.together)
            if (tellsSomething(effect))
                table.rows.push_back(effectRow(effect, false));
        table.caption = Tr::tr("All changes at once, full length, fresh seeds.%1")
                            .arg(adaptive.fixedPoint ? u' ' + Tr::tr("Advised again: nothing more.")
                                                     : QString());
        section.blocks.push_back(std::move(table));
    }
    if (!adaptive.rejected.empty()) {
        section.blocks.push_back(heading(Tr::tr("Did not help")));
        TableBlock table;
        table.columns = {{Tr::tr("Change"), false, 2}, {Tr::tr("Why not"), false, 3}};
        for (const practice::Rejected &rejected : adaptive.rejected)
            table.rows.push_back({cell(rejected.title), cell(rejected.why)});
        table.caption = Tr::tr("Changes that were tried and left out.");
        section.blocks.push_back(std::move(table));
    }
    if (!adaptive.unadvised.empty()) {
        section.blocks.push_back(heading(Tr::tr("Findings without a recommendation")));
        for (const practice::Finding &finding : adaptive.unadvised)
            section.blocks.push_back(
                body(Tr::tr("%1: %2. %3").arg(finding.rule, finding.title, finding.detail)));
    }
    return section;
}

} // namespace

SectionKind recommendationsSection()
{
    return {u"recommendations"_s, Tr::tr("Recommendations"), build};
}

} // namespace dramatis::report
