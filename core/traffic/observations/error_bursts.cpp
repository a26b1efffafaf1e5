// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/observations/error_bursts.h"

#include "core/base/text.h"
#include "core/traffic/tr.h"
#include "core/traffic/window_width.h"
#include "core/traffic/windows.h"

#include <algorithm>
#include <cmath>

namespace dramatis::traffic {

namespace {

constexpr std::int64_t kMostSlices = 1000;
constexpr std::uint64_t kExchangesPerSlice = 50; ///< in the mean
constexpr std::uint64_t kLeastExchanges = 100;
constexpr std::uint64_t kLeastSliceErrors = 5;
constexpr std::uint64_t kLeastErrors = 10;
constexpr double kLeastShare = 0.05;
constexpr double kTimesOthers = 3;
constexpr double kChance = 0.001;
constexpr std::size_t kMostToldSingly = 3; ///< per resource

/// The smallest of the usual widths in which the capture has few enough slices, with enough in the
/// mean one, ns.
std::int64_t burstWidth(std::int64_t span, std::uint64_t exchanges)
{
    const std::int64_t most = std::clamp<std::int64_t>(
        static_cast<std::int64_t>(exchanges / kExchangesPerSlice), 1, kMostSlices);
    for (const double seconds : automaticWidths()) {
        const auto width = static_cast<std::int64_t>(seconds * 1e9);
        if (span / width < most)
            return width;
    }
    return span / most + 1;
}

double errorShare(std::uint64_t errors, std::uint64_t exchanges)
{
    return exchanges == 0 ? 0 : static_cast<double>(errors) / static_cast<double>(exchanges);
}

/// Natural logarithm of Chernoff's bound on P(X >= x) for a Poisson X of the given mean.
double logPoissonTail(double x, double mean)
{
    return x <= mean ? 0 : x - mean - x * std::log(x / mean);
}

} // namespace

ErrorBursts::ErrorBursts(const ObservedCapture &capture)
    : m_capture(capture)
    , m_width(burstWidth(capture.lastTime - capture.firstTime, capture.exchanges))
    , m_resources(capture.resources, kLeastExchanges, kMostObservedResources)
    , m_scopes(m_resources.size())
{}

void ErrorBursts::closeSlice(Scope &scope)
{
    scope.exchanges += scope.sliceExchanges;
    scope.errors += scope.sliceErrors;
    if (scope.sliceErrors >= kLeastSliceErrors
        && errorShare(scope.sliceErrors, scope.sliceExchanges) >= kLeastShare) {
        if (scope.bursts.empty() || scope.bursts.back().lastSlice + 2 < scope.slice)
            scope.bursts.push_back({scope.slice, scope.slice, 0, 0});
        Burst &burst = scope.bursts.back();
        burst.lastSlice = scope.slice;
        burst.exchanges += scope.sliceExchanges;
        burst.errors += scope.sliceErrors;
    }
    scope.sliceExchanges = 0;
    scope.sliceErrors = 0;
}

void ErrorBursts::take(Scope &scope, std::int64_t slice, bool isError)
{
    if (slice != scope.slice) {
        closeSlice(scope);
        scope.slice = slice;
    }
    ++scope.sliceExchanges;
    scope.sliceErrors += isError ? 1U : 0U;
}

void ErrorBursts::add(const ExchangeChunk &chunk, std::size_t row)
{
    const Outcome outcome = chunk.outcome[row];
    if (outcome == Outcome::Unknown)
        return;
    const bool isError = outcome == Outcome::ServerError || outcome == Outcome::Timeout
                         || outcome == Outcome::Aborted;
    const std::int64_t slice = sliceOf(chunk.begin[row], m_width);
    take(m_all, slice, isError);
    const std::uint32_t place = m_resources.placeOf(number(chunk.resource[row]));
    if (place != ObservedIds::kNone)
        take(m_scopes[place], slice, isError);
}

double ErrorBursts::keepBursts(Scope &scope) const
{
    std::uint64_t exchanges = 0;
    std::uint64_t errors = 0;
    for (const Burst &burst : scope.bursts) {
        exchanges += burst.exchanges;
        errors += burst.errors;
    }
    if (exchanges * 2 > scope.exchanges)
        scope.bursts.clear(); // errors are the rule here
    // Half an error is added, so that none at all does not make every burst infinitely unlikely.
    const double other = (static_cast<double>(scope.errors - errors) + 0.5)
                         / (static_cast<double>(scope.exchanges - exchanges) + 1);
    const double slices = 1
                          + static_cast<double>(m_capture.lastTime - m_capture.firstTime)
                                / static_cast<double>(m_width);
    std::erase_if(scope.bursts, [&](const Burst &burst) {
        const double mean = other * static_cast<double>(burst.exchanges);
        return burst.errors < kLeastErrors
               || errorShare(burst.errors, burst.exchanges) < kTimesOthers * other
               || logPoissonTail(static_cast<double>(burst.errors), mean)
                      > std::log(kChance / slices);
    });
    return errorShare(scope.errors - errors, scope.exchanges - exchanges);
}

void ErrorBursts::report(Scope &scope,
                         const QString &resource,
                         std::vector<Observation> &found) const
{
    const double other = keepBursts(scope);
    std::stable_sort(scope.bursts.begin(), scope.bursts.end(), [](const Burst &a, const Burst &b) {
        return a.errors > b.errors;
    });
    const std::size_t told = scope.bursts.size() > kMostToldSingly ? 1 : scope.bursts.size();
    for (std::size_t i = 0; i < told; ++i) {
        const Burst &burst = scope.bursts[i];
        Observation result;
        result.kind = ObservationKind::ErrorBurst;
        result.severity = ObservationSeverity::Warning;
        result.from = sliceBegin(burst.firstSlice, m_width);
        result.to = sliceLast(burst.lastSlice, m_width);
        result.resource = resource;
        result.count = burst.errors;
        const QString share = text::percent(errorShare(burst.errors, burst.exchanges));
        if (told == scope.bursts.size()) {
            result.text = Tr::tr("%1 of %2 requests failed, at other times %3.")
                              .arg(share,
                                   text::count(static_cast<double>(burst.exchanges)),
                                   text::percent(other));
        } else {
            for (std::size_t next = 1; next < scope.bursts.size(); ++next)
                result.count += scope.bursts[next].errors;
            result.text = Tr::tr("%n burst(s) of errors. In the largest %1 of %2 requests failed, "
                                 "outside of them %3.",
                                 nullptr,
                                 static_cast<int>(scope.bursts.size()))
                              .arg(share,
                                   text::count(static_cast<double>(burst.exchanges)),
                                   text::percent(other));
        }
        found.push_back(std::move(result));
    }
}

void ErrorBursts::finish(std::vector<Observation> &found)
{
    const std::size_t before = found.size();
    for (std::size_t place = 0; place < m_scopes.size(); ++place) {
        closeSlice(m_scopes[place]);
        report(m_scopes[place],
               m_capture.table.resources().text(StringId{m_resources.id(place)}),
               found);
    }
    closeSlice(m_all);
    std::vector<Observation> ofAll;
    report(m_all, {}, ofAll);
    for (Observation &burst : ofAll) {
        const bool isTold = std::any_of(found.begin() + static_cast<std::ptrdiff_t>(before),
                                        found.end(),
                                        [&burst](const Observation &other) {
                                            return other.from <= burst.to && burst.from <= other.to;
                                        });
        if (!isTold)
            found.push_back(std::move(burst));
    }
}

} // namespace dramatis::traffic
