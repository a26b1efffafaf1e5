// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/rules.h"

namespace dramatis::practice {

/// CAP-01: utilisation at the peak rate. The threshold adapts to the personas where an objective on
/// the response time of a source that reaches the node leaves room.
[[nodiscard]] RuleKind utilisationKind();

/// The threshold of a node: the user's override, else adapted, else the rule's.
struct UtilisationTarget
{
    double threshold = 0;
    bool isAdapted = false;
    QString adaptedTo; ///< personas, or the objective where no persona is bound
    QString detail;    ///< translated, how; or why it keeps its default
};

/// The largest utilisation at which the mean wait by Allen and Cunneen is at most half of what an
/// objective leaves beside the work: wait <= (SLO - S) / 2, S being all that the source's mean
/// request spends on service and network (for a single station its service time). ca² is that of
/// the arrivals that reach the node, by the burstiness of their personas; cs² that of its service
/// time. Never above 0.95.
[[nodiscard]] UtilisationTarget
utilisationTarget(const RuleContext &context, const Rule &rule, const topology::Node &node);

/// Whether utilisation says something of a node: it has servers of its own that are ours to add to.
[[nodiscard]] bool isStation(const topology::Node &node);

/// Utilisation at the peak rate, with its interval; unknown where the run has none. May exceed 1:
/// more is asked than the node can serve.
[[nodiscard]] Figure peakUtilisation(const RuleContext &context, const QString &node);

/// Squared coefficient of variation of the gaps of what reaches a node, weighted by rate; 1 where
/// nothing is known. `personas` gets the names that it came from.
[[nodiscard]] double
arrivalVariation(const RuleContext &context, const QString &node, QStringList *personas);

} // namespace dramatis::practice
