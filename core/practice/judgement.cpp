// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/judgement.h"

#include "core/practice/rules.h"
#include "core/practice/tr.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::practice {

namespace {

constexpr double kManyReplications = 1000;

bool isGood(double value, double threshold, Bound bound)
{
    switch (bound) {
    case Bound::AtMost:
        return value <= threshold;
    case Bound::AtLeast:
        return value >= threshold;
    case Bound::Below:
        return value < threshold;
    }
    Q_UNREACHABLE();
}

} // namespace

QString boundId(Bound bound)
{
    switch (bound) {
    case Bound::AtMost:
        return u"atMost"_s;
    case Bound::AtLeast:
        return u"atLeast"_s;
    case Bound::Below:
        return u"below"_s;
    }
    Q_UNREACHABLE();
}

Judgement judge(const Figure &value, double threshold, Bound bound, bool exact, int replications)
{
    if (!value.isKnown())
        return {FindingState::NotApplicable, 0};
    const bool good = isGood(value.mean, threshold, bound);
    if (exact)
        return {good ? FindingState::Holds : FindingState::Deviates, 0};
    if (!value.hasInterval())
        return {FindingState::Undecided, std::max(1, 2 - replications)};
    const bool lowGood = isGood(value.mean - value.halfWidth, threshold, bound);
    const bool highGood = isGood(value.mean + value.halfWidth, threshold, bound);
    if (lowGood && highGood)
        return {FindingState::Holds, 0};
    if (!lowGood && !highGood)
        return {FindingState::Deviates, 0};
    const double distance = std::abs(value.mean - threshold);
    const double wanted =
        distance > 0 ? replications * std::pow(value.halfWidth / distance, 2) : kManyReplications;
    const double more =
        std::ceil(std::min(wanted, kManyReplications + replications)) - replications;
    return {FindingState::Undecided, std::max(1, static_cast<int>(more))};
}

Finding findingOf(const Rule &rule, const QString &on, Bound bound)
{
    Finding finding;
    finding.rule = rule.id;
    finding.kind = rule.kind;
    finding.on = on;
    finding.severity = rule.severity;
    finding.defaultThreshold = rule.threshold;
    finding.threshold = rule.parameters.contains(kOverride)
                            ? rule.parameters.value(kOverride).toDouble()
                            : rule.threshold;
    finding.comparison = boundId(bound);
    finding.unit = rule.unit;
    finding.source = rule.source;
    return finding;
}

void decide(Finding &finding, const Figure &value, Bound bound, bool exact, int replications)
{
    const Judgement judgement = judge(value, finding.threshold, bound, exact, replications);
    finding.value = value;
    finding.state = judgement.state;
    if (judgement.state != FindingState::Undecided)
        return;
    QString more;
    if (judgement.moreReplications >= kManyReplications)
        more = Tr::tr(
            "The interval crosses the threshold: over 1000 more replications would decide it.");
    else if (judgement.moreReplications == 1)
        more = Tr::tr("The interval crosses the threshold. Run 1 more replication.");
    else
        more = Tr::tr("The interval crosses the threshold. Run %1 more replications.")
                   .arg(judgement.moreReplications);
    finding.detail = finding.detail.isEmpty() ? more : QString(more + u' ' + finding.detail);
}

Finding notApplicable(const Rule &rule, const QString &on, const QString &why)
{
    Finding finding = findingOf(rule, on, Bound::AtMost);
    finding.state = FindingState::NotApplicable;
    finding.title = rule.title;
    finding.detail = why;
    return finding;
}

} // namespace dramatis::practice
