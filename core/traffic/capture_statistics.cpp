// SPDX-License-Identifier: GPL-3.0-or-later
//
// Two walks. The first counts: exchanges per resource, operation and client, statuses, the
// timeline. The second sums for the groups that are told one by one (all resources, the most
// frequent operations and clients), for calls between resources, and observes. Rows come in order
// of time, so one-minute rates and the timeline's quantiles need one running minute and one running
// step, whatever the length of the capture.
#include "core/traffic/capture_statistics.h"

#include "core/traffic/calls.h"
#include "core/traffic/capture_observer.h"
#include "core/traffic/log_histogram.h"
#include "core/traffic/tr.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace dramatis::traffic {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr std::int64_t kMinute = 60 * kNanosecondsPerSecond;
constexpr std::size_t kMostListed = 1000;
constexpr std::int64_t kMostSteps = 3600;
constexpr std::int64_t kLeastSteps = 120;
constexpr std::int64_t kExchangesPerStep = 3; ///< about; in emptier ones a rate is a comb

double seconds(std::int64_t nanoseconds)
{
    return static_cast<double>(nanoseconds) * 1e-9;
}

double ratio(std::int64_t sum, std::uint64_t count)
{
    return count == 0 ? kNaN : static_cast<double>(sum) / static_cast<double>(count);
}

std::int64_t floorTo(std::int64_t value, std::int64_t step)
{
    const std::int64_t rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

/// Whether `outcome` counts in the error rate, for whom nothing else was said.
bool isError(Outcome outcome)
{
    return outcome == Outcome::ServerError || outcome == Outcome::Timeout
           || outcome == Outcome::Aborted;
}

/// Sizes come from logs that may say anything: a sum that does not fit stays at the largest.
std::int64_t saturatingSum(std::int64_t a, std::int64_t b)
{
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    return b > 0 && a > kMost - b ? kMost : a + b;
}

void addRow(ExchangeTotals &totals, const ExchangeChunk &chunk, std::size_t i)
{
    ++totals.exchanges;
    totals.knownOutcomes += chunk.outcome[i] != Outcome::Unknown ? 1U : 0U;
    totals.errors += isError(chunk.outcome[i]) ? 1U : 0U;
    if (isKnown(chunk.requestBytes[i])) {
        totals.requestBytes = saturatingSum(totals.requestBytes, chunk.requestBytes[i]);
        ++totals.knownRequestBytes;
    }
    if (isKnown(chunk.responseBytes[i])) {
        totals.responseBytes = saturatingSum(totals.responseBytes, chunk.responseBytes[i]);
        ++totals.knownResponseBytes;
    }
    totals.knownLatencies += isKnown(chunk.latency[i]) ? 1U : 0U;
    if (isKnown(chunk.transfer[i])) {
        totals.transferSum += static_cast<double>(chunk.transfer[i]) * 1e-9;
        ++totals.knownTransfers;
    }
}

void setQuantiles(ExchangeTotals &totals, const LogHistogram &latencies)
{
    totals.latencyP50 = latencies.quantile(0.5) * 1e-9;
    totals.latencyP95 = latencies.quantile(0.95) * 1e-9;
}

/// The span that rates of the capture are over. Less than a second counts as one: a rate of a
/// moment says nothing.
double spanSeconds(std::int64_t first, std::int64_t last)
{
    return std::max(1.0, seconds(last - first));
}

/// Peak rates of many groups: minutes count from the capture's first exchange. A minute that the
/// capture covers in part is left out, unless it is the only one; one in which a group was idle as
/// well, for the peak is to say how much comes when something comes.
class PeakRates
{
public:
    PeakRates(std::int64_t first, std::int64_t last, std::size_t groups)
        : m_first(first)
        , m_wholeMinutes((last - first) / kMinute)
        , m_minuteSeconds(m_wholeMinutes == 0 ? spanSeconds(first, last) : 60)
        , m_running(groups, 0)
        , m_counts(groups)
    {}

    void add(std::int64_t begin, std::size_t group)
    {
        const std::int64_t minute = (begin - m_first) / kMinute;
        if (minute != m_minute) {
            closeMinute();
            m_minute = minute;
        }
        if (m_running[group]++ == 0)
            m_touched.push_back(group);
    }

    /// 1/s, NaN where it had traffic in no minute that counts; no more is to be added after the
    /// first call.
    [[nodiscard]] double of(std::size_t group)
    {
        closeMinute();
        return m_counts[group].count() == 0 ? kNaN
                                            : m_counts[group].quantile(0.95) / m_minuteSeconds;
    }

private:
    void closeMinute()
    {
        for (const std::size_t group : m_touched) {
            if (m_minute < std::max<std::int64_t>(1, m_wholeMinutes))
                m_counts[group].add(m_running[group]);
            m_running[group] = 0;
        }
        m_touched.clear();
    }

    std::int64_t m_first;
    std::int64_t m_wholeMinutes;
    double m_minuteSeconds;
    std::int64_t m_minute = 0;
    std::vector<std::uint32_t> m_running;
    std::vector<std::size_t> m_touched;
    std::vector<LogHistogram> m_counts;
};

/// Fills a CaptureTimeline step by step.
class TimelineBuilder
{
public:
    /// @param exchanges  about how many there will be
    TimelineBuilder(CaptureTimeline &timeline,
                    std::int64_t first,
                    std::int64_t last,
                    double exchanges)
        : m_timeline(timeline)
        , m_step(stepFor(last - first, mostSteps(exchanges)))
    {
        m_timeline.stepSeconds = seconds(m_step);
        m_timeline.begin = floorTo(first, m_step);
        const auto steps = static_cast<std::size_t>((last - m_timeline.begin) / m_step + 1);
        m_timeline.rate.assign(steps, 0);
        m_timeline.errorRate.assign(steps, kNaN);
        m_timeline.dataRate.assign(steps, 0);
        m_timeline.latencyP50.assign(steps, kNaN);
        m_timeline.latencyP95.assign(steps, kNaN);
    }

    void add(const ExchangeChunk &chunk, std::size_t i)
    {
        const auto step = static_cast<std::size_t>((chunk.begin[i] - m_timeline.begin) / m_step);
        if (step != m_current) {
            closeStep();
            m_current = step;
        }
        addRow(m_totals, chunk, i);
        if (isKnown(chunk.latency[i]))
            m_latencies.add(std::max<std::int64_t>(0, chunk.latency[i]));
    }

    [[nodiscard]] LatencyMapBuilder latencyMap() const
    {
        return {m_timeline.begin, m_step, m_timeline.rate.size()};
    }

    /// After the last exchange.
    void finish()
    {
        closeStep();
        if (!m_hasSizes)
            m_timeline.dataRate.assign(m_timeline.dataRate.size(), kNaN);
    }

private:
    void closeStep()
    {
        const double width = m_timeline.stepSeconds;
        m_timeline.rate[m_current] = static_cast<double>(m_totals.exchanges) / width;
        m_timeline.errorRate[m_current] = m_totals.errorRate();
        m_timeline.dataRate[m_current] = m_totals.dataRate(width);
        m_hasSizes = m_hasSizes || m_totals.hasSizes();
        m_timeline.latencyP50[m_current] = m_latencies.quantile(0.5) * 1e-9;
        m_timeline.latencyP95[m_current] = m_latencies.quantile(0.95) * 1e-9;
        m_totals = {};
        m_latencies.clear();
    }

    static std::int64_t mostSteps(double exchanges)
    {
        return std::clamp(
            static_cast<std::int64_t>(exchanges) / kExchangesPerStep, kLeastSteps, kMostSteps);
    }

    /// The smallest readable width, in ns, that covers `span` with at most `most` aligned steps.
    static std::int64_t stepFor(std::int64_t span, std::int64_t most)
    {
        constexpr std::array<std::int64_t, 18> kSeconds{1,
                                                        2,
                                                        5,
                                                        10,
                                                        15,
                                                        30,
                                                        60,
                                                        120,
                                                        300,
                                                        600,
                                                        900,
                                                        1800,
                                                        3600,
                                                        7200,
                                                        14400,
                                                        21600,
                                                        43200,
                                                        86400};
        for (const std::int64_t width : kSeconds) {
            if (span / (width * kNanosecondsPerSecond) + 2 <= most)
                return width * kNanosecondsPerSecond;
        }
        const std::int64_t day = kSeconds.back() * kNanosecondsPerSecond;
        return (span / (most - 2) / day + 1) * day;
    }

    CaptureTimeline &m_timeline;
    std::int64_t m_step;
    std::size_t m_current = 0;
    ExchangeTotals m_totals;
    LogHistogram m_latencies;
    bool m_hasSizes = false;
};

/// Totals of some of the groups that a string column makes.
class Groups
{
public:
    /// Chooses the `most` groups with most exchanges, those with equally many in order of id; id 0
    /// names nothing and is left out.
    Groups(const std::vector<std::uint64_t> &counts, std::size_t most)
        : m_placeOf(counts.size(), kNone)
    {
        for (std::uint32_t id = 1; id < counts.size(); ++id) {
            if (counts[id] > 0)
                m_ids.push_back(id);
        }
        std::stable_sort(m_ids.begin(), m_ids.end(), [&counts](std::uint32_t a, std::uint32_t b) {
            return counts[a] > counts[b];
        });
        m_ids.resize(std::min(m_ids.size(), most));
        for (std::uint32_t place = 0; place < m_ids.size(); ++place)
            m_placeOf[m_ids[place]] = place;
        m_totals.resize(m_ids.size());
        m_latencies.resize(m_ids.size());
    }

    void add(StringId id, const ExchangeChunk &chunk, std::size_t i)
    {
        const std::uint32_t place = m_placeOf[number(id)];
        if (place == kNone)
            return;
        addRow(m_totals[place], chunk, i);
        if (isKnown(chunk.latency[i]))
            m_latencies[place].add(std::max<std::int64_t>(0, chunk.latency[i]));
    }

    [[nodiscard]] std::vector<GroupTotals> result(const table::StringPool &names, double span)
    {
        std::vector<GroupTotals> groups;
        for (std::size_t place = 0; place < m_ids.size(); ++place) {
            GroupTotals group;
            group.name = names.text(StringId{m_ids[place]});
            group.totals = m_totals[place];
            setQuantiles(group.totals, m_latencies[place]);
            group.meanRate = static_cast<double>(group.totals.exchanges) / span;
            groups.push_back(std::move(group));
        }
        return groups;
    }

    [[nodiscard]] std::uint32_t id(std::size_t place) const { return m_ids[place]; }

private:
    static constexpr std::uint32_t kNone = 0xFFFF'FFFF;
    std::vector<std::uint32_t> m_placeOf; ///< by id
    std::vector<std::uint32_t> m_ids;
    std::vector<ExchangeTotals> m_totals;
    std::vector<LogHistogram> m_latencies;
};

/// Sums of what resources ask of one another.
class CallSums
{
public:
    explicit CallSums(const ExchangeTable &table) : m_table(table), m_callers(table) {}

    void add(const ExchangeChunk &chunk, std::size_t i)
    {
        if (!m_callers.any())
            return;
        const StringId callee = chunk.resource[i];
        const auto caller = m_callers.of(chunk.client[i], callee);
        if (!caller || callee == table::StringPool::none())
            return;
        const std::uint64_t key = std::uint64_t{number(*caller)} << 32 | number(callee);
        auto place = m_placeOf.find(key);
        if (place == m_placeOf.end()) {
            if (m_sums.size() == kMostCalls)
                return;
            place = m_placeOf.emplace(key, m_sums.size()).first;
            m_sums.push_back({*caller, callee, {}, {}});
        }
        Sum &sum = m_sums[place->second];
        addRow(sum.totals, chunk, i);
        if (isKnown(chunk.latency[i]))
            sum.latencies.add(std::max<std::int64_t>(0, chunk.latency[i]));
    }

    /// @param exchanges  by resource id
    [[nodiscard]] std::vector<CallTotals> result(const std::vector<std::uint64_t> &exchanges)
    {
        std::stable_sort(m_sums.begin(), m_sums.end(), [](const Sum &a, const Sum &b) {
            return a.totals.exchanges > b.totals.exchanges;
        });
        std::vector<CallTotals> calls;
        for (Sum &sum : m_sums) {
            setQuantiles(sum.totals, sum.latencies);
            const std::uint64_t asked = exchanges[number(sum.caller)];
            calls.push_back({m_table.resources().text(sum.caller),
                             m_table.resources().text(sum.callee),
                             sum.totals,
                             ratio(static_cast<std::int64_t>(sum.totals.exchanges), asked)});
        }
        return calls;
    }

private:
    static constexpr std::size_t kMostCalls = 4096;
    struct Sum
    {
        StringId caller{};
        StringId callee{};
        ExchangeTotals totals;
        LogHistogram latencies;
    };
    const ExchangeTable &m_table;
    Callers m_callers;
    std::unordered_map<std::uint64_t, std::size_t> m_placeOf;
    std::vector<Sum> m_sums;
};

/// The rows of a table with begin in [from, to), chunk by chunk.
class Range
{
public:
    Range(const ExchangeTable &table, std::int64_t from, std::int64_t to)
        : m_table(table)
        , m_from(from)
        , m_to(isKnown(to) ? to : std::numeric_limits<std::int64_t>::max())
    {}

    /// Calls `visit(chunk, first, end)` for the rows of each chunk that are in the range.
    template<typename Visit>
    Result<> walk(JobControl &job, Visit visit) const
    {
        const auto &infos = m_table.chunks();
        for (std::size_t i = 0; i < infos.size(); ++i) {
            DRAMATIS_CHECK(
                job.checkpoint(static_cast<double>(i) / static_cast<double>(infos.size()),
                               Tr::tr("Counting exchanges")));
            if (infos[i].lastTime < m_from || infos[i].firstTime >= m_to)
                continue;
            DRAMATIS_TRY(const ExchangeChunk chunk, m_table.chunk(i));
            const auto place = [&chunk](std::int64_t time) {
                return static_cast<std::size_t>(
                    std::lower_bound(chunk.begin.begin(), chunk.begin.end(), time)
                    - chunk.begin.begin());
            };
            const std::size_t end =
                m_to == std::numeric_limits<std::int64_t>::max() ? chunk.size() : place(m_to);
            if (const std::size_t first = place(m_from); first < end)
                visit(chunk, first, end);
        }
        return {};
    }

    /// Begin of the first and the last row in the range; kUnknown where there is none.
    [[nodiscard]] Result<std::pair<std::int64_t, std::int64_t>> ends() const
    {
        if (!isKnown(m_from) && m_to == std::numeric_limits<std::int64_t>::max())
            return std::pair(m_table.firstTime(), m_table.lastTime());
        std::pair<std::int64_t, std::int64_t> ends{kUnknown, kUnknown};
        const auto &infos = m_table.chunks();
        for (std::size_t i = 0; i < infos.size(); ++i) {
            if (infos[i].lastTime < m_from || infos[i].firstTime >= m_to)
                continue;
            if (isKnown(ends.first) && infos[i].lastTime < m_to) { // whole, and not the first
                ends.second = infos[i].lastTime;
                continue;
            }
            DRAMATIS_TRY(const ExchangeChunk chunk, m_table.chunk(i));
            const auto first = std::lower_bound(chunk.begin.begin(), chunk.begin.end(), m_from);
            const auto end = std::lower_bound(chunk.begin.begin(), chunk.begin.end(), m_to);
            if (first >= end)
                continue;
            ends.first = isKnown(ends.first) ? ends.first : *first;
            ends.second = *(end - 1);
        }
        return ends;
    }

private:
    const ExchangeTable &m_table;
    std::int64_t m_from;
    std::int64_t m_to;
};

/// What the first walk counts.
struct Counts
{
    explicit Counts(const ExchangeTable &table)
        : routes(table.routes())
        , resources(table.resources().size())
        , operations(routes.names->size())
        , clients(table.pools().clients->size())
    {}

    void add(const ExchangeChunk &chunk, std::size_t i)
    {
        ++resources[number(chunk.resource[i])];
        ++operations[number(routes.ofOperation[number(chunk.operation[i])])];
        ++clients[number(chunk.client[i])];
        if (chunk.status[i] != 0)
            ++statuses[chunk.status[i]];
        beginsAreWhole = beginsAreWhole && chunk.begin[i] % kNanosecondsPerSecond == 0;
        const std::int64_t latency = isKnown(chunk.latency[i]) ? chunk.latency[i] : 0;
        endsAreWhole = endsAreWhole
                       && (chunk.begin[i] % kNanosecondsPerSecond + latency % kNanosecondsPerSecond)
                                  % kNanosecondsPerSecond
                              == 0;
    }

    const RouteNames &routes;
    std::vector<std::uint64_t> resources;
    std::vector<std::uint64_t> operations; ///< by route
    std::vector<std::uint64_t> clients;
    std::vector<std::uint64_t> statuses = std::vector<std::uint64_t>(65'536);
    bool beginsAreWhole = true;
    bool endsAreWhole = true;
};

} // namespace

double ExchangeTotals::errorRate() const
{
    return ratio(static_cast<std::int64_t>(errors), knownOutcomes);
}

double ExchangeTotals::meanRequestSize() const
{
    return ratio(requestBytes, knownRequestBytes);
}

double ExchangeTotals::meanResponseSize() const
{
    return ratio(responseBytes, knownResponseBytes);
}

double ExchangeTotals::dataRate(double seconds) const
{
    if (exchanges > 0 && !hasSizes())
        return kNaN;
    return static_cast<double>(requestBytes + responseBytes) / seconds;
}

double ExchangeTotals::meanTransfer() const
{
    return knownTransfers == 0 ? kNaN : transferSum / static_cast<double>(knownTransfers);
}

Result<CaptureStatistics>
captureStatistics(const ExchangeTable &table, JobControl &job, std::int64_t from, std::int64_t to)
{
    CaptureStatistics statistics;
    const Range range(table, from, to);
    DRAMATIS_TRY(const auto ends, range.ends());
    statistics.firstTime = ends.first;
    statistics.lastTime = ends.second;
    if (!isKnown(ends.first))
        return statistics;
    const double span = spanSeconds(ends.first, ends.second);

    Counts counts(table);
    const double whole = spanSeconds(table.firstTime(), table.lastTime());
    TimelineBuilder timeline(statistics.timeline,
                             ends.first,
                             ends.second,
                             static_cast<double>(table.size()) * span / whole);
    LatencyMapBuilder latencyMap = timeline.latencyMap();
    PeakRates peak(ends.first, ends.second, 1);
    LogHistogram latencies;
    JobSlice first(job, 0, 0.5);
    DRAMATIS_CHECK(
        range.walk(first, [&](const ExchangeChunk &chunk, std::size_t row, std::size_t end) {
            for (; row < end; ++row) {
                counts.add(chunk, row);
                timeline.add(chunk, row);
                latencyMap.add(chunk.begin[row], chunk.latency[row]);
                peak.add(chunk.begin[row], 0);
                addRow(statistics.totals, chunk, row);
                if (isKnown(chunk.latency[row]))
                    latencies.add(std::max<std::int64_t>(0, chunk.latency[row]));
            }
        }));
    timeline.finish();
    statistics.latencyMap = latencyMap.result();
    setQuantiles(statistics.totals, latencies);
    for (int status = 1; status < 65'536; ++status) {
        if (const auto count = counts.statuses[static_cast<std::size_t>(status)]; count > 0)
            statistics.statuses[status] = count;
    }
    statistics.clients = static_cast<std::uint64_t>(
        std::count_if(counts.clients.begin() + 1, counts.clients.end(), [](std::uint64_t count) {
            return count > 0;
        }));
    statistics.meanRate = static_cast<double>(statistics.totals.exchanges) / span;
    statistics.peakRate = peak.of(0);
    statistics.wholeSeconds = counts.beginsAreWhole || counts.endsAreWhole;

    Groups resources(counts.resources, counts.resources.size());
    Groups operations(counts.operations, kMostListed);
    Groups clients(counts.clients, kMostListed);
    PeakRates resourcePeaks(ends.first, ends.second, counts.resources.size());
    CallSums calls(table);
    CaptureObserver observer({table,
                              ends.first,
                              ends.second,
                              statistics.totals.exchanges,
                              statistics.totals.knownLatencies,
                              counts.resources,
                              counts.clients,
                              statistics.wholeSeconds});
    JobSlice second(job, 0.5, 1);
    DRAMATIS_CHECK(
        range.walk(second, [&](const ExchangeChunk &chunk, std::size_t row, std::size_t end) {
            for (; row < end; ++row) {
                resources.add(chunk.resource[row], chunk, row);
                operations.add(counts.routes.ofOperation[number(chunk.operation[row])], chunk, row);
                clients.add(chunk.client[row], chunk, row);
                resourcePeaks.add(chunk.begin[row], number(chunk.resource[row]));
                calls.add(chunk, row);
                observer.add(chunk, row);
            }
        }));
    statistics.resources = resources.result(table.resources(), span);
    for (std::size_t i = 0; i < statistics.resources.size(); ++i)
        statistics.resources[i].peakRate = resourcePeaks.of(resources.id(i));
    statistics.operations = operations.result(*counts.routes.names, span);
    statistics.topClients = clients.result(*table.pools().clients, span);
    statistics.calls = calls.result(counts.resources);
    statistics.observations = observer.finish();
    return statistics;
}

} // namespace dramatis::traffic
