// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/station_estimate.h"

#include "core/topology/tr.h"

#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

// How workers are told. A station with c workers that serves first come first served makes an
// arriving exchange wait only if it finds at least c in flight: its mean latency is S below c and
// rises from there by about S/c with every further one found (exactly so for exponential times). So
// the mean latency by number found is a flat line that bends upwards at c. For every c that has
// exchanges on both sides the bent line with level a and slope b is fitted by weighted least
// squares; of those that fit equally well the smallest c is taken, if the bend is significant and
// the slope is one that waiting can make. What comes of another mix of operations is taken out
// before. Poisson arrivals see time averages (Wolff, Operations Research 30, 1982), and below c
// nobody waits, so the latencies found there are service times without bias.

namespace dramatis::topology {

namespace {

constexpr double kAssumedServiceTime = 0.05;    // s, where the capture has no latency
constexpr double kAssumedPeakUtilization = 0.5; // likewise
constexpr std::uint64_t kFewest = 30;           // exchanges that make a mean worth looking at
constexpr double kFewestAlone = 20;             // of a kind of operation that found nobody
constexpr double kSignificant = 30; // fall of the weighted residual, chi^2 with 2 degrees: p < 1e-6
constexpr double kAsGood = 6;       // likewise: two residuals that tell nothing apart
constexpr double kDoubt = 0.1;      // of a rise, standard deviation of the line itself
constexpr double kLeastRise = 0.1;  // of the level, at the most crowded
constexpr double kLeastSlope = 0.2; // of a / c, which exponential times have
constexpr double kSteepestSlope = 5;
constexpr double kSecondParameter = 0.03; // relative, of a quantile
constexpr double kWorstFit = 0.1;         // relative, of a quantile

/// Latency by number found, as if every level had the same mix of operations: the mean of all plus
/// what exchanges took longer than those of their kind that found nobody, who cannot have waited.
/// Kinds that never found nobody are left out; where that is most exchanges, the latencies stand as
/// they are.
std::vector<Moments> comparableLevels(const InFlightProfile &profile)
{
    std::vector<Moments> plain(profile.levels.size());
    std::vector<Moments> compared(profile.levels.size());
    Moments all;
    double kept = 0;
    for (const auto &[key, moments] : profile.byKind) {
        const auto [kind, found] = key;
        all.add(moments);
        plain[found].add(moments);
        const auto alone = profile.byKind.find({kind, 0});
        if (alone == profile.byKind.end() || alone->second.count < kFewestAlone)
            continue;
        const double base = alone->second.sum / alone->second.count;
        kept += moments.count;
        compared[found].add(
            {moments.count,
             moments.sum - moments.count * base,
             moments.squares - 2 * base * moments.sum + moments.count * base * base});
    }
    if (2 * kept < all.count)
        return plain;
    const double mean = all.sum / all.count;
    for (Moments &level : compared) { // shift by the mean: squares first, they need the old sum
        level.squares += 2 * mean * level.sum + level.count * mean * mean;
        level.sum += level.count * mean;
    }
    return compared;
}

/// Neighbouring levels with enough exchanges to have a mean.
struct Group
{
    double found = 0; ///< mean number found
    double latency = 0;
    double weight = 0; ///< 1 / variance of the mean
    double count = 0;
};

std::vector<Group> groupsOf(const std::vector<Moments> &levels)
{
    std::vector<Group> groups;
    Moments pooled;
    double found = 0;
    for (std::size_t n = 0; n < levels.size(); ++n) {
        pooled.add(levels[n]);
        found += static_cast<double>(n) * levels[n].count;
        if (pooled.count < static_cast<double>(kFewest))
            continue;
        const double mean = pooled.sum / pooled.count;
        const double spread = (pooled.squares - pooled.sum * mean) / (pooled.count - 1);
        // Equal latencies have no variance: they are known to a thousandth of themselves.
        const double variance = std::max(spread, std::pow(1e-3 * mean, 2) + 1e-18);
        groups.push_back({found / pooled.count, mean, pooled.count / variance, pooled.count});
        pooled = {};
        found = 0;
    }
    return groups;
}

/// a + b max(0, n - c + 1), and the weighted sum of its squared residuals.
struct BentLine
{
    int bend = 0; ///< c; 0 is a level line
    double level = 0;
    double slope = 0;
    double residual = 0;
};

BentLine fitted(const std::vector<Group> &groups, int bend)
{
    double w = 0;
    double wx = 0;
    double wy = 0;
    double wxx = 0;
    double wxy = 0;
    const auto rise = [bend](const Group &g) {
        return bend > 0 ? std::max(0.0, g.found - bend + 1) : 0;
    };
    for (const Group &g : groups) {
        const double x = rise(g);
        w += g.weight;
        wx += g.weight * x;
        wy += g.weight * g.latency;
        wxx += g.weight * x * x;
        wxy += g.weight * x * g.latency;
    }
    BentLine line;
    line.bend = bend;
    const double determinant = w * wxx - wx * wx;
    line.slope = determinant > 1e-12 * w * wxx ? (w * wxy - wx * wy) / determinant : 0;
    line.level = (wy - line.slope * wx) / w;
    for (const Group &g : groups) {
        const double error = g.latency - line.level - line.slope * rise(g);
        line.residual += g.weight * error * error;
    }
    return line;
}

bool isWaiting(const BentLine &line, const std::vector<Group> &groups)
{
    if (!(line.level > 0))
        return false;
    const double expected = line.level / line.bend;
    const double top = line.slope * (groups.back().found - line.bend + 1);
    return line.slope >= kLeastSlope * expected && line.slope <= kSteepestSlope * expected
           && top >= kLeastRise * line.level;
}

/// A long wait is no straight line to the last per cent (mixes change, exchanges of one burst are
/// alike), so levels count for less the further they rise: near the bend is where it is told.
void allowForBends(std::vector<Group> &groups)
{
    double least = groups.front().latency;
    for (const Group &group : groups)
        least = std::min(least, group.latency);
    for (Group &group : groups) {
        const double doubt = kDoubt * (group.latency - least);
        group.weight = 1 / (1 / group.weight + doubt * doubt);
    }
}

/// The number of workers, 0 if latency never grew: the smallest whose bent line is as good as the
/// best one.
int bendOf(std::vector<Group> groups)
{
    if (groups.size() < 2)
        return 0;
    allowForBends(groups);
    const int most = static_cast<int>(std::ceil(groups.back().found));
    std::vector<BentLine> lines;
    double least = std::numeric_limits<double>::infinity();
    double below = 0;
    std::size_t next = 0;
    for (int bend = 1; bend <= most; ++bend) {
        for (; next < groups.size() && groups[next].found < bend; ++next)
            below += groups[next].count;
        if (below < static_cast<double>(kFewest))
            continue;
        const BentLine line = fitted(groups, bend);
        if (!isWaiting(line, groups))
            continue;
        least = std::min(least, line.residual);
        lines.push_back(line);
    }
    if (!(fitted(groups, 0).residual - least > kSignificant))
        return 0;
    for (const BentLine &line : lines) {
        if (line.residual <= least + kAsGood)
            return line.bend;
    }
    return 0;
}

/// The most that were ever in flight together, the arriving one included.
int mostInFlight(const InFlightProfile &profile)
{
    return static_cast<int>(std::max<std::size_t>(1, profile.levels.size()));
}

/// Waiting places, where fast rejections happen at one crowded level and little else happens there.
std::optional<int> queueLimitOf(const InFlightProfile &profile, int workers, double serviceMean)
{
    std::uint64_t rejections = 0;
    std::uint64_t early = 0; // found a free worker
    double time = 0;
    for (std::size_t n = 0; n < profile.levels.size(); ++n) {
        rejections += profile.levels[n].rejections;
        early += n < static_cast<std::size_t>(workers) ? profile.levels[n].rejections : 0;
        time += profile.levels[n].rejectionTime;
    }
    if (rejections < kFewest || early * 10 > rejections
        || time > 0.5 * serviceMean * static_cast<double>(rejections))
        return {};
    std::uint64_t seen = 0;
    std::size_t level = 0;
    while (level < profile.levels.size()
           && 2 * (seen + profile.levels[level].rejections) < rejections)
        seen += profile.levels[level++].rejections;
    std::uint64_t arrivals = 0;
    std::uint64_t rejected = 0;
    for (std::size_t n = level; n < profile.levels.size(); ++n) {
        arrivals += profile.levels[n].arrivals;
        rejected += profile.levels[n].rejections;
    }
    if (2 * rejected < arrivals)
        return {};
    return std::max(0, static_cast<int>(level) - workers);
}

void assume(const InFlightProfile &profile, StationEstimate &estimate)
{
    estimate.serviceTime.kind = DistributionKind::Exponential;
    estimate.serviceTime.mean = kAssumedServiceTime;
    const double busy = profile.peakRate * kAssumedServiceTime;
    estimate.workers = std::max(1, static_cast<int>(std::ceil(busy / kAssumedPeakUtilization)));
    estimate.note =
        Tr::tr("The capture has no latency: a service time of 50 ms and %1 workers are assumed.")
            .arg(estimate.workers);
}

} // namespace

Distribution fittedDistribution(const TimeHistogram &times)
{
    constexpr std::array<double, 7> probabilities{0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99};
    Distribution best;
    best.mean = times.mean();
    const double cv =
        times.count() < 2 || !(best.mean > 0) ? 0 : std::sqrt(times.variance()) / best.mean;
    if (cv < 0.01)
        return best;
    const auto worst = [&](const auto &quantile) {
        double error = 0;
        for (const double p : probabilities) {
            const double seen = times.quantile(p);
            error = std::max(error, std::abs(quantile(p) - seen) / std::max(seen, 1e-9));
        }
        return error;
    };
    const double logVariance = std::log1p(cv * cv);
    const double logMean = std::log(best.mean) - logVariance / 2;
    const boost::math::normal normal(0, 1);
    const boost::math::gamma_distribution<> gamma(1 / (cv * cv), best.mean * cv * cv);
    const std::array<std::pair<DistributionKind, double>, 3> fits{
        {{DistributionKind::Exponential,
          worst([&](double p) { return -best.mean * std::log1p(-p); })},
         {DistributionKind::Lognormal, worst([&](double p) {
              return std::exp(logMean + std::sqrt(logVariance) * boost::math::quantile(normal, p));
          })},
         {DistributionKind::Gamma,
          worst([&](double p) { return boost::math::quantile(gamma, p); })}}};
    // The second parameter has to earn its place.
    const auto cost = [](const std::pair<DistributionKind, double> &fit) {
        return fit.second + (fit.first == DistributionKind::Exponential ? 0 : kSecondParameter);
    };
    const auto least = std::min_element(
        fits.begin(), fits.end(), [&](const auto &a, const auto &b) { return cost(a) < cost(b); });
    if (least->second <= kWorstFit) {
        best.kind = least->first;
        best.cv = best.kind == DistributionKind::Exponential ? 1 : cv;
        return best;
    }
    Distribution empirical;
    empirical.kind = DistributionKind::Empirical;
    for (int i = 0; i <= 100; ++i)
        empirical.quantiles.push_back(times.quantile(i / 100.0));
    // The last hundredth runs straight to its end: put the end where the mean is that of the times.
    const double excess = (times.mean() - empirical.expectation()) * 200;
    empirical.quantiles.back() =
        std::max(empirical.quantiles[99], empirical.quantiles.back() + excess);
    const double factor = times.mean() / empirical.expectation();
    for (double &value : empirical.quantiles)
        value *= factor;
    return empirical;
}

StationEstimate estimateStation(const InFlightProfile &profile)
{
    StationEstimate estimate;
    TimeHistogram all;
    for (const InFlightLevel &level : profile.levels)
        all.add(level.latencies);
    estimate.latencyKnown =
        all.count() > 0 && 2 * profile.knownLatencies >= profile.exchanges && all.mean() > 0;
    if (!estimate.latencyKnown) {
        assume(profile, estimate);
        return estimate;
    }
    const int bend = bendOf(groupsOf(comparableLevels(profile)));
    estimate.workersKnown = bend > 0;
    estimate.workers = bend > 0 ? bend : mostInFlight(profile);
    if (bend == 0)
        estimate.note =
            Tr::tr("Latency never grew: the number of workers cannot be told. %1 are taken, as "
                   "many as were ever busy at once.")
                .arg(estimate.workers);
    TimeHistogram free; // latencies of exchanges that found a free worker
    std::uint64_t outcomes = 0;
    std::uint64_t errors = 0;
    for (std::size_t n = 0; n < std::min<std::size_t>(profile.levels.size(),
                                                      static_cast<std::size_t>(estimate.workers));
         ++n) {
        free.add(profile.levels[n].latencies);
        outcomes += profile.levels[n].outcomes;
        errors += profile.levels[n].errors;
    }
    estimate.serviceTime = fittedDistribution(free.count() > 0 ? free : all);
    estimate.errorRate =
        outcomes > 0 ? static_cast<double>(errors) / static_cast<double>(outcomes) : 0;
    if (bend > 0)
        estimate.queueLimit = queueLimitOf(profile, bend, estimate.serviceTime.expectation());
    return estimate;
}

Result<std::vector<StationEstimate>> estimateStations(const traffic::ExchangeTable &table,
                                                      JobControl &job)
{
    DRAMATIS_TRY(const std::vector<InFlightProfile> profiles, inFlightProfiles(table, job));
    std::vector<StationEstimate> estimates;
    for (std::size_t i = 0; i < profiles.size(); ++i) {
        const StringId id{static_cast<std::uint32_t>(i)};
        if (profiles[i].exchanges == 0 || id == table::StringPool::none())
            continue;
        estimates.push_back(estimateStation(profiles[i]));
        estimates.back().resource = table.resources().text(id);
    }
    return estimates;
}

} // namespace dramatis::topology
