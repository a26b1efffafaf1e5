// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/persona_json.h"

#include "core/base/text.h"

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

QJsonObject personaObject(const Persona &persona)
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
    return object;
}

} // namespace

QJsonObject personasToJson(const PersonaSet &set)
{
    QJsonArray features;
    for (const traffic::FeatureColumn &feature : set.features)
        features.append(featureObject(feature));
    QJsonArray personas;
    for (const Persona &persona : set.personas)
        personas.append(personaObject(persona));
    QJsonObject quality;
    put(quality, u"silhouette"_s, set.silhouette);
    QJsonObject object{{u"algorithm"_s, set.options.algorithm},
                       {u"minPts"_s, set.options.minPoints},
                       {u"clusters"_s, static_cast<qint64>(set.personas.size())},
                       {u"windowSeconds"_s, set.options.windowSeconds},
                       {u"features"_s, features},
                       {u"points"_s, static_cast<qint64>(set.points)},
                       {u"noise"_s, static_cast<qint64>(set.noise)},
                       {u"quality"_s, quality},
                       {u"personas"_s, personas}};
    put(object, u"eps"_s, set.options.epsilon);
    if (set.options.algorithm == u"kmeans")
        object.remove(u"minPts"_s);
    return object;
}

} // namespace dramatis::persona
