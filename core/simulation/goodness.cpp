// SPDX-License-Identifier: GPL-3.0-or-later
//
// One walk keeps, for each persona, the arrivals of the blocks that are looked at and the values of
// each quantity, sorted, with the block they are of. A split is then a bit per block: the values of
// either side are read off in order, and the distance between two halves of the real data takes one
// pass over them.
#include "core/simulation/goodness.h"

#include "core/base/statistics.h"
#include "core/persona/identity.h"
#include "core/simulation/arrival_stream.h"
#include "core/simulation/behaviour.h"
#include "core/simulation/tr.h"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::simulation {

namespace {

using persona::Goodness;
using persona::GoodnessPart;

constexpr std::size_t kFewestBlocks = 6; ///< in which a persona is on
constexpr std::size_t kFewestExchanges = 50;
constexpr std::size_t kQuantiles = 101;
constexpr std::array kQuantityIds{u"gaps", u"request_size", u"response_size", u"latency"};
constexpr std::array kMetrics{u"", u"request_size", u"response_size", u"latency_mean"};

/// Requests per slice: how many on average, and how unevenly.
struct Counts
{
    double mean = 0;
    double dispersion = persona::kNotKnown; ///< variance over mean

    Counts() = default;
    explicit Counts(const std::vector<double> &perSlice) : mean(dramatis::mean(perSlice))
    {
        const double deviation = standardDeviation(perSlice);
        if (mean > 0)
            dispersion = deviation * deviation / mean;
    }
};

/// The difference of two figures over the larger of them.
double relativeDistance(double a, double b)
{
    const double larger = std::max(std::abs(a), std::abs(b));
    return larger > 0 ? std::abs(a - b) / larger : 0;
}

/// The values of the blocks on one side of a split, sorted.
std::vector<double>
valuesOf(const std::vector<Value> &values, const std::vector<bool> &isMade, bool side)
{
    std::vector<double> chosen;
    for (const Value &value : values) {
        if (isMade[value.block] == side)
            chosen.push_back(value.value);
    }
    return chosen;
}

/// What was measured of a quantity, split by split.
struct Measured
{
    std::vector<double> heldOut;
    std::vector<double> generated;
    std::vector<double> distances;
    std::vector<double> references;
    double values = 0; ///< held out, sum over splits
};

/// One persona held against its own traffic.
class Trial
{
public:
    Trial(const Blocks &blocks,
          const Behaviour &behaviour,
          const persona::Persona &persona,
          std::uint64_t seed)
        : m_blocks(blocks)
        , m_behaviour(behaviour)
        , m_persona(persona)
        , m_seed(seed)
        , m_random(seed + number(persona.id))
        , m_hash(Draws::hashOf(QString::number(number(persona.id))))
    {
        for (std::size_t block = 0; block < blocks.count; ++block)
            (behaviour.arrivals[block].empty() ? m_off : m_on).push_back(block);
    }

    [[nodiscard]] bool isPossible() const
    {
        return m_on.size() >= kFewestBlocks && m_behaviour.exchanges >= 2 * kFewestExchanges;
    }

    void addSplit(std::uint32_t number)
    {
        const std::vector<bool> isMade = split();
        const Draws draws(m_seed, number);
        const std::vector<std::int64_t> times = played(isMade, draws);
        for (std::size_t q = 0; q < kQuantities; ++q) {
            const std::vector<double> heldOut = valuesOf(m_behaviour.values[q], isMade, false);
            std::vector<double> made =
                q == kGaps ? gapsOf(times) : drawn(q, isMade, heldOut.size(), draws);
            if (heldOut.empty() || made.empty())
                continue;
            std::sort(made.begin(), made.end());
            Measured &measured = m_measured[q];
            measured.heldOut.push_back(mean(heldOut));
            measured.generated.push_back(mean(made));
            measured.distances.push_back(kolmogorovSmirnov(made, heldOut));
            measured.values += static_cast<double>(heldOut.size());
        }
        const Counts heldOut(countsOf(isMade, false));
        const Counts made = playedForLong(Counts(countsOf(isMade, true)));
        const double seconds = static_cast<double>(m_blocks.width) * 1e-9;
        addFigure(m_rate, heldOut.mean / seconds, made.mean / seconds);
        addFigure(m_dispersion, heldOut.dispersion, made.dispersion);
    }

    void addReference()
    {
        const std::vector<bool> isMade = split();
        for (std::size_t q = 0; q < kQuantities; ++q)
            m_measured[q].references.push_back(
                kolmogorovSmirnov(valuesOf(m_behaviour.values[q], isMade, true),
                                  valuesOf(m_behaviour.values[q], isMade, false)));
        const Counts one(countsOf(isMade, true));
        const Counts other(countsOf(isMade, false));
        m_rate.references.push_back(relativeDistance(one.mean, other.mean));
        m_dispersion.references.push_back(relativeDistance(one.dispersion, other.dispersion));
    }

    [[nodiscard]] Goodness verdict() const
    {
        Goodness goodness;
        const auto add = [&goodness](const QString &quantity, const Measured &measured) {
            if (measured.distances.empty())
                return;
            const auto splits = static_cast<double>(measured.distances.size());
            GoodnessPart part;
            part.quantity = quantity;
            part.heldOut = mean(measured.heldOut);
            part.generated = mean(measured.generated);
            part.distance = quantile(measured.distances, 0.5);
            part.reference = quantile(measured.references, 0.95);
            part.values = static_cast<std::uint64_t>(measured.values / splits);
            part.reproduced = part.distance < kCloseEnough || part.distance <= part.reference;
            goodness.parts.push_back(part);
        };
        for (std::size_t q = 0; q < kQuantities; ++q)
            add(QString::fromUtf16(kQuantityIds[q]), m_measured[q]);
        add(u"rate"_s, m_rate);
        add(u"dispersion"_s, m_dispersion);
        goodness.reproduces = std::all_of(goodness.parts.begin(),
                                          goodness.parts.end(),
                                          [](const GoodnessPart &part) { return part.reproduced; });
        return goodness;
    }

private:
    /// A random half of the blocks, both of those in which the persona is on and of the others:
    /// true makes traffic, false is held out.
    std::vector<bool> split()
    {
        std::vector<bool> isMade(m_blocks.count, false);
        for (std::vector<std::size_t> *blocks : {&m_on, &m_off}) {
            for (std::size_t i = 0; i < blocks->size() / 2; ++i) {
                boost::random::uniform_int_distribution<std::size_t> place(i, blocks->size() - 1);
                std::swap((*blocks)[i], (*blocks)[place(m_random)]);
                isMade[(*blocks)[i]] = true;
            }
        }
        return isMade;
    }

    /// The half that makes traffic, ready to be played.
    [[nodiscard]] PlayedSample sampleOf(const std::vector<bool> &isMade) const
    {
        auto sample = std::make_shared<topology::ArrivalSample>();
        sample->windowSeconds = static_cast<double>(m_blocks.width) * 1e-9;
        for (std::size_t block = 0; block < m_blocks.count; ++block) {
            if (!isMade[block])
                continue;
            const std::size_t first = sample->windows.size();
            sample->windows.resize(first + static_cast<std::size_t>(m_blocks.slicesOf(block)));
            for (const Behaviour::Arrival &arrival : m_behaviour.arrivals[block]) {
                const auto place = arrival.slice - m_blocks.firstSliceOf(block);
                ++sample->windows[first + static_cast<std::size_t>(place)].count;
                sample->offsets.push_back(arrival.offset);
            }
        }
        PlayedSample result;
        result.sliceWidth = m_blocks.width;
        result.arrivals = sample->offsets.size();
        result.firstOffset.push_back(0);
        for (std::size_t i = 0; i < sample->windows.size(); ++i) {
            result.slices.push_back(static_cast<std::uint32_t>(i));
            result.firstOffset.push_back(result.firstOffset.back() + sample->windows[i].count);
        }
        result.sample = std::move(sample);
        return result;
    }

    /// What the bootstrap of slices like these tends to, played for long: each slice comes equally
    /// often, so that their mean and variance stay, and copies that are superposed (the last
    /// thinned to a share f) add theirs up. A short play is off by chance, which is no fault of the
    /// persona.
    [[nodiscard]] Counts playedForLong(const Counts &slices) const
    {
        const double scale = handFactor(m_persona, u"request_rate"_s);
        const double whole = std::floor(scale);
        const double f = scale - whole;
        const double variance = slices.dispersion * slices.mean;
        Counts result;
        result.mean = scale * slices.mean;
        result.dispersion =
            (whole * variance + f * f * variance + f * (1 - f) * slices.mean) / result.mean;
        return result;
    }

    /// Arrivals that the bootstrap plays from one half, for as long as the other lasted.
    [[nodiscard]] std::vector<std::int64_t> played(const std::vector<bool> &isMade,
                                                   const Draws &draws) const
    {
        SourceModel source;
        source.arrivals = topology::ArrivalModel::Bootstrap;
        source.hash = m_hash;
        source.scale = handFactor(m_persona, u"request_rate"_s);
        source.played = sampleOf(isMade);
        Model model;
        for (std::size_t block = 0; block < m_blocks.count; ++block)
            model.duration += isMade[block] ? 0 : m_blocks.slicesOf(block) * m_blocks.width;
        ArrivalStream stream(model, source, draws);
        std::vector<std::int64_t> times;
        for (std::int64_t time = stream.next(); time != kNever; time = stream.next())
            times.push_back(time);
        return times;
    }

    /// Gaps within slices, s; none where the persona's are not known.
    [[nodiscard]] std::vector<double> gapsOf(const std::vector<std::int64_t> &times) const
    {
        std::vector<double> gaps;
        if (m_behaviour.values[kGaps].empty())
            return gaps;
        for (std::size_t i = 1; i < times.size(); ++i) {
            if (times[i] / m_blocks.width == times[i - 1] / m_blocks.width)
                gaps.push_back(static_cast<double>(times[i] - times[i - 1]) * kFactors[kGaps]);
        }
        return gaps;
    }

    /// Draws from the quantile function of the half that makes traffic.
    [[nodiscard]] std::vector<double> drawn(std::size_t quantity,
                                            const std::vector<bool> &isMade,
                                            std::size_t count,
                                            const Draws &draws) const
    {
        const std::vector<double> known = valuesOf(m_behaviour.values[quantity], isMade, true);
        std::vector<double> values;
        if (known.empty())
            return values;
        topology::Distribution distribution;
        distribution.kind = topology::DistributionKind::Empirical;
        const double factor = handFactor(m_persona, QString::fromUtf16(kMetrics[quantity]));
        for (std::size_t i = 0; i < kQuantiles; ++i)
            distribution.quantiles.push_back(
                factor * sortedQuantile(known, static_cast<double>(i) / (kQuantiles - 1)));
        const Sampler sampler(distribution);
        for (std::size_t i = 0; i < count; ++i) {
            const std::int64_t draw = sampler.draw(draws,
                                                   {static_cast<std::uint32_t>(i),
                                                    m_hash,
                                                    static_cast<std::uint32_t>(quantity),
                                                    Purpose::Service});
            const double value = static_cast<double>(draw) * 1e-9; // samplers draw in 1e-9 units
            values.push_back(quantity == kLatency ? value : std::round(value)); // whole bytes
        }
        return values;
    }

    [[nodiscard]] std::vector<double> countsOf(const std::vector<bool> &isMade, bool side) const
    {
        std::vector<double> counts;
        for (std::size_t block = 0; block < m_blocks.count; ++block) {
            if (isMade[block] != side)
                continue;
            const std::size_t first = counts.size();
            counts.resize(first + static_cast<std::size_t>(m_blocks.slicesOf(block)), 0);
            for (const Behaviour::Arrival &arrival : m_behaviour.arrivals[block])
                counts[first
                       + static_cast<std::size_t>(arrival.slice - m_blocks.firstSliceOf(block))] +=
                    1;
        }
        return counts;
    }

    static void addFigure(Measured &measured, double heldOut, double made)
    {
        if (std::isnan(heldOut) || std::isnan(made))
            return;
        measured.heldOut.push_back(heldOut);
        measured.generated.push_back(made);
        measured.distances.push_back(relativeDistance(heldOut, made));
        measured.values += 1;
    }

    const Blocks &m_blocks;
    const Behaviour &m_behaviour;
    const persona::Persona &m_persona;
    std::uint64_t m_seed;
    boost::random::mt19937_64 m_random;
    std::uint32_t m_hash;
    std::vector<std::size_t> m_on;  ///< blocks
    std::vector<std::size_t> m_off; ///< blocks
    std::array<Measured, kQuantities> m_measured;
    Measured m_rate;
    Measured m_dispersion;
};

} // namespace

Result<std::vector<std::optional<Goodness>>> goodnessOf(const traffic::ExchangeTable &table,
                                                        const traffic::WindowTable &windows,
                                                        const persona::PersonaSet &set,
                                                        const GoodnessOptions &options,
                                                        JobControl &job)
{
    std::vector<std::optional<Goodness>> goodness(set.personas.size());
    if (table.isEmpty())
        return goodness;
    JobSlice walking(job, 0, 0.4);
    DRAMATIS_TRY(const Behaviours behaviours,
                 behavioursOf(table, windows, set, options.mostExchanges, walking));
    const auto personas = static_cast<double>(set.personas.size());
    const double rounds = options.splits + options.references;
    JobSlice trying(job, 0.4, 1);
    for (std::size_t i = 0; i < behaviours.ofPersonas.size(); ++i) {
        Trial trial(behaviours.blocks, behaviours.ofPersonas[i], set.personas[i], options.seed);
        if (!trial.isPossible())
            continue;
        for (int round = 0; round < options.splits + options.references; ++round) {
            DRAMATIS_CHECK(trying.checkpoint((static_cast<double>(i) + round / rounds) / personas,
                                             Tr::tr("Holding personas against their traffic")));
            if (round < options.splits)
                trial.addSplit(static_cast<std::uint32_t>(round));
            else
                trial.addReference();
        }
        goodness[i] = trial.verdict();
    }
    return goodness;
}

Result<persona::PersonaSet> withGoodness(const traffic::ExchangeTable &table,
                                         const traffic::WindowTable &windows,
                                         persona::PersonaSet set,
                                         const GoodnessOptions &options,
                                         JobControl &job)
{
    DRAMATIS_TRY(auto goodness, goodnessOf(table, windows, set, options, job));
    for (std::size_t i = 0; i < goodness.size(); ++i)
        set.personas[i].goodness = std::move(goodness[i]);
    return set;
}

} // namespace dramatis::simulation
