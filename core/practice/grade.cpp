// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/grade.h"

#include "core/base/text.h"
#include "core/practice/tr.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::practice {

namespace {

constexpr double kFewestRequests = 1000; ///< gate Q2, for a p99

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

/// The least of each part over the personas, and all their gates. Hours that were not seen are no
/// part: a run plays what was seen.
void gradePersonas(const AssessmentInput &input, ConfidenceGrade &grade)
{
    for (const persona::Persona *persona : boundPersonas(input)) {
        const ConfidenceGrade own = persona::gradeOf(*persona, *input.personas, input.now);
        grade.failedGates.append(own.failedGates);
        for (const AssessmentGrade &part : own.parts) {
            if (part.part == u"hours")
                continue;
            const auto known = std::find_if(
                grade.parts.begin(), grade.parts.end(), [&part](const AssessmentGrade &candidate) {
                    return candidate.part == part.part;
                });
            if (known == grade.parts.end())
                grade.parts.push_back(part);
            else if (part.value < known->value)
                *known = part;
        }
    }
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
    grade.settle();
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
    grade.settle();
    return grade;
}

} // namespace dramatis::practice
