// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/persona/metrics/metric_files.h"

using namespace Qt::StringLiterals;

namespace dramatis::persona::metrics {

namespace {

void compute(const Evidence &evidence, Persona &persona)
{
    persona.latencyP50 = percentile(evidence.latencies, 50);
}

double &figure(Persona &persona)
{
    return persona.latencyP50;
}

} // namespace

Metric latencyP50()
{
    return {u"latency_p50"_s,
            Tr::tr("Median latency"),
            u"s"_s,
            Tr::tr("Half of the exchanges take at most this long."),
            u"exchanges; quantiles of type 7, exact up to 16,384 values, beyond within 0.4 %"_s,
            compute,
            figure,
            nullptr,
            text::duration};
}

} // namespace dramatis::persona::metrics
