// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/grade.h"

#include "core/base/text.h"
#include "core/practice/tr.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace dramatis::practice {

namespace {

constexpr double kHigh = 0.8;
constexpr double kMedium = 0.5;
constexpr double kLowAtMost = 0.49;      ///< while a gate fails
constexpr double kDay = 86'400;          ///< s
constexpr double kOldestDays = 30;       ///< gate Q1
constexpr double kFewestRequests = 1000; ///< gate Q2, for a p99
constexpr double kWidestRate = 0.1;      ///< gate Q2, relative half-width of the mean rate

/// The personas that sources of the scenario are bound to.
std::vector<const persona::Persona *> boundPersonas(const AssessmentInput &input)
{
    std::vector<const persona::Persona *> bound;
    if (!input.personas)
        return bound;
    for (const topology::Node &node : input.scenario.topology.nodes) {
        for (const topology::PersonaShare &share : node.personas) {
            const persona::Persona *persona = input.personas->find(share.name);
            if (persona && std::find(bound.begin(), bound.end(), persona) == bound.end())
                bound.push_back(persona);
        }
    }
    return bound;
}

void finish(ConfidenceGrade &grade)
{
    grade.value = grade.parts.empty() ? 0 : 1;
    for (const AssessmentGrade &part : grade.parts)
        grade.value = std::min(grade.value, part.value);
    if (!grade.failedGates.isEmpty())
        grade.value = std::min(grade.value, kLowAtMost);
}

void gradePersonas(const AssessmentInput &input, ConfidenceGrade &grade)
{
    const auto bound = boundPersonas(input);
    if (bound.empty())
        return;
    double age = 0;
    double confidence = 1;
    double exchanges = std::numeric_limits<double>::infinity();
    double widest = 0;
    for (const persona::Persona *persona : bound) {
        age = std::max(age, persona->dataAge(input.now));
        confidence = std::min(confidence, persona->confidence.score);
        exchanges = std::min(exchanges, static_cast<double>(persona->exchanges));
        widest = std::max(widest, persona->confidence.relativeHalfWidth);
    }
    const double days = age / kDay;
    grade.parts.push_back(
        {u"age"_s, std::clamp(1 - days / (2 * kOldestDays), 0.0, 1.0), text::duration(age)});
    grade.parts.push_back({u"sample"_s,
                           std::clamp(confidence, 0.0, 1.0),
                           Tr::tr("%1 exchanges").arg(text::count(exchanges))});
    if (days > kOldestDays)
        grade.failedGates.append(Tr::tr("The capture is older than 30 days."));
    if (exchanges < kFewestRequests)
        grade.failedGates.append(
            Tr::tr("A persona has fewer than 1000 exchanges: too few for a p99."));
    if (widest > kWidestRate)
        grade.failedGates.append(
            Tr::tr("The mean rate of a persona is known to ± %1 only; ± 10 % is asked.")
                .arg(text::percent(widest)));
}

void gradeRun(const AssessmentInput &input, ConfidenceGrade &grade)
{
    double interval = 1;
    Figure worst;
    for (const simulation::SourceResult &source : input.run.sources) {
        const Figure p95 = source.responseTime.p95.figure();
        const double known = p95.hasInterval() && p95.mean > 0
                                 ? std::clamp(1 - p95.halfWidth / p95.mean, 0.0, 1.0)
                                 : 0.0;
        if (known <= interval) {
            interval = known;
            worst = p95;
        }
        const double requests = source.throughput.figure().mean
                                * (input.run.duration - input.run.warmup) * input.run.replications;
        if (!(requests >= kFewestRequests))
            grade.failedGates.append(
                Tr::tr("Fewer than 1000 requests were simulated: too few for a p99."));
    }
    grade.failedGates.removeDuplicates();
    grade.parts.push_back({u"interval"_s, interval, u"p95 "_s + text::durationInterval(worst)});
}

} // namespace

QString ConfidenceGrade::word() const
{
    if (value >= kHigh)
        return Tr::tr("high");
    return value >= kMedium ? Tr::tr("medium") : Tr::tr("low");
}

ConfidenceGrade gradeOf(const AssessmentInput &input)
{
    ConfidenceGrade grade;
    gradePersonas(input, grade);
    gradeRun(input, grade);
    grade.failedGates.append(
        Tr::tr("Not calibrated yet: the simulation has not been held against the capture."));
    const auto &nodes = input.scenario.topology.nodes;
    if (std::any_of(
            nodes.begin(), nodes.end(), [](const topology::Node &node) { return node.assumed; }))
        grade.failedGates.append(
            Tr::tr("Service times are assumed, for the capture has no latency."));
    finish(grade);
    return grade;
}

ConfidenceGrade gradeOfEffect(const ConfidenceGrade &whole, const Figure &difference)
{
    ConfidenceGrade grade = whole;
    std::erase_if(grade.parts,
                  [](const AssessmentGrade &part) { return part.part == u"interval"_s; });
    const double known =
        difference.mean != 0 && difference.hasInterval()
            ? std::clamp(1 - difference.halfWidth / std::abs(difference.mean), 0.0, 1.0)
            : 0.0;
    grade.parts.push_back({u"interval"_s, known, u"± "_s + text::percent(1 - known)});
    finish(grade);
    return grade;
}

} // namespace dramatis::practice
