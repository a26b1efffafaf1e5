// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/observations/silences.h"

#include "core/base/text.h"
#include "core/traffic/tr.h"

#include <algorithm>
#include <cmath>

namespace dramatis::traffic {

namespace {

constexpr std::uint64_t kLeastGaps = 200;
constexpr std::size_t kMostKept = 10;
constexpr double kTimesUsual = 10;
constexpr std::size_t kMostSingle = 3; ///< more silences than this are a habit of the traffic

} // namespace

Silences::Silences(const ObservedCapture &capture)
    : m_capture(capture)
    , m_resources(capture.resources, kLeastGaps + 1, kMostObservedResources)
    , m_scopes(m_resources.size())
{}

void Silences::take(Scope &scope, std::int64_t begin)
{
    if (isKnown(scope.last)) {
        const std::int64_t gap = begin - scope.last;
        scope.gaps.add(gap);
        const auto longer = [gap](const Gap &other) { return other.to - other.from >= gap; };
        const auto place = std::partition_point(scope.longest.begin(), scope.longest.end(), longer);
        if (place != scope.longest.end() || scope.longest.size() < kMostKept) {
            scope.longest.insert(place, Gap{scope.last, begin});
            scope.longest.resize(std::min(scope.longest.size(), kMostKept));
        }
    }
    scope.last = begin;
}

void Silences::add(const ExchangeChunk &chunk, std::size_t row)
{
    take(m_all, chunk.begin[row]);
    const std::uint32_t place = m_resources.placeOf(number(chunk.resource[row]));
    if (place != ObservedIds::kNone)
        take(m_scopes[place], chunk.begin[row]);
}

std::vector<Silences::Gap> Silences::silencesOf(const Scope &scope) const
{
    const std::uint64_t count = scope.gaps.count();
    if (count < kLeastGaps)
        return {};
    const std::uint64_t longer = std::max<std::uint64_t>(kMostKept, count / 1000);
    double usual =
        scope.gaps.quantile(1 - static_cast<double>(longer) / static_cast<double>(count - 1));
    const auto second = static_cast<double>(kNanosecondsPerSecond);
    if (m_capture.wholeSeconds)
        usual = std::max(usual, second);
    const double least = std::max(kTimesUsual * usual, second);
    std::vector<Gap> silences;
    for (const Gap &gap : scope.longest) {
        if (static_cast<double>(gap.to - gap.from) >= least)
            silences.push_back(gap);
    }
    return silences;
}

Observation Silences::observation(const Scope &scope,
                                  const std::vector<Gap> &silences,
                                  const QString &resource) const
{
    const auto seconds = [](std::int64_t span) {
        return text::duration(static_cast<double>(span) * 1e-9);
    };
    Observation result;
    result.kind = ObservationKind::Silence;
    result.severity = resource.isEmpty() && silences.size() <= kMostSingle
                          ? ObservationSeverity::Warning
                          : ObservationSeverity::Info;
    result.from = silences.front().from;
    result.to = silences.front().to;
    result.resource = resource;
    result.count = silences.size();
    const double mean = static_cast<double>(m_capture.lastTime - m_capture.firstTime) * 1e-9
                        / static_cast<double>(scope.gaps.count());
    result.text = Tr::tr("%n time(s) no request came for far longer than usual; the longest was "
                         "%1, the mean time between two is %2.",
                         nullptr,
                         static_cast<int>(silences.size()))
                      .arg(seconds(result.to - result.from), text::duration(mean));
    return result;
}

void Silences::finish(std::vector<Observation> &found)
{
    const std::vector<Gap> all = silencesOf(m_all);
    if (!all.empty())
        found.push_back(observation(m_all, all, {}));
    // A resource is silent where all are, which is said already.
    const auto isOfAll = [&all](const Gap &gap) {
        return std::any_of(all.begin(), all.end(), [&gap](const Gap &other) {
            const std::int64_t shared = std::min(gap.to, other.to) - std::max(gap.from, other.from);
            return shared > (gap.to - gap.from) / 2;
        });
    };
    for (std::size_t place = 0; place < m_scopes.size(); ++place) {
        std::vector<Gap> silences = silencesOf(m_scopes[place]);
        std::erase_if(silences, isOfAll);
        if (!silences.empty() && m_scopes.size() > 1)
            found.push_back(
                observation(m_scopes[place],
                            silences,
                            m_capture.table.resources().text(StringId{m_resources.id(place)})));
    }
}

} // namespace dramatis::traffic
