// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/fates.h"

#include "core/base/text.h"
#include "ui/pages/personas/metric_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace dramatis::ui {

namespace {

struct FatesTr
{
    Q_DECLARE_TR_FUNCTIONS(dramatis::ui::Fates)
};

/// A figure that rose from 0 has changed more than any proportion can tell.
double sizeOf(const persona::MetricDrift &drift)
{
    const double relative = std::abs(drift.relative());
    return std::isnan(relative) ? std::numeric_limits<double>::infinity() : relative;
}

} // namespace

State stateOf(persona::Fate fate)
{
    switch (fate) {
    case persona::Fate::Same:
        return State::Ok;
    case persona::Fate::Drifted:
        return State::Warning;
    case persona::Fate::New:
        return State::Info;
    case persona::Fate::Gone:
        return State::Undecided;
    }
    Q_UNREACHABLE();
}

const persona::MetricDrift *largestDrift(const persona::PersonaFate &fate)
{
    const persona::MetricDrift *largest = nullptr;
    for (const persona::MetricDrift &drift : fate.metrics)
        if (drift.drifted && (!largest || sizeOf(drift) > sizeOf(*largest)))
            largest = &drift;
    return largest;
}

QString headlineOf(const persona::PersonaFate &fate)
{
    const persona::MetricDrift *drift = largestDrift(fate);
    const persona::Metric *metric = drift ? persona::findMetric(drift->metric) : nullptr;
    if (!metric)
        return {};
    if (std::isnan(drift->relative()))
        return FatesTr::tr("%1 from %2 to %3")
            .arg(metricShortName(*metric),
                 metricText(*metric, {drift->earlier.mean}),
                 metricText(*metric, {drift->later.mean}));
    return FatesTr::tr("%1 %2").arg(metricShortName(*metric), changeText(drift->relative()));
}

QString nameWithHeadline(const persona::PersonaFate &fate)
{
    const QString headline = headlineOf(fate);
    return headline.isEmpty() ? fate.name : FatesTr::tr("%1, %2").arg(fate.name, headline);
}

QString fatesSentence(const std::vector<persona::PersonaFate> &fates)
{
    const auto count = [&fates](persona::Fate wanted) {
        const auto found = std::count_if(
            fates.begin(), fates.end(), [wanted](const auto &fate) { return fate.fate == wanted; });
        return found == 0 ? FatesTr::tr("none") : text::count(double(found));
    };
    return FatesTr::tr("%1 the same, %2 drifted, %3 new, %4 gone.")
        .arg(count(persona::Fate::Same),
             count(persona::Fate::Drifted),
             count(persona::Fate::New),
             count(persona::Fate::Gone));
}

} // namespace dramatis::ui
