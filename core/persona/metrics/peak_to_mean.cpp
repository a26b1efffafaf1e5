// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/persona/metrics/metric_files.h"
#include "core/persona/peak_times.h"

using namespace Qt::StringLiterals;

namespace dramatis::persona::metrics {

namespace {

void compute(const Evidence &evidence, Persona &persona)
{
    const int utcOffsetSeconds = persona.peak.utcOffsetSeconds;
    persona.peak =
        peakTimesOf(evidence.windows, evidence.exposures, *evidence.table, utcOffsetSeconds);
}

double &figure(Persona &persona)
{
    return persona.peak.peakToMean;
}

} // namespace

Metric peakToMean()
{
    return {
        u"peak_to_mean"_s,
        Tr::tr("Peak to mean"),
        QString(),
        Tr::tr("Request rate of the busiest hour of the week over the mean of all observed hours."),
        u"windows"_s,
        compute,
        figure,
        nullptr,
        text::number};
}

} // namespace dramatis::persona::metrics
