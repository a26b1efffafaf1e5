// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/exporters/schedule.h"

#include "core/base/csv.h"
#include "core/persona/exporters/load_plan.h"
#include "core/persona/tr.h"

using namespace Qt::StringLiterals;

namespace dramatis::persona::exporters {

namespace {

void addLine(QString &text, const QStringList &cells)
{
    QStringList escaped;
    for (const QString &cell : cells)
        escaped.append(csvCell(cell));
    text += escaped.join(u',') + u"\r\n"_s; // RFC 4180
}

/// A line for each stage and operation; the gap is the mean of one resource's, empty where it is
/// not known.
QString writeSchedule(const std::vector<LoadPlan> &plans)
{
    QString text;
    addLine(text,
            {u"persona"_s,
             u"begin_s"_s,
             u"duration_s"_s,
             u"method"_s,
             u"path"_s,
             u"requests_per_s"_s,
             u"gap_mean_s"_s});
    for (const LoadPlan &plan : plans) {
        const double gap = plan.gapMean();
        const QString gapText = gap > 0 ? numberLiteral(gap) : QString();
        double begin = 0;
        for (const LoadStage &stage : plan.stages) {
            for (const LoadOperation &operation : plan.operations)
                addLine(text,
                        {plan.name,
                         numberLiteral(begin),
                         numberLiteral(stage.seconds),
                         operation.method,
                         operation.path,
                         numberLiteral(stage.rate * operation.share),
                         gapText});
            begin += stage.seconds;
        }
    }
    return text;
}

} // namespace

Exporter schedule()
{
    return {u"schedule"_s, Tr::tr("Schedule (CSV)"), u"csv"_s, writeSchedule};
}

} // namespace dramatis::persona::exporters
