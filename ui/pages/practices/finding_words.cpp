// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/practices/finding_words.h"

#include "core/base/text.h"
#include "core/report/wording.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(dramatis::practices_page)
};

} // namespace

QString boundText(const practice::Finding &finding)
{
    const QString bound = report::valueText(finding.threshold, finding.unit);
    if (finding.comparison == u"atLeast")
        return Tr::tr("at least %1").arg(bound);
    if (finding.comparison == u"below")
        return Tr::tr("below %1").arg(bound);
    return Tr::tr("at most %1").arg(bound);
}

QString findingFacts(const practice::Finding &finding)
{
    if (!finding.value.isKnown())
        return finding.rule;
    return Tr::tr("%1 · %2, %3")
        .arg(finding.rule, report::figureText(finding.value, finding.unit), boundText(finding));
}

QString effectName(const practice::Effect &effect)
{
    const QString metric = report::metricName(effect.metric);
    return effect.on.isEmpty() ? metric : Tr::tr("%1 of %2").arg(metric, effect.on);
}

QString beforeAfter(const practice::Effect &effect)
{
    return Tr::tr("%1 → %2").arg(report::valueText(effect.before.mean, effect.unit),
                                 report::valueText(effect.after.mean, effect.unit));
}

QString costText(const Figure &cost)
{
    if (!cost.isKnown())
        return text::unknown();
    const QString shown = QLocale().toString(std::abs(cost.mean), 'f', 2);
    return cost.mean > 0.005    ? QString(u'+' + shown)
           : cost.mean < -0.005 ? QString(u"−" + shown)
                                : shown;
}

} // namespace dramatis::ui
