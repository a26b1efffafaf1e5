// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/persona/metrics/metric_files.h"

using namespace Qt::StringLiterals;

namespace dramatis::persona::metrics {

namespace {

void compute(const Evidence &evidence, Persona &persona)
{
    double time = 0;
    double gaps = 0;
    for (const traffic::Window *window : evidence.windows) {
        if (std::isnan(window->gapMean))
            continue;
        time += window->gapMean * (window->exchanges - 1);
        gaps += window->exchanges - 1;
    }
    persona.gapMean = meanOf(time, gaps);
    persona.gaps = evidence.gaps;
}

RatioTerms terms(const traffic::Window &window, double)
{
    if (std::isnan(window.gapMean))
        return {};
    const double gaps = window.exchanges - 1;
    return {window.gapMean * gaps, gaps};
}

double &figure(Persona &persona)
{
    return persona.gapMean;
}

} // namespace

Metric gapMean()
{
    return {u"gap_mean"_s,
            Tr::tr("Mean gap"),
            u"s"_s,
            Tr::tr("Mean time between consecutive requests of a resource within a window."),
            u"windows; distribution: exchanges"_s,
            compute,
            figure,
            terms,
            text::duration};
}

} // namespace dramatis::persona::metrics
