// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/drift.h"

#include "core/base/assignment.h"
#include "core/persona/metrics.h"
#include "core/persona/tr.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::persona {

namespace {

/// Half the sum of differences between two mixes of operations, in [0, 1].
double mixDistance(const std::vector<OperationShare> &a, const std::vector<OperationShare> &b)
{
    std::map<QString, double> difference;
    for (const OperationShare &share : a)
        difference[share.operation] += share.share;
    for (const OperationShare &share : b)
        difference[share.operation] -= share.share;
    double sum = 0;
    for (const auto &[operation, share] : difference)
        sum += std::abs(share);
    return std::min(1.0, sum / 2);
}

std::vector<PersonaPair> pairsById(const PersonaSet &earlier, const PersonaSet &later)
{
    std::vector<PersonaPair> pairs;
    for (std::size_t i = 0; i < earlier.personas.size(); ++i) {
        if (const Persona *found = later.withId(earlier.personas[i].id))
            pairs.emplace_back(i, static_cast<std::size_t>(found - later.personas.data()));
    }
    return pairs;
}

std::vector<MetricDrift> metricsOf(const Persona &earlier, const Persona &later)
{
    std::vector<MetricDrift> drifts;
    for (const Metric &metric : allMetrics()) {
        const Estimate before = estimateOf(metric, earlier);
        const Estimate after = estimateOf(metric, later);
        if (std::isnan(before.value) || std::isnan(after.value))
            continue;
        const Difference difference = welchDifference(before, after);
        MetricDrift drift;
        drift.metric = metric.id;
        drift.earlier = before.figure();
        drift.later = after.figure();
        drift.difference = difference.difference;
        drift.p = difference.p;
        drifts.push_back(std::move(drift));
    }
    return drifts;
}

bool isLarge(const MetricDrift &drift)
{
    const double larger = std::max(std::abs(drift.earlier.mean), std::abs(drift.later.mean));
    return std::abs(drift.difference.mean) >= kLeastDrift * larger;
}

/// Adjusts all tests together and says which of them are drifts.
void judge(std::vector<PersonaFate> &fates)
{
    std::vector<double> p;
    for (const PersonaFate &fate : fates) {
        for (const MetricDrift &drift : fate.metrics)
            p.push_back(drift.p);
    }
    const std::vector<double> adjusted = adjustedForMany(p);
    std::size_t next = 0;
    for (PersonaFate &fate : fates) {
        for (MetricDrift &drift : fate.metrics) {
            drift.adjustedP = adjusted[next++];
            drift.drifted = drift.adjustedP < kDriftSignificance && isLarge(drift);
            if (drift.drifted)
                fate.fate = Fate::Drifted;
        }
    }
}

} // namespace

double profileDistance(const PersonaSet &scaling, const Persona &a, const Persona &b)
{
    double sum = 0;
    double count = 0;
    for (const traffic::FeatureColumn &feature : scaling.features) {
        const Metric *metric = findMetric(feature.id);
        if (!metric)
            continue;
        const double difference = std::abs(feature.toScaled(estimateOf(*metric, a).value)
                                           - feature.toScaled(estimateOf(*metric, b).value));
        if (!std::isfinite(difference))
            continue;
        sum += difference / (1 + difference);
        count += 1;
    }
    if (!a.operations.empty() && !b.operations.empty()) {
        sum += mixDistance(a.operations, b.operations);
        count += 1;
    }
    return count > 0 ? sum / count : kNotKnown;
}

std::vector<PersonaPair> matchPersonas(const PersonaSet &earlier, const PersonaSet &later)
{
    if (later.predecessor && later.predecessor == earlier.id)
        return pairsById(earlier, later);
    // Beside the later personas stands a column for each earlier one to be left alone in.
    const std::size_t rows = earlier.personas.size();
    const std::size_t columns = later.personas.size() + rows;
    std::vector<double> costs(rows * columns, kFarthestMatch);
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < later.personas.size(); ++column) {
            const double distance =
                profileDistance(earlier, earlier.personas[row], later.personas[column]);
            costs[row * columns + column] = distance < kFarthestMatch ? distance : 1;
        }
    }
    const std::vector<std::size_t> columnOf = cheapestAssignment(costs, rows, columns);
    std::vector<PersonaPair> pairs;
    for (std::size_t row = 0; row < rows; ++row) {
        if (columnOf[row] < later.personas.size())
            pairs.emplace_back(row, columnOf[row]);
    }
    return pairs;
}

double MetricDrift::relative() const
{
    return earlier.mean != 0 ? difference.mean / std::abs(earlier.mean) : kNotKnown;
}

QString fateId(Fate fate)
{
    switch (fate) {
    case Fate::Same:
        return u"same"_s;
    case Fate::Drifted:
        return u"drifted"_s;
    case Fate::New:
        return u"new"_s;
    case Fate::Gone:
        return u"gone"_s;
    }
    return {};
}

QString fateName(Fate fate)
{
    switch (fate) {
    case Fate::Same:
        return Tr::tr("same");
    case Fate::Drifted:
        return Tr::tr("drifted");
    case Fate::New:
        return Tr::tr("new");
    case Fate::Gone:
        return Tr::tr("gone");
    }
    return {};
}

std::vector<PersonaFate> compareSets(const PersonaSet &earlier, const PersonaSet &later)
{
    std::vector<PersonaFate> fates(later.personas.size());
    for (std::size_t i = 0; i < fates.size(); ++i) {
        fates[i].fate = Fate::New;
        fates[i].later = later.personas[i].id;
        fates[i].name = later.personas[i].name;
    }
    std::vector<bool> isMatched(earlier.personas.size(), false);
    for (const auto &[before, after] : matchPersonas(earlier, later)) {
        isMatched[before] = true;
        PersonaFate &fate = fates[after];
        fate.fate = Fate::Same;
        fate.earlier = earlier.personas[before].id;
        fate.distance = profileDistance(earlier, earlier.personas[before], later.personas[after]);
        fate.metrics = metricsOf(earlier.personas[before], later.personas[after]);
    }
    judge(fates);
    for (std::size_t i = 0; i < earlier.personas.size(); ++i) {
        if (isMatched[i])
            continue;
        PersonaFate gone;
        gone.fate = Fate::Gone;
        gone.earlier = earlier.personas[i].id;
        gone.name = earlier.personas[i].name;
        fates.push_back(std::move(gone));
    }
    return fates;
}

} // namespace dramatis::persona
