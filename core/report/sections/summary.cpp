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

/// The source with the highest p95, the one that a summary is about.
QString slowestSource(const simulation::RunResult &run)
{
    QString slowest;
    double worst = -1;
    for (auto it = run.sources.begin(); it != run.sources.end(); ++it) {
        const double p95 = it->responseTime.p95.figure().mean;
        if (p95 > worst) { // false for NaN
            worst = p95;
            slowest = it.key();
        }
    }
    return slowest;
}

std::size_t countOf(const practice::Assessment &assessment,
                    practice::FindingState state,
                    std::optional<practice::Severity> severity = {})
{
    return static_cast<std::size_t>(std::count_if(
        assessment.findings.begin(),
        assessment.findings.end(),
        [&](const practice::Finding &finding) {
            return finding.state == state && (!severity || finding.severity == *severity);
        }));
}

/// What a reader should take away, in at most three sentences.
QString lead(const Subject &subject)
{
    QStringList sentences;
    if (subject.personas && subject.statistics)
        sentences << Tr::tr("%1 shows %2 requests by %n persona(s).",
                            nullptr,
                            static_cast<int>(subject.personas->personas.size()))
                         .arg(subject.captureName,
                              text::count(
                                  static_cast<double>(subject.statistics->totals.exchanges)));
    if (subject.run && !subject.run->sources.isEmpty()) {
        const QString source = slowestSource(*subject.run);
        if (!source.isEmpty())
            sentences << Tr::tr("Simulated as it is, the slowest of them, %1, has a p95 of %2.")
                             .arg(
                                 source,
                                 text::durationInterval(
                                     subject.run->sources.value(source).responseTime.p95.figure()));
    }
    if (subject.adaptive) {
        const auto changes = static_cast<int>(subject.adaptive->recommendations.size());
        sentences << (changes == 0 ? Tr::tr("No change was found that helps and could be verified.")
                                   : Tr::tr("%n change(s) help, each verified by simulating again.",
                                            nullptr,
                                            changes));
    }
    return sentences.isEmpty() ? Tr::tr("There is nothing to report yet.") : sentences.join(u' ');
}

KeyFiguresBlock keyFigures(const Subject &subject)
{
    KeyFiguresBlock block;
    if (subject.run && !subject.run->sources.isEmpty()) {
        const QString source = slowestSource(*subject.run);
        if (!source.isEmpty())
            block.figures.push_back(
                {Tr::tr("p95, %1").arg(source),
                 text::durationInterval(
                     subject.run->sources.value(source).responseTime.p95.figure()),
                 {},
                 subject.run->objectives.empty()
                     ? Tr::tr("no objective set")
                     : Tr::tr("objectives: %1").arg(verdictWord(subject.run->overall))});
        // The errors of all sources, weighted by what they offer, replication by replication.
        std::vector<double> errors;
        for (int r = 0; r < subject.run->replications; ++r) {
            double failed = 0;
            double offered = 0;
            for (const simulation::SourceResult &result : subject.run->sources) {
                const auto i = static_cast<std::size_t>(r);
                if (i < result.offered.values.size() && i < result.errorRate.values.size()
                    && !std::isnan(result.errorRate.values[i])) {
                    failed += result.offered.values[i] * result.errorRate.values[i];
                    offered += result.offered.values[i];
                }
            }
            if (offered > 0)
                errors.push_back(failed / offered);
        }
        block.figures.push_back({Tr::tr("Error rate, all sources"),
                                 text::percentInterval(figureOf(errors)),
                                 {},
                                 Tr::tr("failed requests / requests")});
    }
    if (subject.assessment) {
        const std::size_t holds = countOf(*subject.assessment, practice::FindingState::Holds);
        const std::size_t deviates = countOf(*subject.assessment, practice::FindingState::Deviates);
        block.figures.push_back(
            {Tr::tr("Checks met"),
             Tr::tr("%1 of %2").arg(holds).arg(holds + deviates),
             {},
             Tr::tr("%1 critical, %2 undecided")
                 .arg(countOf(*subject.assessment,
                              practice::FindingState::Deviates,
                              practice::Severity::Critical))
                 .arg(countOf(*subject.assessment, practice::FindingState::Undecided))});
        block.figures.push_back({Tr::tr("Practice score"),
                                 text::count(std::round(subject.assessment->score)),
                                 Tr::tr("of 100"),
                                 subject.graph ? subject.graph->name : QString()});
    }
    return block;
}

TableBlock changes(const practice::AdaptiveGraph &adaptive)
{
    TableBlock table;
    table.columns = {{u"#"_s, true, 0.4},
                     {Tr::tr("Change"), false, 3},
                     {Tr::tr("Metric"), false, 2.6},
                     {Tr::tr("Before"), true},
                     {Tr::tr("After"), true},
                     {Tr::tr("Difference, 95 %"), true, 1.4}};
    int number = 0;
    for (const practice::Recommendation &recommendation : adaptive.recommendations) {
        const practice::Effect &effect = recommendation.target;
        table.rows.push_back(
            {cell(QString::number(++number)),
             strong(recommendation.title),
             cell(Tr::tr("%1 of %2, %3")
                      .arg(metricName(effect.metric), effect.on, recommendation.conditions)),
             cell(valueText(effect.before.mean, effect.unit)),
             cell(valueText(effect.after.mean, effect.unit)),
             cell(differenceText(effect.difference, effect.unit))});
    }
    table.caption =
        adaptive.fixedPoint ? Tr::tr(
            "Each change was simulated again with the same arrivals. Advised again, nothing "
            "more is found.")
                            : Tr::tr("Each change was simulated again with the same arrivals.");
    return table;
}

Section build(const Subject &subject)
{
    Section section;
    section.heading = subject.title;
    section.blocks.push_back(Paragraph{lead(subject), Paragraph::Style::Lead});
    if (KeyFiguresBlock figures = keyFigures(subject); !figures.figures.empty())
        section.blocks.push_back(std::move(figures));
    if (subject.adaptive && !subject.adaptive->recommendations.empty()) {
        section.blocks.push_back(heading(Tr::tr("Changes that matter")));
        section.blocks.push_back(changes(*subject.adaptive));
    }
    if (subject.statistics && !subject.statistics->timeline.rate.empty()) {
        const traffic::CaptureTimeline &timeline = subject.statistics->timeline;
        LineChart chart;
        chart.valueTitle = Tr::tr("Requests (req/s)");
        chart.axis = AxisKind::Time;
        Line line;
        line.filled = true;
        const double begin =
            static_cast<double>(timeline.begin) / static_cast<double>(kNanosecondsPerSecond);
        for (std::size_t i = 0; i < timeline.rate.size(); ++i) {
            line.x.push_back(begin + (static_cast<double>(i) + 0.5) * timeline.stepSeconds);
            line.y.push_back(timeline.rate[i]);
        }
        chart.lines.push_back(std::move(line));
        section.blocks.push_back(heading(Tr::tr("What was recorded")));
        section.blocks.push_back(FigureBlock{
            std::move(chart), Tr::tr("Load of %1.").arg(subject.captureName), false, 0.24});
    }
    if (subject.assessment)
        section.blocks.push_back(GradeBlock{subject.assessment->grade});
    return section;
}

} // namespace

SectionKind summarySection()
{
    return {u"summary"_s, Tr::tr("Summary"), build};
}

} // namespace dramatis::report
