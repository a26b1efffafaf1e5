// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/group_columns.h"

#include "core/base/text.h"
#include "ui/models/figure_column.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(dramatis::ui::GroupColumns)
};

constexpr double kMilliseconds = 1e3;
constexpr double kKibi = 1024;
constexpr double kMebi = 1024 * 1024;

} // namespace

TableModel<GroupRow>::Rows groupRows(const std::vector<traffic::GroupTotals> &groups,
                                     std::uint64_t all)
{
    auto rows = std::make_shared<std::vector<GroupRow>>();
    rows->reserve(groups.size());
    for (const traffic::GroupTotals &group : groups)
        rows->push_back({group, all == 0 ? 0.0 : double(group.totals.exchanges) / double(all)});
    return rows;
}

std::vector<TableColumn<GroupRow>> groupColumns(const QString &title, bool peak)
{
    std::vector<TableColumn<GroupRow>> columns;
    columns.push_back({u"name"_s,
                       title,
                       {},
                       kTextColumn,
                       [](const GroupRow &row) {
                           return row.group.name.isEmpty() ? Tr::tr("(none named)")
                                                           : row.group.name;
                       },
                       [](const GroupRow &row) { return QVariant(row.group.name); }});
    columns.push_back(
        {u"requests"_s,
         Tr::tr("Requests"),
         {},
         kFigureColumn,
         [](const GroupRow &row) {
             return QLocale().toString(qulonglong(row.group.totals.exchanges));
         },
         [](const GroupRow &row) { return QVariant(qulonglong(row.group.totals.exchanges)); }});
    TableColumn<GroupRow> share =
        figureColumn<GroupRow>(u"share"_s,
                               Tr::tr("Share (%)"),
                               Tr::tr("Of all requests in the range"),
                               [](const GroupRow &row) { return row.share * 100; });
    share.share = [](const GroupRow &row) { return row.share; };
    columns.push_back(std::move(share));
    columns.push_back(
        figureColumn<GroupRow>(u"mean"_s,
                               Tr::tr("Mean (req/s)"),
                               Tr::tr("Requests over the whole time"),
                               [](const GroupRow &row) { return row.group.meanRate; }));
    if (peak)
        columns.push_back(
            figureColumn<GroupRow>(u"peak"_s,
                                   Tr::tr("Peak (req/s)"),
                                   Tr::tr("95th percentile of the minutes with traffic"),
                                   [](const GroupRow &row) { return row.group.peakRate; }));
    columns.push_back(figureColumn<GroupRow>(
        u"response"_s,
        Tr::tr("Response (KiB)"),
        Tr::tr("Mean size of an answer"),
        [](const GroupRow &row) { return row.group.totals.meanResponseSize() / kKibi; }));
    columns.push_back(figureColumn<GroupRow>(
        u"data"_s, Tr::tr("Data (MiB)"), Tr::tr("All answers together"), [](const GroupRow &row) {
            return row.group.totals.knownResponseBytes == 0
                       ? std::nan("")
                       : double(row.group.totals.responseBytes) / kMebi;
        }));
    columns.push_back(figureColumn<GroupRow>(
        u"errors"_s,
        Tr::tr("Errors (%)"),
        Tr::tr("Server errors, timeouts and aborts"),
        [](const GroupRow &row) { return row.group.totals.errorRate() * 100; }));
    columns.push_back(figureColumn<GroupRow>(
        u"p50"_s, Tr::tr("p50 (ms)"), Tr::tr("Median latency"), [](const GroupRow &row) {
            return row.group.totals.latencyP50 * kMilliseconds;
        }));
    columns.push_back(figureColumn<GroupRow>(
        u"p95"_s,
        Tr::tr("p95 (ms)"),
        Tr::tr("95th percentile of the latency"),
        [](const GroupRow &row) { return row.group.totals.latencyP95 * kMilliseconds; }));
    return columns;
}

std::vector<TableColumn<capture::SkippedSample>> skippedColumns()
{
    using Sample = capture::SkippedSample;
    const auto column = [](const QString &id, const QString &header, QString Sample::*field) {
        return TableColumn<Sample>{
            id,
            header,
            {},
            kTextColumn,
            [field](const Sample &sample) { return sample.*field; },
            [field](const Sample &sample) { return QVariant(sample.*field); }};
    };
    return {column(u"text"_s, Tr::tr("Text"), &Sample::text),
            column(u"place"_s, Tr::tr("Where"), &Sample::place),
            column(u"reason"_s, Tr::tr("Why"), &Sample::reason)};
}

} // namespace dramatis::ui
