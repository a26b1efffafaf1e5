// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/query/query_import.h"

#include "core/capture/query/cancel_watch.h"
#include "core/capture/query/counted_windows.h"
#include "core/capture/query/query_connection.h"
#include "core/capture/query/query_statements.h"
#include "core/capture/tr.h"
#include "core/traffic/window_width.h"

#include <QDateTime>
#include <QSqlField>
#include <QSqlRecord>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::capture {

namespace {

constexpr std::size_t kMostQueryWindows = 10'000'000;

struct QuerySample
{
    TableSample table;
    std::map<QString, SqlType> types;
};

SqlType typeOf(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Bool:
        return SqlType::Boolean;
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
    case QMetaType::Short:
        return SqlType::Integer;
    case QMetaType::Double:
    case QMetaType::Float:
        return SqlType::Real;
    case QMetaType::QDateTime:
    case QMetaType::QDate:
        return SqlType::Time;
    default:
        return SqlType::Text;
    }
}

QString cellOf(const QVariant &value)
{
    if (value.isNull())
        return {};
    if (value.typeId() == QMetaType::QDateTime)
        return value.toDateTime().toString(Qt::ISODateWithMs);
    if (value.typeId() == QMetaType::Double)
        return QString::number(value.toDouble(), 'f', 6);
    return value.toString();
}

Result<QuerySample> sampleOf(const QueryConnection &connection, const QuerySource &source)
{
    DRAMATIS_TRY(QSqlQuery query, connection.run(QueryStatements::sample(source)));
    QuerySample sample;
    sample.table.layout = {TableLayout::Form::Query, '\0', '.', TableLayout::Header::Present};
    const QSqlRecord record = query.record();
    for (int i = 0; i < record.count(); ++i)
        sample.table.columns.append(record.fieldName(i));
    std::map<QString, bool> isTold;
    while (query.next()) {
        QStringList cells;
        for (int i = 0; i < record.count(); ++i) {
            const QVariant value = query.value(i);
            const QString &name = sample.table.columns[i];
            cells.append(cellOf(value));
            if (value.isNull())
                continue;
            const SqlType type = typeOf(value);
            SqlType &known = sample.types[name];
            // SQLite has a type for each value: one with a fraction makes all of them so.
            if (!isTold[name] || (known == SqlType::Integer && type == SqlType::Real))
                known = type;
            else if (known != type && !(known == SqlType::Real && type == SqlType::Integer))
                known = SqlType::Text;
            isTold[name] = true;
        }
        sample.table.values.push_back(std::move(cells));
    }
    if (sample.table.values.empty())
        return makeError(ErrorKind::Format, Tr::tr("The table or query has no rows."));
    for (const QString &name : sample.table.columns)
        sample.types.try_emplace(name, SqlType::Text);
    return sample;
}

/// What resources are named by, of what the mapping has.
Result<traffic::ResourceRule> ruleFor(const ColumnMapping &mapping, traffic::ResourceRule rule)
{
    using traffic::ResourceRule;
    const bool hasServer = mapping.find(ColumnRole::Server) != nullptr;
    const bool hasHost = mapping.find(ColumnRole::Host) != nullptr;
    switch (rule) {
    case ResourceRule::Automatic:
        return hasServer ? ResourceRule::Server
               : hasHost ? ResourceRule::Host
                         : ResourceRule::Segment;
    case ResourceRule::Server:
    case ResourceRule::Host:
    case ResourceRule::Segment:
        return rule;
    default:
        return makeError(ErrorKind::Unsupported,
                         Tr::tr("A database is not asked to name resources by %1; choose server, "
                                "host or segment.")
                             .arg(traffic::ruleName(rule)));
    }
}

Result<traffic::WidthChoice> widthOf(const QueryConnection &connection,
                                     const QueryStatements &statements)
{
    const std::vector<double> &widths = traffic::automaticWidths();
    std::vector<traffic::WindowSizes> sizes(widths.size());
    DRAMATIS_TRY(QSqlQuery query, connection.run(statements.windowSizes()));
    while (query.next()) {
        const auto width = std::find(widths.begin(), widths.end(), query.value(0).toDouble());
        const auto size = query.value(1).toULongLong();
        if (width != widths.end() && size < sizes.front().size())
            sizes[static_cast<std::size_t>(width - widths.begin())][size] +=
                query.value(2).toULongLong();
    }
    return traffic::chooseWidth(sizes);
}

QStringList notesOf(const QueryStatements &statements, const QuerySource &source)
{
    QStringList parts;
    for (const MappedColumn &column : source.mapping.columns) {
        if (column.role != ColumnRole::Ignored)
            parts.append(roleId(column.role) + u'=' + column.name);
    }
    QStringList notes{
        Tr::tr("Columns were read as %1.").arg(parts.join(u", "_s)),
        Tr::tr(
            "Counted in the database. Not in this capture: single exchanges, and with them gaps, "
            "burstiness, size and latency distributions, the call graph."),
        Tr::tr("Peak rates are of whole windows.")};
    if (statements.hasLatency())
        notes.append(Tr::tr("Latency quantiles are by 20 buckets."));
    return notes;
}

/// Counts by the statements, keeping the windows of `kept` before its last slice.
Result<QueryCapture> countAll(const QueryConnection &connection,
                              const QuerySample &sample,
                              QuerySource source,
                              const QueryOptions &options,
                              const traffic::WindowTable *kept,
                              JobControl &job)
{
    QueryCapture capture;
    DRAMATIS_TRY(const GuessedMapping complete, completeMapping(source.mapping, sample.table));
    source.mapping = complete.mapping;
    capture.source = std::move(source);
    DRAMATIS_TRY(capture.rule, ruleFor(capture.source.mapping, options.rule));
    DRAMATIS_TRY(
        const QueryStatements statements,
        QueryStatements::make(connection.dialect(), capture.source, sample.types, capture.rule));

    DRAMATIS_CHECK(job.checkpoint(0.05, Tr::tr("Counting in the database")));
    DRAMATIS_TRY(const QueryTotals totals, readTotals(connection, statements));
    if (totals.timed == 0)
        return makeError(ErrorKind::Format,
                         Tr::tr("None of the %1 rows has a time that can be read.")
                             .arg(QString::number(totals.rows)));
    DRAMATIS_CHECK(job.checkpoint(0.2));
    traffic::WidthChoice choice{options.windowSeconds.value_or(0), false};
    if (!options.windowSeconds) {
        DRAMATIS_TRY(choice, widthOf(connection, statements));
    }
    const auto width = std::llround(choice.seconds * 1e9);
    if (width < 1'000'000)
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("A window width of %1 s cannot be used; give one of a millisecond "
                                "or more.")
                             .arg(choice.seconds));
    DRAMATIS_CHECK(job.checkpoint(0.4));
    CountedWindows windows(width, totals, statements);
    if (kept)
        windows.keep(*kept);
    const std::int64_t fromSlice = kept ? traffic::sliceOf(kept->lastTime, width) : 0;
    DRAMATIS_TRY(QSqlQuery rows,
                 connection.run(statements.windows(width, windows.edges(), fromSlice)));
    std::size_t count = 0;
    while (rows.next()) {
        if (++count > kMostQueryWindows)
            return makeError(ErrorKind::InvalidArgument,
                             Tr::tr("A window width of %1 s cuts this table into too many windows; "
                                    "choose a wider one.")
                                 .arg(choice.seconds));
        windows.add(rows);
        if (count % 10'000 == 0)
            DRAMATIS_CHECK(job.checkpoint(0.6));
    }
    DRAMATIS_CHECK(job.checkpoint(0.7));
    auto table = windows.table();
    table.automaticWidth = !options.windowSeconds;
    table.widthIsFallback = choice.isFallback;
    DRAMATIS_TRY(capture.statistics, windows.statistics(table, connection, job));
    capture.windows = std::make_shared<const traffic::WindowTable>(std::move(table));
    capture.summary.format = u"query"_s;
    capture.summary.records = totals.rows;
    capture.summary.exchanges = capture.statistics.totals.exchanges;
    capture.summary.skipped =
        totals.rows > capture.summary.exchanges ? totals.rows - capture.summary.exchanges : 0;
    if (capture.summary.skipped > 0)
        capture.summary.samples.append({Tr::tr("query"), Tr::tr("Rows without a time."), {}});
    capture.summary.mapping = capture.source.mapping;
    capture.summary.notes = notesOf(statements, capture.source);
    return capture;
}

Result<QueryCapture> countFrom(const QuerySource &source,
                               const QString &password,
                               const QueryOptions &options,
                               const traffic::WindowTable *kept,
                               JobControl &job)
{
    DRAMATIS_CHECK(job.checkpoint(0, Tr::tr("Connecting")));
    DRAMATIS_TRY(const QueryConnection connection, QueryConnection::open(source, password));
    const CancelWatch watch(connection, source, password, job);
    const auto count = [&]() -> Result<QueryCapture> {
        DRAMATIS_TRY(const QuerySample sample, sampleOf(connection, source));
        return countAll(connection, sample, source, options, kept, job);
    };
    Result<QueryCapture> counted = count();
    if (!counted) // what an interrupted engine says is no news
        DRAMATIS_CHECK(job.checkpoint(0));
    return counted;
}

} // namespace

Result<QStringList> tablesOf(const QuerySource &source, const QString &password)
{
    DRAMATIS_TRY(const QueryConnection connection, QueryConnection::open(source, password));
    return connection.tables();
}

Result<TableSample> sampleQuery(const QuerySource &source, const QString &password, JobControl &job)
{
    DRAMATIS_TRY(const QueryConnection connection, QueryConnection::open(source, password));
    const CancelWatch watch(connection, source, password, job);
    Result<QuerySample> sample = sampleOf(connection, source);
    DRAMATIS_CHECK(job.checkpoint(1)); // what an interrupted engine says is no news
    if (!sample)
        return sample.error();
    return std::move(sample->table);
}

Result<QueryCapture> importQuery(const QuerySource &source,
                                 const QString &password,
                                 const QueryOptions &options,
                                 JobControl &job)
{
    return countFrom(source, password, options, nullptr, job);
}

Result<QueryCapture>
refreshQuery(const QueryCapture &before, const QString &password, JobControl &job)
{
    QueryOptions options;
    options.rule = before.rule;
    options.windowSeconds = before.windows->widthSeconds;
    DRAMATIS_TRY(QueryCapture capture,
                 countFrom(before.source, password, options, before.windows.get(), job));
    return capture;
}

} // namespace dramatis::capture
