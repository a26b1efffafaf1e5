// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/persona/metrics/metric_files.h"

using namespace Qt::StringLiterals;

namespace dramatis::persona::metrics {

namespace {

void compute(const Evidence &evidence, Persona &persona)
{
    persona.latencyMean = meanOf(evidence.latencySum, evidence.knownLatencies);
    persona.latencies = evidence.latencies;
}

RatioTerms terms(const traffic::Window &window, double)
{
    return {window.latencySum, static_cast<double>(window.knownLatencies)};
}

double &figure(Persona &persona)
{
    return persona.latencyMean;
}

} // namespace

Metric latencyMean()
{
    return {u"latency_mean"_s,
            Tr::tr("Mean latency"),
            u"s"_s,
            Tr::tr("Mean time from request to the end of the response, over those that are known."),
            u"windows"_s,
            compute,
            figure,
            terms,
            text::duration};
}

} // namespace dramatis::persona::metrics
