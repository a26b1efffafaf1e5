// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/persona/metrics/metric_files.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace dramatis::persona::metrics {

namespace {

double share(const Evidence &evidence, traffic::Outcome outcome)
{
    const std::uint64_t known =
        std::accumulate(evidence.outcomes.begin() + 1, evidence.outcomes.end(), std::uint64_t{0});
    return meanOf(static_cast<double>(evidence.outcomes[static_cast<std::size_t>(outcome)]),
                  static_cast<double>(known));
}

void compute(const Evidence &evidence, Persona &persona)
{
    persona.errors.total = meanOf(evidence.errors, evidence.knownOutcomes);
    persona.errors.serverError = share(evidence, traffic::Outcome::ServerError);
    persona.errors.timeout = share(evidence, traffic::Outcome::Timeout);
    persona.errors.aborted = share(evidence, traffic::Outcome::Aborted);
    persona.errors.clientError = share(evidence, traffic::Outcome::ClientError);
}

RatioTerms terms(const traffic::Window &window, double)
{
    return {static_cast<double>(window.errors), static_cast<double>(window.knownOutcomes)};
}

double &figure(Persona &persona)
{
    return persona.errors.total;
}

} // namespace

Metric errorRate()
{
    return {
        u"error_rate"_s,
        Tr::tr("Error rate"),
        QString(),
        Tr::tr("Share of server errors, timeouts and aborts among exchanges with known outcome."),
        u"windows; by outcome: exchanges"_s,
        compute,
        figure,
        terms,
        text::percent,
        1};
}

} // namespace dramatis::persona::metrics
