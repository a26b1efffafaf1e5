// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/persona/metrics/metric_files.h"

using namespace Qt::StringLiterals;

namespace dramatis::persona::metrics {

namespace {

void compute(const Evidence &evidence, Persona &persona)
{
    persona.responseSize.mean = meanOf(evidence.responseBytes, evidence.knownResponseBytes);
    persona.responseSizes = evidence.responseSizes;
    persona.responseSize.p50 = percentile(evidence.responseSizes, 50);
    persona.responseSize.p95 = percentile(evidence.responseSizes, 95);
    persona.responseSize.max = percentile(evidence.responseSizes, 100);
}

RatioTerms terms(const traffic::Window &window, double)
{
    return {window.responseBytes, static_cast<double>(window.knownResponseBytes)};
}

double &figure(Persona &persona)
{
    return persona.responseSize.mean;
}

} // namespace

Metric responseSize()
{
    return {u"response_size"_s,
            Tr::tr("Response size"),
            u"B"_s,
            Tr::tr("Mean size of a response, over those whose size is known."),
            u"exchanges; quantiles of type 7, exact up to 16,384 values, beyond within 0.4 %"_s,
            compute,
            figure,
            terms,
            text::bytes};
}

} // namespace dramatis::persona::metrics
