// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/run_json.h"

#include "core/base/json_number.h"
#include "core/simulation/run_measures.h"
#include "core/simulation/run_result.h"

#include <QJsonArray>

namespace dramatis::simulation {

namespace {

/// Writes a measure's figure at a path; the part before a dot is an object of its own.
class FigureWriter
{
public:
    explicit FigureWriter(QJsonObject &object) : m_object(object) {}

    void operator()(const QString &path, const Measure &measure) const
    {
        const qsizetype dot = path.indexOf(u'.');
        if (dot < 0) {
            m_object.insert(path, jsonFigure(measure.figure()));
            return;
        }
        QJsonObject inner = m_object.value(path.left(dot)).toObject();
        inner.insert(path.mid(dot + 1), jsonFigure(measure.figure()));
        m_object.insert(path.left(dot), inner);
    }

private:
    QJsonObject &m_object;
};

QJsonObject sourceJson(const SourceResult &source)
{
    QJsonObject object;
    visitSourceDocument(source, FigureWriter(object));
    QJsonObject breakdown = object.value(QStringLiteral("breakdown")).toObject();
    for (auto part = source.breakdown.constBegin(); part != source.breakdown.constEnd(); ++part)
        breakdown.insert(
            part.key(),
            QJsonObject{{QStringLiteral("waiting"), jsonFigure(part->waiting.figure())},
                        {QStringLiteral("service"), jsonFigure(part->service.figure())}});
    object.insert(QStringLiteral("breakdown"), breakdown);
    return object;
}

QJsonObject verdictJson(const RunResult &run)
{
    QJsonArray objectives;
    for (const ObjectiveResult &result : run.objectives)
        objectives.append(QJsonObject{{QStringLiteral("on"), result.objective.on},
                                      {QStringLiteral("metric"), result.objective.metric},
                                      {QStringLiteral("verdict"), verdictId(result.verdict)},
                                      {QStringLiteral("value"), jsonFigure(result.value)}});
    return {{QStringLiteral("overall"), verdictId(run.overall)},
            {QStringLiteral("objectives"), objectives}};
}

} // namespace

QString verdictId(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pass:
        return QStringLiteral("pass");
    case Verdict::Fail:
        return QStringLiteral("fail");
    case Verdict::Undecided:
        return QStringLiteral("undecided");
    }
    return {};
}

QJsonObject runToJson(const RunResult &run)
{
    QJsonObject nodes;
    for (auto node = run.nodes.constBegin(); node != run.nodes.constEnd(); ++node) {
        QJsonObject object;
        visitNodeDocument(*node, FigureWriter(object));
        nodes.insert(node.key(), object);
    }
    QJsonArray calls;
    for (const CallResult &call : run.calls) {
        QJsonObject object{{QStringLiteral("from"), call.from},
                           {QStringLiteral("to"), call.to},
                           {QStringLiteral("breakCost"), QJsonValue()}};
        visitCallDocument(call, FigureWriter(object));
        calls.append(object);
    }
    QJsonObject sources;
    for (auto source = run.sources.constBegin(); source != run.sources.constEnd(); ++source)
        sources.insert(source.key(), sourceJson(*source));
    QJsonArray recovery;
    for (const RecoveryResult &result : run.recovery)
        recovery.append(QJsonObject{
            {QStringLiteral("fault"), result.fault},
            {QStringLiteral("recovered"), result.recovered},
            {QStringLiteral("timeToRecover"), jsonFigure(result.timeToRecover.figure())}});
    return {{QStringLiteral("format"), QStringLiteral("dramatis-run")},
            {QStringLiteral("version"), 1},
            {QStringLiteral("scenarioHash"), run.scenarioHash},
            {QStringLiteral("engine"), run.engine},
            {QStringLiteral("seed"), static_cast<qint64>(run.seed)},
            {QStringLiteral("replications"), run.replications},
            {QStringLiteral("duration"), run.duration},
            {QStringLiteral("warmup"), run.warmup},
            {QStringLiteral("events"), run.events},
            {QStringLiteral("eventsPerSecond"), run.eventsPerSecond},
            {QStringLiteral("partial"), run.partial},
            {QStringLiteral("nodes"), nodes},
            {QStringLiteral("calls"), calls},
            {QStringLiteral("sources"), sources},
            {QStringLiteral("recovery"), recovery},
            {QStringLiteral("verdict"), verdictJson(run)}};
}

} // namespace dramatis::simulation
