// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/persona/metrics/metric_files.h"

using namespace Qt::StringLiterals;

namespace dramatis::persona::metrics {

namespace {

void compute(const Evidence &evidence, Persona &persona)
{
    persona.burstiness =
        exchangeWeighted(evidence, [](const traffic::Window &window) { return window.gapCv; });
}

RatioTerms terms(const traffic::Window &window, double)
{
    if (std::isnan(window.gapCv))
        return {};
    return {window.gapCv * window.exchanges, static_cast<double>(window.exchanges)};
}

double &figure(Persona &persona)
{
    return persona.burstiness;
}

} // namespace

Metric burstiness()
{
    return {u"burstiness"_s,
            Tr::tr("Burstiness"),
            QString(),
            Tr::tr("Coefficient of variation of the gaps between requests: 0 evenly paced, 1 at "
                   "random, above it in bursts."),
            u"windows, weighted with their exchanges"_s,
            compute,
            figure,
            terms,
            text::number};
}

} // namespace dramatis::persona::metrics
