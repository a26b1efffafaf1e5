// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/persona_json.h"

#include "core/base/json_number.h"
#include "core/base/text.h"
#include "core/persona/grade.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::persona {

namespace {

/// What is unknown is absent.
void put(QJsonObject &object, const QString &key, double value)
{
    if (std::isfinite(value))
        object.insert(key, value);
}

void putTime(QJsonObject &object, const QString &key, std::int64_t time)
{
    if (isKnown(time))
        object.insert(key, text::isoTime(time));
}

QJsonObject meanOf(const Spread &spread)
{
    QJsonObject object;
    put(object, u"mean"_s, spread.mean);
    return object;
}

QJsonObject featureObject(const traffic::FeatureColumn &feature)
{
    return {{u"id"_s, feature.id},
            {u"unit"_s, feature.unit},
            {u"transform"_s,
             feature.transform == traffic::Transform::LogRatio ? u"logRatio"_s : u"linear"_s},
            {u"center"_s, feature.center},
            {u"scale"_s, feature.scale}};
}

QJsonObject peakObject(const PeakTimes &peak)
{
    QJsonArray hours;
    for (const HourOfWeek &hour : peak.peaks)
        hours.append(QJsonObject{{u"day"_s, hour.day}, {u"hour"_s, hour.hour}});
    QJsonObject object{{u"hours"_s, hours}};
    put(object, u"peakToMean"_s, peak.peakToMean);
    return object;
}

QJsonObject confidenceObject(const ConfidenceScore &confidence)
{
    QJsonObject object;
    put(object, u"score"_s, confidence.score);
    put(object, u"effectiveWindows"_s, confidence.effectiveWindows);
    put(object, u"relativeHalfWidth"_s, confidence.relativeHalfWidth);
    object.insert(u"hoursSeen"_s, confidence.hoursSeen);
    return object;
}

QJsonObject goodnessObject(const Goodness &goodness)
{
    QJsonArray parts;
    for (const GoodnessPart &part : goodness.parts) {
        QJsonObject object{{u"quantity"_s, part.quantity},
                           {u"values"_s, static_cast<qint64>(part.values)},
                           {u"reproduced"_s, part.reproduced}};
        put(object, u"heldOut"_s, part.heldOut);
        put(object, u"generated"_s, part.generated);
        put(object, u"distance"_s, part.distance);
        put(object, u"reference"_s, part.reference);
        parts.append(object);
    }
    return {{u"reproduces"_s, goodness.reproduces}, {u"parts"_s, parts}};
}

QJsonObject gradeObject(const ConfidenceGrade &grade)
{
    QJsonArray parts;
    for (const GradePart &part : grade.parts)
        parts.append(QJsonObject{{u"part"_s, part.part}, {u"value"_s, part.value}});
    return {{u"value"_s, grade.value},
            {u"parts"_s, parts},
            {u"failedGates"_s, QJsonArray::fromStringList(grade.failedGates)}};
}

QJsonObject editsObject(const std::map<QString, HandEdit> &edits)
{
    QJsonObject object;
    for (const auto &[metric, edit] : edits)
        object.insert(
            metric,
            QJsonObject{{u"value"_s, edit.value}, {u"measured"_s, jsonNumber(edit.measured)}});
    return object;
}

QJsonObject personaObject(const Persona &persona, const PersonaSet &set, std::int64_t now)
{
    QJsonArray resources;
    for (const ResourceShare &share : persona.resources)
        resources.append(share.resource);
    QJsonObject rate = meanOf(persona.requestRate);
    put(rate, u"p50"_s, persona.requestRate.p50);
    put(rate, u"p95"_s, persona.requestRate.p95);
    put(rate, u"max"_s, persona.requestRate.max);
    QJsonObject latency;
    put(latency, u"p50"_s, persona.latencyP50);
    put(latency, u"p95"_s, persona.latencyP95);
    put(latency, u"p99"_s, persona.latencyP99);
    QJsonObject object{{u"id"_s, static_cast<qint64>(number(persona.id))},
                       {u"name"_s, persona.name},
                       {u"windows"_s, static_cast<qint64>(persona.windows)},
                       {u"exchanges"_s, static_cast<qint64>(persona.exchanges)},
                       {u"resources"_s, resources},
                       {u"requestRate"_s, rate},
                       {u"requestSize"_s, meanOf(persona.requestSize)},
                       {u"responseSize"_s, meanOf(persona.responseSize)},
                       {u"dataRate"_s, meanOf(persona.dataRate)},
                       {u"latency"_s, latency},
                       {u"peak"_s, peakObject(persona.peak)},
                       {u"confidence"_s, confidenceObject(persona.confidence)}};
    put(object, u"errorRate"_s, persona.errors.total);
    put(object, u"burstiness"_s, persona.burstiness);
    putTime(object, u"observedFrom"_s, persona.observedFrom);
    putTime(object, u"observedTo"_s, persona.observedTo);
    putTime(object, u"createdAt"_s, persona.createdAt);
    if (persona.pinned)
        object.insert(u"pinned"_s, true);
    if (persona.isEdited())
        object.insert(u"edited"_s, editsObject(persona.edits));
    if (persona.goodness)
        object.insert(u"goodness"_s, goodnessObject(*persona.goodness));
    if (!isKnown(now))
        return object;
    put(object, u"dataAge"_s, persona.dataAge(now));
    if (const auto reason = whyStale(persona, now))
        object.insert(u"stale"_s, *reason);
    object.insert(u"grade"_s, gradeObject(gradeOf(persona, set, now)));
    return object;
}

} // namespace

QJsonObject personasToJson(const PersonaSet &set, std::int64_t now)
{
    QJsonArray features;
    for (const traffic::FeatureColumn &feature : set.features)
        features.append(featureObject(feature));
    QJsonArray personas;
    for (const Persona &persona : set.personas)
        personas.append(personaObject(persona, set, now));
    QJsonObject quality;
    put(quality, u"silhouette"_s, set.silhouette);
    put(quality, u"dbcv"_s, set.dbcv);
    put(quality, u"stability"_s, set.stability);
    QJsonObject object{{u"algorithm"_s, set.options.algorithm},
                       {u"minPts"_s, set.options.minPoints},
                       {u"clusters"_s, static_cast<qint64>(set.personas.size())},
                       {u"windowSeconds"_s, set.options.windowSeconds},
                       {u"features"_s, features},
                       {u"points"_s, static_cast<qint64>(set.points)},
                       {u"noise"_s, static_cast<qint64>(set.noise)},
                       {u"quality"_s, quality},
                       {u"notes"_s, QJsonArray::fromStringList(notesOf(set))},
                       {u"personas"_s, personas}};
    put(object, u"eps"_s, set.options.epsilon);
    if (set.options.algorithm == u"kmeans")
        object.remove(u"minPts"_s);
    return object;
}

QJsonArray fatesToJson(const std::vector<PersonaFate> &fates)
{
    QJsonArray array;
    for (const PersonaFate &fate : fates) {
        QJsonArray metrics;
        for (const MetricDrift &drift : fate.metrics)
            metrics.append(QJsonObject{{u"id"_s, drift.metric},
                                       {u"a"_s, jsonNumber(drift.earlier.mean)},
                                       {u"b"_s, jsonNumber(drift.later.mean)},
                                       {u"difference"_s, jsonFigure(drift.difference)},
                                       {u"p"_s, jsonNumber(drift.p)},
                                       {u"adjustedP"_s, jsonNumber(drift.adjustedP)},
                                       {u"differs"_s, drift.drifted}});
        QJsonObject object{
            {u"name"_s, fate.name}, {u"fate"_s, fateId(fate.fate)}, {u"metrics"_s, metrics}};
        put(object, u"distance"_s, fate.distance);
        array.append(object);
    }
    return array;
}

} // namespace dramatis::persona
