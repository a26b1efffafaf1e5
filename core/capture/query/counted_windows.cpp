// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/query/counted_windows.h"

#include "core/capture/query/bucket_quantiles.h"
#include "core/traffic/window_width.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace dramatis::capture {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr std::int64_t kMostTimelineSteps = 3600;
constexpr std::int64_t kAllOfTime = 9'000'000'000'000'000'000; ///< ns, from the epoch on
constexpr std::int64_t kQueryMinute = 60 * kNanosecondsPerSecond;

/// Places of the counts in a row, from the first of them.
enum Count {
    kExchanges,
    kOutcomes,
    kErrors,
    kMethods,
    kWrites,
    kRequests,
    kResponses,
    kLatencies,
    kRequestSum,
    kResponseSum,
    kLatencySum,
    kCounts
};

std::uint32_t countAt(const QSqlQuery &row, int place)
{
    return static_cast<std::uint32_t>(
        std::min<qulonglong>(row.value(place).toULongLong(), 0xFFFF'FFFF));
}

std::int64_t sumOf(double value)
{
    return value < 9e18 ? std::llround(value) : std::numeric_limits<std::int64_t>::max();
}

void addWindow(traffic::ExchangeTotals &totals, const traffic::Window &window)
{
    totals.exchanges += window.exchanges;
    totals.knownOutcomes += window.knownOutcomes;
    totals.errors += window.errors;
    totals.requestBytes += sumOf(window.requestBytes);
    totals.responseBytes += sumOf(window.responseBytes);
    totals.knownRequestBytes += window.knownRequestBytes;
    totals.knownResponseBytes += window.knownResponseBytes;
    totals.knownLatencies += window.knownLatencies;
}

/// A quantile of many windows, each weighted by its latencies: of their own quantiles, which is all
/// that is kept of them.
class WeightedQuantile
{
public:
    void add(double value, double weight)
    {
        if (!std::isnan(value) && weight > 0)
            m_values.emplace_back(value, weight);
    }
    [[nodiscard]] double median()
    {
        double total = 0;
        for (const auto &[value, weight] : m_values)
            total += weight;
        std::sort(m_values.begin(), m_values.end());
        double before = 0;
        for (const auto &[value, weight] : m_values) {
            before += weight;
            if (before * 2 >= total)
                return value;
        }
        return kNaN;
    }

private:
    std::vector<std::pair<double, double>> m_values;
};

/// Totals with the medians of the windows' quantiles.
class GroupSum
{
public:
    void add(const traffic::Window &window)
    {
        addWindow(totals, window);
        m_p50.add(window.latencyP50, window.knownLatencies);
        m_p95.add(window.latencyP95, window.knownLatencies);
    }
    traffic::ExchangeTotals finish()
    {
        totals.latencyP50 = m_p50.median();
        totals.latencyP95 = m_p95.median();
        return totals;
    }
    traffic::ExchangeTotals totals;

private:
    WeightedQuantile m_p50;
    WeightedQuantile m_p95;
};

double percentile95(std::vector<double> values)
{
    if (values.empty())
        return std::nan("");
    std::sort(values.begin(), values.end());
    const double rank = static_cast<double>(values.size() - 1) * 0.95;
    const auto low = static_cast<std::size_t>(rank);
    const std::size_t high = std::min(low + 1, values.size() - 1);
    return values[low] + (values[high] - values[low]) * (rank - static_cast<double>(low));
}

/// The 95th percentile of rates over minutes with traffic; over windows where those are wider.
double peakRateOf(const std::map<std::int64_t, double> &exchangesOfSlot, double slotSeconds)
{
    std::vector<double> rates;
    for (const auto &[slot, exchanges] : exchangesOfSlot)
        rates.push_back(exchanges / slotSeconds);
    return percentile95(std::move(rates));
}

Result<std::vector<traffic::GroupTotals>> readGroups(const QueryConnection &connection,
                                                     const QString &statement,
                                                     double span,
                                                     std::uint64_t &count)
{
    std::vector<traffic::GroupTotals> groups;
    count = 0;
    if (statement.isEmpty())
        return groups;
    DRAMATIS_TRY(QSqlQuery rows, connection.run(statement));
    while (rows.next()) {
        count = rows.value(1 + kCounts).toULongLong();
        traffic::GroupTotals group;
        group.name = rows.value(0).toString();
        traffic::ExchangeTotals &totals = group.totals;
        totals.exchanges = rows.value(1 + kExchanges).toULongLong();
        totals.knownOutcomes = rows.value(1 + kOutcomes).toULongLong();
        totals.errors = rows.value(1 + kErrors).toULongLong();
        totals.knownRequestBytes = rows.value(1 + kRequests).toULongLong();
        totals.knownResponseBytes = rows.value(1 + kResponses).toULongLong();
        totals.knownLatencies = rows.value(1 + kLatencies).toULongLong();
        totals.requestBytes = sumOf(rows.value(1 + kRequestSum).toDouble());
        totals.responseBytes = sumOf(rows.value(1 + kResponseSum).toDouble());
        group.meanRate = static_cast<double>(totals.exchanges) / span;
        if (!group.name.isEmpty())
            groups.push_back(std::move(group));
    }
    return groups;
}

} // namespace

Result<QueryTotals> readTotals(const QueryConnection &connection, const QueryStatements &statements)
{
    DRAMATIS_TRY(QSqlQuery row, connection.run(statements.totals()));
    QueryTotals totals;
    if (!row.next())
        return totals;
    totals.rows = row.value(0).toULongLong();
    totals.timed = row.value(1).toULongLong();
    if (totals.timed > 0) {
        totals.first = row.value(2).toLongLong();
        totals.last = row.value(3).toLongLong();
    }
    totals.leastLatency = row.value(4).toDouble() * statements.latencyUnit();
    totals.largestLatency = row.value(5).toDouble() * statements.latencyUnit();
    return totals;
}

CountedWindows::CountedWindows(std::int64_t width,
                               const QueryTotals &totals,
                               const QueryStatements &statements)
    : m_width(width)
    , m_totals(totals)
    , m_statements(statements)
    , m_edges(latencyEdges(totals.leastLatency, totals.largestLatency))
{}

StringId CountedWindows::idOf(const QString &resource)
{
    if (resource.isEmpty())
        return StringId{0};
    const auto [place, isNew] =
        m_ids.try_emplace(resource, StringId{static_cast<std::uint32_t>(m_names.size())});
    if (isNew)
        m_names.push_back(resource);
    return place->second;
}

void CountedWindows::keep(const traffic::WindowTable &table)
{
    m_hasKept = true;
    const std::int64_t end = traffic::sliceOf(table.lastTime, m_width);
    for (traffic::Window window : table.windows) {
        if (window.slice >= end)
            continue;
        window.resource = idOf(table.resources[number(window.resource)]);
        m_windows.push_back(window);
    }
}

void CountedWindows::add(const QSqlQuery &row)
{
    m_windows.push_back(windowOf(row));
}

/// Its latencies are counted for its resource too.
traffic::Window CountedWindows::windowOf(const QSqlQuery &row)
{
    constexpr int kFirst = 2;
    traffic::Window window;
    window.resource = idOf(row.value(0).toString());
    window.slice = row.value(1).toLongLong();
    window.exchanges = countAt(row, kFirst + kExchanges);
    window.knownOutcomes = countAt(row, kFirst + kOutcomes);
    window.errors = countAt(row, kFirst + kErrors);
    window.methods = countAt(row, kFirst + kMethods);
    window.writes = countAt(row, kFirst + kWrites);
    window.knownRequestBytes = countAt(row, kFirst + kRequests);
    window.knownResponseBytes = countAt(row, kFirst + kResponses);
    window.knownLatencies = countAt(row, kFirst + kLatencies);
    window.requestBytes = row.value(kFirst + kRequestSum).toDouble();
    window.responseBytes = row.value(kFirst + kResponseSum).toDouble();
    window.latencySum =
        row.value(kFirst + kLatencySum).toDouble() * m_statements.latencyUnit() * 1e-9;
    window.latencyP50 = kNaN;
    window.latencyP95 = kNaN;
    window.gapMean = kNaN;
    window.gapCv = kNaN;
    if (m_statements.hasLatency() && window.knownLatencies > 0) {
        BucketQuantiles buckets(m_edges, std::max(0.0, m_totals.leastLatency));
        const double negative = row.value(kFirst + kCounts).toDouble();
        for (std::size_t i = 0; i + 1 < kLatencyBuckets; ++i)
            buckets.setBelow(
                i, row.value(kFirst + kCounts + 1 + static_cast<int>(i)).toDouble() - negative);
        buckets.setBelow(kLatencyBuckets - 1, window.knownLatencies);
        window.latencyP50 = buckets.quantile(0.5) * 1e-9;
        window.latencyP95 = buckets.quantile(0.95) * 1e-9;
        m_latencies.try_emplace(number(window.resource), m_edges, m_totals.leastLatency)
            .first->second.add(buckets);
    }
    return window;
}

traffic::WindowTable CountedWindows::table() const
{
    traffic::WindowTable table;
    table.widthSeconds = static_cast<double>(m_width) / 1e9;
    table.resources = m_names;
    table.windows = m_windows;
    table.firstTime = m_totals.first;
    table.lastTime = m_totals.last;
    std::sort(table.windows.begin(), table.windows.end(), [](const auto &a, const auto &b) {
        return std::tuple(number(a.resource), a.slice) < std::tuple(number(b.resource), b.slice);
    });
    for (const traffic::Window &window : table.windows) {
        table.sparse += window.exchanges < traffic::kSparseBelow ? 1U : 0U;
        if (table.exposures.empty() || table.exposures.back().resource != window.resource)
            table.exposures.push_back({window.resource, window.slice, window.slice});
        table.exposures.back().lastSlice = window.slice;
    }
    return table;
}

Result<traffic::CaptureStatistics> CountedWindows::statistics(const traffic::WindowTable &table,
                                                              const QueryConnection &connection,
                                                              JobControl &job)
{
    traffic::CaptureStatistics statistics;
    statistics.firstTime = m_totals.first;
    statistics.lastTime = m_totals.last;
    const double span = std::max(1.0, static_cast<double>(m_totals.last - m_totals.first) * 1e-9);
    // Slots for the peak rates: minutes, or windows where those are wider.
    const std::int64_t slot = std::max(m_width, kQueryMinute / m_width * m_width);
    const double slotSeconds = static_cast<double>(slot) * 1e-9;
    // Steps of the timeline: whole windows.
    const std::int64_t slices = (m_totals.last - m_totals.first) / m_width + 2;
    const std::int64_t perStep = (slices + kMostTimelineSteps - 1) / kMostTimelineSteps;
    const std::int64_t step = perStep * m_width;
    traffic::CaptureTimeline &timeline = statistics.timeline;
    timeline.stepSeconds = static_cast<double>(step) * 1e-9;
    timeline.begin = traffic::sliceOf(m_totals.first, step) * step;
    const auto steps = static_cast<std::size_t>((m_totals.last - timeline.begin) / step + 1);
    std::vector<GroupSum> ofStep(steps);
    std::vector<GroupSum> ofResource(table.resources.size());
    std::vector<std::map<std::int64_t, double>> slotsOfResource(table.resources.size());
    std::map<std::int64_t, double> allSlots;
    GroupSum all;
    if (m_hasKept) { // of what was kept, the buckets are not: all of time is one window
        m_latencies.clear();
        DRAMATIS_TRY(QSqlQuery rows, connection.run(m_statements.windows(kAllOfTime, m_edges, 0)));
        while (rows.next())
            windowOf(rows);
    }
    BucketQuantiles latencies(m_edges, m_totals.leastLatency);
    for (const auto &[resource, buckets] : m_latencies)
        latencies.add(buckets);
    for (const traffic::Window &window : table.windows) {
        const std::int64_t begin = window.slice * m_width;
        const auto at = static_cast<std::size_t>(std::clamp<std::int64_t>(
            (begin - timeline.begin) / step, 0, static_cast<std::int64_t>(steps) - 1));
        all.add(window);
        ofStep[at].add(window);
        ofResource[number(window.resource)].add(window);
        slotsOfResource[number(window.resource)][begin / slot] += window.exchanges;
        allSlots[begin / slot] += window.exchanges;
    }
    statistics.totals = all.finish();
    statistics.totals.latencyP50 = latencies.quantile(0.5) * 1e-9;
    statistics.totals.latencyP95 = latencies.quantile(0.95) * 1e-9;
    statistics.meanRate = static_cast<double>(statistics.totals.exchanges) / span;
    statistics.peakRate = peakRateOf(allSlots, slotSeconds);
    for (GroupSum &sum : ofStep) {
        const traffic::ExchangeTotals totals = sum.finish();
        timeline.rate.push_back(static_cast<double>(totals.exchanges) / timeline.stepSeconds);
        timeline.errorRate.push_back(totals.errorRate());
        timeline.dataRate.push_back(
            statistics.totals.hasSizes() ? totals.dataRate(timeline.stepSeconds) : std::nan(""));
        timeline.latencyP50.push_back(totals.latencyP50);
        timeline.latencyP95.push_back(totals.latencyP95);
    }
    for (std::size_t id = 1; id < table.resources.size(); ++id) {
        traffic::GroupTotals group;
        group.name = table.resources[id];
        group.totals = ofResource[id].finish();
        if (const auto known = m_latencies.find(static_cast<std::uint32_t>(id));
            known != m_latencies.end()) {
            group.totals.latencyP50 = known->second.quantile(0.5) * 1e-9;
            group.totals.latencyP95 = known->second.quantile(0.95) * 1e-9;
        }
        group.meanRate = static_cast<double>(group.totals.exchanges) / span;
        group.peakRate = peakRateOf(slotsOfResource[id], slotSeconds);
        statistics.resources.push_back(std::move(group));
    }
    std::stable_sort(
        statistics.resources.begin(), statistics.resources.end(), [](const auto &a, const auto &b) {
            return a.totals.exchanges > b.totals.exchanges;
        });
    if (m_statements.has(ColumnRole::Status)) {
        DRAMATIS_TRY(QSqlQuery rows, connection.run(m_statements.statuses()));
        while (rows.next())
            statistics.statuses[rows.value(0).toInt()] = rows.value(1).toULongLong();
    }
    DRAMATIS_CHECK(job.checkpoint(0.8));
    std::uint64_t count = 0;
    DRAMATIS_TRY(statistics.operations,
                 readGroups(connection, m_statements.operations(), span, count));
    DRAMATIS_CHECK(job.checkpoint(0.9));
    DRAMATIS_TRY(statistics.topClients,
                 readGroups(connection, m_statements.clients(), span, statistics.clients));
    return statistics;
}

} // namespace dramatis::capture
