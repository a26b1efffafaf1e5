// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/observations/unanswered.h"

#include "core/base/text.h"
#include "core/traffic/tr.h"

namespace dramatis::traffic {

namespace {

constexpr std::uint64_t kLeastUnanswered = 10;
constexpr double kLeastUnansweredShare = 0.05;
constexpr double kHalf = 0.5;

} // namespace

Unanswered::Unanswered(const ObservedCapture &capture)
    : m_capture(capture)
    , m_resources(capture.resources,
                  kLeastUnanswered,
                  static_cast<double>(capture.knownLatencies)
                          >= kHalf * static_cast<double>(capture.exchanges)
                      ? kMostObservedResources
                      : 0)
    , m_scopes(m_resources.size())
{}

void Unanswered::add(const ExchangeChunk &chunk, std::size_t row)
{
    if (isKnown(chunk.latency[row]) || isKnown(chunk.responseBytes[row]) || chunk.status[row] != 0)
        return;
    const std::uint32_t place = m_resources.placeOf(number(chunk.resource[row]));
    if (place == ObservedIds::kNone)
        return;
    Scope &scope = m_scopes[place];
    if (scope.unanswered++ == 0)
        scope.from = chunk.begin[row];
    scope.to = chunk.begin[row];
}

void Unanswered::finish(std::vector<Observation> &found)
{
    for (std::size_t place = 0; place < m_scopes.size(); ++place) {
        const Scope &scope = m_scopes[place];
        const double share = static_cast<double>(scope.unanswered)
                             / static_cast<double>(m_capture.resources[m_resources.id(place)]);
        if (scope.unanswered < kLeastUnanswered || share < kLeastUnansweredShare)
            continue;
        Observation result;
        result.kind = ObservationKind::Unanswered;
        result.severity = share >= kHalf ? ObservationSeverity::Warning : ObservationSeverity::Info;
        result.from = scope.from;
        result.to = scope.to;
        result.resource = m_capture.table.resources().text(StringId{m_resources.id(place)});
        result.count = scope.unanswered;
        result.text =
            Tr::tr("No answer was captured to %1 of %2 requests: the way back was not "
                   "seen, or none came.")
                .arg(text::percent(share),
                     text::count(static_cast<double>(m_capture.resources[m_resources.id(place)])));
        found.push_back(std::move(result));
    }
}

} // namespace dramatis::traffic
