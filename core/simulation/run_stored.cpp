// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/run_json.h"
#include "core/simulation/run_measures.h"
#include "core/simulation/run_result.h"
#include "core/simulation/tr.h"

#include <QJsonArray>
#include <QtEndian>

#include <cmath>

// A run in full: every measure as the list of its replications' values under its path, series as
// base64 of little-endian floats. Numbers are written with as many digits as it takes to read them
// back exactly; NaN is null.

namespace dramatis::simulation {

namespace {

constexpr int kStoredVersion = 1;

QJsonValue numberJson(double value)
{
    if (std::isnan(value))
        return {};
    if (std::isinf(value)) // JSON has no number for it
        return value > 0 ? QStringLiteral("inf") : QStringLiteral("-inf");
    return value;
}

QJsonArray measureJson(const Measure &measure)
{
    QJsonArray values;
    for (const double value : measure.values)
        values.append(numberJson(value));
    return values;
}

/// For the visit functions of run_measures.h.
auto writerTo(QJsonObject &object)
{
    return [&object](const QString &path, const Measure &measure) {
        object.insert(path, measureJson(measure));
    };
}

QByteArray bytesOf(const std::vector<float> &values)
{
    QByteArray bytes(static_cast<qsizetype>(values.size() * sizeof(float)), Qt::Uninitialized);
    qToLittleEndian<float>(values.data(), static_cast<qsizetype>(values.size()), bytes.data());
    return bytes.toBase64();
}

/// Reads values of an object, keeping the path of what is read and the first thing that was wrong.
class Reader
{
public:
    [[nodiscard]] bool isGood() const { return m_wrong.isEmpty(); }
    [[nodiscard]] Error error() const { return makeError(ErrorKind::Format, m_wrong); }

    void wrong(const QString &path)
    {
        if (m_wrong.isEmpty())
            m_wrong = Tr::tr("%1: the stored run is damaged here; simulate again.").arg(path);
    }
    double number(const QJsonValue &value, const QString &path)
    {
        if (value.isNull())
            return std::numeric_limits<double>::quiet_NaN();
        if (value == QJsonValue(QStringLiteral("inf")))
            return std::numeric_limits<double>::infinity();
        if (value == QJsonValue(QStringLiteral("-inf")))
            return -std::numeric_limits<double>::infinity();
        if (!value.isDouble())
            wrong(path);
        return value.toDouble();
    }
    double number(const QJsonObject &object, const QString &key, const QString &path)
    {
        return number(object.contains(key) ? object.value(key) : QJsonValue(false), path + key);
    }
    QString text(const QJsonObject &object, const QString &key, const QString &path)
    {
        if (!object.value(key).isString())
            wrong(path + key);
        return object.value(key).toString();
    }
    bool truth(const QJsonObject &object, const QString &key, const QString &path)
    {
        if (!object.value(key).isBool())
            wrong(path + key);
        return object.value(key).toBool();
    }
    QJsonArray list(const QJsonObject &object, const QString &key, const QString &path)
    {
        if (!object.value(key).isArray())
            wrong(path + key);
        return object.value(key).toArray();
    }
    QJsonObject members(const QJsonObject &object, const QString &key, const QString &path)
    {
        if (!object.value(key).isObject())
            wrong(path + key);
        return object.value(key).toObject();
    }
    Measure measure(const QJsonValue &value, const QString &path)
    {
        Measure result;
        if (!value.isArray())
            wrong(path);
        for (const QJsonValue &entry : value.toArray())
            result.values.push_back(number(entry, path));
        return result;
    }
    auto readerFrom(const QJsonObject &object, const QString &path)
    {
        return [this, object, path](const QString &key, Measure &to) {
            to = measure(object.value(key), QString(path + key));
        };
    }
    Verdict verdict(const QJsonObject &object, const QString &key, const QString &path)
    {
        const QString id = text(object, key, path);
        for (const Verdict verdict : {Verdict::Pass, Verdict::Fail, Verdict::Undecided})
            if (verdictId(verdict) == id)
                return verdict;
        wrong(path + key);
        return Verdict::Undecided;
    }

private:
    QString m_wrong;
};

QJsonObject nodeStored(const NodeResult &node)
{
    QJsonObject object;
    visitNode(node, writerTo(object));
    QJsonArray instances;
    for (const Measure &instance : node.instanceUtilization)
        instances.append(measureJson(instance));
    object.insert(QStringLiteral("instanceUtilization"), instances);
    return object;
}

NodeResult nodeFrom(Reader &reader, const QJsonObject &object, const QString &path)
{
    NodeResult node;
    visitNode(node, reader.readerFrom(object, path));
    const QString key = QStringLiteral("instanceUtilization");
    for (const QJsonValue &instance : reader.list(object, key, path))
        node.instanceUtilization.push_back(reader.measure(instance, QString(path + key)));
    return node;
}

QJsonObject sourceStored(const SourceResult &source)
{
    QJsonObject object;
    visitSource(source, writerTo(object));
    QJsonObject breakdown;
    for (auto part = source.breakdown.constBegin(); part != source.breakdown.constEnd(); ++part)
        breakdown.insert(part.key(),
                         QJsonObject{{QStringLiteral("waiting"), measureJson(part->waiting)},
                                     {QStringLiteral("service"), measureJson(part->service)}});
    object.insert(QStringLiteral("breakdown"), breakdown);
    return object;
}

SourceResult sourceFrom(Reader &reader, const QJsonObject &object, const QString &path)
{
    SourceResult source;
    visitSource(source, reader.readerFrom(object, path));
    const QJsonObject breakdown = reader.members(object, QStringLiteral("breakdown"), path);
    for (auto part = breakdown.constBegin(); part != breakdown.constEnd(); ++part) {
        const QString partPath = path + QStringLiteral("breakdown.") + part.key();
        const QJsonObject sums = part.value().toObject();
        source.breakdown.insert(part.key(),
                                {reader.measure(sums.value(QStringLiteral("waiting")), partPath),
                                 reader.measure(sums.value(QStringLiteral("service")), partPath)});
    }
    return source;
}

QJsonObject objectiveStored(const ObjectiveResult &result)
{
    QJsonObject object{{QStringLiteral("on"), result.objective.on},
                       {QStringLiteral("metric"), result.objective.metric},
                       {QStringLiteral("verdict"), verdictId(result.verdict)},
                       {QStringLiteral("mean"), numberJson(result.value.mean)},
                       {QStringLiteral("halfWidth"), numberJson(result.value.halfWidth)}};
    if (result.objective.atMost)
        object.insert(QStringLiteral("atMost"), *result.objective.atMost);
    if (result.objective.atLeast)
        object.insert(QStringLiteral("atLeast"), *result.objective.atLeast);
    return object;
}

ObjectiveResult objectiveFrom(Reader &reader, const QJsonObject &object, const QString &path)
{
    ObjectiveResult result;
    result.objective.on = reader.text(object, QStringLiteral("on"), path);
    result.objective.metric = reader.text(object, QStringLiteral("metric"), path);
    if (object.contains(QStringLiteral("atMost")))
        result.objective.atMost = reader.number(object, QStringLiteral("atMost"), path);
    if (object.contains(QStringLiteral("atLeast")))
        result.objective.atLeast = reader.number(object, QStringLiteral("atLeast"), path);
    result.value.mean = reader.number(object, QStringLiteral("mean"), path);
    result.value.halfWidth = reader.number(object, QStringLiteral("halfWidth"), path);
    result.verdict = reader.verdict(object, QStringLiteral("verdict"), path);
    return result;
}

QJsonArray seriesStored(const TimeSeries &series)
{
    QJsonArray lines;
    for (const Series &line : series.series)
        lines.append(
            QJsonObject{{QStringLiteral("on"), line.on},
                        {QStringLiteral("metric"), line.metric},
                        {QStringLiteral("values"), QString::fromLatin1(bytesOf(line.values))}});
    return lines;
}

Series seriesFrom(Reader &reader, const QJsonObject &object, const QString &path)
{
    Series line{reader.text(object, QStringLiteral("on"), path),
                reader.text(object, QStringLiteral("metric"), path),
                {}};
    const QByteArray text = reader.text(object, QStringLiteral("values"), path).toLatin1();
    const auto decoded =
        QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() % qsizetype{sizeof(float)} != 0) {
        reader.wrong(path + QStringLiteral("values"));
        return line;
    }
    line.values.resize(static_cast<std::size_t>(decoded.decoded.size()) / sizeof(float));
    qFromLittleEndian<float>(decoded.decoded.constData(),
                             static_cast<qsizetype>(line.values.size()),
                             line.values.data());
    return line;
}

} // namespace

QJsonObject runToStored(const RunResult &run)
{
    QJsonObject nodes;
    for (auto node = run.nodes.constBegin(); node != run.nodes.constEnd(); ++node)
        nodes.insert(node.key(), nodeStored(*node));
    QJsonArray calls;
    for (const CallResult &call : run.calls) {
        QJsonObject object{{QStringLiteral("from"), call.from}, {QStringLiteral("to"), call.to}};
        visitCall(call, writerTo(object));
        calls.append(object);
    }
    QJsonObject sources;
    for (auto source = run.sources.constBegin(); source != run.sources.constEnd(); ++source)
        sources.insert(source.key(), sourceStored(*source));
    QJsonArray recovery;
    for (const RecoveryResult &result : run.recovery)
        recovery.append(
            QJsonObject{{QStringLiteral("fault"), result.fault},
                        {QStringLiteral("recovered"), result.recovered},
                        {QStringLiteral("timeToRecover"), measureJson(result.timeToRecover)}});
    QJsonArray objectives;
    for (const ObjectiveResult &result : run.objectives)
        objectives.append(objectiveStored(result));
    return {{QStringLiteral("format"), QStringLiteral("dramatis-stored-run")},
            {QStringLiteral("version"), kStoredVersion},
            {QStringLiteral("scenarioHash"), run.scenarioHash},
            {QStringLiteral("scenarioName"), run.scenarioName},
            {QStringLiteral("engine"), run.engine},
            {QStringLiteral("seed"), QString::number(run.seed)}, // 64 bits do not fit a JSON number
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
            {QStringLiteral("overall"), verdictId(run.overall)},
            {QStringLiteral("objectives"), objectives},
            {QStringLiteral("stepSeconds"), run.series.stepSeconds},
            {QStringLiteral("series"), seriesStored(run.series)}};
}

Result<RunResult> runFromStored(const QJsonObject &stored)
{
    if (stored.value(QStringLiteral("format")) != QJsonValue(QStringLiteral("dramatis-stored-run")))
        return makeError(ErrorKind::Format, Tr::tr("format: this is not a stored run."));
    if (stored.value(QStringLiteral("version")).toInt() != kStoredVersion)
        return makeError(
            ErrorKind::Format,
            Tr::tr("version: the run was stored by another version of Dramatis; simulate "
                   "again."));
    Reader reader;
    const QString top;
    RunResult run;
    run.scenarioHash = reader.text(stored, QStringLiteral("scenarioHash"), top);
    run.scenarioName = reader.text(stored, QStringLiteral("scenarioName"), top);
    run.engine = reader.text(stored, QStringLiteral("engine"), top);
    bool isNumber = false;
    run.seed = reader.text(stored, QStringLiteral("seed"), top).toULongLong(&isNumber);
    if (!isNumber)
        reader.wrong(QStringLiteral("seed"));
    run.replications = static_cast<int>(reader.number(stored, QStringLiteral("replications"), top));
    run.duration = reader.number(stored, QStringLiteral("duration"), top);
    run.warmup = reader.number(stored, QStringLiteral("warmup"), top);
    run.events = reader.number(stored, QStringLiteral("events"), top);
    run.eventsPerSecond = reader.number(stored, QStringLiteral("eventsPerSecond"), top);
    run.partial = reader.truth(stored, QStringLiteral("partial"), top);

    const QJsonObject nodes = reader.members(stored, QStringLiteral("nodes"), top);
    for (auto node = nodes.constBegin(); node != nodes.constEnd(); ++node)
        run.nodes.insert(node.key(),
                         nodeFrom(reader,
                                  node.value().toObject(),
                                  QString(QStringLiteral("nodes.") + node.key() + u'.')));
    for (const QJsonValue &value : reader.list(stored, QStringLiteral("calls"), top)) {
        const QString path = QStringLiteral("calls[%1].").arg(run.calls.size());
        const QJsonObject object = value.toObject();
        CallResult call;
        call.from = reader.text(object, QStringLiteral("from"), path);
        call.to = reader.text(object, QStringLiteral("to"), path);
        visitCall(call, reader.readerFrom(object, path));
        run.calls.push_back(std::move(call));
    }
    const QJsonObject sources = reader.members(stored, QStringLiteral("sources"), top);
    for (auto source = sources.constBegin(); source != sources.constEnd(); ++source)
        run.sources.insert(source.key(),
                           sourceFrom(reader,
                                      source.value().toObject(),
                                      QString(QStringLiteral("sources.") + source.key() + u'.')));
    for (const QJsonValue &value : reader.list(stored, QStringLiteral("recovery"), top)) {
        const QString path = QStringLiteral("recovery[%1].").arg(run.recovery.size());
        const QJsonObject object = value.toObject();
        const QString time = QStringLiteral("timeToRecover");
        run.recovery.push_back(
            {static_cast<int>(reader.number(object, QStringLiteral("fault"), path)),
             reader.truth(object, QStringLiteral("recovered"), path),
             reader.measure(object.value(time), QString(path + time))});
    }
    run.overall = reader.verdict(stored, QStringLiteral("overall"), top);
    for (const QJsonValue &value : reader.list(stored, QStringLiteral("objectives"), top))
        run.objectives.push_back(
            objectiveFrom(reader,
                          value.toObject(),
                          QStringLiteral("objectives[%1].").arg(run.objectives.size())));
    run.series.stepSeconds = reader.number(stored, QStringLiteral("stepSeconds"), top);
    for (const QJsonValue &value : reader.list(stored, QStringLiteral("series"), top))
        run.series.series.push_back(seriesFrom(
            reader, value.toObject(), QStringLiteral("series[%1].").arg(run.series.series.size())));
    if (!reader.isGood())
        return reader.error();
    return run;
}

} // namespace dramatis::simulation
