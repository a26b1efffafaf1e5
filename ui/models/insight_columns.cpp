// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/insight_columns.h"

#include "core/base/text.h"
#include "ui/models/figure_column.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

struct InsightTr
{
    Q_DECLARE_TR_FUNCTIONS(dramatis::ui::InsightColumns)
};

} // namespace

std::vector<TableColumn<traffic::Observation>> observationColumns()
{
    using traffic::Observation;
    using traffic::ObservationSeverity;
    const auto where = [](const Observation &one) {
        return one.resource.isEmpty() ? InsightTr::tr("all") : one.resource;
    };
    const auto span = [](const Observation &one) {
        return isKnown(one.from) ? double(one.to - one.from) * 1e-9 : std::nan("");
    };
    return {{u"kind"_s,
             InsightTr::tr("Note"),
             InsightTr::tr("Choose one to select its time in the plots above"),
             kTextColumn,
             [](const Observation &one) {
                 const QString name = traffic::observationName(one.kind);
                 return one.severity == ObservationSeverity::Warning
                            ? InsightTr::tr("Warning: %1").arg(name)
                            : name;
             },
             [](const Observation &one) {
                 return QVariant(one.severity == ObservationSeverity::Warning ? 1 : 0);
             }},
            {u"resource"_s,
             InsightTr::tr("Resource"),
             {},
             kTextColumn,
             where,
             [where](const Observation &one) { return QVariant(where(one)); }},
            {u"from"_s,
             InsightTr::tr("From"),
             {},
             kTextColumn,
             [](const Observation &one) {
                 return isKnown(one.from) ? text::localTime(one.from) : InsightTr::tr("throughout");
             },
             [](const Observation &one) { return QVariant(qlonglong(one.from)); }},
            {u"duration"_s,
             InsightTr::tr("Duration"),
             {},
             kFigureColumn,
             [span](const Observation &one) { return text::duration(span(one)); },
             [span](const Observation &one) { return figureSortKey(span(one)); }},
            {u"count"_s,
             InsightTr::tr("Count"),
             InsightTr::tr("Silences, requests, errors or retries, as the note says"),
             kFigureColumn,
             [](const Observation &one) { return text::count(double(one.count)); },
             [](const Observation &one) { return QVariant(qulonglong(one.count)); }},
            {u"text"_s,
             InsightTr::tr("What was seen"),
             {},
             kTextColumn,
             [](const Observation &one) { return one.text; },
             [](const Observation &one) { return QVariant(one.text); }}};
}

std::vector<TableColumn<traffic::CallTotals>> callColumns()
{
    using Call = traffic::CallTotals;
    return {{u"caller"_s,
             InsightTr::tr("Caller"),
             InsightTr::tr("The resource that asked"),
             kTextColumn,
             [](const Call &call) { return call.caller; },
             [](const Call &call) { return QVariant(call.caller); }},
            {u"callee"_s,
             InsightTr::tr("Called"),
             InsightTr::tr("The resource that was asked"),
             kTextColumn,
             [](const Call &call) { return call.callee; },
             [](const Call &call) { return QVariant(call.callee); }},
            {u"calls"_s,
             InsightTr::tr("Calls"),
             {},
             kFigureColumn,
             [](const Call &call) { return QLocale().toString(qulonglong(call.totals.exchanges)); },
             [](const Call &call) { return QVariant(qulonglong(call.totals.exchanges)); }},
            figureColumn<Call>(u"perRequest"_s,
                               InsightTr::tr("Per request"),
                               InsightTr::tr("Calls for each request that the caller had"),
                               [](const Call &call) { return call.perRequest; }),
            figureColumn<Call>(u"errors"_s,
                               InsightTr::tr("Errors (%)"),
                               InsightTr::tr("Server errors, timeouts and aborts"),
                               [](const Call &call) { return call.totals.errorRate() * 100; }),
            figureColumn<Call>(u"p50"_s,
                               InsightTr::tr("p50 (ms)"),
                               InsightTr::tr("Median latency"),
                               [](const Call &call) { return call.totals.latencyP50 * 1e3; }),
            figureColumn<Call>(u"p95"_s,
                               InsightTr::tr("p95 (ms)"),
                               InsightTr::tr("95th percentile of the latency"),
                               [](const Call &call) { return call.totals.latencyP95 * 1e3; })};
}

} // namespace dramatis::ui
