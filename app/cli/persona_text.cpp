// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/persona_text.h"

#include "app/cli/command.h"
#include "app/cli/tr.h"
#include "core/persona/metrics.h"
#include "core/persona/persona_json.h"

#include <QFile>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::cli {

namespace {

QString driftText(const persona::MetricDrift &drift)
{
    const persona::Metric *metric = persona::findMetric(drift.metric);
    if (!metric)
        return drift.metric;
    const QLocale locale;
    const QString change = Tr::tr("%1 %2 → %3")
                               .arg(metric->name,
                                    metric->text(drift.earlier.mean, locale),
                                    metric->text(drift.later.mean, locale));
    const double relative = drift.relative();
    if (std::isnan(relative))
        return change;
    return u"%1 (%2%3 %)"_s.arg(change, relative < 0 ? u"−"_s : u"+"_s)
        .arg(qRound(std::abs(relative) * 100));
}

} // namespace

bool isPersonaFile(const QString &path)
{
    // Its keys are sorted: what tells it stands before the personas, within the first few lines.
    constexpr qint64 kHead = 64 << 10;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray head = file.read(kHead);
    return head.startsWith('{') && head.contains("\"dramatis-personas\"");
}

void printFates(const std::vector<persona::PersonaFate> &fates)
{
    for (const persona::PersonaFate &fate : fates) {
        QStringList drifted;
        for (const persona::MetricDrift &drift : fate.metrics) {
            if (drift.drifted)
                drifted.append(driftText(drift));
        }
        print(u"%1  %2  %3"_s
                  .arg(fate.name.leftJustified(28),
                       persona::fateName(fate.fate),
                       drifted.join(u", "_s))
                  .trimmed());
    }
}

} // namespace dramatis::cli
