// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/clustering/quality.h"
#include "core/persona/grade.h"
#include "core/report/sections.h"
#include "core/report/tr.h"
#include "core/report/wording.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::report {

namespace {

/// Hours of the week that must have been seen before a picture of the week tells anything.
constexpr int kHoursForAWeek = 12;

/// The style that a persona has everywhere: it goes with its id.
int styleOf(const persona::Persona &persona)
{
    return static_cast<int>(number(persona.id)) - 1;
}

/// The style of a cluster's persona; -1 for noise.
std::vector<int> styleByCluster(const persona::PersonaSet &set)
{
    int clusters = 0;
    for (const persona::Persona &persona : set.personas)
        clusters = std::max(clusters, persona.cluster + 1);
    std::vector<int> styles(static_cast<std::size_t>(clusters), -1);
    for (const persona::Persona &persona : set.personas)
        styles[static_cast<std::size_t>(persona.cluster)] = styleOf(persona);
    return styles;
}

FigureBlock scatterFigure(const Subject &subject)
{
    const persona::PersonaSet &set = *subject.personas;
    const clustering::Projection projection =
        clustering::principalComponents(subject.features->scaled);
    ScatterChart chart;
    chart.xTitle = Tr::tr("First principal component (%1 of the variance)")
                       .arg(text::percent(projection.explained[0]));
    chart.yTitle = Tr::tr("Second (%1)").arg(text::percent(projection.explained[1]));
    for (Eigen::Index row = 0; row < projection.points.rows(); ++row) {
        chart.x.push_back(static_cast<float>(projection.points(row, 0)));
        chart.y.push_back(static_cast<float>(projection.points(row, 1)));
    }
    chart.cluster = set.labels;
    chart.clusterStyle = styleByCluster(set);
    chart.clusterNames.resize(chart.clusterStyle.size());
    for (const persona::Persona &persona : set.personas)
        chart.clusterNames[static_cast<std::size_t>(persona.cluster)] = persona.name;
    return {std::move(chart),
            Tr::tr("Windows of %1 by behaviour; each point is one resource in one time slice.")
                .arg(text::duration(set.options.windowSeconds)),
            false,
            0.5};
}

FigureBlock reachabilityFigure(const Subject &subject)
{
    const persona::PersonaSet &set = *subject.personas;
    ReachabilityChart chart;
    const auto order = subject.index->order();
    const auto heights = subject.index->reachability();
    for (std::size_t i = 0; i < order.size(); ++i) {
        chart.heights.push_back(static_cast<float>(heights[i]));
        chart.cluster.push_back(order[i] < set.labels.size() ? set.labels[order[i]]
                                                             : clustering::kNoise);
    }
    chart.clusterStyle = styleByCluster(set);
    chart.epsilon = set.options.epsilon;
    return {std::move(chart),
            Tr::tr("Reachability of the windows in dendrogram order, cut at eps %1.")
                .arg(text::number(set.options.epsilon)),
            false,
            0.22};
}

TableBlock overview(const persona::PersonaSet &set, std::int64_t now)
{
    TableBlock table;
    table.columns = {{Tr::tr("Persona"), false, 2.4},
                     {Tr::tr("Windows"), true},
                     {Tr::tr("Share"), true},
                     {Tr::tr("Rate, mean"), true},
                     {Tr::tr("Response"), true},
                     {Tr::tr("Errors"), true},
                     {Tr::tr("p95"), true},
                     {Tr::tr("Burstiness"), true},
                     {Tr::tr("Confidence"), true}};
    for (const persona::Persona &persona : set.personas) {
        const persona::ConfidenceGrade grade = persona::gradeOf(persona, set, now);
        Cell name = strong(persona.name);
        name.personaStyle = styleOf(persona);
        table.rows.push_back(
            {name,
             cell(text::count(static_cast<double>(persona.windows))),
             cell(text::percent(persona.windowShare)),
             cell(text::rate(persona.requestRate.mean)),
             cell(text::bytes(persona.responseSize.mean)),
             cell(text::percent(persona.errors.total)),
             cell(text::duration(persona.latencyP95)),
             cell(text::number(persona.burstiness)),
             cell(u"%1 %2"_s.arg(QLocale().toString(grade.value, 'f', 2), grade.word()))});
    }
    const double noise = static_cast<double>(set.noise)
                         / static_cast<double>(std::max<std::uint64_t>(set.points, 1));
    table.caption =
        Tr::tr("Rates, sizes and latencies per resource while the persona is on. %1 of the "
               "windows belong to none.")
            .arg(text::percent(noise));
    return table;
}

QString peakSentence(const persona::Persona &persona)
{
    if (persona.peak.peaks.empty() || persona.confidence.hoursSeen < kHoursForAWeek)
        return {};
    const persona::HourOfWeek &hour = persona.peak.peaks.front();
    return Tr::tr("Busiest on %1 at %2:00, %3 times its mean.")
        .arg(QLocale().dayName(hour.day + 1, QLocale::ShortFormat))
        .arg(hour.hour, 2, 10, QChar(u'0'))
        .arg(text::number(persona.peak.peakToMean));
}

/// "age 0.98 (2 days)" for each part, and what the gates say.
QString gradeSentence(const persona::ConfidenceGrade &grade)
{
    QStringList parts;
    for (const persona::GradePart &part : grade.parts)
        parts.append(Tr::tr("%1 %2 (%3)")
                         .arg(persona::partName(part.part),
                              QLocale().toString(part.value, 'f', 2),
                              part.text));
    QStringList sentences{
        Tr::tr("Confidence %1 %2, the least of: %3.")
            .arg(QLocale().toString(grade.value, 'f', 2), grade.word(), parts.join(u", "))};
    sentences.append(grade.failedGates);
    return sentences.join(u' ');
}

QString goodnessSentence(const persona::Persona &persona)
{
    if (!persona.goodness)
        return {};
    QStringList failed;
    for (const persona::GoodnessPart &part : persona.goodness->parts)
        if (!part.reproduced)
            failed.append(persona::quantityName(part.quantity));
    return failed.isEmpty()
               ? Tr::tr("It reproduces its own traffic: the largest Kolmogorov–Smirnov distance "
                        "to windows held out of its making is %1.")
                     .arg(text::number(persona.goodness->largestDistance()))
               : Tr::tr("It does not reproduce its own traffic in: %1.").arg(failed.join(u", "));
}

void addPersona(Section &section, const persona::Persona &persona, const Subject &subject)
{
    section.blocks.push_back(heading(persona.name));
    QStringList operations;
    for (const persona::OperationShare &operation : persona.operations) {
        if (operations.size() == 3)
            break;
        operations.append(
            Tr::tr("%1 (%2)").arg(operation.operation, text::percent(operation.share)));
    }
    QStringList sentences{
        Tr::tr("%1 windows with %2 requests on %3 resources, seen %4.")
            .arg(text::count(static_cast<double>(persona.windows)),
                 text::count(static_cast<double>(persona.exchanges)))
            .arg(persona.resources.size())
            .arg(timeRange(persona.observedFrom, persona.observedTo)),
        Tr::tr("Data rate %1, write share %2, latency p50 %3, p99 %4, %5 in flight.")
            .arg(text::byteRate(persona.dataRate.mean),
                 text::percent(persona.writeShare),
                 text::duration(persona.latencyP50),
                 text::duration(persona.latencyP99),
                 text::number(persona.concurrency))};
    if (!operations.isEmpty())
        sentences.append(Tr::tr("Mostly %1.").arg(operations.join(u", ")));
    sentences.append(peakSentence(persona));
    sentences.append(Tr::tr("The mean rate is known to ± %1 from %2 independent windows.")
                         .arg(text::percent(persona.confidence.relativeHalfWidth),
                              text::number(persona.confidence.effectiveWindows)));
    sentences.append(goodnessSentence(persona));
    sentences.append(gradeSentence(persona::gradeOf(persona, *subject.personas, subject.now)));
    sentences.removeAll(QString());
    section.blocks.push_back(body(sentences.join(u' ')));

    const bool weekSeen =
        persona.confidence.hoursSeen >= kHoursForAWeek && persona.peak.hourOfWeek.size() == 168;
    LineChart rate;
    rate.valueTitle = Tr::tr("Requests (req/s)");
    rate.axis = AxisKind::Time;
    Line line;
    line.style = {SeriesStyle::Kind::Persona, styleOf(persona)};
    line.filled = true;
    if (subject.statistics && !persona.rateOverTime.empty()) {
        const double begin = static_cast<double>(subject.statistics->firstTime)
                             / static_cast<double>(kNanosecondsPerSecond);
        const double end = static_cast<double>(subject.statistics->lastTime)
                           / static_cast<double>(kNanosecondsPerSecond);
        const double step = (end - begin) / static_cast<double>(persona.rateOverTime.size());
        for (std::size_t i = 0; i < persona.rateOverTime.size(); ++i) {
            line.x.push_back(begin + (static_cast<double>(i) + 0.5) * step);
            line.y.push_back(persona.rateOverTime[i]);
        }
        rate.lines.push_back(std::move(line));
        section.blocks.push_back(FigureBlock{
            rate, Tr::tr("When %1 was on.").arg(persona.name), weekSeen, weekSeen ? 0.45 : 0.16});
    }
    if (weekSeen)
        section.blocks.push_back(
            FigureBlock{HourOfWeekMap{Tr::tr("Requests (req/s)"), persona.peak.hourOfWeek},
                        Tr::tr("By hour of the week, UTC; hatched hours were never seen."),
                        true,
                        0.45});
}

/// Why eps is what it is, in brackets; empty where a person chose it.
QString reasonText(const QString &reason)
{
    if (reason == u"knee")
        return Tr::tr(" (the knee of the distances)");
    if (reason == u"persistent")
        return Tr::tr(" (where the number of clusters lasts longest)");
    return reason == u"hdbscan" ? Tr::tr(" (which shows most of what HDBSCAN* finds)") : QString();
}

/// How far to trust the clusters; empty where nothing was measured.
QString qualityText(const persona::PersonaSet &set)
{
    QStringList parts;
    if (!std::isnan(set.dbcv))
        parts.append(Tr::tr("DBCV %1").arg(text::number(set.dbcv)));
    if (!std::isnan(set.silhouette))
        parts.append(Tr::tr("silhouette %1").arg(text::number(set.silhouette)));
    if (!std::isnan(set.stability))
        parts.append(Tr::tr("stability %1 (adjusted Rand index of resamples)")
                         .arg(text::number(set.stability)));
    return parts.isEmpty() ? QString() : Tr::tr("Quality: %1.").arg(parts.join(u", "));
}

QString methodText(const persona::PersonaOptions &options)
{
    if (options.algorithm == u"kmeans")
        return Tr::tr("k-means into %1 clusters.").arg(options.clusters);
    if (options.algorithm == u"hdbscan")
        return Tr::tr("HDBSCAN* with minPts %1 and at least %2 windows in a cluster.")
            .arg(options.minPoints)
            .arg(options.minClusterSize);
    return Tr::tr("DBSCAN with eps %1%2 and minPts %3.")
        .arg(text::number(options.epsilon), reasonText(options.epsilonReason))
        .arg(options.minPoints);
}

Section build(const Subject &subject)
{
    Section section;
    if (!subject.personas || subject.personas->personas.empty()) {
        section.heading = Tr::tr("Personas: none");
        section.blocks.push_back(body(Tr::tr("No personas were found in the capture.")));
        return section;
    }
    const persona::PersonaSet &set = *subject.personas;
    section.heading = Tr::tr(
        "Personas: %n recurring behaviour(s)", nullptr, static_cast<int>(set.personas.size()));
    section.blocks.push_back(body(Tr::tr("%1 windows of %2, %3 features. %4 %5")
                                      .arg(text::count(static_cast<double>(set.points)),
                                           text::duration(set.options.windowSeconds))
                                      .arg(set.features.size())
                                      .arg(methodText(set.options), qualityText(set))
                                      .trimmed()));
    for (const QString &sentence : persona::notesOf(set))
        section.blocks.push_back(note(sentence));
    section.blocks.push_back(overview(set, subject.now));
    if (subject.features
        && static_cast<std::size_t>(subject.features->scaled.rows()) == set.labels.size())
        section.blocks.push_back(scatterFigure(subject));
    if (subject.index && subject.index->size() == set.labels.size())
        section.blocks.push_back(reachabilityFigure(subject));
    for (const persona::Persona &persona : set.personas)
        addPersona(section, persona, subject);
    return section;
}

} // namespace

SectionKind personasSection()
{
    return {u"personas"_s, Tr::tr("Personas"), build};
}

} // namespace dramatis::report
