// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/base/text.h"
#include "core/persona/persona_archive.h"
#include "core/persona/persona_json.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace dramatis::persona {

// Archives find these by their arguments, and so not within an unnamed namespace.
namespace archive {

static void fields(auto &archive, Spread &spread)
{
    archive.field("mean", spread.mean);
    archive.field("p50", spread.p50);
    archive.field("p95", spread.p95);
    archive.field("max", spread.max);
}

static void fields(auto &archive, ConfidenceScore &confidence)
{
    archive.field("score", confidence.score);
    archive.field("effectiveWindows", confidence.effectiveWindows);
    archive.field("relativeHalfWidth", confidence.relativeHalfWidth);
    archive.field("hoursSeen", confidence.hoursSeen);
    archive.field("autocorrelation", confidence.autocorrelation);
}

static void fields(auto &archive, HourOfWeek &hour)
{
    archive.field("day", hour.day);
    archive.field("hour", hour.hour);
}

static void fields(auto &archive, PeakTimes &peak)
{
    archive.field("utcOffsetSeconds", peak.utcOffsetSeconds);
    archive.field("hourOfWeek", peak.hourOfWeek);
    archive.field("hourOfDay", peak.hourOfDay);
    archive.field("peaks", peak.peaks);
    archive.field("peakToMean", peak.peakToMean);
}

static void fields(auto &archive, OperationShare &share)
{
    archive.field("operation", share.operation);
    archive.field("exchanges", share.exchanges);
    archive.field("share", share.share);
}

static void fields(auto &archive, ResourceShare &share)
{
    archive.field("resource", share.resource);
    archive.field("windows", share.windows);
    archive.field("exchanges", share.exchanges);
    archive.field("meanRate", share.meanRate);
}

static void fields(auto &archive, ErrorShares &errors)
{
    archive.field("total", errors.total);
    archive.field("serverError", errors.serverError);
    archive.field("timeout", errors.timeout);
    archive.field("aborted", errors.aborted);
    archive.field("clientError", errors.clientError);
}

static void fields(auto &archive, Intensity &intensity)
{
    archive.field("stepSeconds", intensity.stepSeconds);
    archive.field("rates", intensity.rates);
}

static void fields(auto &archive, Precision &precision)
{
    archive.field("error", precision.error);
    archive.field("freedom", precision.freedom);
}

static void fields(auto &archive, HandEdit &edit)
{
    archive.field("value", edit.value);
    archive.field("measured", edit.measured);
}

static void fields(auto &archive, GoodnessPart &part)
{
    archive.field("quantity", part.quantity);
    archive.field("heldOut", part.heldOut);
    archive.field("generated", part.generated);
    archive.field("distance", part.distance);
    archive.field("reference", part.reference);
    archive.field("values", part.values);
    archive.field("reproduced", part.reproduced);
}

static void fields(auto &archive, Goodness &goodness)
{
    archive.field("parts", goodness.parts);
    archive.field("reproduces", goodness.reproduces);
}

static void fields(auto &archive, Persona &persona)
{
    archive.field("id", persona.id);
    archive.field("cluster", persona.cluster);
    archive.field("name", persona.name);
    archive.field("named", persona.named);
    archive.field("pinned", persona.pinned);
    archive.field("edits", persona.edits, 2);
    archive.field("windows", persona.windows);
    archive.field("exchanges", persona.exchanges);
    archive.field("windowShare", persona.windowShare);
    archive.field("resources", persona.resources);
    archive.field("requestRate", persona.requestRate);
    archive.field("requestSize", persona.requestSize);
    archive.field("responseSize", persona.responseSize);
    archive.field("dataRate", persona.dataRate);
    archive.field("errors", persona.errors);
    archive.field("latencyP50", persona.latencyP50);
    archive.field("latencyP95", persona.latencyP95);
    archive.field("latencyP99", persona.latencyP99);
    archive.field("latencyMean", persona.latencyMean);
    archive.field("burstiness", persona.burstiness);
    archive.field("writeShare", persona.writeShare);
    archive.field("concurrency", persona.concurrency);
    archive.field("gapMean", persona.gapMean);
    archive.field("requestSizes", persona.requestSizes);
    archive.field("responseSizes", persona.responseSizes);
    archive.field("latencies", persona.latencies);
    archive.field("gaps", persona.gaps);
    archive.field("operations", persona.operations);
    archive.field("rateOverTime", persona.rateOverTime);
    archive.field("intensity", persona.intensity, 2);
    archive.field("precision", persona.precision, 2);
    archive.field("peak", persona.peak);
    archive.field("observedFrom", persona.observedFrom);
    archive.field("observedTo", persona.observedTo);
    archive.field("createdAt", persona.createdAt);
    archive.field("confidence", persona.confidence);
    archive.field("goodness", persona.goodness, 2);
}

static void fields(auto &archive, traffic::FeatureColumn &column)
{
    archive.field("id", column.id);
    archive.field("name", column.name);
    archive.field("unit", column.unit);
    archive.field("transform", column.transform);
    archive.field("pivot", column.pivot);
    archive.field("center", column.center);
    archive.field("scale", column.scale);
    archive.field("weight", column.weight);
    archive.field("imputed", column.imputed);
}

static void fields(auto &archive, traffic::LeftOut &feature)
{
    archive.field("id", feature.id);
    archive.field("name", feature.name);
    archive.field("reason", feature.reason);
}

static void fields(auto &archive, PersonaOptions &options)
{
    archive.field("algorithm", options.algorithm);
    archive.field("epsilon", options.epsilon);
    archive.field("minPoints", options.minPoints);
    archive.field("clusters", options.clusters);
    archive.field("epsilonSuggested", options.epsilonSuggested);
    archive.field("windowSeconds", options.windowSeconds);
    archive.field("weights", options.features.weights);
    archive.field("seed", options.seed);
    archive.field("minClusterSize", options.minClusterSize, 2);
    archive.field("epsilonReason", options.epsilonReason, 3);
}

static void fields(auto &archive, PersonaSet &set)
{
    archive.ofProject("id", set.id);
    archive.ofProject("capture", set.capture);
    archive.field("name", set.name);
    archive.field("options", set.options);
    archive.field("features", set.features);
    archive.field("leftOut", set.leftOut);
    archive.field("personas", set.personas);
    archive.column("labels", set.labels);
    archive.column("windowOfRow", set.windowOfRow);
    archive.field("points", set.points);
    archive.field("noise", set.noise);
    archive.field("silhouette", set.silhouette);
    archive.field("createdAt", set.createdAt);
    archive.field("sparseExchanges", set.sparseExchanges);
    archive.field("noiseExchanges", set.noiseExchanges);
    archive.field("stability", set.stability, 2);
    archive.field("regrouped", set.regrouped, 2);
    archive.ofProject("predecessor", set.predecessor, 2);
    archive.field("lastPersonaId", set.lastPersonaId, 2);
    archive.field("minutesOfHour", set.minutesOfHour, 2);
    archive.field("dbcv", set.dbcv, 3);
}

} // namespace archive

namespace {

using archive::kVersion;
using archive::Reader;
using archive::Reading;
using archive::SchemaMaker;
using archive::Writer;

constexpr auto kFormat = "dramatis-personas";
/// A set of a thousand personas is a few tens of MiB; more is a mistake.
constexpr qint64 kLargestFile = 256LL << 20;

/// Lengths and values that readers of a set count on.
void validate(Reader &reader, const PersonaSet &set)
{
    const auto length =
        [&]<typename T>(const std::vector<T> &values, std::size_t wanted, const char *path) {
            if (!values.empty() && values.size() != wanted)
                reader.fail(QLatin1String(path), Tr::tr("has another length than %1").arg(wanted));
        };
    QSet<QString> names;
    QSet<std::uint32_t> ids;
    for (const Persona &persona : set.personas) {
        length(persona.peak.hourOfWeek, 168, "personas.peak.hourOfWeek");
        length(persona.peak.hourOfDay, 24, "personas.peak.hourOfDay");
        length(persona.requestSizes, 101, "personas.requestSizes");
        length(persona.responseSizes, 101, "personas.responseSizes");
        length(persona.latencies, 101, "personas.latencies");
        length(persona.gaps, 101, "personas.gaps");
        length(persona.rateOverTime, 120, "personas.rateOverTime");
        length(persona.intensity.rates, 120, "personas.intensity.rates");
        for (const HourOfWeek &hour : persona.peak.peaks) {
            if (hour.day < 0 || hour.day > 6 || hour.hour < 0 || hour.hour > 23)
                reader.fail(u"personas.peak.peaks"_s, Tr::tr("names no hour of the week"));
        }
        if (ids.contains(number(persona.id)))
            reader.fail(u"personas.id"_s, Tr::tr("is given twice"));
        if (names.contains(persona.name))
            reader.fail(u"personas.name"_s, Tr::tr("is given twice"));
        ids.insert(number(persona.id));
        names.insert(persona.name);
    }
    length(set.minutesOfHour, 60, "minutesOfHour");
    for (const int label : set.labels) {
        if (label < clustering::kNoise)
            reader.fail(u"labels"_s, Tr::tr("holds a label below -1"));
    }
    if (set.labels.size() != set.windowOfRow.size())
        reader.fail(u"windowOfRow"_s, Tr::tr("is not as long as labels"));
}

QJsonObject written(const PersonaSet &set, bool isFile)
{
    PersonaSet copy = set; // the fields are named for reading and writing alike, so not const
    Writer writer(isFile);
    fields(writer, copy);
    QJsonObject object = writer.object();
    object.insert(u"format"_s, QLatin1String(kFormat));
    object.insert(u"version"_s, kVersion);
    return object;
}

Result<PersonaSet> read(QJsonObject object, bool isFile)
{
    Reading reading;
    reading.isFile = isFile;
    const QJsonValue format = object.take(u"format"_s);
    reading.version = object.take(u"version"_s).toInt();
    PersonaSet set;
    Reader reader(object, QString(), reading);
    if (format != QJsonValue(QLatin1String(kFormat)))
        reader.fail(u"format"_s, Tr::tr("is not %1").arg(QLatin1String(kFormat)));
    else if (reading.version < 1 || reading.version > kVersion)
        reader.fail(u"version"_s,
                    Tr::tr("is %1, and only 1 to %2 are known").arg(reading.version).arg(kVersion));
    else
        fields(reader, set);
    if (!reading.error) {
        reader.refuseOthers();
        validate(reader, set);
    }
    if (reading.error)
        return *std::move(reading.error);
    for (const Persona &persona : set.personas)
        set.lastPersonaId = std::max(set.lastPersonaId, number(persona.id));
    return set;
}

} // namespace

QJsonObject personasToStored(const PersonaSet &set)
{
    return written(set, false);
}

Result<PersonaSet> personasFromStored(const QJsonObject &stored)
{
    return read(stored, false);
}

QJsonObject personasToFile(const PersonaSet &set)
{
    return written(set, true);
}

Result<PersonaSet> personasFromFile(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return makeError(ErrorKind::Format,
                         Tr::tr("The personas are no valid JSON at %1: %2.")
                             .arg(text::placeIn(json, error.offset), error.errorString()));
    if (!document.isObject())
        return makeError(
            ErrorKind::Format,
            Tr::tr("A file of personas holds one JSON object, { \"format\": \"%1\", … }.")
                .arg(QLatin1String(kFormat)));
    return read(document.object(), true);
}

Result<PersonaSet> readPersonas(const QString &path)
{
    DRAMATIS_TRY(const QByteArray text, readFile(path, kLargestFile));
    auto set = personasFromFile(text);
    if (!set)
        return std::move(set).error().in(Tr::tr("reading %1").arg(path));
    return set;
}

QJsonObject personasSchema()
{
    SchemaMaker maker;
    PersonaSet set;
    fields(maker, set);
    QJsonObject schema = maker.schema();
    QJsonObject properties = schema.value(u"properties"_s).toObject();
    properties.insert(u"format"_s, QJsonObject{{u"const"_s, QLatin1String(kFormat)}});
    properties.insert(
        u"version"_s,
        QJsonObject{{u"type"_s, u"integer"_s}, {u"minimum"_s, 1}, {u"maximum"_s, kVersion}});
    schema.insert(u"properties"_s, properties);
    QJsonArray required = schema.value(u"required"_s).toArray();
    required.append(u"format"_s);
    required.append(u"version"_s);
    schema.insert(u"required"_s, required);
    schema.insert(u"$schema"_s, u"http://json-schema.org/draft-07/schema#"_s);
    schema.insert(u"title"_s, u"Dramatis personas"_s);
    schema.insert(
        u"description"_s,
        u"Personas of a capture at one cut. Seconds, bytes, rates per second, fractions in [0, 1]; "
        "times are nanoseconds since the epoch, UTC; unknown numbers are null. Distributions are "
        "101 values at equally spaced probabilities from 0 to 1, hours of the week 168 from Monday "
        "0:00, steps of the capture 120; empty where nothing is known. Doubled names and ids are "
        "refused too, which a schema cannot say. What is not required came with version 2."_s);
    return schema;
}

} // namespace dramatis::persona
