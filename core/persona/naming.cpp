// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/naming.h"

#include "core/base/statistics.h"
#include "core/persona/tr.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <utility>

namespace dramatis::persona {

namespace {

constexpr double kFailing = 0.05; ///< error rate from which a persona can be called failing
constexpr double kMostlyFailing = 0.5;
constexpr double kMostlyRefused = 0.5; ///< share of client errors
constexpr double kBursty = 1.5;        ///< coefficient of variation; 1 is at random
constexpr double kPaced = 0.5;         ///< coefficient of variation
constexpr double kWrites = 0.5;        ///< write share
constexpr double kReads = 0.1;         ///< write share
constexpr double kNightShare = 0.8;    ///< of the traffic
constexpr int kWholeDay = 20; ///< hours of the day that must have been seen to speak of nights

/// A figure beside the median of the other personas' figures.
struct Compared
{
    double own = kNotKnown;
    double others = kNotKnown;

    // Comparisons with an unknown figure are false.
    [[nodiscard]] bool atLeastTimes(double factor) const
    {
        return own > 0 && own >= factor * others;
    }
    [[nodiscard]] bool atMostTimes(double factor) const { return own <= factor * others; }
};

Compared
compare(const std::vector<Persona> &personas, std::size_t which, double (*figure)(const Persona &))
{
    std::vector<double> others;
    for (std::size_t i = 0; i < personas.size(); ++i) {
        const double value = figure(personas[i]);
        if (i != which && !std::isnan(value))
            others.push_back(value);
    }
    return {figure(personas[which]), quantile(std::move(others), 0.5)};
}

/// Whether nearly all of the traffic comes between 22:00 and 6:00 though whole days were seen.
bool isNightly(const PeakTimes &peak)
{
    double night = 0;
    double all = 0;
    int seen = 0;
    for (std::size_t hour = 0; hour < peak.hourOfDay.size(); ++hour) {
        if (std::isnan(peak.hourOfDay[hour]))
            continue;
        ++seen;
        all += peak.hourOfDay[hour];
        if (hour >= 22 || hour < 6)
            night += peak.hourOfDay[hour];
    }
    return seen >= kWholeDay && night >= kNightShare * all && all > 0;
}

/// What can be said of a persona.
struct Traits
{
    bool failing = false;
    bool mostlyFailing = false;
    bool mostlyRefused = false; ///< answered with client errors: scanners, broken links
    bool slow = false;
    bool heavy = false;   ///< large responses
    bool bigAsks = false; ///< large requests
    bool bursty = false;
    bool uneven = false; ///< in bursts, though others may be too
    bool paced = false;
    bool busy = false;
    bool rare = false;
    bool quiet = false;
    bool nightly = false;
    bool writes = false;
    bool reads = false;
};

Traits traitsOf(const std::vector<Persona> &personas, std::size_t which)
{
    const Persona &persona = personas[which];
    const auto compared = [&](double (*figure)(const Persona &)) {
        return compare(personas, which, figure);
    };
    const Compared errors = compared([](const Persona &p) { return p.errors.total; });
    const Compared latency = compared([](const Persona &p) { return p.latencyMean; });
    const Compared response = compared([](const Persona &p) { return p.responseSize.mean; });
    const Compared request = compared([](const Persona &p) { return p.requestSize.mean; });
    const Compared gaps = compared([](const Persona &p) { return p.burstiness; });
    const Compared rate = compared([](const Persona &p) { return p.requestRate.mean; });
    Traits traits;
    traits.failing = errors.own >= kFailing && errors.atLeastTimes(3);
    traits.mostlyFailing = traits.failing && errors.own >= kMostlyFailing;
    traits.mostlyRefused = persona.errors.clientError >= kMostlyRefused;
    traits.slow = latency.atLeastTimes(2);
    traits.heavy = response.atLeastTimes(3);
    traits.bigAsks = request.atLeastTimes(3);
    traits.bursty = gaps.own >= kBursty && gaps.atLeastTimes(1.5);
    traits.uneven = gaps.own >= kBursty;
    traits.paced = gaps.own <= kPaced && gaps.atMostTimes(0.5);
    traits.busy = rate.atLeastTimes(2);
    traits.rare = rate.atMostTimes(0.6);
    traits.quiet = rate.atMostTimes(0.34);
    traits.nightly = isNightly(persona.peak);
    traits.writes = persona.writeShare >= kWrites;
    traits.reads = persona.writeShare <= kReads;
    return traits;
}

/// A name and whether it fits.
using Candidate = std::pair<bool, QString>;

/// Names that say what is unusual, the most telling first. That most requests fail or are refused
/// must be said whatever else is unusual: of several such personas, none is called after the rest.
std::vector<Candidate> unusualNames(const Traits &is)
{
    if (is.mostlyFailing)
        return {
            {is.slow, Tr::tr("overloaded")},
            {true, Tr::tr("failing")},
            {is.busy, Tr::tr("failing, busy")},
            {is.paced, Tr::tr("failing, evenly paced")},
            {is.writes, Tr::tr("failing writes")},
            {is.reads, Tr::tr("failing reads")},
        };
    if (is.mostlyRefused)
        return {
            {true, Tr::tr("refused")},
            {is.busy, Tr::tr("refused, busy")},
            {is.paced, Tr::tr("refused, evenly paced")},
            {is.bursty, Tr::tr("refused, bursty")},
            {is.writes, Tr::tr("refused writes")},
            {is.reads, Tr::tr("refused reads")},
        };
    return {
        {is.failing && is.slow, Tr::tr("overloaded")},
        {is.failing, Tr::tr("failing")},
        {is.nightly && (is.slow || is.heavy), Tr::tr("night batch")},
        {is.slow && is.heavy && is.rare, Tr::tr("slow batch")},
        {is.bursty && is.writes, Tr::tr("bursty writes")},
        {is.bigAsks && is.writes, Tr::tr("heavy uploads")},
        {is.slow && is.heavy, Tr::tr("slow heavy downloads")},
        {is.heavy && !is.writes, Tr::tr("heavy downloads")},
        {is.paced && is.reads, Tr::tr("crawler-like reads")},
        {is.paced, Tr::tr("evenly paced traffic")},
        {is.bursty && is.reads, Tr::tr("bursty reads")},
        {is.bursty, Tr::tr("bursty traffic")},
        {is.slow && is.writes, Tr::tr("slow writes")},
        {is.slow && is.reads, Tr::tr("slow reads")},
        {is.slow, Tr::tr("slow traffic")},
        {is.busy && is.writes, Tr::tr("busy writes")},
        {is.busy && is.reads, Tr::tr("busy reads")},
        {is.busy, Tr::tr("busy traffic")},
        {is.nightly, Tr::tr("night traffic")},
        {is.quiet && is.writes, Tr::tr("quiet writes")},
        {is.quiet && is.reads, Tr::tr("quiet reads")},
        {is.quiet, Tr::tr("quiet traffic")},
    };
}

QString usualName(const Traits &is)
{
    if (is.uneven)
        return is.writes  ? Tr::tr("uneven writes")
               : is.reads ? Tr::tr("uneven reads")
                          : Tr::tr("uneven traffic");
    return is.writes  ? Tr::tr("steady writes")
           : is.reads ? Tr::tr("steady reads")
                      : Tr::tr("steady traffic");
}

/// The first fitting name that is free; else the most fitting one with a number.
QString distinctName(const Traits &traits, const QSet<QString> &taken)
{
    QString base;
    for (const auto &[fits, name] : unusualNames(traits)) {
        if (!fits)
            continue;
        if (!taken.contains(name))
            return name;
        if (base.isEmpty())
            base = name;
    }
    if (base.isEmpty())
        base = usualName(traits);
    QString name = base;
    for (int number = 2; taken.contains(name); ++number)
        name = Tr::tr("%1 %2", "a persona's name and a number that makes it distinct")
                   .arg(base)
                   .arg(number);
    return name;
}

} // namespace

void suggestNames(std::vector<Persona> &personas)
{
    QSet<QString> taken;
    for (const Persona &persona : personas) {
        if (persona.named)
            taken.insert(persona.name);
    }
    for (std::size_t i = 0; i < personas.size(); ++i) {
        Persona &persona = personas[i];
        if (persona.named)
            continue;
        persona.name = personas.size() == 1 ? Tr::tr("steady traffic")
                                            : distinctName(traitsOf(personas, i), taken);
        taken.insert(persona.name);
    }
}

} // namespace dramatis::persona
