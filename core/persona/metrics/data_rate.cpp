// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/persona/metrics/metric_files.h"

using namespace Qt::StringLiterals;

namespace dramatis::persona::metrics {

namespace {

double ofWindow(const traffic::Window &window, double widthSeconds)
{
    if (window.knownRequestBytes == 0 && window.knownResponseBytes == 0)
        return kNotKnown;
    return (window.requestBytes + window.responseBytes) / widthSeconds;
}

void compute(const Evidence &evidence, Persona &persona)
{
    if (evidence.knownRequestBytes + evidence.knownResponseBytes > 0)
        persona.dataRate.mean =
            meanOf(evidence.requestBytes + evidence.responseBytes, evidence.seconds());
    spreadOverWindows(persona.dataRate, evidence, ofWindow);
}

RatioTerms terms(const traffic::Window &window, double widthSeconds)
{
    const double known = ofWindow(window, widthSeconds);
    return std::isnan(known) ? RatioTerms() : RatioTerms{known, 1};
}

double &figure(Persona &persona)
{
    return persona.dataRate.mean;
}

} // namespace

Metric dataRate()
{
    return {u"data_rate"_s,
            Tr::tr("Data rate"),
            u"B/s"_s,
            Tr::tr("Bytes of requests and responses per second of a resource while the persona is "
                   "on, as far as they are known."),
            u"windows"_s,
            compute,
            figure,
            terms,
            text::byteRate};
}

} // namespace dramatis::persona::metrics
