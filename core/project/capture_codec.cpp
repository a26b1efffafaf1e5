// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/capture_codec.h"

#include "core/project/tr.h"
#include "core/traffic/windows_codec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::project {

namespace {

// Writer and reader share one description of each struct: `visit` names the fields, `archive` goes
// one way or the other. So a field cannot be written and forgotten when reading.

class ToJson
{
public:
    QJsonObject object;

    void field(const QString &key, double &value)
    {
        object.insert(key, std::isnan(value) ? QJsonValue() : QJsonValue(value));
    }
    void field(const QString &key, float &value)
    {
        object.insert(key,
                      std::isnan(value) ? QJsonValue() : QJsonValue(static_cast<double>(value)));
    }
    void field(const QString &key, bool &value) { object.insert(key, value); }
    void field(const QString &key, QString &value) { object.insert(key, value); }
    // Numbers beyond 2^53 would lose digits as JSON numbers.
    void field(const QString &key, std::int64_t &value)
    {
        object.insert(key, QString::number(value));
    }
    void field(const QString &key, std::uint64_t &value)
    {
        object.insert(key, QString::number(value));
    }
    void field(const QString &key, QStringList &value)
    {
        object.insert(key, QJsonArray::fromStringList(value));
    }
    void field(const QString &key, std::vector<double> &values)
    {
        QJsonArray array;
        for (const double value : values)
            array.append(std::isnan(value) ? QJsonValue() : QJsonValue(value));
        object.insert(key, array);
    }
    template<typename List, typename Visit>
    void list(const QString &key, List &items, Visit visit)
    {
        QJsonArray array;
        for (auto &item : items) {
            ToJson archive;
            visit(archive, item);
            array.append(archive.object);
        }
        object.insert(key, array);
    }
    template<typename Item, typename Visit>
    void nested(const QString &key, Item &item, Visit visit)
    {
        ToJson archive;
        visit(archive, item);
        object.insert(key, archive.object);
    }
};

class FromJson
{
public:
    explicit FromJson(QJsonObject source) : m_source(std::move(source)) {}

    void field(const QString &key, double &value) { value = real(m_source.value(key)); }
    void field(const QString &key, bool &value) { value = m_source.value(key).toBool(); }
    void field(const QString &key, QString &value) { value = m_source.value(key).toString(); }
    void field(const QString &key, std::int64_t &value)
    {
        value = m_source.value(key).toString().toLongLong();
    }
    void field(const QString &key, std::uint64_t &value)
    {
        value = m_source.value(key).toString().toULongLong();
    }
    void field(const QString &key, QStringList &value)
    {
        value.clear();
        for (const QJsonValue item : m_source.value(key).toArray())
            value.append(item.toString());
    }
    void field(const QString &key, std::vector<double> &values)
    {
        values.clear();
        for (const QJsonValue item : m_source.value(key).toArray())
            values.push_back(real(item));
    }
    template<typename List, typename Visit>
    void list(const QString &key, List &items, Visit visit)
    {
        items.clear();
        for (const QJsonValue value : m_source.value(key).toArray()) {
            typename List::value_type item;
            FromJson archive(value.toObject());
            visit(archive, item);
            items.push_back(std::move(item));
        }
    }
    template<typename Item, typename Visit>
    void nested(const QString &key, Item &item, Visit visit)
    {
        FromJson archive(m_source.value(key).toObject());
        visit(archive, item);
    }

private:
    static double real(const QJsonValue &value)
    {
        return value.isDouble() ? value.toDouble() : std::numeric_limits<double>::quiet_NaN();
    }
    QJsonObject m_source;
};

constexpr auto visitSample = [](auto &archive, capture::SkippedSample &sample) {
    archive.field(u"place"_s, sample.place);
    archive.field(u"reason"_s, sample.reason);
    archive.field(u"text"_s, sample.text);
};

constexpr auto visitSummary = [](auto &archive, capture::ImportSummary &summary) {
    archive.field(u"format"_s, summary.format);
    archive.field(u"records"_s, summary.records);
    archive.field(u"exchanges"_s, summary.exchanges);
    archive.field(u"skipped"_s, summary.skipped);
    archive.list(u"samples"_s, summary.samples, visitSample);
    archive.field(u"repaired"_s, summary.repaired);
    archive.field(u"notes"_s, summary.notes);
    archive.field(u"truncated"_s, summary.truncated);
    archive.field(u"redacted"_s, summary.redacted);
};

constexpr auto visitTotals = [](auto &archive, traffic::ExchangeTotals &totals) {
    archive.field(u"exchanges"_s, totals.exchanges);
    archive.field(u"knownOutcomes"_s, totals.knownOutcomes);
    archive.field(u"errors"_s, totals.errors);
    archive.field(u"requestBytes"_s, totals.requestBytes);
    archive.field(u"responseBytes"_s, totals.responseBytes);
    archive.field(u"knownRequestBytes"_s, totals.knownRequestBytes);
    archive.field(u"knownResponseBytes"_s, totals.knownResponseBytes);
    archive.field(u"knownLatencies"_s, totals.knownLatencies);
    archive.field(u"knownTransfers"_s, totals.knownTransfers);
    archive.field(u"transferSum"_s, totals.transferSum);
    archive.field(u"latencyP50"_s, totals.latencyP50);
    archive.field(u"latencyP95"_s, totals.latencyP95);
};

constexpr auto visitGroup = [](auto &archive, traffic::GroupTotals &group) {
    archive.field(u"name"_s, group.name);
    archive.nested(u"totals"_s, group.totals, visitTotals);
    archive.field(u"meanRate"_s, group.meanRate);
    archive.field(u"peakRate"_s, group.peakRate);
};

constexpr auto visitTimeline = [](auto &archive, traffic::CaptureTimeline &timeline) {
    archive.field(u"stepSeconds"_s, timeline.stepSeconds);
    archive.field(u"begin"_s, timeline.begin);
    archive.field(u"rate"_s, timeline.rate);
    archive.field(u"errorRate"_s, timeline.errorRate);
    archive.field(u"dataRate"_s, timeline.dataRate);
    archive.field(u"latencyP50"_s, timeline.latencyP50);
    archive.field(u"latencyP95"_s, timeline.latencyP95);
};

constexpr auto visitLatencyMap = [](auto &archive, traffic::LatencyMap &map) {
    archive.field(u"stepSeconds"_s, map.stepSeconds);
    archive.field(u"begin"_s, map.begin);
    archive.field(u"firstBucket"_s, map.firstBucket);
    archive.field(u"rows"_s, map.rows);
    archive.field(u"counts"_s, map.counts);
};

constexpr auto visitCall = [](auto &archive, traffic::CallTotals &call) {
    archive.field(u"caller"_s, call.caller);
    archive.field(u"callee"_s, call.callee);
    archive.nested(u"totals"_s, call.totals, visitTotals);
    archive.field(u"perRequest"_s, call.perRequest);
};

constexpr auto visitObservation = [](auto &archive, traffic::Observation &observation) {
    QString kind = traffic::observationId(observation.kind);
    archive.field(u"kind"_s, kind);
    observation.kind = traffic::observationFromId(kind);
    bool isWarning = observation.severity == traffic::ObservationSeverity::Warning;
    archive.field(u"isWarning"_s, isWarning);
    observation.severity =
        isWarning ? traffic::ObservationSeverity::Warning : traffic::ObservationSeverity::Info;
    archive.field(u"from"_s, observation.from);
    archive.field(u"to"_s, observation.to);
    archive.field(u"resource"_s, observation.resource);
    archive.field(u"text"_s, observation.text);
    archive.field(u"count"_s, observation.count);
};

constexpr auto visitStatistics = [](auto &archive, traffic::CaptureStatistics &statistics) {
    archive.nested(u"totals"_s, statistics.totals, visitTotals);
    archive.field(u"firstTime"_s, statistics.firstTime);
    archive.field(u"lastTime"_s, statistics.lastTime);
    archive.field(u"clients"_s, statistics.clients);
    archive.field(u"meanRate"_s, statistics.meanRate);
    archive.field(u"peakRate"_s, statistics.peakRate);
    archive.list(u"resources"_s, statistics.resources, visitGroup);
    archive.list(u"operations"_s, statistics.operations, visitGroup);
    archive.list(u"topClients"_s, statistics.topClients, visitGroup);
    archive.nested(u"timeline"_s, statistics.timeline, visitTimeline);
    archive.nested(u"latencyMap"_s, statistics.latencyMap, visitLatencyMap);
    archive.list(u"calls"_s, statistics.calls, visitCall);
    archive.list(u"observations"_s, statistics.observations, visitObservation);
    archive.field(u"wholeSeconds"_s, statistics.wholeSeconds);
};

Result<QJsonObject> objectFrom(const QByteArray &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        return makeError(ErrorKind::Format,
                         Tr::tr("A capture's description in the project is damaged."));
    return document.object();
}

} // namespace

QByteArray summaryToText(const capture::ImportSummary &summary,
                         const traffic::RouteTemplates &routes,
                         const CountedCapture *counted)
{
    ToJson archive;
    auto copy = summary;
    visitSummary(archive, copy);
    if (summary.mapping)
        archive.object.insert(u"mapping"_s, capture::mappingToJson(*summary.mapping));
    if (!routes.isEmpty())
        archive.object.insert(u"routes"_s, routes.toJson());
    if (counted) {
        archive.object.insert(u"query"_s, capture::queryToJson(counted->source));
        archive.object.insert(u"windows"_s, QString::number(counted->key));
    }
    return QJsonDocument(archive.object).toJson(QJsonDocument::Compact);
}

Result<capture::ImportSummary> summaryFromText(const QByteArray &text)
{
    DRAMATIS_TRY(const QJsonObject object, objectFrom(text));
    FromJson archive(object);
    capture::ImportSummary summary;
    visitSummary(archive, summary);
    if (object.contains(u"mapping"_s)) {
        DRAMATIS_TRY(summary.mapping,
                     capture::mappingFromJson(object.value(u"mapping"_s).toObject()));
    }
    return summary;
}

Result<traffic::RouteTemplates> routesFromText(const QByteArray &text)
{
    DRAMATIS_TRY(const QJsonObject object, objectFrom(text));
    return traffic::RouteTemplates::fromJson(object.value(u"routes"_s).toArray());
}

Result<std::shared_ptr<const CountedCapture>> countedFromText(const QByteArray &text,
                                                              const traffic::ExchangeTable &table)
{
    DRAMATIS_TRY(const QJsonObject object, objectFrom(text));
    if (!object.contains(u"query"_s))
        return std::shared_ptr<const CountedCapture>();
    auto counted = std::make_shared<CountedCapture>();
    DRAMATIS_TRY(counted->source, capture::queryFromJson(object.value(u"query"_s).toObject()));
    counted->key = object.value(u"windows"_s).toString().toULongLong();
    DRAMATIS_TRY(const QByteArray bytes, table.store()->get(counted->key));
    DRAMATIS_TRY(traffic::WindowTable windows, traffic::decodeWindows(bytes));
    counted->windows = std::make_shared<const traffic::WindowTable>(std::move(windows));
    return std::shared_ptr<const CountedCapture>(std::move(counted));
}

QByteArray statisticsToText(const traffic::CaptureStatistics &statistics)
{
    ToJson archive;
    auto copy = statistics;
    visitStatistics(archive, copy);
    QJsonObject statuses;
    for (const auto &[status, count] : statistics.statuses)
        statuses.insert(QString::number(status), QString::number(count));
    archive.object.insert(u"statuses"_s, statuses);
    return QJsonDocument(archive.object).toJson(QJsonDocument::Compact);
}

Result<traffic::CaptureStatistics> statisticsFromText(const QByteArray &text)
{
    DRAMATIS_TRY(const QJsonObject object, objectFrom(text));
    FromJson archive(object);
    traffic::CaptureStatistics statistics;
    visitStatistics(archive, statistics);
    const traffic::LatencyMap &map = statistics.latencyMap;
    if (map.rows > 0 && map.counts.size() % map.rows != 0)
        statistics.latencyMap = {};
    const QJsonObject statuses = object.value(u"statuses"_s).toObject();
    for (auto it = statuses.begin(); it != statuses.end(); ++it)
        statistics.statuses[it.key().toInt()] = it.value().toString().toULongLong();
    return statistics;
}

} // namespace dramatis::project
