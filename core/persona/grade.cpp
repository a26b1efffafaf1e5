// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/grade.h"

#include "core/base/text.h"
#include "core/persona/peak_times.h"
#include "core/persona/tr.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace dramatis::persona {

namespace {

constexpr double kHigh = 0.8;
constexpr double kMedium = 0.5;
constexpr double kLowAtMost = 0.49;         ///< while a gate fails
constexpr double kDay = 86'400;             ///< s
constexpr unsigned kFewestExchanges = 1000; ///< gate Q2, for a p99
constexpr double kWidestRate = 0.1;         ///< gate Q2, relative half-width of the mean rate
constexpr double kLeastStability = 0.8;     ///< gate Q4
constexpr double kNearlyAll = 0.99;
constexpr unsigned kFewMinutes = 3;
constexpr double kSomeHours = 3;
constexpr double kMuch = 0.2; ///< share of noise, or of sparse windows' exchanges, worth a word

void gradeAge(ConfidenceGrade &grade, const Persona &persona, std::int64_t now)
{
    const double age = persona.dataAge(now);
    if (std::isnan(age))
        return;
    grade.parts.push_back({u"age"_s,
                           std::clamp(1 - age / kDay / (2 * kStaleAfterDays), 0.0, 1.0),
                           text::duration(age)});
    if (whyStale(persona, now))
        grade.failedGates.append(Tr::tr("The capture is older than 30 days."));
}

void gradeSample(ConfidenceGrade &grade, const Persona &persona)
{
    grade.parts.push_back({u"sample"_s,
                           std::clamp(persona.confidence.score, 0.0, 1.0),
                           text::count(static_cast<double>(persona.exchanges))});
    if (persona.exchanges < kFewestExchanges)
        grade.failedGates.append(
            Tr::tr("A persona has fewer than 1000 exchanges: too few for a p99."));
    if (persona.confidence.relativeHalfWidth > kWidestRate)
        grade.failedGates.append(
            Tr::tr("The mean rate of a persona is known to ± %1 only; ± 10 % is asked.")
                .arg(text::percent(persona.confidence.relativeHalfWidth)));
}

void gradeFit(ConfidenceGrade &grade, const Persona &persona)
{
    if (!persona.goodness)
        return;
    const double distance = persona.goodness->largestDistance();
    if (!std::isnan(distance))
        grade.parts.push_back({u"fit"_s, 1 - distance, text::number(distance)});
    if (!persona.goodness->reproduces)
        grade.failedGates.append(Tr::tr("A persona does not reproduce its own traffic."));
}

/// The fewest minutes of the hour that nearly all exchanges began in, first ones first.
std::vector<std::size_t> busyMinutes(const std::vector<std::uint64_t> &counts)
{
    const double all =
        static_cast<double>(std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}));
    std::vector<std::size_t> order(counts.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&counts](std::size_t a, std::size_t b) {
        return counts[a] > counts[b];
    });
    double sum = 0;
    std::size_t taken = 0;
    while (taken < order.size() && sum < kNearlyAll * all)
        sum += static_cast<double>(counts[order[taken++]]);
    order.resize(taken);
    std::sort(order.begin(), order.end());
    return order;
}

/// Hours from the first window of any persona to the end of the last.
double hoursOf(const PersonaSet &set)
{
    double from = std::numeric_limits<double>::infinity();
    double to = -from;
    for (const Persona &persona : set.personas) {
        if (!isKnown(persona.observedFrom) || !isKnown(persona.observedTo))
            continue;
        from = std::min(from, static_cast<double>(persona.observedFrom));
        to = std::max(to, static_cast<double>(persona.observedTo));
    }
    return std::max(0.0, to - from) / kNanosecondsPerHour;
}

void noteMinutes(QStringList &notes, const PersonaSet &set)
{
    if (set.minutesOfHour.empty() || hoursOf(set) < kSomeHours)
        return;
    const std::vector<std::size_t> minutes = busyMinutes(set.minutesOfHour);
    if (minutes.empty() || minutes.size() > kFewMinutes)
        return;
    QStringList numbers;
    for (const std::size_t minute : minutes)
        numbers.append(u":%1"_s.arg(static_cast<uint>(minute), 2, 10, QLatin1Char('0')));
    notes.append(
        Tr::tr("Nearly all requests lie in %n minute(s) of each hour (%1): rates, gaps and "
               "bursts are those of these minutes, and nothing is known of the rest.",
               nullptr,
               static_cast<int>(minutes.size()))
            .arg(numbers.join(u", ")));
}

bool nobodyKnows(const PersonaSet &set, double Persona::*figure)
{
    return std::all_of(set.personas.begin(), set.personas.end(), [figure](const Persona &persona) {
        return std::isnan(persona.*figure);
    });
}

void noteLeftOut(QStringList &notes, const PersonaSet &set)
{
    std::map<QString, QStringList> names; // by reason
    for (const traffic::LeftOut &feature : set.leftOut)
        names[feature.reason].append(feature.name);
    for (const auto &[reason, features] : names)
        notes.append(Tr::tr("Left out of clustering: %1 (%2).").arg(features.join(u", "), reason));
}

void noteUnclustered(QStringList &notes, const PersonaSet &set)
{
    const auto points = static_cast<double>(set.points);
    if (set.points > 0 && static_cast<double>(set.noise) > kMuch * points)
        notes.append(Tr::tr("%1 of the windows are noise: no persona speaks for them.")
                         .arg(text::percent(static_cast<double>(set.noise) / points)));
    double all = static_cast<double>(set.noiseExchanges + set.sparseExchanges);
    for (const Persona &persona : set.personas)
        all += static_cast<double>(persona.exchanges);
    const auto sparse = static_cast<double>(set.sparseExchanges);
    if (all > 0 && sparse > kMuch * all)
        notes.append(Tr::tr("%1 of the requests lie in windows with fewer than %2 of them, which "
                            "are not clustered.")
                         .arg(text::percent(sparse / all))
                         .arg(traffic::kSparseBelow));
}

void noteHands(QStringList &notes, const PersonaSet &set)
{
    if (set.regrouped)
        notes.append(Tr::tr("Windows were moved between personas by hand."));
    for (const Persona &persona : set.personas) {
        if (persona.isEdited())
            notes.append(Tr::tr("“%1” has figures set by hand.").arg(persona.name));
        if (persona.goodness && !persona.goodness->reproduces)
            notes.append(Tr::tr("“%1” does not reproduce its own traffic.").arg(persona.name));
    }
}

/// The name of `id`, or the id where there is none.
QString nameIn(const std::map<QString, QString> &names, const QString &id)
{
    const auto name = names.find(id);
    return name == names.end() ? id : name->second;
}

} // namespace

QString partName(const QString &part)
{
    const std::map<QString, QString> names{{u"age"_s, Tr::tr("age")},
                                           {u"sample"_s, Tr::tr("exchanges")},
                                           {u"hours"_s, Tr::tr("hours seen")},
                                           {u"stability"_s, Tr::tr("stability")},
                                           {u"fit"_s, Tr::tr("model fit")},
                                           {u"calibration"_s, Tr::tr("calibration")},
                                           {u"interval"_s, Tr::tr("interval")}};
    return nameIn(names, part);
}

QString quantityName(const QString &quantity)
{
    const std::map<QString, QString> names{{u"gaps"_s, Tr::tr("gaps between requests")},
                                           {u"request_size"_s, Tr::tr("request size")},
                                           {u"response_size"_s, Tr::tr("response size")},
                                           {u"latency"_s, Tr::tr("latency")},
                                           {u"rate"_s, Tr::tr("mean rate")},
                                           {u"dispersion"_s, Tr::tr("index of dispersion")}};
    return nameIn(names, quantity);
}

QString ConfidenceGrade::word() const
{
    if (value >= kHigh)
        return Tr::tr("high");
    return value >= kMedium ? Tr::tr("medium") : Tr::tr("low");
}

void ConfidenceGrade::settle()
{
    value = parts.empty() ? 0 : 1;
    for (const GradePart &part : parts)
        value = std::min(value, part.value);
    if (!failedGates.isEmpty())
        value = std::min(value, kLowAtMost);
}

std::optional<QString> whyStale(const Persona &persona, std::int64_t now)
{
    const double days = persona.dataAge(now) / kDay;
    if (!(days > kStaleAfterDays))
        return std::nullopt;
    return Tr::tr("What it was made from ended %n day(s) ago; after %1 days data is stale.",
                  nullptr,
                  static_cast<int>(days))
        .arg(kStaleAfterDays);
}

ConfidenceGrade gradeOf(const Persona &persona, const PersonaSet &set, std::int64_t now)
{
    ConfidenceGrade grade;
    gradeAge(grade, persona, now);
    gradeSample(grade, persona);
    const int hours = persona.confidence.hoursSeen;
    grade.parts.push_back({u"hours"_s,
                           (1 + static_cast<double>(hours) / kHoursOfWeek) / 2,
                           Tr::tr("%1 of %2").arg(hours).arg(kHoursOfWeek)});
    if (!std::isnan(set.stability)) {
        grade.parts.push_back(
            {u"stability"_s, std::clamp(set.stability, 0.0, 1.0), text::number(set.stability)});
        if (set.stability < kLeastStability)
            grade.failedGates.append(
                Tr::tr("The clusters are not stable: resampled, they agree by less than 0.8."));
    }
    gradeFit(grade, persona);
    grade.settle();
    return grade;
}

QStringList notesOf(const PersonaSet &set)
{
    QStringList notes;
    if (set.personas.empty())
        return notes;
    noteMinutes(notes, set);
    if (nobodyKnows(set, &Persona::latencyMean))
        notes.append(
            Tr::tr("The capture has no latency: nothing is said of how fast answers are."));
    if (nobodyKnows(set, &Persona::gapMean))
        notes.append(
            Tr::tr("Gaps between requests are not known, nor are bursts: times are in whole "
                   "seconds, or a database counted."));
    noteLeftOut(notes, set);
    noteUnclustered(notes, set);
    noteHands(notes, set);
    return notes;
}

} // namespace dramatis::persona
