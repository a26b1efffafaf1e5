// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/advice.h"
#include "core/practice/assessment.h"
#include "core/practice/peak.h"

#include <QLatin1StringView>

#include <optional>
#include <vector>

namespace dramatis::practice {

/// Key of a rule's parameters: the user's threshold.
inline constexpr QLatin1StringView kOverride{"override"};

/// What a rule kind may look at.
struct RuleContext
{
    const simulation::Scenario &scenario;
    const simulation::RunResult &run;
    const PracticeGraph &graph;
    const Match &match;
    const PeakLoad &peak;
    const persona::PersonaSet *personas = nullptr;

    /// Whether the rule speaks of a node: it names no roles, or one that the node was matched to.
    [[nodiscard]] bool concerns(const Rule &rule, const QString &node) const;
    /// What the run showed of a node, or nullptr.
    [[nodiscard]] const simulation::NodeResult *result(const QString &node) const;
};

/// Changes that belong together, of one size.
struct Step
{
    std::vector<Change> changes;
    QString title; ///< translated: "web: 2 -> 3 instances"
};

/// What is simulated to see that a change helps, on top of the scenario at its peak rate.
struct Experiment
{
    double load = 1;                           ///< times the peak rate
    std::vector<simulation::FaultSpec> faults; ///< `at` and `duration` as fractions of the run
    QString on;                                ///< node or source of the figure that must improve
    QString metric; ///< "utilization", "responseTime.p99", kImbalance, kInstances
    QString unit;
    bool isRejectingFine = false; ///< overload: a bound refuses work, so errors are no guard here
    double goodputShare = 0;      ///< of what was served before, at least; 0: the usual guard
    bool isCautious = false;      ///< guards are held at the far end of their intervals (shrinking)
    bool isStructural = false;    ///< the figure is known without a run and needs no interval

    bool operator==(const Experiment &) const = default;
};

/// Metrics of experiments that no run document has.
inline constexpr QLatin1StringView kImbalance{
    "instanceImbalance"};                                   ///< max over mean instance utilisation
inline constexpr QLatin1StringView kInstances{"instances"}; ///< of the topology

/// One way to make a finding hold: the same change in growing sizes.
struct Proposal
{
    std::vector<Step>
        steps; ///< smallest first; the search takes the smallest that makes the rule hold
    std::size_t guess = 0; ///< where the search starts
    Experiment experiment;
};

/// A change that is simulated as evidence only, at the peak rate.
struct WhatIf
{
    simulation::Scenario scenario;
    QString on;     ///< source
    QString metric; ///< its figure that is compared
    QString text; ///< translated: "With service at web 20 % faster, p99 of clients changes by %1."
};

/// A kind of condition. Rules of the library name one and bring threshold, severity, source and
/// roles.
struct RuleKind
{
    QString id;                ///< "utilisation"
    QString unit;              ///< of its thresholds
    QStringList parameters;    ///< keys of Rule::parameters that it reads
    bool isStructural = false; ///< the condition is read from the topology; a run is not looked at
    /// Findings in the order of the topology; one that does not apply where there is nothing to
    /// hold it against.
    std::vector<Finding> (*evaluate)(const RuleContext &, const Rule &) = nullptr;
    /// Ways to make a deviating finding hold, the preferred first; nullptr: the kind knows no edit.
    std::vector<Proposal> (*propose)(const RuleContext &, const Rule &, const Finding &) = nullptr;
    /// What would follow from a change that no path can name; nullptr: nothing to try.
    std::optional<WhatIf> (*whatIf)(const RuleContext &, const Finding &) = nullptr;
};

/// Every kind, in the order in which advice tries them: capacity first, for it changes most
/// figures, shrinking last.
[[nodiscard]] const std::vector<RuleKind> &allRuleKinds();
/// The kind with this id, or nullptr.
[[nodiscard]] const RuleKind *ruleKind(const QString &id);
/// The first enabled rule of a kind, or nullptr.
[[nodiscard]] const Rule *enabledRule(const PracticeGraph &graph, const QString &kind);

/// `replace` of one value.
[[nodiscard]] Change
replaceChange(const QString &path, const QJsonValue &from, const QJsonValue &to);
/// Growing numbers of instances or workers of a node, from one more to `most`.
[[nodiscard]] std::vector<Step> growSteps(const topology::Node &node, const QString &key, int most);

} // namespace dramatis::practice
