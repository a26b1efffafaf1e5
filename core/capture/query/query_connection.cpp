// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/query/query_connection.h"

#include "core/capture/tr.h"

#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>

#include <algorithm>
#include <atomic>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace dramatis::capture {

namespace {

/// Removes a connection of Qt once nothing refers to it.
void drop(QSqlDatabase &database, const QString &name)
{
    database.close();
    database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Error noDriver(const QString &driver)
{
    const QString package = driver == u"QPSQL"   ? u"libqt6sql6-psql"_s
                            : driver == u"QODBC" ? u"libqt6sql6-odbc"_s
                                                 : u"libqt6sql6-sqlite"_s;
    return makeError(ErrorKind::Unsupported,
                     Tr::tr("The driver %1 of Qt is not installed: it is in the package %2.")
                         .arg(driver, package));
}

QString wordsOf(const QSqlError &error)
{
    const QString words = error.databaseText().simplified();
    return words.isEmpty() ? error.driverText().simplified() : words;
}

/// The ODBC driver of SQLite cuts integers to 32 bits unless it is told not to.
bool openWithLongIntegers(QSqlDatabase &database)
{
    QString name = database.databaseName();
    if (name.contains(u"BigInt="_s, Qt::CaseInsensitive))
        return true;
    if (!name.contains(u'='))
        name.prepend(u"DSN="_s);
    database.close();
    database.setDatabaseName(name + u";BigInt=1"_s);
    return database.open();
}

/// Behind ODBC the engine is asked itself: Qt knows some of them only, and not SQLite.
std::optional<SqlDialect::Engine> engineOf(const QSqlDatabase &database)
{
    switch (database.driver()->dbmsType()) {
    case QSqlDriver::PostgreSQL:
        return SqlDialect::Engine::PostgreSql;
    case QSqlDriver::SQLite:
        return SqlDialect::Engine::Sqlite;
    default:
        break;
    }
    QSqlQuery query(database);
    if (query.exec(u"SELECT sqlite_version()"_s) && query.next())
        return SqlDialect::Engine::Sqlite;
    if (query.exec(u"SELECT version()"_s) && query.next()
        && query.value(0).toString().startsWith(u"PostgreSQL"))
        return SqlDialect::Engine::PostgreSql;
    return std::nullopt;
}

} // namespace

Result<QueryConnection> QueryConnection::open(const QuerySource &source, const QString &password)
{
    static std::atomic<unsigned> number{0};
    if (!QSqlDatabase::isDriverAvailable(source.driver))
        return noDriver(source.driver);
    if (source.driver == u"QSQLITE" && !QFileInfo::exists(source.database))
        return makeError(ErrorKind::Io, Tr::tr("There is no file “%1”.").arg(source.database));
    const QString name = u"dramatis-query-%1"_s.arg(number++);
    QSqlDatabase database = QSqlDatabase::addDatabase(source.driver, name);
    database.setDatabaseName(source.database);
    database.setHostName(source.host);
    if (source.port > 0)
        database.setPort(source.port);
    database.setUserName(source.user);
    database.setPassword(password);
    if (source.driver == u"QSQLITE")
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
    else if (source.driver == u"QPSQL")
        database.setConnectOptions(u"connect_timeout=10;application_name=dramatis"_s);
    const auto notOpened = [&] {
        Error error = makeError(ErrorKind::Io,
                                Tr::tr("The database “%1” cannot be opened: %2")
                                    .arg(source.database, wordsOf(database.lastError())));
        drop(database, name);
        return error;
    };
    if (!database.open())
        return notOpened();
    const std::optional<SqlDialect::Engine> engine = engineOf(database);
    if (engine == SqlDialect::Engine::Sqlite && source.driver == u"QODBC"
        && !openWithLongIntegers(database))
        return notOpened();
    if (!engine) {
        drop(database, name);
        return makeError(ErrorKind::Unsupported,
                         Tr::tr("The engine behind “%1” is neither PostgreSQL nor SQLite; others "
                                "are not counted in yet.")
                             .arg(source.database));
    }
    QueryConnection connection(std::move(database), name, SqlDialect(*engine));
    if (*engine == SqlDialect::Engine::Sqlite) {
        if (source.driver != u"QSQLITE") // which is opened so
            DRAMATIS_CHECK(connection.run(u"PRAGMA query_only = ON"_s));
    } else { // whatever the person's query says, it cannot change anything
        DRAMATIS_CHECK(connection.run(u"SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY"_s));
        DRAMATIS_CHECK(connection.run(u"SET TIME ZONE 'UTC'"_s));
    }
    return connection;
}

QueryConnection::QueryConnection(QSqlDatabase database, QString name, SqlDialect dialect)
    : m_database(std::move(database))
    , m_name(std::move(name))
    , m_dialect(dialect)
{}

QueryConnection::QueryConnection(QueryConnection &&other) noexcept
    : m_database(std::exchange(other.m_database, QSqlDatabase()))
    , m_name(std::exchange(other.m_name, QString()))
    , m_dialect(other.m_dialect)
{}

QueryConnection::~QueryConnection()
{
    if (!m_name.isEmpty())
        drop(m_database, m_name);
}

QStringList QueryConnection::tables() const
{
    QStringList names = m_database.tables(QSql::Tables) + m_database.tables(QSql::Views);
    names.removeDuplicates();
    std::sort(names.begin(), names.end());
    return names;
}

QVariant QueryConnection::driverHandle() const
{
    return m_database.driver()->handle();
}

Result<QSqlQuery> QueryConnection::run(const QString &statement) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true); // rows come as they are asked for
    if (!query.exec(statement))
        return makeError(ErrorKind::Io,
                         Tr::tr("The database did not answer: %1").arg(wordsOf(query.lastError())));
    return query;
}

} // namespace dramatis::capture
