// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/persona/metrics/metric_files.h"

using namespace Qt::StringLiterals;

namespace dramatis::persona::metrics {

namespace {

void compute(const Evidence &evidence, Persona &persona)
{
    persona.writeShare = meanOf(evidence.writes, evidence.methods);
}

RatioTerms terms(const traffic::Window &window, double)
{
    return {static_cast<double>(window.writes), static_cast<double>(window.methods)};
}

double &figure(Persona &persona)
{
    return persona.writeShare;
}

} // namespace

Metric writeShare()
{
    return {u"write_share"_s,
            Tr::tr("Write share"),
            QString(),
            Tr::tr("Share of unsafe methods among exchanges with known method."),
            u"windows; safe methods of RFC 9110 section 9.2.1"_s,
            compute,
            figure,
            terms,
            text::percent,
            1};
}

} // namespace dramatis::persona::metrics
