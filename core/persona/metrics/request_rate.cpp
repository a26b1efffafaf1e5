// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/persona/metrics/metric_files.h"

using namespace Qt::StringLiterals;

namespace dramatis::persona::metrics {

namespace {

void compute(const Evidence &evidence, Persona &persona)
{
    persona.requestRate.mean = meanOf(static_cast<double>(evidence.exchanges), evidence.seconds());
    spreadOverWindows(
        persona.requestRate, evidence, [](const traffic::Window &window, double widthSeconds) {
            return window.exchanges / widthSeconds;
        });
}

RatioTerms terms(const traffic::Window &window, double widthSeconds)
{
    return {static_cast<double>(window.exchanges), widthSeconds};
}

double &figure(Persona &persona)
{
    return persona.requestRate.mean;
}

} // namespace

Metric requestRate()
{
    return {u"request_rate"_s,
            Tr::tr("Request rate"),
            u"1/s"_s,
            Tr::tr("Exchanges per second of a resource while the persona is on."),
            u"windows"_s,
            compute,
            figure,
            terms,
            text::rate};
}

} // namespace dramatis::persona::metrics
