// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/simulation/scenario.h"
#include "core/simulation/scenario_record.h"
#include "core/simulation/tr.h"
#include "core/topology/topology_records.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace dramatis::simulation {

using namespace topology;

namespace {

constexpr auto kFormat = u"dramatis-scenario";
constexpr int kScenarioVersion = 1;
constexpr double kLongestRun = 1e9; // s, some 30 years
constexpr int kMostReplications = 10'000;
constexpr std::size_t kMostItems = 10'000;

const QStringList &faultKinds()
{
    static const QStringList kinds{u"crash"_s,
                                   u"zoneOutage"_s,
                                   u"slow"_s,
                                   u"hang"_s,
                                   u"error"_s,
                                   u"capacity"_s,
                                   u"partition"_s,
                                   u"surge"_s,
                                   u"cacheFlush"_s,
                                   u"rollingRestart"_s};
    return kinds;
}

/// All fault kinds but these.
QStringList faultKindsBut(const QStringList &these)
{
    QStringList kinds = faultKinds();
    for (const QString &kind : these)
        kinds.removeAll(kind);
    return kinds;
}

JsonRecord<FaultSpec> faultRecord()
{
    using F = FaultSpec;
    const JsonCodec<QString> text = textCodec();
    const NumberRange time{0, kLongestRun, false};
    std::vector<JsonField<F>> fields{
        jsonField(u"kind"_s, &F::kind, wordCodec(faultKinds())).needed(),
        jsonField(u"target"_s, &F::target, text).only(faultKindsBut({u"partition"_s})).needed(),
        jsonField(u"from"_s, &F::from, text).only({u"partition"_s}).needed(),
        jsonField(u"to"_s, &F::to, text).only({u"partition"_s}).needed(),
        jsonField(u"instance"_s, &F::instance, integerCodec(0, 10'000))
            .only({u"crash"_s, u"slow"_s, u"hang"_s, u"error"_s, u"capacity"_s})
            .about(u"Counts from 0; left out: all."_s),
        jsonField(u"at"_s, &F::at, numberCodec(time)),
        jsonField(u"duration"_s, &F::duration, numberCodec(time))
            .only(faultKindsBut({u"cacheFlush"_s, u"rollingRestart"_s})),
        jsonField(u"factor"_s, &F::factor, numberCodec({0, 1e6, false}))
            .only({u"slow"_s, u"capacity"_s, u"surge"_s})
            .needed(),
        jsonField(u"share"_s, &F::share, numberCodec(kFraction))
            .only({u"hang"_s, u"error"_s})
            .needed(),
        jsonField(u"down"_s, &F::down, integerCodec(1, 10'000)).only({u"rollingRestart"_s}),
        jsonField(u"gap"_s, &F::gap, numberCodec(time)).only({u"rollingRestart"_s})};
    return JsonRecord<F>(std::move(fields)).tagged(u"kind"_s, faultKinds());
}

JsonRecord<Objective> objectiveRecord()
{
    using O = Objective;
    std::vector<JsonField<O>> fields{jsonField(u"on"_s, &O::on, textCodec()).needed(),
                                     jsonField(u"metric"_s, &O::metric, textCodec()).needed(),
                                     jsonField(u"atMost"_s, &O::atMost, numberCodec({})),
                                     jsonField(u"atLeast"_s, &O::atLeast, numberCodec({}))};
    const auto finish = [](const O &objective, const QString &path) -> Result<> {
        if (!objective.atMost && !objective.atLeast)
            return jsonError(path, Tr::tr("needs atMost or atLeast"));
        return {};
    };
    return JsonRecord<O>(std::move(fields), finish);
}

/// A moment as ISO 8601, UTC if it names no zone.
JsonCodec<std::int64_t> timeCodec()
{
    return {[](const QJsonValue &value, const QString &path) -> Result<std::int64_t> {
                auto read = value.isString()
                                ? text::parseTime(value.toString())
                                : Result<std::int64_t>(makeError(ErrorKind::Format, {}));
                if (!read)
                    return jsonError(path, Tr::tr("must be a time like 2026-11-24T04:05:06Z"));
                return *read;
            },
            [](const std::int64_t &value, JsonForm) -> QJsonValue { return text::isoTime(value); },
            {{u"type"_s, u"string"_s}, {u"format"_s, u"date-time"_s}}};
}

/// Seconds, or "auto".
JsonCodec<std::optional<double>> warmupCodec()
{
    const JsonCodec<double> number = numberCodec({0, kLongestRun, false});
    const JsonCodec<QString> word = wordCodec({u"auto"_s});
    return {
        [number](const QJsonValue &value, const QString &path) -> Result<std::optional<double>> {
            if (value.toString() == u"auto"_s)
                return std::optional<double>();
            if (!value.isDouble())
                return jsonError(path, Tr::tr("must be a number of seconds or \"auto\""));
            DRAMATIS_TRY(const double seconds, number.read(value, path));
            return std::optional<double>(seconds);
        },
        [](const std::optional<double> &value, JsonForm) -> QJsonValue {
            return value ? QJsonValue(*value) : QJsonValue(u"auto"_s);
        },
        {{u"anyOf"_s, QJsonArray{number.schema, word.schema}}}};
}

JsonRecord<RunOptions> runRecord()
{
    using R = RunOptions;
    std::vector<JsonField<R>> fields{
        jsonField(u"duration"_s, &R::duration, numberCodec({0, kLongestRun, true})),
        jsonField(u"start"_s, &R::start, timeCodec()),
        jsonField(u"scale"_s, &R::scale, numberCodec({0, 1e6, true})),
        jsonField(u"peak"_s, &R::peak, booleanCodec()),
        jsonField(u"warmup"_s, &R::warmup, warmupCodec()),
        jsonField(u"replications"_s, &R::replications, integerCodec(1, kMostReplications)),
        jsonField(u"seed"_s, &R::seed, wideIntegerCodec()),
        jsonField(u"precision"_s, &R::precision, numberCodec({0, 1, true}))};
    const auto finish = [](const R &run, const QString &path) -> Result<> {
        if (run.warmup && *run.warmup >= run.duration)
            return jsonError(jsonPath(path, u"warmup"_s), Tr::tr("must be less than the duration"));
        return {};
    };
    return JsonRecord<R>(std::move(fields), finish);
}

/// A key that must have one value and is kept nowhere.
JsonField<Scenario> fixedField(const QString &key, const QJsonValue &fixed)
{
    JsonField<Scenario> field;
    field.key = key;
    field.schema = {{u"const"_s, fixed}};
    field.write = [fixed](const Scenario &, JsonForm) { return fixed; };
    return field;
}

JsonField<Scenario> formatField()
{
    JsonField<Scenario> field = fixedField(u"format"_s, QString::fromUtf16(kFormat));
    field.read = [](const QJsonValue &value, const QString &path, Scenario &) -> Result<> {
        if (value.toString() != QStringView(kFormat))
            return jsonError(path, Tr::tr("must be \"%1\"").arg(QStringView(kFormat)));
        return {};
    };
    return std::move(field).needed();
}

JsonField<Scenario> versionField()
{
    JsonField<Scenario> field = fixedField(u"version"_s, kScenarioVersion);
    field.read = [](const QJsonValue &value, const QString &path, Scenario &) -> Result<> {
        if (!value.isDouble() || value.toDouble() < 1)
            return jsonError(path, Tr::tr("must be %1").arg(kScenarioVersion));
        if (value.toDouble() != kScenarioVersion)
            return jsonError(
                path,
                Tr::tr("is %1, but this program reads version %2; use the newer program "
                       "that wrote the file")
                    .arg(value.toDouble())
                    .arg(kScenarioVersion));
        return {};
    };
    return std::move(field).needed();
}

Result<> requireNode(const Scenario &scenario, const QString &id, const QString &path)
{
    if (scenario.topology.find(id) == nullptr)
        return jsonError(path, Tr::tr("there is no node “%1”").arg(id));
    return {};
}

/// Whatever a fault is aimed at exists and is of the right kind.
Result<> checkFault(const Scenario &scenario, const FaultSpec &fault, const QString &path)
{
    const QString target = jsonPath(path, u"target"_s);
    if (fault.kind == u"partition"_s) {
        DRAMATIS_CHECK(requireNode(scenario, fault.from, jsonPath(path, u"from"_s)));
        return requireNode(scenario, fault.to, jsonPath(path, u"to"_s));
    }
    if (fault.kind == u"zoneOutage"_s) {
        if (!scenario.topology.domains.contains(fault.target))
            return jsonError(target, Tr::tr("there is no domain “%1”").arg(fault.target));
        return {};
    }
    DRAMATIS_CHECK(requireNode(scenario, fault.target, target));
    const Node &node = *scenario.topology.find(fault.target);
    const bool isSource = node.kind == NodeKind::Source;
    if (isSource != (fault.kind == u"surge"_s))
        return jsonError(
            target,
            isSource ? Tr::tr("“%1” is a source; only a surge can be aimed at it").arg(fault.target)
                     : Tr::tr("“%1” is no source, so it cannot surge").arg(fault.target));
    if (fault.kind == u"cacheFlush"_s && node.kind != NodeKind::Cache)
        return jsonError(target, Tr::tr("“%1” is no cache").arg(fault.target));
    if (fault.instance && *fault.instance >= node.instances)
        return jsonError(
            jsonPath(path, u"instance"_s),
            Tr::tr("“%1” has %2 instances, counted from 0").arg(fault.target).arg(node.instances));
    return {};
}

Result<> finishScenario(const Scenario &scenario, const QString &)
{
    for (std::size_t i = 0; i < scenario.faults.size(); ++i)
        DRAMATIS_CHECK(checkFault(scenario, scenario.faults[i], jsonPath(u"faults"_s, i)));
    for (std::size_t i = 0; i < scenario.objectives.size(); ++i)
        DRAMATIS_CHECK(requireNode(
            scenario, scenario.objectives[i].on, jsonPath(jsonPath(u"objectives"_s, i), u"on"_s)));
    return {};
}

/// The topology's keys stand beside the others; what holds between them is checked when all are
/// read.
JsonRecord<Scenario> makeRecord()
{
    std::vector<JsonField<Scenario>> fields{
        formatField(), versionField(), jsonField(u"name"_s, &Scenario::name, anyTextCodec())};
    for (const JsonField<Topology> &field : topologyRecord().fields())
        fields.push_back(liftedField(&Scenario::topology, field));
    fields.push_back(
        jsonField(u"faults"_s, &Scenario::faults, listCodec(faultRecord().codec(), 0, kMostItems)));
    fields.push_back(jsonField(u"objectives"_s,
                               &Scenario::objectives,
                               listCodec(objectiveRecord().codec(), 0, kMostItems)));
    fields.push_back(jsonField(u"run"_s, &Scenario::run, runRecord().codec()));
    return JsonRecord<Scenario>(std::move(fields),
                                [](Scenario &scenario, const QString &path) -> Result<> {
                                    DRAMATIS_CHECK(checkTopology(scenario.topology));
                                    return finishScenario(scenario, path);
                                });
}

} // namespace

const JsonRecord<Scenario> &scenarioRecord()
{
    static const JsonRecord<Scenario> record = makeRecord();
    return record;
}

Result<Scenario> scenarioFromJson(const QJsonObject &json)
{
    return scenarioRecord().read(json, {});
}

QJsonObject scenarioToJson(const Scenario &scenario)
{
    return scenarioRecord().write(scenario, JsonForm::Sparse);
}

Result<Scenario> scenarioFromText(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return makeError(ErrorKind::Format,
                         Tr::tr("The scenario is no valid JSON at %1: %2.")
                             .arg(text::placeIn(json, error.offset), error.errorString()));
    if (!document.isObject())
        return makeError(ErrorKind::Format,
                         Tr::tr("A scenario file holds one JSON object, { \"format\": \"%1\", … }.")
                             .arg(QStringView(kFormat)));
    return scenarioFromJson(document.object());
}

QString scenarioHash(const Scenario &scenario)
{
    // QJsonObject keeps its keys sorted and writes numbers with as few digits as tell them apart.
    const QJsonDocument canonical(scenarioRecord().write(scenario, JsonForm::Digest));
    return QString::fromLatin1(QCryptographicHash::hash(canonical.toJson(QJsonDocument::Compact),
                                                        QCryptographicHash::Sha256)
                                   .toHex());
}

QJsonObject scenarioSchema()
{
    QJsonObject schema = scenarioRecord().schema();
    schema.insert(u"$schema"_s, u"http://json-schema.org/draft-07/schema#"_s);
    schema.insert(u"title"_s, u"Dramatis scenario"_s);
    schema.insert(
        u"description"_s,
        u"A topology, what comes to it, what happens to it and how long to play it. Seconds, "
        u"bytes, "
        "rates per second, fractions in [0, 1], money per hour. Ids that do not exist, doubled ids "
        "and domains in a circle are refused too, which a schema cannot say."_s);
    return schema;
}

} // namespace dramatis::simulation
