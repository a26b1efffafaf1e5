// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/query/sql_dialect.h"

#include "core/capture/tr.h"

using namespace Qt::StringLiterals;

namespace dramatis::capture {

namespace {

bool isNumeric(SqlType type)
{
    return type == SqlType::Integer || type == SqlType::Real;
}

/// ns of one of a unit.
qint64 unitNanoseconds(ColumnUnit unit)
{
    switch (unit) {
    case ColumnUnit::Seconds:
        return 1'000'000'000;
    case ColumnUnit::Milliseconds:
        return 1'000'000;
    case ColumnUnit::Microseconds:
        return 1000;
    default:
        return 1;
    }
}

} // namespace

QString SqlDialect::quoted(const QString &identifier)
{
    QString inner = identifier;
    inner.replace(u'"', u"\"\""_s);
    return u'"' + inner + u'"';
}

QString SqlDialect::quotedTable(const QString &table)
{
    QStringList parts;
    for (const QString &part : table.split(u'.'))
        parts.append(quoted(part));
    return parts.join(u'.');
}

QString SqlDialect::number(const QString &column, SqlType type) const
{
    const QString name = quoted(column);
    if (isNumeric(type))
        return name;
    if (m_engine == Engine::Sqlite)
        return u"(CASE WHEN typeof(%1) IN ('integer', 'real') OR trim(%1) GLOB '[0-9]*' THEN "
               "CAST(%1 AS REAL) END)"_s.arg(name);
    return u"(CASE WHEN CAST(%1 AS text) ~ '^\\s*[0-9]+(\\.[0-9]*)?\\s*$' THEN CAST(CAST(%1 AS "
           "text) AS double precision) END)"_s.arg(name);
}

QString SqlDialect::text(const QString &column, SqlType type) const
{
    return type == SqlType::Text ? QString(u"coalesce("_s + quoted(column) + u", '')")
                                 : u"coalesce(CAST(%1 AS text), '')"_s.arg(quoted(column));
}

Result<QString> SqlDialect::nanoseconds(const MappedColumn &column, SqlType type) const
{
    const QString name = quoted(column.name);
    if (type == SqlType::Time && m_engine == Engine::PostgreSql)
        return u"(CAST(date_part('epoch', %1) * 1000000 AS bigint) * 1000)"_s.arg(name);
    const qint64 unit = unitNanoseconds(column.unit);
    switch (column.unit) {
    case ColumnUnit::IsoStamp:
        if (m_engine == Engine::Sqlite) // ms are all that its dates have
            return u"(CAST(strftime('%s', %1) AS INTEGER) * 1000000000 + CAST(round(CAST(strftime("
                   "'%f', %1) AS REAL) * 1000) AS INTEGER) % 1000 * 1000000)"_s.replace(u"%1"_s,
                                                                                        name);
        return u"(CASE WHEN %1 ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}' THEN "
               "CAST(date_part('epoch', CAST(%1 AS timestamptz)) * 1000000 AS bigint) * 1000 END)"_s
                   .replace(u"%1"_s, name);
    case ColumnUnit::Seconds:
    case ColumnUnit::Milliseconds:
    case ColumnUnit::Microseconds:
    case ColumnUnit::Nanoseconds: {
        if (type == SqlType::Integer)
            return unit == 1 ? name : QString(u'(' + name + u" * " + QString::number(unit) + u')');
        // A double holds µs of times since the epoch, no more.
        const double perMicrosecond = static_cast<double>(unit) / 1000;
        return u"(%1 * 1000)"_s.arg(
            rounded(number(column.name, type) + u" * " + QString::number(perMicrosecond, 'f', 3)));
    }
    default:
        return makeError(ErrorKind::Unsupported,
                         Tr::tr("Times of “%1” are not in a form that the database is asked to "
                                "read. Make them so in a query: SELECT …, to_timestamp(…) AS ts.")
                             .arg(column.name));
    }
}

QString SqlDialect::rounded(const QString &expression) const
{
    return m_engine == Engine::Sqlite ? u"CAST(round(%1) AS INTEGER)"_s.arg(expression)
                                      : u"CAST(%1 AS bigint)"_s.arg(expression);
}

QString SqlDialect::before(const QString &expression, QChar character) const
{
    if (m_engine == Engine::PostgreSql)
        return u"split_part(%1, '%2', 1)"_s.arg(expression, character);
    return u"substr(%1, 1, instr(%1 || '%2', '%2') - 1)"_s.arg(expression, character);
}

QString SqlDialect::firstSegment(const QString &path) const
{
    return u"(CASE WHEN %1 = '' THEN '' ELSE '/' || %2 END)"_s.arg(
        path, before(u"ltrim(%1, '/')"_s.arg(path), u'/'));
}

} // namespace dramatis::capture
