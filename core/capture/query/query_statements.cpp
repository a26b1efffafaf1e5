// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/query/query_statements.h"

#include "core/capture/tr.h"
#include "core/traffic/windows.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::capture {

namespace {

constexpr int kMostListedGroups = 1000;
constexpr int kSampledRowsOfQuery = 200;

QString fromOf(const QuerySource &source)
{
    if (source.query.isEmpty())
        return u"FROM "_s + SqlDialect::quotedTable(source.table) + u" AS t";
    QString query = source.query.trimmed();
    while (query.endsWith(u';'))
        query = query.chopped(1).trimmed();
    return u"FROM (\n"_s + query + u"\n) AS t"; // the line end ends a comment
}

double latencyUnitInNanoseconds(ColumnUnit unit)
{
    switch (unit) {
    case ColumnUnit::Seconds:
        return 1e9;
    case ColumnUnit::Milliseconds:
        return 1e6;
    case ColumnUnit::Microseconds:
        return 1e3;
    default:
        return 1;
    }
}

/// "sum(CASE WHEN c THEN 1 ELSE 0 END)"
QString countIf(const QString &condition)
{
    return u"count(CASE WHEN "_s + condition + u" THEN 1 END)";
}

QString decimals(double value)
{
    return QString::number(value, 'g', 17);
}

} // namespace

LatencyEdges latencyEdges(double least, double largest)
{
    constexpr double kLeastEdge = 1000; // ns
    const double low = std::max(least, kLeastEdge);
    const double high = std::max(largest, low * 1.02);
    LatencyEdges edges{};
    for (std::size_t i = 0; i < edges.size(); ++i)
        edges[i] =
            low
            * std::pow(high / low, static_cast<double>(i + 1) / static_cast<double>(edges.size()));
    return edges;
}

QueryStatements::QueryStatements(const SqlDialect &dialect, ColumnMapping mapping)
    : m_dialect(dialect)
    , m_mapping(std::move(mapping))
{}

Result<QueryStatements> QueryStatements::make(const SqlDialect &dialect,
                                              const QuerySource &source,
                                              const std::map<QString, SqlType> &types,
                                              traffic::ResourceRule rule)
{
    QueryStatements made(dialect, source.mapping);
    made.m_types = types;
    made.m_from = fromOf(source);
    if (made.has(ColumnRole::Url))
        return makeError(ErrorKind::Unsupported,
                         Tr::tr("A URL is not taken apart in a database. Map a host and a path, "
                                "made so in a query if need be, and ignore=%1.")
                             .arg(made.m_mapping.find(ColumnRole::Url)->name));
    const MappedColumn *latency = made.m_mapping.find(ColumnRole::Latency);
    const MappedColumn *begin = made.m_mapping.find(ColumnRole::Begin);
    const MappedColumn *end = made.m_mapping.find(ColumnRole::End);
    QString endTime;
    if (end) {
        DRAMATIS_TRY(endTime, dialect.nanoseconds(*end, types.at(end->name)));
    }
    if (begin) {
        DRAMATIS_TRY(made.m_begin, dialect.nanoseconds(*begin, types.at(begin->name)));
    }
    if (latency) {
        made.m_latency = dialect.number(latency->name, types.at(latency->name));
        made.m_latencyUnit = latencyUnitInNanoseconds(latency->unit);
    } else if (begin && end) {
        made.m_latency = u"("_s + endTime + u" - " + made.m_begin + u')';
    }
    if (!begin)
        made.m_begin = latency ? u"(%1 - coalesce(CASE WHEN %2 >= 0 THEN %3 END, 0))"_s.arg(
                           endTime,
                           made.m_latency,
                           dialect.rounded(made.m_latency + u" * " + decimals(made.m_latencyUnit)))
                               : endTime;
    switch (rule) {
    case traffic::ResourceRule::Server:
        made.m_resource = made.has(ColumnRole::ServerPort) ? u"(%1 || ':' || %2)"_s.arg(
                              made.textOf(ColumnRole::Server), made.textOf(ColumnRole::ServerPort))
                                                           : made.textOf(ColumnRole::Server);
        break;
    case traffic::ResourceRule::Host:
        made.m_resource = made.textOf(ColumnRole::Host);
        break;
    default:
        made.m_resource = dialect.firstSegment(made.path());
        break;
    }
    return made;
}

QString QueryStatements::sample(const QuerySource &source)
{
    return u"SELECT * "_s + fromOf(source) + u" LIMIT "_s + QString::number(kSampledRowsOfQuery);
}

QString QueryStatements::totals() const
{
    const QString latency = m_latency.isEmpty() ? u"CAST(NULL AS real)"_s : m_latency;
    return u"SELECT count(*), count(b), min(b), max(b), min(CASE WHEN l > 0 THEN l END), max(l) "
           "FROM (SELECT %1 AS b, %2 AS l %3) AS e"_s.arg(m_begin, latency, m_from);
}

QString QueryStatements::windowSizes() const
{
    // Each width is so many times the one before, so that windows are put together from windows and
    // the rows are read once.
    QStringList tables{u"w1 AS (SELECT %1 AS r, %2 / 1000000000 AS s, count(*) AS n %3 WHERE %2 >= "
                       "0 GROUP BY 1, 2)"_s.arg(m_resource, m_begin, m_from)};
    QStringList parts;
    qint64 before = 0;
    for (const double seconds : traffic::automaticWidths()) {
        const auto width = static_cast<qint64>(seconds);
        if (before > 0) {
            Q_ASSERT(width % before == 0);
            tables.append(
                u"w%1 AS (SELECT r, s / %2 AS s, sum(n) AS n FROM w%3 GROUP BY 1, 2)"_s.arg(width)
                    .arg(width / before)
                    .arg(before));
        }
        parts.append(u"SELECT %1, CASE WHEN n > 60 THEN 60 ELSE n END, count(*) FROM w%1 GROUP BY "
                     "2"_s.arg(width));
        before = width;
    }
    return u"WITH "_s + tables.join(u", "_s) + u' ' + parts.join(u" UNION ALL "_s);
}

QStringList QueryStatements::counts(bool ofWindows) const
{
    const QString outcome = outcomeOf();
    const QString kind = kindOf();
    const QString request = sizeOf(ColumnRole::RequestBytes);
    const QString response = sizeOf(ColumnRole::ResponseBytes);
    const QString known = m_latency.isEmpty() ? u"0"_s : countIf(m_latency + u" >= 0");
    const QString sum = m_latency.isEmpty() || !ofWindows
                            ? u"0"_s
                            : u"sum(CASE WHEN %1 >= 0 THEN %1 END)"_s.arg(m_latency);
    return {u"count(*)"_s,
            countIf(outcome + u" > 0"),
            countIf(outcome + u" > 2"),
            ofWindows ? countIf(kind + u" > 0") : u"0"_s,
            ofWindows ? countIf(kind + u" = 2") : u"0"_s,
            u"count("_s + request + u')',
            u"count("_s + response + u')',
            known,
            u"sum("_s + request + u')',
            u"sum("_s + response + u')',
            sum};
}

QString QueryStatements::windows(std::int64_t width,
                                 const LatencyEdges &edges,
                                 std::int64_t fromSlice) const
{
    QStringList below;
    if (!m_latency.isEmpty()) {
        below.append(countIf(m_latency + u" < 0"));
        for (std::size_t i = 0; i + 1 < edges.size(); ++i)
            below.append(countIf(m_latency + u" < " + decimals(edges[i] / m_latencyUnit)));
    }
    return u"SELECT %1, %2 / %3, %4%5 %6 WHERE %2 >= %7 GROUP BY 1, 2 ORDER BY 1, 2"_s.arg(
        m_resource,
        m_begin,
        QString::number(width),
        counts(true).join(u", "_s),
        below.isEmpty() ? QString() : QString(u", "_s + below.join(u", "_s)),
        m_from,
        QString::number(fromSlice * width));
}

QString QueryStatements::statuses() const
{
    const MappedColumn *column = m_mapping.find(ColumnRole::Status);
    const QString status =
        m_dialect.rounded(m_dialect.number(column->name, m_types.at(column->name)));
    return u"SELECT %1, count(*) %2 WHERE %3 >= 0 AND %1 BETWEEN 1 AND 999 GROUP BY 1"_s.arg(
        status, m_from, m_begin);
}

QString QueryStatements::operations() const
{
    const QString method = textOf(ColumnRole::Method);
    const QString route = path();
    if (!has(ColumnRole::Method) && !has(ColumnRole::Path))
        return has(ColumnRole::Operation)
                   ? groups(m_dialect.before(textOf(ColumnRole::Operation), u'?'))
                   : QString();
    if (!has(ColumnRole::Method))
        return groups(route);
    return has(ColumnRole::Path) ? groups(u"(%1 || ' ' || %2)"_s.arg(method, route))
                                 : groups(method);
}

QString QueryStatements::clients() const
{
    return has(ColumnRole::Client) ? groups(textOf(ColumnRole::Client)) : QString();
}

QString QueryStatements::groups(const QString &name) const
{
    QStringList named;
    for (const QString &count : counts(false))
        named.append(count + u" AS c" + QString::number(named.size()));
    return u"SELECT g.*, count(*) OVER () FROM (SELECT %1 AS name, %2 %3 WHERE %4 >= 0 GROUP BY 1) "
           "AS g ORDER BY 2 DESC, 1 LIMIT %5"_s.arg(
               name, named.join(u", "_s), m_from, m_begin, QString::number(kMostListedGroups));
}

QString QueryStatements::textOf(ColumnRole role) const
{
    const MappedColumn *column = m_mapping.find(role);
    return column ? m_dialect.text(column->name, m_types.at(column->name)) : u"''"_s;
}

/// In bytes; NULL where it is unknown or below 0.
QString QueryStatements::sizeOf(ColumnRole role) const
{
    const MappedColumn *column = m_mapping.find(role);
    if (!column)
        return u"CAST(NULL AS bigint)"_s;
    const QString value = m_dialect.number(column->name, m_types.at(column->name));
    const QString factor = column->unit == ColumnUnit::Kibibytes   ? u" * 1024"_s
                           : column->unit == ColumnUnit::Mebibytes ? u" * 1048576"_s
                                                                   : QString();
    return u"(CASE WHEN %1 >= 0 THEN %1%2 END)"_s.arg(value, factor);
}

/// The number of traffic::Outcome, as outcomeOfStatus and outcomeOfWord have it.
QString QueryStatements::outcomeOf() const
{
    QString ofStatus = u"0"_s;
    if (const MappedColumn *status = m_mapping.find(ColumnRole::Status)) {
        const QString number = m_dialect.number(status->name, m_types.at(status->name));
        ofStatus = u"(CASE WHEN %1 IN (460, 499) THEN 5 WHEN %1 IN (504, 524, 598) THEN 4 WHEN %1 "
                   ">= 100 AND %1 < 400 THEN 1 WHEN %1 >= 400 AND %1 < 500 THEN 2 WHEN %1 >= 500 "
                   "AND %1 < 600 THEN 3 ELSE 0 END)"_s.arg(number);
    }
    const MappedColumn *outcome = m_mapping.find(ColumnRole::Outcome);
    if (!outcome)
        return ofStatus;
    const QString word = u"lower(%1)"_s.arg(textOf(ColumnRole::Outcome));
    const bool trueIsOk = outcome->unit != ColumnUnit::TrueIsError;
    const QString ofWord =
        u"(CASE WHEN %1 IN ('true', 'yes', 't', 'y', '1') THEN %2 WHEN %1 IN ('false', 'no', 'f', "
        "'n', '0') THEN %3 WHEN %1 IN ('ok', 'success', 'succeeded', 'successful', 'pass', "
        "'passed', 'completed', 'allow', 'allowed') THEN 1 WHEN %1 IN ('error', 'err', 'failed', "
        "'failure', 'fail', 'exception', 'server error', 'server_error', 'unavailable', "
        "'internal') THEN 3 WHEN %1 IN ('timeout', 'timed out', 'timed_out', "
        "'deadline_exceeded') THEN 4 WHEN %1 IN ('aborted', 'abort', 'cancelled', 'canceled', "
        "'reset') THEN 5 WHEN %1 IN ('client error', 'client_error', 'denied', 'deny', "
        "'rejected', 'blocked', 'forbidden') THEN 2 ELSE 0 END)"_s.arg(
            word, trueIsOk ? u"1"_s : u"3"_s, trueIsOk ? u"3"_s : u"1"_s);
    // A status says more than that something failed, but not that it went well after all.
    return u"(CASE WHEN %1 > 1 OR %2 = 0 THEN %1 ELSE %2 END)"_s.arg(ofStatus, ofWord);
}

/// 1 for a method that only reads, 2 for one that may change something, 0 for no known one.
QString QueryStatements::kindOf() const
{
    QString method;
    if (has(ColumnRole::Method))
        method = textOf(ColumnRole::Method);
    else if (has(ColumnRole::Operation))
        method = m_dialect.before(textOf(ColumnRole::Operation), u' ');
    else
        return u"0"_s;
    return u"(CASE WHEN upper(%1) IN ('GET', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY', "
           "'REPORT', 'SEARCH', 'SELECT', 'SHOW', 'EXPLAIN', 'DESCRIBE', 'PRI') THEN 1 WHEN "
           "upper(%1) IN ('POST', 'PUT', 'PATCH', 'DELETE', 'CONNECT', 'COPY', 'MOVE', 'MKCOL', "
           "'LOCK', 'UNLOCK', 'BIND', 'UNBIND', 'PROPPATCH', 'ACL', 'CHECKIN', 'CHECKOUT', "
           "'INSERT', 'UPDATE', 'MERGE', 'REPLACE', 'CREATE', 'ALTER', 'DROP', 'TRUNCATE') THEN 2 "
           "ELSE 0 END)"_s.arg(method);
}

/// Without a query.
QString QueryStatements::path() const
{
    return m_dialect.before(m_dialect.before(textOf(ColumnRole::Path), u'?'), u'#');
}

} // namespace dramatis::capture
