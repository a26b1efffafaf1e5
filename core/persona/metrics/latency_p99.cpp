// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/persona/metrics/metric_files.h"

using namespace Qt::StringLiterals;

namespace dramatis::persona::metrics {

namespace {

void compute(const Evidence &evidence, Persona &persona)
{
    persona.latencyP99 = percentile(evidence.latencies, 99);
}

double &figure(Persona &persona)
{
    return persona.latencyP99;
}

} // namespace

Metric latencyP99()
{
    return {u"latency_p99"_s,
            Tr::tr("99th percentile of latency"),
            u"s"_s,
            Tr::tr("99 % of the exchanges take at most this long."),
            u"exchanges; quantiles of type 7, exact up to 16,384 values, beyond within 0.4 %"_s,
            compute,
            figure,
            nullptr,
            text::duration};
}

} // namespace dramatis::persona::metrics
