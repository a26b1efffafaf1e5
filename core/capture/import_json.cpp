// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/import_json.h"

#include "core/base/text.h"
#include "core/capture/capture_observations.h"
#include "core/traffic/route_use.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::capture {

namespace {

/// Counts stay exact in JSON below 2^53, which no capture reaches.
QJsonValue count(std::uint64_t value)
{
    return static_cast<qint64>(value);
}

QJsonObject skippedToJson(const ImportSummary &summary)
{
    QJsonArray samples;
    for (const SkippedSample &sample : summary.samples)
        samples.append(QJsonObject{{u"place"_s, sample.place}, {u"reason"_s, sample.reason}});
    return {{u"count"_s, count(summary.skipped)}, {u"samples"_s, samples}};
}

QJsonArray observationsToJson(const std::vector<traffic::Observation> &observations)
{
    QJsonArray array;
    for (const traffic::Observation &one : observations) {
        QJsonObject json{
            {u"kind"_s, traffic::observationId(one.kind)},
            {u"severity"_s,
             one.severity == traffic::ObservationSeverity::Warning ? u"warning"_s : u"info"_s},
            {u"text"_s, one.text},
            {u"count"_s, count(one.count)}};
        if (isKnown(one.from)) {
            json.insert(u"from"_s, text::isoTime(one.from));
            json.insert(u"to"_s, text::isoTime(one.to));
        }
        if (!one.resource.isEmpty())
            json.insert(u"resource"_s, one.resource);
        array.append(json);
    }
    return array;
}

/// The templates with how many operations each takes.
QJsonArray routesToJson(const traffic::ExchangeTable &table)
{
    const traffic::RouteTemplates &templates = table.routeTemplates();
    const std::vector<std::uint64_t> operations = traffic::operationsByTemplate(table);
    QJsonArray array;
    for (std::size_t i = 0; i < templates.size(); ++i)
        array.append(QJsonObject{{u"template"_s, templates.at(i).text},
                                 {u"operations"_s, count(operations[i])}});
    return array;
}

QJsonArray callsToJson(const std::vector<traffic::CallTotals> &calls)
{
    QJsonArray array;
    for (const traffic::CallTotals &call : calls) {
        QJsonObject json{{u"from"_s, call.caller},
                         {u"to"_s, call.callee},
                         {u"calls"_s, count(call.totals.exchanges)},
                         {u"errors"_s, count(call.totals.errors)}};
        const auto insertKnown = [&json](const QString &key, double value) {
            if (std::isfinite(value))
                json.insert(key, value);
        };
        insertKnown(u"perRequest"_s, call.perRequest);
        insertKnown(u"latencyP50"_s, call.totals.latencyP50);
        insertKnown(u"latencyP95"_s, call.totals.latencyP95);
        array.append(json);
    }
    return array;
}

/// Counts by step and bucket: rows of `counts` are steps.
QJsonObject latencyMapToJson(const traffic::LatencyMap &map)
{
    QJsonArray bounds;
    for (std::size_t row = 0; row <= map.rows; ++row)
        bounds.append(map.lowest(row));
    QJsonArray steps;
    for (std::size_t step = 0; step < map.steps(); ++step) {
        QJsonArray counts;
        for (std::size_t row = 0; row < map.rows; ++row)
            counts.append(map.count(step, row));
        steps.append(counts);
    }
    return {{u"begin"_s, text::isoTime(map.begin)},
            {u"stepSeconds"_s, map.stepSeconds},
            {u"bounds"_s, bounds},
            {u"counts"_s, steps}};
}

} // namespace

QJsonObject importToJson(const Imported &imported, const traffic::CaptureStatistics &statistics)
{
    const ImportSummary &summary = imported.summary;
    const traffic::ExchangeTotals &totals = statistics.totals;
    QJsonObject json{{u"format"_s, summary.format},
                     {u"records"_s, count(summary.records)},
                     {u"exchanges"_s, count(summary.exchanges)},
                     {u"resources"_s, count(statistics.resources.size())},
                     {u"clients"_s, count(statistics.clients)},
                     {u"errors"_s, count(totals.errors)},
                     {u"skipped"_s, skippedToJson(summary)},
                     {u"repaired"_s, count(summary.repaired)},
                     {u"notes"_s, QJsonArray::fromStringList(captureNotes(summary, statistics))}};
    if (imported.table && !imported.table->routeTemplates().isEmpty())
        json.insert(u"routes"_s, routesToJson(*imported.table));
    json.insert(u"observations"_s, observationsToJson(captureObservations(summary, statistics)));
    json.insert(u"calls"_s, callsToJson(statistics.calls));
    if (statistics.latencyMap.rows > 0)
        json.insert(u"latencyMap"_s, latencyMapToJson(statistics.latencyMap));
    if (totals.knownRequestBytes > 0)
        json.insert(u"requestBytes"_s, qint64{totals.requestBytes});
    if (totals.knownResponseBytes > 0)
        json.insert(u"responseBytes"_s, qint64{totals.responseBytes});
    if (totals.knownTransfers > 0)
        json.insert(u"transferMean"_s, totals.meanTransfer());
    if (isKnown(statistics.firstTime)) {
        json.insert(u"firstTime"_s, text::isoTime(statistics.firstTime));
        json.insert(u"lastTime"_s, text::isoTime(statistics.lastTime));
    }
    QJsonObject statuses;
    for (const auto &[status, exchanges] : statistics.statuses)
        statuses.insert(QString::number(status), count(exchanges));
    json.insert(u"statuses"_s, statuses);
    return json;
}

} // namespace dramatis::capture
