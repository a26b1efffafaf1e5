// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/persona/metrics/metric_files.h"

using namespace Qt::StringLiterals;

namespace dramatis::persona::metrics {

namespace {

void compute(const Evidence &evidence, Persona &persona)
{
    persona.requestSize.mean = meanOf(evidence.requestBytes, evidence.knownRequestBytes);
    persona.requestSizes = evidence.requestSizes;
    persona.requestSize.p50 = percentile(evidence.requestSizes, 50);
    persona.requestSize.p95 = percentile(evidence.requestSizes, 95);
    persona.requestSize.max = percentile(evidence.requestSizes, 100);
}

RatioTerms terms(const traffic::Window &window, double)
{
    return {window.requestBytes, static_cast<double>(window.knownRequestBytes)};
}

double &figure(Persona &persona)
{
    return persona.requestSize.mean;
}

} // namespace

Metric requestSize()
{
    return {u"request_size"_s,
            Tr::tr("Request size"),
            u"B"_s,
            Tr::tr("Mean size of a request, over those whose size is known."),
            u"exchanges; quantiles of type 7, exact up to 16,384 values, beyond within 0.4 %"_s,
            compute,
            figure,
            terms,
            text::bytes};
}

} // namespace dramatis::persona::metrics
