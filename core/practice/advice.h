// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/assessment.h"

#include <QJsonObject>
#include <QJsonValue>

#include <functional>
#include <optional>

namespace dramatis::practice {

/// One change of a scenario: `path` as in `--set`.
struct Change
{
    QString op = QStringLiteral("replace"); ///< replace, add, remove
    QString path;                           ///< "nodes.web.workers"
    QJsonValue from;
    QJsonValue to;
    bool operator==(const Change &) const = default;
};

/// A metric before and after a change.
struct Effect
{
    QString on;
    QString metric; ///< "responseTime.p95"
    QString unit;   ///< "s", "fraction", "1/s"
    Figure before;
    Figure after;
    Figure difference; ///< paired, after - before
    bool operator==(const Effect &) const = default;
};

/// A change that was simulated again and helped.
struct Recommendation
{
    QString id; ///< "r1": stable for the same input
    std::vector<Change> changes;
    QString title;  ///< translated: "web: 2 -> 3 instances"
    QString reason; ///< translated: which finding, which rule
    QString rule;
    QString on;
    QStringList personas; ///< it was adapted to
    QString conditions;   ///< translated: under which load and faults the effects were simulated
    Effect target;        ///< the metric it is for
    std::vector<Effect> effects; ///< guards and others, per source
    Figure costDifference;       ///< money per hour
    QStringList worsened;        ///< translated; empty: nothing got worse
    ConfidenceGrade grade;
    bool verified = false; ///< with fresh seeds at full length
    bool accepted = false; ///< by the user
    bool operator==(const Recommendation &) const = default;
};

/// A change that was tried and did not help, with why.
struct Rejected
{
    std::vector<Change> changes;
    QString title;
    QString why;
    Effect target;
    bool operator==(const Rejected &) const = default;
};

/// Provenance of a node, call or threshold of the adaptive graph.
struct AdaptedThreshold
{
    QString rule;
    QString on;
    double threshold = 0;
    double defaultThreshold = 0;
    QString unit;
    QString adaptedTo; ///< persona, or empty
    Source source;
    bool operator==(const AdaptedThreshold &) const = default;
};

/// The practice graph specialised to a topology and its personas.
struct AdaptiveGraph
{
    Match ideal;
    simulation::Scenario base;
    simulation::Scenario changed; ///< with every verified recommendation
    std::vector<AdaptedThreshold> thresholds;
    std::vector<Recommendation> recommendations;
    std::vector<Rejected> rejected;
    std::vector<Finding> unadvised; ///< deviations without a recommendation, `detail` says why
    std::vector<Effect> together;   ///< all recommendations at once, fresh seeds
    Figure costTogether;
    bool fixedPoint = false; ///< advising again on `changed` advises nothing more
    bool operator==(const AdaptiveGraph &) const = default;
};

struct AdviceOptions
{
    unsigned threads = 0;
    int trialReplications = 10;
    double trialRequests = 30'000; ///< per replication, at the peak rate
    std::optional<double> budget;  ///< money per hour more, at most
    /// Called as recommendations are found, before their final verification; may be empty.
    std::function<void(const Recommendation &)> found;
};

/// The smallest set of changes that makes the deviations hold, each verified by simulating again
/// with common random numbers, then all together with fresh seeds at full length, to a fixed point.
[[nodiscard]] Result<AdaptiveGraph> advise(const AssessmentInput &input,
                                           const Assessment &assessment,
                                           const AdviceOptions &options,
                                           JobControl &job);

/// A scenario with the changes applied, one after the other.
[[nodiscard]] Result<simulation::Scenario> applyChanges(const simulation::Scenario &scenario,
                                                        const std::vector<Change> &changes);

/// The document of `advise --json`.
[[nodiscard]] QJsonObject adviceToJson(const Assessment &assessment, const AdaptiveGraph &graph);

/// For the project file; round trips.
[[nodiscard]] QJsonObject adviceToStored(const Assessment &assessment, const AdaptiveGraph &graph);
struct StoredAdvice
{
    Assessment assessment;
    AdaptiveGraph graph;
    bool operator==(const StoredAdvice &) const = default;
};
/// @errors Format
[[nodiscard]] Result<StoredAdvice> adviceFromStored(const QJsonObject &stored);

} // namespace dramatis::practice
