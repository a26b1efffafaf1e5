// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/evidence.h"

#include "core/persona/tr.h"
#include "core/traffic/chunk_walk.h"
#include "core/traffic/quantile_sketch.h"
#include "core/traffic/window_width.h"

#include <algorithm>
#include <cmath>
#include <map>

// An exchange belongs to the persona of its window. Windows are sorted by resource, then slice, and
// exchanges come in order of time, so every resource has a cursor that only moves forward.

namespace dramatis::persona {

namespace {

using traffic::ExchangeChunk;
using traffic::QuantileSketch;
using traffic::Window;

constexpr std::size_t kMostOperations = 50;
constexpr std::int64_t kMinute = kNanosecondsPerHour / 60;

/// Cluster label of every window; noise also for sparse ones.
std::vector<int> labelOfWindow(const traffic::WindowTable &windows,
                               const traffic::FeatureMatrix &matrix,
                               const clustering::Clustering &clustering)
{
    std::vector<int> labels(windows.windows.size(), clustering::kNoise);
    for (std::size_t row = 0; row < matrix.windowOfRow.size(); ++row)
        labels[matrix.windowOfRow[row]] = clustering.labels[row];
    return labels;
}

/// What one persona's exchanges come to while they are walked.
struct Collected
{
    std::array<std::uint64_t, 6> outcomes{};
    QuantileSketch requestSizes;
    QuantileSketch responseSizes;
    QuantileSketch latencies;
    QuantileSketch gaps;
    std::unordered_map<std::uint32_t, std::uint64_t> operations; ///< exchanges by id
};

/// The window of a resource that the walk is in.
struct Cursor
{
    std::size_t next = 0; ///< index of the window after it
    std::size_t end = 0;  ///< past the resource's last window
    std::int64_t first = 0;
    std::int64_t last = std::numeric_limits<std::int64_t>::min(); ///< ns; below `first`: none yet
    std::int64_t lastBegin = kUnknown;                            ///< of its exchange before
    Collected *persona = nullptr;                                 ///< none: noise or sparse
    bool gapsKnown = false;
};

class Collector
{
public:
    Collector(const traffic::WindowTable &windows, std::vector<int> labels, std::size_t clusters)
        : m_windows(windows)
        , m_width(std::llround(windows.widthSeconds * 1e9))
        , m_labels(std::move(labels))
        , m_collected(clusters)
        , m_cursors(windows.resources.size())
    {
        for (std::size_t i = 0; i < windows.windows.size(); ++i) {
            Cursor &cursor = m_cursors[number(windows.windows[i].resource)];
            if (cursor.end == 0)
                cursor.next = i;
            cursor.end = i + 1;
        }
    }

    void add(const ExchangeChunk &chunk)
    {
        for (std::size_t i = 0; i < chunk.size(); ++i) {
            Cursor &cursor = m_cursors[number(chunk.resource[i])];
            const std::int64_t begin = chunk.begin[i];
            while (begin > cursor.last && cursor.next < cursor.end)
                advance(cursor);
            if (cursor.persona && begin >= cursor.first && begin <= cursor.last)
                count(*cursor.persona, cursor, chunk, i);
            cursor.lastBegin = begin;
            const std::int64_t ofHour = begin % kNanosecondsPerHour;
            ++m_minutes[static_cast<std::size_t>((ofHour + kNanosecondsPerHour) / kMinute % 60)];
        }
    }

    std::vector<Collected> &collected() { return m_collected; }
    [[nodiscard]] const MinutesOfHour &minutes() const { return m_minutes; }

private:
    void advance(Cursor &cursor)
    {
        const Window &window = m_windows.windows[cursor.next];
        const int label = m_labels[cursor.next];
        cursor.first = m_windows.sliceBegin(window.slice);
        cursor.last = traffic::sliceLast(window.slice, m_width);
        cursor.persona = label >= 0 ? &m_collected[static_cast<std::size_t>(label)] : nullptr;
        cursor.gapsKnown = !std::isnan(window.gapMean);
        cursor.lastBegin = kUnknown;
        ++cursor.next;
    }

    static void
    count(Collected &persona, const Cursor &cursor, const ExchangeChunk &chunk, std::size_t i)
    {
        ++persona.outcomes[static_cast<std::size_t>(chunk.outcome[i]) % persona.outcomes.size()];
        ++persona.operations[number(chunk.operation[i])];
        if (isKnown(chunk.requestBytes[i]))
            persona.requestSizes.add(chunk.requestBytes[i]);
        if (isKnown(chunk.responseBytes[i]))
            persona.responseSizes.add(chunk.responseBytes[i]);
        if (isKnown(chunk.latency[i]))
            persona.latencies.add(chunk.latency[i]);
        if (cursor.gapsKnown && isKnown(cursor.lastBegin))
            persona.gaps.add(chunk.begin[i] - cursor.lastBegin);
    }

    const traffic::WindowTable &m_windows;
    std::int64_t m_width; // ns
    std::vector<int> m_labels;
    std::vector<Collected> m_collected; // by label
    std::vector<Cursor> m_cursors;      // by resource
    MinutesOfHour m_minutes{};
};

std::vector<OperationShare> mostUsed(const std::unordered_map<std::uint32_t, std::uint64_t> &counts,
                                     const traffic::RouteNames &routes)
{
    std::map<std::uint32_t, std::uint64_t> ofRoute;
    for (const auto &[operation, count] : counts)
        ofRoute[number(routes.ofOperation[operation])] += count;
    std::vector<std::pair<std::uint32_t, std::uint64_t>> sorted(ofRoute.begin(), ofRoute.end());
    std::sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    std::uint64_t all = 0;
    for (const auto &[id, count] : sorted)
        all += count;
    std::vector<OperationShare> shares;
    for (const auto &[id, count] : sorted) {
        if (shares.size() == kMostOperations)
            break;
        if (StringId{id} == table::StringPool::none())
            continue;
        const bool isOther =
            routes.other != table::StringPool::none() && StringId{id} == routes.other;
        shares.push_back({isOther ? Tr::tr("other") : routes.names->text(StringId{id}),
                          count,
                          static_cast<double>(count) / static_cast<double>(all)});
    }
    return shares;
}

} // namespace

double Evidence::seconds() const
{
    return static_cast<double>(windows.size()) * table->widthSeconds;
}

std::vector<Evidence> evidenceOfWindows(const traffic::WindowTable &windows,
                                        const traffic::FeatureMatrix &matrix,
                                        const clustering::Clustering &clustering)
{
    std::vector<Evidence> evidence(static_cast<std::size_t>(clustering.clusters));
    for (std::size_t row = 0; row < matrix.windowOfRow.size(); ++row) {
        if (clustering.labels[row] < 0)
            continue;
        const Window &window = windows.windows[matrix.windowOfRow[row]];
        Evidence &persona = evidence[static_cast<std::size_t>(clustering.labels[row])];
        persona.table = &windows;
        persona.windows.push_back(&window);
        persona.exchanges += window.exchanges;
        persona.methods += window.methods;
        persona.writes += window.writes;
        persona.knownOutcomes += window.knownOutcomes;
        persona.errors += window.errors;
        persona.knownRequestBytes += window.knownRequestBytes;
        persona.knownResponseBytes += window.knownResponseBytes;
        persona.knownLatencies += window.knownLatencies;
        persona.requestBytes += window.requestBytes;
        persona.responseBytes += window.responseBytes;
        persona.latencySum += window.latencySum;
    }
    std::vector<const traffic::Exposure *> exposureOf(windows.resources.size(), nullptr);
    for (const traffic::Exposure &exposure : windows.exposures)
        exposureOf[number(exposure.resource)] = &exposure;
    for (Evidence &persona : evidence) {
        for (std::size_t i = 0; i < persona.windows.size(); ++i) {
            const StringId resource = persona.windows[i]->resource;
            if (i == 0 || persona.windows[i - 1]->resource != resource)
                persona.exposures.push_back(*exposureOf[number(resource)]);
        }
    }
    return evidence;
}

Result<MinutesOfHour> addEvidenceOfExchanges(std::vector<Evidence> &evidence,
                                             const traffic::ExchangeTable &table,
                                             const traffic::WindowTable &windows,
                                             const traffic::FeatureMatrix &matrix,
                                             const clustering::Clustering &clustering,
                                             JobControl &job)
{
    Collector collector(windows, labelOfWindow(windows, matrix, clustering), evidence.size());
    DRAMATIS_CHECK(traffic::walkAhead(
        table, job, Tr::tr("Profiling personas"), [&](const ExchangeChunk &chunk) -> Result<> {
            collector.add(chunk);
            return {};
        }));
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        Evidence &persona = evidence[i];
        Collected &collected = collector.collected()[i];
        persona.outcomes = collected.outcomes;
        persona.requestSizes = collected.requestSizes.quantileFunction(kQuantilePoints);
        persona.responseSizes = collected.responseSizes.quantileFunction(kQuantilePoints);
        persona.latencies = collected.latencies.quantileFunction(kQuantilePoints, 1e-9);
        persona.gaps = collected.gaps.quantileFunction(kQuantilePoints, 1e-9);
        persona.operations = mostUsed(collected.operations, table.routes());
    }
    return collector.minutes();
}

} // namespace dramatis::persona
