// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/clustering/quality.h"
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

/// Position of a cluster's persona in the list, which is its style too; -1 for noise.
std::vector<int> styleByCluster(const persona::PersonaSet &set)
{
    int clusters = 0;
    for (const persona::Persona &persona : set.personas)
        clusters = std::max(clusters, persona.cluster + 1);
    std::vector<int> styles(static_cast<std::size_t>(clusters), -1);
    for (std::size_t i = 0; i < set.personas.size(); ++i)
        styles[static_cast<std::size_t>(set.personas[i].cluster)] = static_cast<int>(i);
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

TableBlock overview(const persona::PersonaSet &set)
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
    for (std::size_t i = 0; i < set.personas.size(); ++i) {
        const persona::Persona &persona = set.personas[i];
        Cell name = strong(persona.name);
        name.personaStyle = static_cast<int>(i);
        table.rows.push_back({name,
                              cell(text::count(static_cast<double>(persona.windows))),
                              cell(text::percent(persona.windowShare)),
                              cell(text::rate(persona.requestRate.mean)),
                              cell(text::bytes(persona.responseSize.mean)),
                              cell(text::percent(persona.errors.total)),
                              cell(text::duration(persona.latencyP95)),
                              cell(text::number(persona.burstiness)),
                              cell(QLocale().toString(persona.confidence.score, 'f', 2))});
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

void addPersona(Section &section,
                const persona::Persona &persona,
                std::size_t position,
                const Subject &subject)
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
    sentences.append(
        Tr::tr("Confidence %1: the mean rate is known to ± %2 from %3 independent windows; %4 of "
               "168 hours of the week were seen; the data is %5 old.")
            .arg(QLocale().toString(persona.confidence.score, 'f', 2),
                 text::percent(persona.confidence.relativeHalfWidth),
                 text::number(persona.confidence.effectiveWindows))
            .arg(persona.confidence.hoursSeen)
            .arg(text::duration(persona.dataAge(subject.now))));
    sentences.removeAll(QString());
    section.blocks.push_back(body(sentences.join(u' ')));

    const bool weekSeen =
        persona.confidence.hoursSeen >= kHoursForAWeek && persona.peak.hourOfWeek.size() == 168;
    LineChart rate;
    rate.valueTitle = Tr::tr("Requests (req/s)");
    rate.axis = AxisKind::Time;
    Line line;
    line.style = {SeriesStyle::Kind::Persona, static_cast<int>(position)};
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

QString methodText(const persona::PersonaOptions &options)
{
    if (options.algorithm == u"kmeans")
        return Tr::tr("k-means into %1 clusters.").arg(options.clusters);
    if (options.algorithm == u"hdbscan")
        return Tr::tr("HDBSCAN* with minPts %1 and at least %2 windows in a cluster.")
            .arg(options.minPoints)
            .arg(options.minClusterSize);
    return Tr::tr("DBSCAN with eps %1%2 and minPts %3.")
        .arg(text::number(options.epsilon),
             options.epsilonSuggested ? Tr::tr(" (the knee of the distances)") : QString())
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
    section.blocks.push_back(body(Tr::tr("%1 windows of %2, %3 features. %4")
                                      .arg(text::count(static_cast<double>(set.points)),
                                           text::duration(set.options.windowSeconds))
                                      .arg(set.features.size())
                                      .arg(methodText(set.options))));
    for (const traffic::LeftOut &left : set.leftOut)
        section.blocks.push_back(note(Tr::tr("Left out: %1, %2.").arg(left.name, left.reason)));
    section.blocks.push_back(overview(set));
    if (subject.features
        && static_cast<std::size_t>(subject.features->scaled.rows()) == set.labels.size())
        section.blocks.push_back(scatterFigure(subject));
    if (subject.index && subject.index->size() == set.labels.size())
        section.blocks.push_back(reachabilityFigure(subject));
    for (std::size_t i = 0; i < set.personas.size(); ++i)
        addPersona(section, set.personas[i], i, subject);
    return section;
}

} // namespace

SectionKind personasSection()
{
    return {u"personas"_s, Tr::tr("Personas"), build};
}

} // namespace dramatis::report
