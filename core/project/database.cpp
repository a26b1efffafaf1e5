// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/database.h"

#include "core/base/version.h"
#include "core/project/store.h"
#include "core/project/tr.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>

#include <sqlite3.h>
#include <utility>

using namespace Qt::StringLiterals;

// The order of checks on a file from elsewhere matters: QSqlDatabase::open() succeeds on garbage,
// and an empty file is a valid empty database. So: size and magic from the file itself, then a
// read-only connection, then schema_version (reads the first page), application_id, user_version,
// the list of objects, quick_check.

namespace dramatis::project {

namespace {

/// Schema scripts in order; the position is the version they lead to, less one.
const QStringList &migrations()
{
    static const QStringList list{u":/project/schema/001_initial.sql"_s};
    return list;
}

sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}

Error failure(const QSqlError &error, const QString &path)
{
    const int code = error.nativeErrorCode().toInt() & 0xFF;
    switch (code) {
    case SQLITE_FULL:
        return makeError(
            ErrorKind::Io,
            Tr::tr("The disk is full: %1 was not changed. Free some space and try again.")
                .arg(path));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return makeError(
            ErrorKind::Io,
            Tr::tr("%1 is being written by another program. Close it there and try again.")
                .arg(path));
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return makeError(
            ErrorKind::Io,
            Tr::tr("%1 cannot be written. Check the permissions of the file and its folder.")
                .arg(path));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return makeError(ErrorKind::Format,
                         Tr::tr("%1 is damaged: %2.").arg(path, error.databaseText()));
    default:
        return makeError(ErrorKind::Io, Tr::tr("%1: %2.").arg(path, error.databaseText()));
    }
}

Error notAProject(const QString &path, const QString &why)
{
    return makeError(ErrorKind::Format, Tr::tr("%1 is no Dramatis project: %2.").arg(path, why));
}

/// Size and magic, before SQLite sees the file.
Result<> checkBytes(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return makeError(ErrorKind::Io, Tr::tr("There is no file %1.").arg(path));
    if (info.isDir())
        return makeError(ErrorKind::Io, Tr::tr("%1 is a folder, not a project file.").arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorKind::Io,
                         Tr::tr("%1 cannot be opened: %2.").arg(path, file.errorString()));
    const QByteArray head = file.read(16);
    if (head.isEmpty())
        return notAProject(path, Tr::tr("it is empty"));
    if (head != QByteArray("SQLite format 3\0", 16))
        return notAProject(path, Tr::tr("it is not an SQLite file"));
    return {};
}

Result<> checkObjects(const Connection &connection, const QString &path)
{
    DRAMATIS_TRY(const QVariant odd,
                 connection.value(u"SELECT type || ' ' || name FROM sqlite_schema "
                                  "WHERE type NOT IN ('table', 'index') LIMIT 1"_s));
    if (odd.isValid())
        return makeError(ErrorKind::Format,
                         Tr::tr("%1 holds a %2, which no Dramatis project has. It is not opened.")
                             .arg(path, odd.toString()));
    DRAMATIS_TRY(const QVariant damage, connection.value(u"PRAGMA quick_check(1)"_s));
    if (damage.toString() != u"ok")
        return makeError(
            ErrorKind::Format,
            Tr::tr("%1 is damaged: %2. Open a copy made before.")
                .arg(path, damage.toString().section(u'\n', -1))); // the line before is a heading
    return {};
}

} // namespace

Connection::Connection(QSqlDatabase database, QString name)
    : m_database(std::move(database))
    , m_name(std::move(name))
{}

Connection::Connection(Connection &&other) noexcept
    : m_database(std::exchange(other.m_database, {}))
    , m_name(std::exchange(other.m_name, {}))
{}

Connection::~Connection()
{
    if (m_name.isEmpty())
        return;
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

Result<Connection> Connection::open(const QString &path, Access access, bool mustExist)
{
    if (mustExist && !QFileInfo::exists(path)) // SQLite would make it
        return makeError(ErrorKind::Io, Tr::tr("There is no file %1.").arg(path));
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
    database.setDatabaseName(path);
    QString options = u"QSQLITE_BUSY_TIMEOUT=5000"_s;
    if (access == Access::Read)
        options += u";QSQLITE_OPEN_READONLY"_s;
    database.setConnectOptions(options);
    Connection connection(database, name);
    if (!database.open())
        return failure(database.lastError(), path);

    if (sqlite3 *handle = handleOf(database)) {
        sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
        sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
        sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 1 << 30);
    }
    QStringList pragmas{u"PRAGMA foreign_keys = ON"_s,
                        u"PRAGMA trusted_schema = OFF"_s,
                        u"PRAGMA cell_size_check = ON"_s};
    if (access != Access::Read)
        pragmas << (access == Access::Document ? u"PRAGMA synchronous = FULL"_s
                                               : u"PRAGMA synchronous = NORMAL"_s);
    for (const QString &pragma : pragmas)
        DRAMATIS_CHECK(connection.run(pragma));
    return connection;
}

Result<QSqlQuery> Connection::run(const QString &sql, const QVariantList &values) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(query.lastError(), m_database.databaseName());
    for (const QVariant &value : values) {
        // Qt binds a null QString as NULL; here it is an empty text, and NULL is an invalid
        // QVariant.
        const bool isNullText = value.typeId() == QMetaType::QString && value.toString().isNull();
        query.addBindValue(isNullText ? QVariant(u""_s) : value);
    }
    if (!query.exec())
        return failure(query.lastError(), m_database.databaseName());
    return query;
}

Result<QVariant> Connection::value(const QString &sql, const QVariantList &values) const
{
    DRAMATIS_TRY(QSqlQuery query, run(sql, values));
    if (!query.next())
        return QVariant();
    return query.value(0);
}

Result<> Connection::transaction(const std::function<Result<>()> &work) const
{
    DRAMATIS_CHECK(run(u"BEGIN IMMEDIATE"_s));
    Result<> done = work();
    if (done)
        if (auto committed = run(u"COMMIT"_s); !committed)
            done = std::move(committed).error();
    if (!done)
        if (auto rolledBack = run(u"ROLLBACK"_s); !rolledBack)
            return done; // SQLite has rolled back by itself (disk full); the first error is the one
                         // to tell
    return done;
}

Result<> Connection::script(const QString &sql) const
{
    QString code;
    for (const QString &line : sql.split(u'\n'))
        code += line.section(u"--"_s, 0, 0) + u'\n';
    for (const QString &statement : code.split(u';')) {
        if (!statement.trimmed().isEmpty())
            DRAMATIS_CHECK(run(statement));
    }
    return {};
}

Result<int> inspectProject(const QString &path, bool holdsLock)
{
    DRAMATIS_CHECK(checkBytes(path));
    const bool rollsBack = holdsLock && QFileInfo::exists(path + u"-journal");
    DRAMATIS_TRY(const Connection connection,
                 Connection::open(path, rollsBack ? Access::Document : Access::Read));
    if (auto readable = connection.value(u"PRAGMA schema_version"_s); !readable) {
        if (readable.error().kind == ErrorKind::Format)
            return notAProject(path, Tr::tr("SQLite cannot read it"));
        return std::move(readable).error();
    }
    DRAMATIS_TRY(const QVariant id, connection.value(u"PRAGMA application_id"_s));
    if (id.toUInt() != kApplicationId)
        return notAProject(path, Tr::tr("it is an SQLite file of another program"));
    DRAMATIS_TRY(const QVariant version, connection.value(u"PRAGMA user_version"_s));
    if (version.toInt() > kSchemaVersion) {
        const auto writer = connection.value(u"SELECT value FROM meta WHERE key = 'writer'"_s);
        return makeError(
            ErrorKind::Unsupported,
            Tr::tr("%1 was written by %2, which is newer than this version. Open it with that "
                   "version or a later one.")
                .arg(path,
                     writer && !writer->toString().isEmpty() ? writer->toString().left(80)
                                                             : Tr::tr("a later Dramatis")));
    }
    if (version.toInt() < 1)
        return notAProject(path, Tr::tr("its version is %1").arg(version.toInt()));
    DRAMATIS_CHECK(checkObjects(connection, path));
    return version.toInt();
}

Result<> migrate(const Connection &connection, int from)
{
    for (int step = from; step < kSchemaVersion; ++step) {
        QFile file(migrations().at(step));
        if (!file.open(QIODevice::ReadOnly))
            return makeError(ErrorKind::Internal, u"missing schema script"_s);
        const QString sql = QString::fromUtf8(file.readAll());
        DRAMATIS_CHECK(connection.transaction([&]() -> Result<> {
            DRAMATIS_CHECK(connection.script(sql));
            DRAMATIS_CHECK(connection.run(u"PRAGMA user_version = %1"_s.arg(step + 1)));
            DRAMATIS_CHECK(connection.run(u"INSERT OR REPLACE INTO meta VALUES ('writer', ?)"_s,
                                          {QString(u"Dramatis "_s + version())}));
            return {};
        }));
    }
    return {};
}

} // namespace dramatis::project
