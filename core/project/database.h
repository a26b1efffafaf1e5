// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <functional>

namespace dramatis::project {

/// How a connection is used.
enum class Access {
    Read,
    Document, ///< synchronous = FULL: an edit that returned is on the disk
    Import    ///< synchronous = NORMAL: made durable by the document's next commit
};

/// One named connection of Qt SQL, for the thread that made it. Removed when it goes out of scope.
class Connection
{
public:
    /// @param mustExist  else the file is made
    /// @errors Io
    static Result<Connection> open(const QString &path, Access access, bool mustExist = true);
    ~Connection();
    Connection(Connection &&other) noexcept;
    Connection &operator=(Connection &&) = delete;

    [[nodiscard]] QSqlDatabase database() const { return m_database; }

    /// Runs one statement with bound values.
    /// @errors Io (disk full, locked, read only), Format (damaged), each with SQLite's words
    Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {}) const;
    /// The first column of the first row, or an invalid QVariant.
    Result<QVariant> value(const QString &sql, const QVariantList &values = {}) const;
    /// `work` in one transaction; rolled back when it fails.
    Result<> transaction(const std::function<Result<>()> &work) const;
    /// Runs a script of several statements separated by `;` (no `;` inside literals or comments).
    Result<> script(const QString &sql) const;

private:
    Connection(QSqlDatabase database, QString name);
    QSqlDatabase m_database;
    QString m_name;
};

/// Whether `path` is a project that may be trusted: magic, application id, version, tables only, no
/// damage. Opens it read only, unless a crash left a rollback journal and the caller holds the
/// lock: only a writer can roll that back.
/// @errors Format, Io as Store::open says
Result<int> inspectProject(const QString &path, bool holdsLock);

/// Brings an open project from schema `from` to kSchemaVersion, one transaction a step.
Result<> migrate(const Connection &connection, int from);

} // namespace dramatis::project
