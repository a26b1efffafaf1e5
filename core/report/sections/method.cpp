// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/report/sections.h"
#include "core/report/tr.h"
#include "core/report/wording.h"

using namespace Qt::StringLiterals;

namespace dramatis::report {

namespace {

TableBlock fileTable(const QList<capture::SourceFile> &files)
{
    TableBlock table;
    table.columns = {{Tr::tr("File"), false, 2.4},
                     {Tr::tr("Size"), true, 0.8},
                     {Tr::tr("Format"), false, 1.2},
                     {Tr::tr("SHA-256"), false, 3.4}};
    for (const capture::SourceFile &file : files)
        table.rows.push_back({cell(file.path.section(u'/', -1)),
                              cell(text::bytes(static_cast<double>(file.bytes))),
                              cell(file.format),
                              cell(QString::fromLatin1(file.sha256))});
    table.caption = Tr::tr("What was read.");
    return table;
}

TableBlock featureTable(const persona::PersonaSet &set)
{
    TableBlock table;
    table.columns = {{Tr::tr("Feature"), false, 2},
                     {Tr::tr("Unit"), false, 0.8},
                     {Tr::tr("Transform"), false, 2},
                     {Tr::tr("Center"), true},
                     {Tr::tr("Scale"), true},
                     {Tr::tr("Weight"), true}};
    for (const traffic::FeatureColumn &column : set.features)
        table.rows.push_back({cell(column.name),
                              cell(column.unit.isEmpty() ? text::unknown() : column.unit),
                              cell(column.transform == traffic::Transform::LogRatio
                                       ? Tr::tr("log(1 + x / %1)").arg(text::number(column.pivot))
                                       : Tr::tr("as it is")),
                              cell(text::number(column.center)),
                              cell(text::number(column.scale)),
                              cell(text::number(column.weight))});
    table.caption = Tr::tr(
        "Features: each is transformed, centred by its median and divided by its interquartile "
        "range.");
    return table;
}

Section build(const Subject &subject)
{
    Section section;
    section.heading = Tr::tr("Method and data");
    section.blocks.push_back(body(
        Tr::tr("Made by Dramatis %1 on %2.").arg(subject.version, text::isoTime(subject.now))));
    if (subject.files && !subject.files->isEmpty())
        section.blocks.push_back(fileTable(*subject.files));
    if (subject.personas) {
        section.blocks.push_back(heading(Tr::tr("Personas")));
        section.blocks.push_back(
            body(Tr::tr("Exchanges are cut into windows per resource and time "
                        "slice; windows with fewer than %1 "
                        "exchanges are counted, not clustered. Windows are "
                        "clustered by DBSCAN (Ester, Kriegel, "
                        "Sander, Xu 1996) with exact labels for any eps, by "
                        "HDBSCAN* (Campello, Moulavi, Zimek, Sander 2015) or "
                        "by k-means. Confidence is the least of its parts: the "
                        "age of the data, how well the mean rate is known "
                        "(its 95 % interval, with the number of windows "
                        "corrected for autocorrelation), the hours of the "
                        "week that were seen, stability under resampling, "
                        "and how near generated traffic comes to windows "
                        "that were held out; at most 0.49 while a check "
                        "fails.")
                     .arg(traffic::kSparseBelow)));
        if (!subject.personas->features.empty())
            section.blocks.push_back(featureTable(*subject.personas));
    }
    if (subject.run) {
        const simulation::RunResult &run = *subject.run;
        section.blocks.push_back(heading(Tr::tr("Simulation")));
        section.blocks.push_back(body(
            Tr::tr(
                "Discrete events, %1; seed %2, %3 replications of %4, warm-up removed %5; %6 "
                "events. Intervals "
                "are Student's at 95 % over replications; a quantile's figure is the mean of the "
                "replications' quantiles. Scenario %7.")
                .arg(run.engine)
                .arg(run.seed)
                .arg(run.replications)
                .arg(text::duration(run.duration),
                     text::duration(run.warmup),
                     text::count(run.events),
                     run.scenarioHash.left(16))));
    }
    if (subject.graph) {
        section.blocks.push_back(heading(Tr::tr("Best practices")));
        section.blocks.push_back(body(
            Tr::tr(
                "Practice graph “%1”, version %2. A finding whose interval straddles its threshold "
                "is "
                "undecided. A change is recommended only if simulating it again with common random "
                "numbers, and then with fresh seeds, shows that it helps and that no source gets "
                "worse.")
                .arg(subject.graph->name, subject.graph->version)));
        TableBlock table;
        table.columns = {{Tr::tr("Rule"), false, 0.9},
                         {Tr::tr("What it asks"), false, 3},
                         {Tr::tr("Threshold"), true},
                         {Tr::tr("Source"), false, 3}};
        for (const practice::Rule &rule : subject.graph->rules)
            table.rows.push_back({strong(rule.id),
                                  cell(rule.title),
                                  cell(valueText(rule.threshold, rule.unit)),
                                  cell(rule.source.title)});
        table.caption = Tr::tr("Rules and their sources.");
        section.blocks.push_back(std::move(table));
    }
    return section;
}

} // namespace

SectionKind methodSection()
{
    return {u"method"_s, Tr::tr("Method and data"), build};
}

} // namespace dramatis::report
