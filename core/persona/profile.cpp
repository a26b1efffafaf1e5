// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/profile.h"

#include "core/base/parallel.h"
#include "core/persona/confidence.h"
#include "core/persona/evidence.h"
#include "core/persona/metrics.h"
#include "core/persona/naming.h"

#include <algorithm>
#include <cmath>

namespace dramatis::persona {

namespace {

constexpr std::size_t kRateSteps = 120;

/// Mean rate in equal steps of the capture while the persona is on, NaN where it is not; and how
/// much came in all.
void setRatesOverTime(Persona &persona, const Evidence &evidence)
{
    const traffic::WindowTable &table = *evidence.table;
    const auto origin = static_cast<double>(table.firstTime);
    const double span = static_cast<double>(table.lastTime) - origin;
    const double step = std::max(span / kRateSteps, 1.0); // ns
    std::vector<double> exchanges(kRateSteps, 0);
    std::vector<double> seconds(kRateSteps, 0);
    for (const traffic::Window *window : evidence.windows) {
        const double begin =
            std::max(static_cast<double>(table.sliceBegin(window->slice)) - origin, 0.0);
        const double end =
            std::clamp(static_cast<double>(table.sliceBegin(window->slice + 1)) - origin,
                       begin + 1,
                       std::max(step * kRateSteps, begin + 1));
        const auto first = static_cast<std::size_t>(begin / step);
        for (std::size_t i = std::min(first, kRateSteps - 1);
             i < kRateSteps && static_cast<double>(i) * step < end;
             ++i) {
            const double from = std::max(begin, static_cast<double>(i) * step);
            const double to =
                i + 1 == kRateSteps ? end : std::min(end, static_cast<double>(i + 1) * step);
            exchanges[i] += window->exchanges * (to - from) / (end - begin);
            seconds[i] += (to - from) * 1e-9;
        }
    }
    persona.rateOverTime.assign(kRateSteps, kNotKnown);
    persona.intensity.stepSeconds = step * 1e-9;
    persona.intensity.rates.resize(kRateSteps);
    for (std::size_t i = 0; i < kRateSteps; ++i) {
        if (seconds[i] > 0)
            persona.rateOverTime[i] = exchanges[i] / seconds[i];
        persona.intensity.rates[i] = exchanges[i] / persona.intensity.stepSeconds;
    }
}

std::vector<ResourceShare> resourceShares(const Evidence &evidence)
{
    std::vector<ResourceShare> shares;
    std::size_t next = 0;
    for (const traffic::Exposure &exposure : evidence.exposures) {
        ResourceShare share;
        share.resource = evidence.table->resources[number(exposure.resource)];
        while (next < evidence.windows.size()
               && evidence.windows[next]->resource == exposure.resource) {
            ++share.windows;
            share.exchanges += evidence.windows[next++]->exchanges;
        }
        share.meanRate = static_cast<double>(share.exchanges)
                         / (static_cast<double>(exposure.slices()) * evidence.table->widthSeconds);
        shares.push_back(share);
    }
    std::stable_sort(shares.begin(), shares.end(), [](const auto &a, const auto &b) {
        return a.exchanges > b.exchanges;
    });
    return shares;
}

Persona personaOf(const Evidence &evidence, int cluster, std::size_t rows, std::int64_t now)
{
    Persona persona;
    persona.cluster = cluster;
    persona.windows = evidence.windows.size();
    persona.exchanges = evidence.exchanges;
    persona.windowShare = static_cast<double>(persona.windows) / static_cast<double>(rows);
    persona.resources = resourceShares(evidence);
    persona.operations = evidence.operations;
    setRatesOverTime(persona, evidence);
    const auto [first, last] =
        std::minmax_element(evidence.windows.begin(),
                            evidence.windows.end(),
                            [](const auto *a, const auto *b) { return a->slice < b->slice; });
    persona.observedFrom = evidence.table->sliceBegin((*first)->slice);
    persona.observedTo = evidence.table->sliceBegin((*last)->slice + 1);
    persona.createdAt = now;
    for (const Metric &metric : allMetrics()) {
        metric.compute(evidence, persona);
        if (metric.terms)
            persona.precision[metric.id] = precisionOf(metric, evidence);
    }
    persona.confidence = confidenceOf(evidence.windows);
    persona.confidence.hoursSeen =
        static_cast<int>(std::count_if(persona.peak.hourOfWeek.begin(),
                                       persona.peak.hourOfWeek.end(),
                                       [](double rate) { return !std::isnan(rate); }));
    return persona;
}

/// Everything of a set but its personas.
PersonaSet frameOf(const traffic::WindowTable &windows,
                   const traffic::FeatureMatrix &matrix,
                   const clustering::Clustering &clustering,
                   const PersonaOptions &options,
                   std::int64_t now)
{
    PersonaSet set;
    set.options = options;
    set.features = matrix.columns;
    set.leftOut = matrix.leftOut;
    set.labels = clustering.labels;
    set.windowOfRow = matrix.windowOfRow;
    set.points = matrix.windowOfRow.size();
    set.createdAt = now;
    for (std::size_t row = 0; row < set.labels.size(); ++row) {
        if (set.labels[row] >= 0)
            continue;
        ++set.noise;
        set.noiseExchanges += windows.windows[set.windowOfRow[row]].exchanges;
    }
    for (const traffic::Window &window : windows.windows) {
        if (window.exchanges < traffic::kSparseBelow)
            set.sparseExchanges += window.exchanges;
    }
    return set;
}

/// Most windows first, with ids in that order and names.
void addPersonas(PersonaSet &set, const std::vector<Evidence> &evidence)
{
    std::vector<Persona> personas(evidence.size());
    parallelFor(evidence.size(), 1, defaultThreadCount(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t cluster = begin; cluster < end; ++cluster) {
            if (!evidence[cluster].windows.empty())
                personas[cluster] = personaOf(evidence[cluster],
                                              static_cast<int>(cluster),
                                              set.windowOfRow.size(),
                                              set.createdAt);
        }
    });
    std::erase_if(personas, [](const Persona &persona) { return persona.windows == 0; });
    std::stable_sort(personas.begin(), personas.end(), [](const auto &a, const auto &b) {
        return a.windows > b.windows;
    });
    std::uint32_t id = 0;
    for (Persona &persona : personas)
        persona.id = PersonaId{++id};
    set.lastPersonaId = id;
    suggestNames(personas);
    set.personas = std::move(personas);
}

} // namespace

PersonaSet profileWindows(const traffic::WindowTable &windows,
                          const traffic::FeatureMatrix &matrix,
                          const clustering::Clustering &clustering,
                          const PersonaOptions &options,
                          const Clock &clock)
{
    Q_ASSERT(clustering.labels.size() == matrix.windowOfRow.size());
    PersonaSet set = frameOf(windows, matrix, clustering, options, clock.now());
    addPersonas(set, evidenceOfWindows(windows, matrix, clustering));
    return set;
}

Result<PersonaSet> profile(const traffic::ExchangeTable &table,
                           const traffic::WindowTable &windows,
                           const traffic::FeatureMatrix &matrix,
                           const clustering::Clustering &clustering,
                           const PersonaOptions &options,
                           const Clock &clock,
                           JobControl &job)
{
    Q_ASSERT(clustering.labels.size() == matrix.windowOfRow.size());
    Q_ASSERT(windows.resources.size() == table.resources().size());
    PersonaSet set = frameOf(windows, matrix, clustering, options, clock.now());
    std::vector<Evidence> evidence = evidenceOfWindows(windows, matrix, clustering);
    DRAMATIS_TRY(const MinutesOfHour minutes,
                 addEvidenceOfExchanges(evidence, table, windows, matrix, clustering, job));
    set.minutesOfHour.assign(minutes.begin(), minutes.end());
    addPersonas(set, evidence);
    return set;
}

} // namespace dramatis::persona
