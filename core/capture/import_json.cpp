// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/import_json.h"

#include "core/base/text.h"

#include <QJsonArray>

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
    if (totals.knownRequestBytes > 0)
        json.insert(u"requestBytes"_s, qint64{totals.requestBytes});
    if (totals.knownResponseBytes > 0)
        json.insert(u"responseBytes"_s, qint64{totals.responseBytes});
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
