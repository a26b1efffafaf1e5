// SPDX-License-Identifier: GPL-3.0-or-later
//
// The first walk of a capture counts its groups. Those with most exchanges are looked at: the
// second walk counts their latencies, whence the quantiles, the third one sums per group and block.
// A figure is then a ratio of two sums over blocks (errors to known outcomes, exchanges below a
// quantile to all, exchanges to 1): with y and x the sums of a block and R = sum(y) / sum(x), the
// residuals y - R x have mean 0, and the variance of R is that of their mean over the square of the
// mean of x.
#include "core/traffic/compare_captures.h"

#include "core/base/text.h"
#include "core/traffic/log_histogram.h"
#include "core/traffic/tr.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace dramatis::traffic {

namespace {

constexpr std::size_t kBlocks = 40;
constexpr std::size_t kMostGroups = 100;   ///< of a kind
constexpr std::size_t kMostMeasured = 300; ///< of a kind and capture
constexpr std::uint64_t kLeastExchanges = 50;
constexpr double kSignificance = 0.05;
constexpr std::array kQuantiles{0.5, 0.95, 0.99};
constexpr std::array kMetrics{ComparedMetric::Rate,
                              ComparedMetric::ErrorRate,
                              ComparedMetric::RequestSize,
                              ComparedMetric::ResponseSize,
                              ComparedMetric::LatencyP50,
                              ComparedMetric::LatencyP95,
                              ComparedMetric::LatencyP99};
constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();

/// Sums of one group in one block.
struct BlockSums
{
    double exchanges = 0;
    double knownOutcomes = 0;
    double errors = 0;
    double knownRequests = 0;
    double requestBytes = 0;
    double knownResponses = 0;
    double responseBytes = 0;
    double knownLatencies = 0;
    std::array<double, kQuantiles.size()> below{}; ///< latencies up to each quantile
};

/// One group of one capture.
struct GroupSums
{
    std::uint64_t exchanges = 0;
    LogHistogram latencies;
    std::array<double, kQuantiles.size()> quantiles{kNoValue, kNoValue, kNoValue}; ///< ns
    std::vector<BlockSums> blocks;
};

/// What one capture says of its groups.
class CaptureSums
{
public:
    CaptureSums(const ExchangeTable &table, JobControl &job) : m_table(table), m_job(job) {}

    Result<> count()
    {
        m_groups[0].resize(1);
        m_groups[1].resize(m_table.resources().size());
        m_groups[2].resize(m_table.routes().names->size());
        JobSlice first(m_job, 0, 0.3);
        DRAMATIS_CHECK(walk(first, [](GroupSums &group, const ExchangeChunk &, std::size_t) {
            ++group.exchanges;
        }));
        for (auto &kind : m_groups)
            choose(kind);
        JobSlice second(m_job, 0.3, 0.65);
        DRAMATIS_CHECK(
            walk(second, [](GroupSums &group, const ExchangeChunk &chunk, std::size_t row) {
                if (!group.blocks.empty() && isKnown(chunk.latency[row]))
                    group.latencies.add(std::max<std::int64_t>(0, chunk.latency[row]));
            }));
        for (auto &kind : m_groups) {
            for (GroupSums &group : kind) {
                for (std::size_t q = 0; q < kQuantiles.size() && !group.blocks.empty(); ++q)
                    group.quantiles[q] = group.latencies.quantile(kQuantiles[q]);
            }
        }
        const std::int64_t begin = m_table.firstTime();
        m_span = std::max<std::int64_t>(1, m_table.lastTime() - begin);
        JobSlice third(m_job, 0.65, 1);
        return walk(
            third, [this, begin](GroupSums &group, const ExchangeChunk &chunk, std::size_t row) {
                if (group.blocks.empty())
                    return;
                const double at = static_cast<double>(chunk.begin[row] - begin)
                                  / static_cast<double>(m_span) * static_cast<double>(kBlocks);
                add(group,
                    group.blocks[std::min(kBlocks - 1, static_cast<std::size_t>(at))],
                    chunk,
                    row);
            });
    }

    [[nodiscard]] const std::vector<GroupSums> &groups(ComparedGroup::Kind kind) const
    {
        return m_groups[static_cast<std::size_t>(kind)];
    }

    [[nodiscard]] Estimate estimate(const GroupSums &group, ComparedMetric metric) const
    {
        switch (metric) {
        case ComparedMetric::Rate: {
            const double block =
                std::max(1.0, static_cast<double>(m_span) * 1e-9) / static_cast<double>(kBlocks);
            if (group.blocks.empty())
                return {static_cast<double>(group.exchanges)
                            / (block * static_cast<double>(kBlocks)),
                        kNoValue,
                        kNoValue};
            return ratioEstimate(column(group, &BlockSums::exchanges),
                                 std::vector<double>(kBlocks, block));
        }
        case ComparedMetric::ErrorRate:
            return ratioEstimate(column(group, &BlockSums::errors),
                                 column(group, &BlockSums::knownOutcomes));
        case ComparedMetric::RequestSize:
            return ratioEstimate(column(group, &BlockSums::requestBytes),
                                 column(group, &BlockSums::knownRequests));
        case ComparedMetric::ResponseSize:
            return ratioEstimate(column(group, &BlockSums::responseBytes),
                                 column(group, &BlockSums::knownResponses));
        case ComparedMetric::LatencyP50:
            return quantile(group, 0);
        case ComparedMetric::LatencyP95:
            return quantile(group, 1);
        case ComparedMetric::LatencyP99:
            return quantile(group, 2);
        }
        return {};
    }

private:
    /// Gives blocks to the groups that are measured.
    static void choose(std::vector<GroupSums> &groups)
    {
        std::vector<GroupSums *> chosen;
        for (GroupSums &group : groups) {
            if (group.exchanges >= kLeastExchanges)
                chosen.push_back(&group);
        }
        std::stable_sort(chosen.begin(), chosen.end(), [](const auto *a, const auto *b) {
            return a->exchanges > b->exchanges;
        });
        chosen.resize(std::min(chosen.size(), kMostMeasured));
        for (GroupSums *group : chosen)
            group->blocks.resize(kBlocks);
    }

    template<typename Visit>
    Result<> walk(JobControl &job, Visit visit)
    {
        const RouteNames &routes = m_table.routes();
        return m_table.walk(job, [&](const ExchangeChunk &chunk) -> Result<> {
            for (std::size_t row = 0; row < chunk.size(); ++row) {
                visit(m_groups[0].front(), chunk, row);
                visit(m_groups[1][number(chunk.resource[row])], chunk, row);
                visit(m_groups[2][number(routes.ofOperation[number(chunk.operation[row])])],
                      chunk,
                      row);
            }
            return {};
        });
    }

    static void
    add(const GroupSums &group, BlockSums &sums, const ExchangeChunk &chunk, std::size_t row)
    {
        const Outcome outcome = chunk.outcome[row];
        sums.exchanges += 1;
        sums.knownOutcomes += outcome != Outcome::Unknown ? 1 : 0;
        sums.errors += outcome == Outcome::ServerError || outcome == Outcome::Timeout
                               || outcome == Outcome::Aborted
                           ? 1
                           : 0;
        if (isKnown(chunk.requestBytes[row])) {
            sums.knownRequests += 1;
            sums.requestBytes += static_cast<double>(chunk.requestBytes[row]);
        }
        if (isKnown(chunk.responseBytes[row])) {
            sums.knownResponses += 1;
            sums.responseBytes += static_cast<double>(chunk.responseBytes[row]);
        }
        if (isKnown(chunk.latency[row])) {
            sums.knownLatencies += 1;
            for (std::size_t q = 0; q < kQuantiles.size(); ++q)
                sums.below[q] +=
                    static_cast<double>(chunk.latency[row]) <= group.quantiles[q] ? 1 : 0;
        }
    }

    static std::vector<double> column(const GroupSums &group, double BlockSums::*member)
    {
        std::vector<double> values;
        for (const BlockSums &block : group.blocks)
            values.push_back(block.*member);
        return values;
    }

    /// Woodruff: the interval of the share below the quantile, read off the distribution.
    static Estimate quantile(const GroupSums &group, std::size_t q)
    {
        Estimate result;
        if (group.blocks.empty() || group.latencies.count() == 0)
            return result;
        result.value = group.quantiles[q] * 1e-9;
        std::vector<double> below;
        for (const BlockSums &block : group.blocks)
            below.push_back(block.below[q]);
        const Estimate share = ratioEstimate(below, column(group, &BlockSums::knownLatencies));
        const double half = share.figure().halfWidth;
        // A tail with fewer than five exchanges has no upper end to read off.
        if (!std::isfinite(half)
            || (1 - kQuantiles[q]) * static_cast<double>(group.latencies.count()) < 5)
            return result;
        const auto at = [&](double probability) {
            return group.latencies.quantile(std::clamp(probability, 0.0, 1.0)) * 1e-9;
        };
        const double width = at(kQuantiles[q] + half) - at(kQuantiles[q] - half);
        result.error = width / 2 / studentQuantile(0.975, share.freedom);
        result.freedom = share.freedom;
        return result;
    }

    const ExchangeTable &m_table;
    JobControl &m_job;
    std::int64_t m_span = 1;
    std::array<std::vector<GroupSums>, 3> m_groups; ///< by kind, then id
};

void setDifference(ComparedFigure &figure, const Estimate &a, const Estimate &b)
{
    figure.a = a.figure();
    figure.b = b.figure();
    const Difference difference = welchDifference(a, b);
    figure.difference = difference.difference;
    figure.p = difference.p;
}

void adjust(std::vector<ComparedGroup> &groups)
{
    std::vector<double> p;
    for (const ComparedGroup &group : groups) {
        for (const ComparedFigure &figure : group.figures)
            p.push_back(figure.p);
    }
    const std::vector<double> adjusted = adjustedForMany(p);
    std::size_t next = 0;
    for (ComparedGroup &group : groups) {
        for (ComparedFigure &figure : group.figures) {
            figure.adjustedP = adjusted[next++];
            figure.differs = figure.adjustedP < kSignificance; // not where it is NaN
        }
    }
}

/// A name in both captures.
struct Pair
{
    QString name;
    const GroupSums *a = nullptr;
    const GroupSums *b = nullptr;
    [[nodiscard]] std::uint64_t exchanges() const { return a->exchanges + b->exchanges; }
};

/// The pairs of the names that both have; what one of them has alone goes to `onlyA` and `onlyB`.
std::vector<Pair> pairsOf(const table::StringPool &namesA,
                          const std::vector<GroupSums> &a,
                          const table::StringPool &namesB,
                          const std::vector<GroupSums> &b,
                          QStringList &onlyA,
                          QStringList &onlyB)
{
    std::vector<Pair> pairs;
    for (std::uint32_t id = 1; id < namesA.size(); ++id) {
        if (a[id].exchanges == 0)
            continue;
        const StringId other = namesB.find(namesA.at(StringId{id}));
        if (other != table::StringPool::none() && b[number(other)].exchanges > 0)
            pairs.push_back({namesA.text(StringId{id}), &a[id], &b[number(other)]});
        else
            onlyA.append(namesA.text(StringId{id}));
    }
    for (std::uint32_t id = 1; id < namesB.size(); ++id) {
        if (b[id].exchanges == 0)
            continue;
        const StringId other = namesA.find(namesB.at(StringId{id}));
        if (other == table::StringPool::none() || a[number(other)].exchanges == 0)
            onlyB.append(namesB.text(StringId{id}));
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair &x, const Pair &y) {
        return x.exchanges() > y.exchanges();
    });
    pairs.resize(std::min(pairs.size(), kMostGroups));
    return pairs;
}

ComparedGroup
compared(ComparedGroup::Kind kind, const Pair &pair, const CaptureSums &a, const CaptureSums &b)
{
    ComparedGroup group;
    group.kind = kind;
    group.name = pair.name;
    group.exchangesA = pair.a->exchanges;
    group.exchangesB = pair.b->exchanges;
    for (const ComparedMetric metric : kMetrics) {
        ComparedFigure figure;
        figure.metric = metric;
        setDifference(figure, a.estimate(*pair.a, metric), b.estimate(*pair.b, metric));
        if (figure.a.isKnown() || figure.b.isKnown())
            group.figures.push_back(figure);
    }
    return group;
}

} // namespace

QString comparedMetricId(ComparedMetric metric)
{
    switch (metric) {
    case ComparedMetric::Rate:
        return u"rate"_s;
    case ComparedMetric::ErrorRate:
        return u"errorRate"_s;
    case ComparedMetric::RequestSize:
        return u"requestSize"_s;
    case ComparedMetric::ResponseSize:
        return u"responseSize"_s;
    case ComparedMetric::LatencyP50:
        return u"latencyP50"_s;
    case ComparedMetric::LatencyP95:
        return u"latencyP95"_s;
    case ComparedMetric::LatencyP99:
        return u"latencyP99"_s;
    }
    return {};
}

QString comparedMetricName(ComparedMetric metric)
{
    switch (metric) {
    case ComparedMetric::Rate:
        return Tr::tr("Requests");
    case ComparedMetric::ErrorRate:
        return Tr::tr("Errors");
    case ComparedMetric::RequestSize:
        return Tr::tr("Request size");
    case ComparedMetric::ResponseSize:
        return Tr::tr("Response size");
    case ComparedMetric::LatencyP50:
        return Tr::tr("Latency p50");
    case ComparedMetric::LatencyP95:
        return Tr::tr("Latency p95");
    case ComparedMetric::LatencyP99:
        return Tr::tr("Latency p99");
    }
    return {};
}

QString comparedValueText(ComparedMetric metric, double value)
{
    switch (metric) {
    case ComparedMetric::Rate:
        return text::rate(value);
    case ComparedMetric::ErrorRate:
        return text::percent(value);
    case ComparedMetric::RequestSize:
    case ComparedMetric::ResponseSize:
        return text::bytes(value);
    case ComparedMetric::LatencyP50:
    case ComparedMetric::LatencyP95:
    case ComparedMetric::LatencyP99:
        break;
    }
    return text::duration(value);
}

Result<CaptureComparison>
compareCaptures(const ExchangeTable &a, const ExchangeTable &b, JobControl &job)
{
    if (a.isEmpty() || b.isEmpty())
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("A capture without exchanges cannot be compared."));
    auto named = b.rule() == a.rule() ? nullptr : b.withRule(a.rule());
    if (!(b.routeTemplates() == a.routeTemplates())) // the same names on both sides
        named = (named ? *named : b).withRoutes(a.routeTemplates());
    const ExchangeTable &other = named ? *named : b;
    JobSlice jobA(job, 0, 0.5);
    JobSlice jobB(job, 0.5, 1);
    CaptureSums sumsA(a, jobA);
    CaptureSums sumsB(other, jobB);
    DRAMATIS_CHECK(sumsA.count());
    DRAMATIS_CHECK(sumsB.count());

    using Kind = ComparedGroup::Kind;
    CaptureComparison result;
    result.groups.push_back(
        compared(Kind::All,
                 {{}, &sumsA.groups(Kind::All).front(), &sumsB.groups(Kind::All).front()},
                 sumsA,
                 sumsB));
    const auto addPairs = [&](Kind kind, const std::vector<Pair> &pairs) {
        for (const Pair &pair : pairs)
            result.groups.push_back(compared(kind, pair, sumsA, sumsB));
    };
    addPairs(Kind::Resource,
             pairsOf(a.resources(),
                     sumsA.groups(Kind::Resource),
                     other.resources(),
                     sumsB.groups(Kind::Resource),
                     result.resourcesOnlyInA,
                     result.resourcesOnlyInB));
    addPairs(Kind::Operation,
             pairsOf(*a.routes().names,
                     sumsA.groups(Kind::Operation),
                     *other.routes().names,
                     sumsB.groups(Kind::Operation),
                     result.operationsOnlyInA,
                     result.operationsOnlyInB));
    adjust(result.groups);
    return result;
}

} // namespace dramatis::traffic
