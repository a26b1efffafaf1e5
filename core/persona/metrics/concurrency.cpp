// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/persona/metrics/metric_files.h"

using namespace Qt::StringLiterals;

namespace dramatis::persona::metrics {

namespace {

void compute(const Evidence &evidence, Persona &persona)
{
    persona.concurrency = meanOf(static_cast<double>(evidence.exchanges), evidence.seconds())
                          * meanOf(evidence.latencySum, evidence.knownLatencies);
}

RatioTerms terms(const traffic::Window &window, double widthSeconds)
{
    if (window.knownLatencies == 0)
        return {};
    return {window.latencySum / window.knownLatencies * window.exchanges, widthSeconds};
}

double &figure(Persona &persona)
{
    return persona.concurrency;
}

} // namespace

Metric concurrency()
{
    return {u"concurrency"_s,
            Tr::tr("Concurrency"),
            QString(),
            Tr::tr("Mean number of exchanges in flight at a resource while the persona is on."),
            u"windows; Little's law, Operations Research 9, 1961"_s,
            compute,
            figure,
            terms,
            text::number};
}

} // namespace dramatis::persona::metrics
