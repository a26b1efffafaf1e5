// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/query/query_source.h"

#include "core/capture/tr.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace dramatis::capture {

namespace {

const QRegularExpression &odbcAttribute()
{
    static const QRegularExpression expression(
        u"(?:^|;)\\s*([^=;]+?)\\s*=\\s*(\\{[^}]*\\}|[^;]*)"_s);
    return expression;
}

/// The value of an attribute of a connection string of ODBC, without its braces.
QString odbcValue(const QRegularExpressionMatch &attribute)
{
    const QString value = attribute.captured(2).trimmed();
    return value.startsWith(u'{') && value.endsWith(u'}') ? value.mid(1, value.size() - 2) : value;
}

/// Takes the password out of a connection string, since that is kept.
QString takeOdbcPassword(QString &database)
{
    QString password;
    QStringList kept;
    auto attributes = odbcAttribute().globalMatch(database);
    while (attributes.hasNext()) {
        const QRegularExpressionMatch attribute = attributes.next();
        const QString name = attribute.captured(1);
        if (name.compare(u"PWD"_s, Qt::CaseInsensitive) == 0
            || name.compare(u"Password"_s, Qt::CaseInsensitive) == 0)
            password = odbcValue(attribute);
        else
            kept.append(name + u'=' + attribute.captured(2).trimmed());
    }
    if (!password.isEmpty())
        database = kept.join(u';');
    return password;
}

/// A connection string by what a person knows of it: the database, else the data source.
QString odbcName(const QString &database)
{
    QString name = database;
    auto attributes = odbcAttribute().globalMatch(database);
    while (attributes.hasNext()) {
        const QRegularExpressionMatch attribute = attributes.next();
        const QString key = attribute.captured(1).toLower();
        if (key == u"database" || (key == u"dsn" && name == database))
            name = odbcValue(attribute);
    }
    return name.contains(u'/') ? QFileInfo(name).fileName() : name;
}

} // namespace

QString QuerySource::name() const
{
    const QString what = table.isEmpty() ? Tr::tr("query") : table;
    const QString where = driver == u"QSQLITE" ? QFileInfo(database).fileName()
                          : driver == u"QODBC" ? odbcName(database)
                                               : database;
    return host.isEmpty() || host.startsWith(u'/')
               ? Tr::tr("%1 in %2").arg(what, where)
               : Tr::tr("%1 in %2 on %3").arg(what, where, host);
}

Result<DatabaseAddress> databaseAddress(const QString &text)
{
    DatabaseAddress address;
    QuerySource &source = address.source;
    if (text.startsWith(u"postgresql:"_s) || text.startsWith(u"postgres:"_s)) {
        const QUrl url(text, QUrl::StrictMode);
        source.driver = u"QPSQL"_s;
        source.database = url.path().mid(1);
        source.host = url.host();
        source.port = url.port(0);
        source.user = url.userName();
        address.password = url.password();
        const QUrlQuery query(url);
        if (query.hasQueryItem(u"host"_s))
            source.host = query.queryItemValue(u"host"_s, QUrl::FullyDecoded);
        if (query.hasQueryItem(u"user"_s))
            source.user = query.queryItemValue(u"user"_s, QUrl::FullyDecoded);
        if (url.isValid() && !source.database.isEmpty())
            return address;
    } else if (text.startsWith(u"odbc:"_s) && text.size() > 5) {
        source.driver = u"QODBC"_s;
        source.database = text.mid(5);
        address.password = takeOdbcPassword(source.database);
        return address;
    } else if (!text.contains(u"://"_s) && !text.isEmpty()) {
        source.driver = u"QSQLITE"_s;
        source.database = text.startsWith(u"sqlite:"_s) ? text.mid(7) : text;
        return address;
    }
    return makeError(ErrorKind::InvalidArgument,
                     Tr::tr("“%1” is no database: write postgresql://USER@HOST/NAME, "
                            "odbc:SOURCE or the path of a file of SQLite.")
                         .arg(QUrl(text).toString(QUrl::RemovePassword)));
}

QString databasePassword(const DatabaseAddress &address)
{
    return address.password.isEmpty() ? qEnvironmentVariable("DRAMATIS_DATABASE_PASSWORD")
                                      : address.password;
}

QJsonObject queryToJson(const QuerySource &source)
{
    return {{u"driver"_s, source.driver},
            {u"database"_s, source.database},
            {u"host"_s, source.host},
            {u"port"_s, source.port},
            {u"user"_s, source.user},
            {u"table"_s, source.table},
            {u"query"_s, source.query},
            {u"mapping"_s, mappingToJson(source.mapping)}};
}

Result<QuerySource> queryFromJson(const QJsonObject &json)
{
    QuerySource source;
    source.driver = json.value(u"driver"_s).toString();
    source.database = json.value(u"database"_s).toString();
    source.host = json.value(u"host"_s).toString();
    source.port = json.value(u"port"_s).toInt();
    source.user = json.value(u"user"_s).toString();
    source.table = json.value(u"table"_s).toString();
    source.query = json.value(u"query"_s).toString();
    DRAMATIS_TRY(source.mapping, mappingFromJson(json.value(u"mapping"_s).toObject()));
    if (source.driver.isEmpty() || source.database.isEmpty())
        return makeError(ErrorKind::Format, Tr::tr("A query names no database."));
    return source;
}

} // namespace dramatis::capture
